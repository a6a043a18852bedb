import type { Catalogue } from '../../shared/i18n.ts';
import { actionWords } from './action-words.ts';
import { figureWords } from './figure-words.ts';

/**
 * Words of help at stations: its form, stages and what happened. The Tibetan texts (bo) are drafts and AWAIT A NATIVE
 * SPEAKER'S REVIEW. Those of its mails stand in mail-words.ts.
 */
export const messages: Catalogue = {
  ...actionWords,
  ...figureWords,

  'site.report.station-help': { zh: '驿站求助', bo: 'ངལ་གསོ་ཁང་ནས་རོགས་སྐྱོར་ཞུ།', en: 'Help at a rest station' },
  'home.report.station-help': {
    zh: '在爱心驿站申请调解，或者紧急求助。急事先叫同一楼里的警务站，几分钟内有人来。',
    bo: 'ངལ་གསོ་ཁང་ནས་འདུམ་འགྲིག་གམ་ཛ་དྲག་རོགས་སྐྱོར་ཞུ་ཆོག ཛ་དྲག་ཡིན་ན་ཁང་པ་གཅིག་པའི་ཉེན་རྟོག་ས་ཚིགས་ལ་སྔོན་ལ་འབོད།',
    en: 'Ask for mediation or urgent help at a rest station. What is urgent goes to the police post in the same building first.',
  },
  'form.station-help': { zh: '需要什么帮助', bo: 'རོགས་སྐྱོར་གང་དགོས།', en: 'What you need' },
  'field.station': { zh: '哪个驿站', bo: 'ངལ་གསོ་ཁང་གང་།', en: 'Which station' },
  'hint.station': {
    zh: '这里没有您的驿站？到“爱心驿站”页找到它，从那里求助',
    bo: 'ཁྱེད་ཀྱི་ངལ་གསོ་ཁང་འདིར་མེད་ན་“སྙིང་རྗེའི་ངལ་གསོ་ཁང་”ཤོག་ངོས་ནས་འཚོལ་རོགས།',
    en: 'Yours is not here? Find it under “Rest stations” and ask from its page',
  },
  'field.kind': { zh: '哪一种', bo: 'རིགས་གང་།', en: 'Which kind' },
  'choice.kind.mediation': { zh: '调解纠纷', bo: 'རྩོད་གཞི་འདུམ་འགྲིག', en: 'Mediation' },
  'choice.kind.urgent': { zh: '紧急求助', bo: 'ཛ་དྲག་རོགས་སྐྱོར།', en: 'Urgent help' },
  'hint.kind': {
    zh: '有生命危险请先打 110、120',
    bo: 'སྲོག་ལ་ཉེན་ཡོད་ན་སྔོན་ལ་ ༡༡༠ དང་ ༡༢༠ ལ་ཁ་པར་གཏོང་།',
    en: 'If a life is in danger, call 110 or 120 first',
  },
  'field.matter': { zh: '什么事', bo: 'དོན་དག་གང་།', en: 'What it is about' },
  'hint.matter': {
    zh: '和谁、为什么；急事写发生了什么、人在哪里',
    bo: 'སུ་དང་། ཅིའི་ཕྱིར། ཛ་དྲག་ཡིན་ན་གང་བྱུང་བ་དང་མི་ག་པར་ཡོད་པ་བྲིས།',
    en: 'With whom and why; if urgent, what happened and where the people are',
  },
  'title.station-help': { zh: '{kind}：{matter}', bo: '{kind}: {matter}', en: '{kind}: {matter}' },

  'fact.responder': { zh: '经办人', bo: 'སྒྲུབ་མཁན།', en: 'In hand with' },
  'fact.planned': { zh: '约定的调解', bo: 'འདུམ་འགྲིག་གཏན་འཁེལ་བ།', en: 'Mediation arranged' },
  'fact.acceptedAt': { zh: '接单时间', bo: 'དང་ལེན་དུས།', en: 'Accepted at' },
  'fact.help': { zh: '怎么处置的', bo: 'རོགས་སྐྱོར་ཇི་ལྟར་བྱས།', en: 'What was done' },
  'fact.mediation': { zh: '调解', bo: 'འདུམ་འགྲིག', en: 'Mediation held' },
  'fact.check': { zh: '回访', bo: 'ཕྱིར་ལྟ།', en: 'Check' },
  'fact.referredTo': { zh: '转介到', bo: 'ག་པར་སྤྲད་པ།', en: 'Referred to' },
  'fact.reopened': { zh: '重新办理次数', bo: 'བསྐྱར་སྒྲུབ་ཐེངས།', en: 'Times opened again' },

  'stage.received': { zh: '已收到', bo: 'འབྱོར་ཟིན།', en: 'Received' },
  'stage.awaiting': { zh: '正在叫人', bo: 'མི་འབོད་བཞིན་པ།', en: 'Somebody is being asked' },
  'stage.helping': { zh: '有人来了', bo: 'མི་འོང་བཞིན་པ།', en: 'Somebody is coming' },
  'stage.mediating': { zh: '正在调解', bo: 'འདུམ་འགྲིག་བྱེད་བཞིན་པ།', en: 'In mediation' },
  'stage.planned': { zh: '已约好调解', bo: 'འདུམ་འགྲིག་གཏན་འཁེལ་ཟིན།', en: 'The mediation is arranged' },
  'stage.agreed': { zh: '已达成协议', bo: 'འཆམ་མཐུན་བྱུང་ཟིན།', en: 'An agreement was reached' },
  'stage.helped': { zh: '已帮助处置', bo: 'རོགས་སྐྱོར་བྱས་ཟིན།', en: 'Helped' },
  'stage.handedOn': { zh: '已转交专门力量', bo: 'ཆེད་ལས་པར་སྤྲད་ཟིན།', en: 'Handed on to those whose work it is' },
  'stage.nobodyThere': { zh: '到场未找到人', bo: 'ས་གནས་སུ་མི་མ་རྙེད།', en: 'Nobody was found there' },
  'stage.settled': { zh: '协议已履行，办结', bo: 'འཆམ་མཐུན་ལག་བསྟར་བྱས། མཇུག་བསྡུས།', en: 'The agreement is kept; closed' },
  'stage.notAgreed': { zh: '调解未达成协议', bo: 'འཆམ་མཐུན་མ་བྱུང་།', en: 'No agreement was reached' },
  'stage.referred': { zh: '已转介其他途径', bo: 'ཐབས་ལམ་གཞན་ལ་སྤྲད་ཟིན།', en: 'Referred elsewhere' },
  'stage.withdrawn': { zh: '已撤回', bo: 'ཕྱིར་འཐེན་བྱས་ཟིན།', en: 'Withdrawn' },
  'stage.false': { zh: '核实为不实', bo: 'དངོས་དོན་མིན་པར་ར་སྤྲོད་བྱུང་།', en: 'Found not to be true' },
  'step.awaiting': { zh: '叫人', bo: 'མི་འབོད་པ།', en: 'Somebody is asked' },
  'step.mediating': { zh: '处置或调解', bo: 'རོགས་སྐྱོར་རམ་འདུམ་འགྲིག', en: 'Help or mediation' },
  'step.settled': { zh: '办结', bo: 'མཇུག་བསྡུ།', en: 'Closed' },

  'next.received': {
    zh: '正在通知驿站。急事先叫同一楼里的警务站。',
    bo: 'ངལ་གསོ་ཁང་ལ་བརྡ་གཏོང་བཞིན་པ། ཛ་དྲག་ཡིན་ན་ཉེན་རྟོག་ས་ཚིགས་ལ་སྔོན་ལ་འབོད།',
    en: 'The station is being told. What is urgent goes to the post in the building first.',
  },
  'next.awaiting': {
    zh: '时限内没有人接，会叫管理驿站的单位，再叫县总工会负责人。',
    bo: 'དུས་བཀག་ནང་སུས་ཀྱང་མ་བླངས་ན་ངལ་གསོ་ཁང་གི་བདག་གཉེར་དང་རྫོང་བཟོ་ཚོགས་ལ་ཞུ།',
    en: 'If nobody takes it on in time, those who keep the station are asked, then the lead of the county’s union.',
  },
  'next.helping': {
    zh: '请在驿站等，马上有人到。',
    bo: 'ངལ་གསོ་ཁང་དུ་སྒུགས་རོགས། ལམ་སང་མི་སླེབས།',
    en: 'Please wait at the station; somebody is about to be there.',
  },
  'next.mediating': {
    zh: '会和各方约时间、地点，约好的写在本页，请按时到场。',
    bo: 'ཕྱོགས་ཚང་མ་དང་དུས་ཚོད་དང་ས་གནས་གཏན་འཁེལ་ནས་ཤོག་ངོས་འདིར་འགོད། དུས་ཐོག་ཏུ་ཕེབས་རོགས།',
    en: 'A time and a place are arranged with everybody concerned and stand on this page; please be there.',
  },
  'told.planned': {
    zh: '约好的调解，请按时到场',
    bo: 'འདུམ་འགྲིག་གཏན་འཁེལ་ཟིན། དུས་ཐོག་ཏུ་ཕེབས་རོགས།',
    en: 'The mediation: please be there',
  },
  'told.planned.text': { zh: '{time}，{where}', bo: '{time} {where}', en: '{time}, {where}' },
  'next.agreed': {
    zh: '过些天会回访协议履行得怎样；没有履行，接着调解。',
    bo: 'ཉིན་ཤས་རྗེས་འཆམ་མཐུན་ལག་བསྟར་བྱས་མིན་འདྲི། མ་བྱས་ན་མུ་མཐུད་འདུམ་འགྲིག་བྱེད།',
    en: 'After some days somebody asks whether it is kept; if not, the mediation goes on.',
  },

  'clock.acceptance': { zh: '接单时限', bo: 'དང་ལེན་དུས་བཀག', en: 'To be accepted' },
  'clock.reminder': { zh: '再次提醒', bo: 'ཡང་བསྐྱར་དྲན་སྐུལ།', en: 'Asked again' },
  'clock.review': { zh: '处置情况提醒', bo: 'གནས་ཚུལ་དྲན་སྐུལ།', en: 'What was done is asked after' },
  'clock.arranging': { zh: '安排调解时限', bo: 'འདུམ་འགྲིག་བཀོད་སྒྲིག་དུས་བཀག', en: 'Mediation to be arranged' },
  'clock.mediation': { zh: '调解结果时限', bo: 'འདུམ་འགྲིག་མཇུག་འབྲས་དུས་བཀག', en: 'Mediation to be recorded' },
  'clock.check': { zh: '协议回访', bo: 'འཆམ་མཐུན་ཕྱིར་ལྟ།', en: 'Agreement to be checked' },
  'clock.lateCheck': { zh: '回访逾期提醒', bo: 'ཕྱིར་ལྟ་དུས་ཡོལ།', en: 'Check is late' },
  'event.report': { zh: '收到求助', bo: 'རོགས་སྐྱོར་ཞུ་བ་འབྱོར།', en: 'Help was asked for' },
  'event.triaged': { zh: '编号、通知', bo: 'ཨང་རྟགས་གཏན་འཁེལ། བརྡ་བཏང་།', en: 'Numbered and told' },
};
