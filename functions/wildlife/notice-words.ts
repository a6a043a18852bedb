import type { Catalogue } from '../../shared/i18n.ts';

/**
 * Sentences of the public notice, and names of stages of one animal. The Tibetan texts (bo) are drafts and AWAIT A NATIVE
 * SPEAKER'S REVIEW.
 */
export const noticeWords: Catalogue = {
  'notice.total': {
    zh: '{from}至{to}，{area}共处置野生动物救助案件{cases}起，涉及野生动物{animals}只',
    bo: '{from} ནས་ {to} བར་ {area} ནས་རི་སྐྱེས་སྲོག་ཆགས་སྐྱོབ་པའི་ལས་དོན་ {cases} སྒྲུབ་པ་དང་། སྲོག་ཆགས་ {animals} ལ་འབྲེལ།',
    en: 'From {from} to {to}, {area} handled {cases} wildlife rescue cases with {animals} animals',
  },
  'notice.classes': { zh: '，其中{list}。', bo: ' དེའི་ནང་ {list} ཡོད།', en: ': {list}.' },
  'notice.part': { zh: '{what}{count}只', bo: '{what} {count}', en: '{count} {what}' },
  'notice.comma': { zh: '、', bo: ' དང་ ', en: ', ' },
  'notice.outcomes': {
    zh: '经专业评估与救治：{list}。',
    bo: 'ཆེད་ལས་དཔྱད་དཔོག་དང་སྨན་བཅོས་བརྒྱུད་རྗེས། {list}',
    en: 'After professional assessment and treatment: {list}.',
  },
  'notice.deaths': {
    zh: '死亡的{died}只中，{list}。',
    bo: 'ཤི་བ་ {died} ནང་ནས། {list}',
    en: 'Of the {died} dead: {list}.',
  },
  'notice.disposed-all': {
    zh: '死亡的{count}只均已按规定进行无害化处理。',
    bo: 'ཤི་བ་ {count} ཚང་མ་སྒྲིག་སྲོལ་ལྟར་གནོད་མེད་ཐག་གཅོད་བྱས་ཟིན།',
    en: 'All {count} dead animals were disposed of harmlessly as the rules require (harmless disposal).',
  },
  'notice.disposed-some': {
    zh: '{died}只死亡个体中，{count}只已按规定作无害化处理。',
    bo: 'ཤི་བ་ {died} ནང་ནས་ {count} གནོད་མེད་ཐག་གཅོད་བྱས་ཟིན།',
    en: 'Of the {died} dead animals, {count} were disposed of harmlessly so far.',
  },
  'notice.sources': {
    zh: '线索来源（按案件计）：{list}；共收到报告{reports}份，其中重复报告{duplicates}份。',
    bo: 'འབྱུང་ཁུངས། {list} སྙན་ཞུ་ {reports} འབྱོར་བའི་ནང་ {duplicates} བསྐྱར་ཟློས་ཡིན།',
    en: 'Clues, by case: {list}; {reports} reports came in, {duplicates} of them duplicates.',
  },
  'notice.open': {
    zh: '另有{count}起正在办理。',
    bo: 'ལས་དོན་ {count} ད་དུང་སྒྲུབ་བཞིན་པ།',
    en: '{count} cases are still open.',
  },
  'notice.case-part': { zh: '{what}{count}起', bo: '{what} {count}', en: '{count} {what}' },
  'notice.what.national-1': { zh: '国家一级', bo: 'རྒྱལ་ཁབ་རིམ་པ་དང་པོ།', en: 'of national class I (国家一级)' },
  'notice.what.national-2': { zh: '国家二级', bo: 'རྒྱལ་ཁབ་རིམ་པ་གཉིས་པ།', en: 'of national class II (国家二级)' },
  'notice.what.regional': { zh: '自治区重点保护', bo: 'རང་སྐྱོང་ལྗོངས་ཀྱི་སྲུང་སྐྱོབ།', en: 'of the region’s own list' },
  'notice.what.protected': { zh: '三有', bo: 'རིན་ཐང་གསུམ་ལྡན།', en: 'of the list of value (三有)' },
  'notice.what.none': { zh: '未列入名录', bo: 'མིང་ཐོའི་ནང་མེད་པ།', en: 'of no list' },
  'notice.what.released': { zh: '康复放归', bo: 'དྲག་ནས་གློད་བཀྲོལ།', en: 'recovered and released' },
  'notice.what.transferred_to_rescue_centre': {
    zh: '转送救助中心',
    bo: 'སྐྱོབ་གསོ་ལྟེ་གནས་སུ་སྐྱེལ་བ།',
    en: 'moved to a rescue centre',
  },
  'notice.what.transferred_to_institute': {
    zh: '移交研究机构',
    bo: 'ཞིབ་འཇུག་ཁང་ལ་རྩིས་སྤྲོད།',
    en: 'handed over to an institute',
  },
  'notice.what.died': { zh: '死亡', bo: 'ཤི་བ།', en: 'dead' },
  'notice.what.died_in_treatment': { zh: '经救治无效死亡', bo: 'སྨན་བཅོས་ནུས་མེད་ཤི་བ།', en: 'died despite treatment' },
  'notice.what.found_dead': { zh: '发现时已在野外死亡', bo: 'རྙེད་དུས་ཤི་ཟིན་པ།', en: 'already dead when found' },
  'notice.what.escaped': { zh: '自行逃离', bo: 'རང་ཉིད་བྲོས་པ།', en: 'escaped' },
  'notice.what.resident': { zh: '群众报告', bo: 'མང་ཚོགས་ཀྱི་སྙན་ཞུ།', en: 'from residents' },
  'notice.what.ranger': { zh: '巡护员发现', bo: 'སྐོར་སྲུང་པས་རྙེད་པ།', en: 'from rangers’ patrols' },
  'outcome.died': { zh: '死亡', bo: 'ཤི་བ།', en: 'Died' },

  'part.inCare': { zh: '救护中', bo: 'སྐྱོབ་གསོ་བྱེད་བཞིན་པ།', en: 'In care' },
  'part.onTime': { zh: '转运中', bo: 'སྐྱེལ་འདྲེན་བྱེད་བཞིན་པ།', en: 'In transport' },
  'part.overdue': { zh: '转运超时', bo: 'སྐྱེལ་འདྲེན་དུས་ཡོལ།', en: 'Transport overdue' },
  'part.awaitingReceiver': { zh: '等待接收', bo: 'ལེན་མཁན་སྒུག་བཞིན་པ།', en: 'Awaiting the receiver' },
  'part.awaitingInspection': { zh: '待检疫', bo: 'རིམས་བཤེར་སྒུག་བཞིན་པ།', en: 'Awaiting inspection' },
  'part.awaitingDisposal': { zh: '待无害化处理', bo: 'གནོད་མེད་ཐག་གཅོད་སྒུག་བཞིན་པ།', en: 'Awaiting disposal' },
  'part.disposed': { zh: '已无害化处理', bo: 'གནོད་མེད་ཐག་གཅོད་ཟིན།', en: 'Disposed of' },
  'part.released': { zh: '已放归', bo: 'གློད་བཀྲོལ་ཟིན།', en: 'Released' },
  'part.transferred': { zh: '已移交', bo: 'རྩིས་སྤྲོད་ཟིན།', en: 'Handed over' },
  'part.escaped': { zh: '已逃逸', bo: 'བྲོས་ཟིན།', en: 'Escaped' },

  'event.clock.acceptance': { zh: '到时限无人接单', bo: 'དུས་བཀག་ཐོག་དང་ལེན་བྱེད་མཁན་མེད།', en: 'Nobody accepted in time' },
  'event.clock.reminder': { zh: '再次提醒负责人', bo: 'འགན་འཁུར་བ་ཡང་བསྐྱར་དྲན་སྐུལ།', en: 'The lead was reminded again' },
  'event.clock.arrival': { zh: '到时限没有到场', bo: 'དུས་བཀག་ཐོག་མ་སླེབས།', en: 'Nobody arrived in time' },
  'event.clock.review': { zh: '复查提醒', bo: 'བསྐྱར་ཞིབ་དྲན་སྐུལ།', en: 'Reminder to look again' },
  'event.clock.transport': { zh: '转运超时', bo: 'སྐྱེལ་འདྲེན་དུས་ཡོལ།', en: 'The transport is overdue' },
};
