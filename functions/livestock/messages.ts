import type { Catalogue } from '../../shared/i18n.ts';
import { actionWords } from './action-words.ts';
import { figureWords } from './figure-words.ts';

/**
 * Words of the livestock emergency: its form, stages and what happened. The Tibetan texts (bo) are drafts and AWAIT A NATIVE
 * SPEAKER'S REVIEW. Those of its mails stand in mail-words.ts.
 */
export const messages: Catalogue = {
  ...actionWords,
  ...figureWords,

  'site.report.livestock': { zh: '牲畜急救', bo: 'ཕྱུགས་ཟོག་ཛ་དྲག་སྐྱོབ་པ།', en: 'Livestock emergency' },
  'home.report.livestock': {
    zh: '难产、受伤、中毒、突然死亡或疑似疫病，马上叫兽医。',
    bo: 'སྐྱེ་དཀའ་བ་དང་རྨས་པ། དུག་ཕོག་པ། གློ་བུར་ཤི་བ། རིམས་ནད་དོགས་པ་བྱུང་ན་ཕྱུགས་སྨན་པ་ལམ་སང་འབོད།',
    en: 'Difficult birth, injury, poisoning, sudden death or signs of disease: call the vets at once.',
  },
  'form.livestock': { zh: '牲畜', bo: 'ཕྱུགས་ཟོག', en: 'The animals' },
  'field.livestock.species': { zh: '什么牲畜', bo: 'ཕྱུགས་ཟོག་གང་།', en: 'Which animals' },
  'field.species': { zh: '畜种', bo: 'ཕྱུགས་རིགས།', en: 'Species' },
  'choice.species.yak': { zh: '牦牛', bo: 'གཡག', en: 'Yak' },
  'choice.species.cattle': { zh: '黄牛', bo: 'བ་གླང་།', en: 'Cattle' },
  'choice.species.sheep': { zh: '绵羊', bo: 'ལུག', en: 'Sheep' },
  'choice.species.goat': { zh: '山羊', bo: 'ར།', en: 'Goat' },
  'choice.species.horse': { zh: '马', bo: 'རྟ།', en: 'Horse' },
  'choice.species.pig': { zh: '猪', bo: 'ཕག་པ།', en: 'Pig' },
  'choice.species.poultry': { zh: '家禽', bo: 'ཁྱིམ་བྱ།', en: 'Poultry' },
  'choice.species.dog': { zh: '犬', bo: 'ཁྱི།', en: 'Dog' },
  'choice.species.other': { zh: '其他牲畜', bo: 'ཕྱུགས་གཞན།', en: 'Other animals' },
  'field.problem': { zh: '出了什么事', bo: 'དོན་དག་གང་བྱུང་།', en: 'What is wrong' },
  'choice.problem.difficult-birth': { zh: '难产', bo: 'སྐྱེ་དཀའ་བ།', en: 'Difficult birth' },
  'choice.problem.injury': { zh: '受伤', bo: 'རྨས་པ།', en: 'Injury' },
  'choice.problem.poisoning': { zh: '中毒', bo: 'དུག་ཕོག་པ།', en: 'Poisoning' },
  'choice.problem.sick': { zh: '生病', bo: 'ན་བ།', en: 'Illness' },
  'choice.problem.sudden-death': { zh: '突然死亡', bo: 'གློ་བུར་ཤི་བ།', en: 'Sudden death' },
  'choice.problem.epidemic-signs': { zh: '疑似疫病', bo: 'རིམས་ནད་དོགས་པ།', en: 'Signs of an epidemic' },
  'choice.problem.other': { zh: '其他', bo: 'གཞན།', en: 'Something else' },
  'field.since': { zh: '什么时候开始的', bo: 'ནམ་ནས་འགོ་ཚུགས།', en: 'Since when' },
  'field.count': { zh: '几头（只）', bo: 'ག་ཚོད།', en: 'How many' },
  'field.dead': { zh: '其中已死亡', bo: 'དེའི་ནང་ཤི་བ།', en: 'Of these, dead' },
  'field.details': { zh: '其他情况', bo: 'གནས་ཚུལ་གཞན།', en: 'Anything else' },
  'field.wayThere': { zh: '怎么去', bo: 'ལམ་ཇི་ལྟར་འགྲོ་བ།', en: 'The way there' },
  'hint.wayThere': {
    zh: '从哪条路拐、过不过河、车能开到哪',
    bo: 'ལམ་གང་ནས་འཁྱོག་པ། ཆུ་བརྒལ་དགོས་མིན། རླངས་འཁོར་ག་པར་ཐོན་མིན།',
    en: 'Where to turn off, rivers to cross, how far a car can go',
  },
  'hint.livestock.reporter.phone': {
    zh: '填了等候人电话就可以不填；两个总要有一个打得通',
    bo: 'སྒུག་མཁན་གྱི་ཁ་པར་བྲིས་ན་མ་བྲིས་ཀྱང་ཆོག གཉིས་ལས་གཅིག་ངེས་པར་དགོས།',
    en: 'May be left out if whoever waits can be called: one of the two is needed',
  },
  'field.waiting': { zh: '谁在现场等', bo: 'ས་གནས་སུ་སུ་སྒུག', en: 'Who waits on site' },
  'field.waitingPhone': { zh: '等候人电话', bo: 'སྒུག་མཁན་གྱི་ཁ་པར།', en: 'Their telephone' },
  'title.livestock': {
    zh: '{species}{problem} {count} 头（只）',
    bo: '{species} {problem} {count}',
    en: '{species}: {problem}, {count}',
  },
  'title.animal': { zh: '{species} {role}（{id}）', bo: '{species} {role} ({id})', en: '{species}, {role} ({id})' },

  'stage.received': { zh: '已收到', bo: 'འབྱོར་ཟིན།', en: 'Received' },
  'stage.awaiting': { zh: '正在派兽医', bo: 'ཕྱུགས་སྨན་པ་བསྐོ་བཞིན་པ།', en: 'A vet is being asked' },
  'stage.responding': { zh: '技术人员已接单', bo: 'ལག་རྩལ་པས་དང་ལེན་བྱས་ཟིན།', en: 'Technicians have taken it on' },
  'stage.caring': { zh: '救治中', bo: 'བཅོས་བཞིན་པ།', en: 'Under treatment' },
  'stage.completed': { zh: '已办结', bo: 'མཇུག་བསྡུས་ཟིན།', en: 'Closed' },
  'stage.duplicate': { zh: '与另一份报告是同一件', bo: 'སྙན་ཞུ་གཞན་དང་གཅིག་མཚུངས།', en: 'The same as another report' },
  'stage.advised': { zh: '已电话指导', bo: 'ཁ་པར་ནས་སློབ་སྟོན་བྱས་ཟིན།', en: 'Advised by telephone' },
  'stage.false': { zh: '核实为不实', bo: 'དངོས་དོན་མིན་པར་ར་སྤྲོད་བྱུང་།', en: 'Found not to be true' },
  'stage.withdrawn': { zh: '已撤回', bo: 'ཕྱིར་འཐེན་བྱས་ཟིན།', en: 'Withdrawn' },
  'step.awaiting': { zh: '派兽医', bo: 'ཕྱུགས་སྨན་པ་བསྐོ།', en: 'A vet is asked' },
  'step.responding': { zh: '技术人员赶去', bo: 'ལག་རྩལ་པ་འགྲོ་བཞིན་པ།', en: 'Technicians are on the way' },
  'step.caring': { zh: '救治', bo: 'བཅོས་ཐབས།', en: 'Treatment' },
  'part.inTreatment': { zh: '救治中', bo: 'བཅོས་བཞིན་པ།', en: 'Under treatment' },
  'part.ended': { zh: '已有结果', bo: 'མཇུག་འབྲས་ཡོད།', en: 'Outcome known' },

  'next.received': {
    zh: '正在找最近的技术人员。',
    bo: 'ཉེ་ཤོས་ཀྱི་ལག་རྩལ་པ་འཚོལ་བཞིན་པ།',
    en: 'The nearest technicians are being found.',
  },
  'next.awaiting': {
    zh: '几分钟内会有人接单；没人接就叫服务站，再叫县里。电话请保持畅通。',
    bo: 'སྐར་མ་ཁ་ཤས་ནང་དང་ལེན་བྱེད། མ་བྱས་ན་ས་ཚིགས་དང་རྫོང་ལ་ཞུ། ཁ་པར་ཁ་ཕྱེ་ནས་ཞོག',
    en: 'Somebody accepts within minutes; otherwise the station is asked, then the county. Keep your telephone on.',
  },
  'next.responding': {
    zh: '技术人员马上出发，请留人在路口等。',
    bo: 'ལག་རྩལ་པ་འགྲོ་བཞིན་པ། ལམ་ཁར་མི་སྒུག་རོགས།',
    en: 'They are setting out; have somebody wait at the road.',
  },
  'next.caring': {
    zh: '正在救治，结果会记在这里。',
    bo: 'བཅོས་བཞིན་པ། མཇུག་འབྲས་འདིར་འགོད།',
    en: 'Under treatment; the outcome will stand here.',
  },

  'clock.acceptance': { zh: '接单时限', bo: 'དང་ལེན་དུས་བཀག', en: 'To be accepted' },
  'clock.departure': { zh: '出发时限', bo: 'འགྲོ་འཛུགས་དུས་བཀག', en: 'To have left' },
  'clock.reminder': { zh: '再次提醒', bo: 'ཡང་བསྐྱར་དྲན་སྐུལ།', en: 'Asked again' },
  'clock.review': { zh: '复查提醒', bo: 'བསྐྱར་ཞིབ་དྲན་སྐུལ།', en: 'To be looked at again' },
  'clock.followUp': { zh: '回访', bo: 'ཕྱིར་ལྟ།', en: 'Follow-up visit' },
  'clock.lateVisit': { zh: '回访逾期提醒', bo: 'ཕྱིར་ལྟ་དུས་ཡོལ།', en: 'Follow-up visit is late' },

  'event.report': { zh: '收到报告', bo: 'སྙན་ཞུ་འབྱོར།', en: 'Report received' },
  'event.triaged': { zh: '编号、定级、派单', bo: 'ཨང་རྟགས་དང་རིམ་པ་གཏན་འཁེལ།', en: 'Numbered, rated and given to a team' },

  'likeness.same-problem': { zh: '同样的情况', bo: 'གནས་ཚུལ་གཅིག་པ།', en: 'the same trouble' },
  'likeness.perhaps-one-disease': { zh: '可能是同一种病', bo: 'ནད་གཅིག་པ་ཡིན་སྲིད།', en: 'perhaps the same disease' },

  'outcome.alive': { zh: '存活', bo: 'གསོན་པོ།', en: 'Alive' },
  'outcome.died': { zh: '死亡', bo: 'ཤི།', en: 'Died' },
  'outcome.stillborn': { zh: '死胎', bo: 'མངལ་ནང་ཤི།', en: 'Stillborn' },
  'outcome.slaughtered': { zh: '急宰', bo: 'བཤས།', en: 'Slaughtered' },
};
