import type { Catalogue } from '../../shared/i18n.ts';

/** What mails about livestock cases say. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const mailWords: Catalogue = {
  'mail.team.subject': {
    zh: '牲畜急救，请接单：{what}',
    bo: 'ཕྱུགས་ཟོག་ཛ་དྲག དང་ལེན་གནང་རོགས། {what}',
    en: 'Livestock emergency, please accept: {what}',
  },
  'mail.team.lead': {
    zh: '有牲畜急救，请在 {due} 前接单。到时没人接，会叫服务站。',
    bo: 'ཕྱུགས་ཟོག་ཛ་དྲག་ཡོད། {due} གོང་དང་ལེན་གནང་རོགས། སུས་ཀྱང་མ་བླངས་ན་ས་ཚིགས་ལ་ཞུ།',
    en: 'There is a livestock emergency. Please accept it by {due}; otherwise the station is asked.',
  },
  'mail.station.subject': { zh: '超时未接单：{what}', bo: 'དུས་ཡོལ་དང་ལེན་མེད། {what}', en: 'Nobody has accepted: {what}' },
  'mail.station.lead': {
    zh: '乡镇科技队没有在时限内接单，或已退回。请在 {due} 前接单，否则上报县里。',
    bo: 'ཤང་གི་རུ་ཁག་གིས་དུས་བཀག་ནང་དང་ལེན་མ་བྱས་པའམ་ཕྱིར་སྤྲད། {due} གོང་དང་ལེན་གནང་རོགས། མིན་ན་རྫོང་ལ་ཞུ།',
    en: 'The township team has not accepted in time, or handed the case back. Please accept it by {due}; otherwise the county is asked.',
  },
  'mail.county.subject': { zh: '仍无人接单：{what}', bo: 'ད་དུང་དང་ལེན་མེད། {what}', en: 'Still not accepted: {what}' },
  'mail.county.lead': {
    zh: '乡镇队和服务站都没有接单，请马上安排人员。{due} 前仍无人接单会再次提醒。',
    bo: 'རུ་ཁག་དང་ས་ཚིགས་གཉིས་ཀས་དང་ལེན་མ་བྱས། ལམ་སང་མི་སྣ་བཀོད་སྒྲིག་གནང་རོགས། {due} ལ་ཡང་བསྐྱར་དྲན་སྐུལ་བྱེད།',
    en: 'Neither the team nor the station has accepted. Please send somebody at once; you are asked again at {due}.',
  },
  'mail.not-left.subject': {
    zh: '接单后未出发：{what}',
    bo: 'དང་ལེན་རྗེས་མ་སོང་། {what}',
    en: 'Accepted, but nobody has left: {what}',
  },
  'mail.not-left.lead': {
    zh: '{responder} 已接单，出发时限已过，还没有出发记录。',
    bo: '{responder} དང་ལེན་བྱས་ཀྱང་འགྲོ་བའི་དུས་བཀག་ཡོལ་ཟིན།',
    en: '{responder} accepted the case, the time to leave has passed, and no departure is recorded.',
  },
  'mail.review.subject': { zh: '请复查：{what}', bo: 'བསྐྱར་ཞིབ་གནང་རོགས། {what}', en: 'Please look at it again: {what}' },
  'mail.review.lead': {
    zh: '这件急救还没有办结，请看一看牲畜的情况并记录。',
    bo: 'ལས་དོན་འདི་མཇུག་མ་བསྡུས། ཕྱུགས་ཟོག་གི་གནས་ཚུལ་བལྟས་ནས་འགོད་རོགས།',
    en: 'This case has not ended yet. Please look after the animals and record how they are.',
  },
  'mail.follow-up.subject': { zh: '回访到期：{what}', bo: 'ཕྱིར་ལྟའི་དུས་སླེབས། {what}', en: 'Follow-up visit due: {what}' },
  'mail.follow-up.lead': {
    zh: '计划 {on} 回访（{purpose}），还没有回访记录。',
    bo: '{on} ཕྱིར་ལྟ་བྱེད་དགོས་（{purpose}） ཐོ་མི་འདུག',
    en: 'A visit was planned for {on} ({purpose}); none is recorded.',
  },
  'mail.epidemic.subject': {
    zh: '警报 疑似动物疫病：{what}',
    bo: 'ཉེན་བརྡ། རིམས་ནད་དོགས་པ། {what}',
    en: 'ALARM, suspected epidemic: {what}',
  },
  'mail.epidemic.lead': {
    zh: '疑似动物疫病：“{signs}”请县里立即核查，认定之前这件急救不能办结；须按规定上报和封控。',
    bo: 'རིམས་ནད་དོགས་པ། {signs} རྫོང་གིས་ལམ་སང་ཞིབ་བཤེར་གནང་རོགས། གཏན་འཁེལ་མ་བྱས་གོང་མཇུག་བསྡུ་མི་ཐུབ།',
    en: 'An animal epidemic is suspected: {signs}. The county has to look at it at once; the case cannot be closed before it has ruled. Report and seal off as the rules say.',
  },
  'mail.ruled.subject': { zh: '疫病认定：{what}', bo: 'རིམས་ནད་གཏན་འཁེལ། {what}', en: 'The county has ruled: {what}' },
  'mail.ruled.lead': {
    zh: '县里认定：{verdict}。',
    bo: 'རྫོང་གི་གཏན་འཁེལ། {verdict}',
    en: 'The county’s ruling: {verdict}.',
  },
  'mail.reporter.subject': {
    zh: '您报的牲畜急救：{stage}',
    bo: 'ཁྱེད་ཀྱིས་ཞུས་པའི་ཕྱུགས་ཟོག {stage}',
    en: 'Your livestock emergency: {stage}',
  },
  'mail.reporter.lead': { zh: '“{title}”：{stage}。', bo: '“{title}”: {stage}', en: '{title}: {stage}.' },
  'mail.fact.what': { zh: '情况：{title}', bo: 'གནས་ཚུལ། {title}', en: 'What: {title}' },
  'mail.fact.dead': { zh: '已死亡：{dead}', bo: 'ཤི་བ། {dead}', en: 'Dead: {dead}' },
  'mail.fact.way': { zh: '怎么去：{way}', bo: 'ལམ། {way}', en: 'The way there: {way}' },
  'mail.fact.waiting': { zh: '现场等候：{name}', bo: 'སྒུག་མཁན། {name}', en: 'Waiting on site: {name}' },
  'mail.fact.since': { zh: '开始时间：{time}', bo: 'འགོ་ཚུགས་དུས། {time}', en: 'Since: {time}' },
  'mail.duplicates': {
    zh: '可能与这些报告是同一件：{numbers}，请打电话核对后合并或分开，别跑两趟。',
    bo: 'སྙན་ཞུ་འདི་དག་དང་གཅིག་པ་ཡིན་སྲིད། {numbers} ཁ་པར་བཏང་ནས་ཞིབ་བཤེར་བྱས་རྗེས་བསྡུའམ་དབྱེ་གནང་རོགས།',
    en: 'It may be about the same animals as {numbers}: ask by telephone, then merge or keep apart; do not go twice.',
  },
};
