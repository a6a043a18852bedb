import type { Catalogue } from '../../shared/i18n.ts';
import { actionWords } from './action-words.ts';
import { noticeWords } from './notice-words.ts';

/**
 * Words of the wildlife case: its forms, actions, stages and what happened. The Tibetan texts (bo) are drafts and AWAIT A
 * NATIVE SPEAKER'S REVIEW. Those of its mails stand in mail-words.ts.
 */
export const messages: Catalogue = {
  ...actionWords,
  ...noticeWords,

  'home.report.wildlife': {
    zh: '受伤、生病、被困、走失或死亡的野生动物。不用登录，信号不好也能填。',
    bo: 'རི་སྐྱེས་སྲོག་ཆགས་རྨས་པ་དང་། ན་བ། བཀག་པ། བོར་བ། ཤི་བ། ནང་འཛུལ་མི་དགོས། བརྡ་རྟགས་ཞན་ཡང་འབྲི་ཐུབ།',
    en: 'A wild animal injured, sick, trapped, strayed or dead. No sign-in; works on a weak signal.',
  },
  'form.wildlife': { zh: '动物', bo: 'སྲོག་ཆགས།', en: 'The animal' },
  'field.intake': { zh: '您要', bo: 'ཁྱེད་ཀྱིས།', en: 'You want to' },
  'choice.intake.report': { zh: '报告看到的动物', bo: 'མཐོང་བའི་སྲོག་ཆགས་ཞུ།', en: 'Report an animal you saw' },
  'choice.intake.hand-in': { zh: '送交手中的动物', bo: 'ལག་ཏུ་ཡོད་པའི་སྲོག་ཆགས་སྤྲོད།', en: 'Hand in an animal you have' },
  'field.wildlife.species': { zh: '什么动物', bo: 'སྲོག་ཆགས་གང་།', en: 'Which animal' },
  'hint.wildlife.species': {
    zh: '不知道名称就写样子，如“黑色大鸟”',
    bo: 'མིང་མི་ཤེས་ན་བཟོ་ལྟ་བྲིས། དཔེར་ན་ “བྱ་ནག་པོ་ཆེན་པོ”',
    en: 'If you do not know its name, say what it looks like: “large black bird”',
  },
  'field.count': { zh: '几只', bo: 'ག་ཚོད།', en: 'How many' },
  'field.dead': { zh: '其中已死亡', bo: 'དེའི་ནང་ཤི་བ།', en: 'Of these, dead' },
  'field.condition': { zh: '状况', bo: 'གནས་ཚུལ།', en: 'Its condition' },
  'choice.injured': { zh: '受伤', bo: 'རྨས་པ།', en: 'Injured' },
  'choice.severely-injured': { zh: '重伤', bo: 'རྨས་ཚབས་ཆེན།', en: 'Badly injured' },
  'choice.sick': { zh: '生病', bo: 'ན་བ།', en: 'Sick' },
  'choice.weak': { zh: '虚弱', bo: 'ཤུགས་ཞན།', en: 'Weak' },
  'choice.trapped': { zh: '被困', bo: 'བཀག་པ།', en: 'Trapped' },
  'choice.strayed': { zh: '迷途、走失', bo: 'ལམ་ནོར་བ།', en: 'Strayed' },
  'choice.dead': { zh: '已死亡', bo: 'ཤི་བ།', en: 'Dead' },
  'choice.unknown': { zh: '看不出来', bo: 'མི་ཤེས།', en: 'Cannot tell' },
  'field.peopleInDanger': {
    zh: '动物正威胁到人',
    bo: 'སྲོག་ཆགས་ཀྱིས་མི་ལ་ཉེན་ཁ་བཟོ་བཞིན་པ།',
    en: 'The animal is a danger to people now',
  },
  'field.details': { zh: '其他情况', bo: 'གནས་ཚུལ་གཞན།', en: 'Anything else' },
  'field.foundAt': { zh: '什么时候看到的', bo: 'ནམ་མཐོང་བ།', en: 'When you saw it' },
  'field.wantsReward': { zh: '我想申请救助奖励', bo: 'ང་བྱ་དགའ་ལེན་འདོད།', en: 'I want to be considered for a reward' },

  'class.national-1': { zh: '国家一级', bo: 'རྒྱལ་ཁབ་རིམ་པ་དང་པོ།', en: 'National class I' },
  'class.national-2': { zh: '国家二级', bo: 'རྒྱལ་ཁབ་རིམ་པ་གཉིས་པ།', en: 'National class II' },
  'class.regional': { zh: '自治区重点保护', bo: 'རང་སྐྱོང་ལྗོངས་གཙོ་གནད་སྲུང་སྐྱོབ།', en: 'Protected by the region' },
  'class.protected': { zh: '三有', bo: 'རིན་ཐང་གསུམ་ལྡན།', en: 'Listed as of value' },
  'class.none': { zh: '未列入名录', bo: 'མིང་ཐོའི་ནང་མེད་པ།', en: 'On no list' },
  'class.unknown': { zh: '种类待定', bo: 'རིགས་གཏན་འཁེལ་མེད།', en: 'Species not settled' },
  'limit.wild': { zh: '仅限野外种群', bo: 'རི་སྐྱེས་ཁོ་ན།', en: 'wild animals only' },
  'limit.landlocked': { zh: '仅限陆封种群', bo: 'སྐམ་བཀག་ཁོ་ན།', en: 'land-locked animals only' },
  'title.wildlife': { zh: '{species} {count} 只', bo: '{species} {count}', en: '{species}, {count}' },
  'title.animal': { zh: '{species}（{id}）', bo: '{species} ({id})', en: '{species} ({id})' },

  'stage.received': { zh: '已收到', bo: 'འབྱོར་ཟིན།', en: 'Received' },
  'stage.awaiting': {
    zh: '已派出，等待接单',
    bo: 'བསྐུར་ཟིན། ལེན་མཁན་སྒུག་བཞིན་པ།',
    en: 'Given to a team, waiting for it to accept',
  },
  'stage.responding': { zh: '救护人员已接单', bo: 'སྐྱོབ་མཁན་གྱིས་དང་ལེན་བྱས་ཟིན།', en: 'A team has taken it on' },
  'stage.caring': { zh: '救护中', bo: 'སྐྱོབ་གསོ་བྱེད་བཞིན་པ།', en: 'In care' },
  'stage.completed': { zh: '已办结', bo: 'མཇུག་བསྡུས་ཟིན།', en: 'Closed' },
  'stage.false': { zh: '核实为不实', bo: 'དངོས་དོན་མིན་པར་ར་སྤྲོད་བྱུང་།', en: 'Found not to be true' },
  'stage.notWildlife': { zh: '不是野生动物', bo: 'རི་སྐྱེས་སྲོག་ཆགས་མིན།', en: 'Not a wild animal' },
  'stage.gone': { zh: '到场时动物已离开', bo: 'སླེབས་སྐབས་སྲོག་ཆགས་སོང་ཟིན།', en: 'Gone when the team came' },
  'stage.withdrawn': { zh: '已撤回', bo: 'ཕྱིར་འཐེན་བྱས་ཟིན།', en: 'Withdrawn' },
  'stage.duplicate': { zh: '与另一份报告是同一件', bo: 'སྙན་ཞུ་གཞན་དང་གཅིག་མཚུངས།', en: 'The same as another report' },

  'next.received': { zh: '正在安排救护队。', bo: 'སྐྱོབ་པའི་རུ་ཁག་བསྒྲིག་བཞིན་པ།', en: 'A team is being found.' },
  'next.awaiting': {
    zh: '救护队会在时限内接单，没人接就逐级上报。请不要触碰动物，保持距离。',
    bo: 'རུ་ཁག་གིས་དུས་བཀག་ནང་དང་ལེན་བྱེད། མ་བྱས་ན་རིམ་པས་གོང་ལ་ཞུ། སྲོག་ཆགས་ལ་མ་རེག བར་ཐག་ཉར་རོགས།',
    en: 'The team accepts within the time set, or the next level is asked. Please keep your distance and do not touch it.',
  },
  'next.responding': {
    zh: '救护人员正在赶去，可能会打电话问您位置。',
    bo: 'སྐྱོབ་མཁན་འགྲོ་བཞིན་པ། གནས་ས་འདྲི་བར་ཁ་པར་གཏོང་སྲིད།',
    en: 'The team is on its way and may call you about the place.',
  },
  'next.caring': {
    zh: '动物正在救护，有结果会记在这里。',
    bo: 'སྲོག་ཆགས་སྐྱོབ་གསོ་བྱེད་བཞིན་པ། མཇུག་འབྲས་འདིར་འགོད།',
    en: 'The animal is being cared for; the outcome will stand here.',
  },

  'clock.acceptance': { zh: '接单时限', bo: 'དང་ལེན་དུས་བཀག', en: 'To be accepted' },
  'clock.reminder': { zh: '再次提醒负责人', bo: 'འགན་འཁུར་བར་ཡང་བསྐྱར་དྲན་སྐུལ།', en: 'The lead is asked again' },
  'clock.arrival': { zh: '到场时限', bo: 'སླེབས་དུས་བཀག', en: 'To be on site' },
  'clock.review': { zh: '复查提醒', bo: 'བསྐྱར་ཞིབ་དྲན་སྐུལ།', en: 'To be looked at again' },
  'clock.transport': { zh: '转运时限', bo: 'སྐྱེལ་འདྲེན་དུས་བཀག', en: 'Transport to arrive' },

  'event.report': { zh: '收到报告', bo: 'སྙན་ཞུ་འབྱོར།', en: 'Report received' },
  'event.triaged': { zh: '编号、定级、派单', bo: 'ཨང་རྟགས་དང་རིམ་པ་གཏན་འཁེལ།', en: 'Numbered, rated and given to a team' },
  'event.cluster.found': { zh: '发现聚集性死亡', bo: 'མང་པོ་ཤི་བ་མཐོང་།', en: 'A cluster of deaths was found' },

  'likeness.like-name': { zh: '名称相近', bo: 'མིང་འདྲ་བ།', en: 'a similar name' },

  'outcome.released': { zh: '放归', bo: 'གློད་བཀྲོལ།', en: 'Released' },
  'outcome.transferred_to_rescue_centre': {
    zh: '移交救助中心',
    bo: 'སྐྱོབ་གསོ་ལྟེ་གནས་ལ་སྤྲད།',
    en: 'Transferred to a rescue centre',
  },
  'outcome.transferred_to_institute': {
    zh: '移交研究机构',
    bo: 'ཞིབ་འཇུག་ཁང་ལ་སྤྲད།',
    en: 'Transferred to an institute',
  },
  'outcome.died_in_treatment': { zh: '救治无效死亡', bo: 'སྨན་བཅོས་སྐབས་ཤི།', en: 'Died in treatment' },
  'outcome.found_dead': { zh: '发现时已死亡', bo: 'རྙེད་དུས་ཤི་ཟིན།', en: 'Found dead' },
  'outcome.escaped': { zh: '逃逸', bo: 'བྲོས།', en: 'Escaped' },
};
