import type { Catalogue } from '../../shared/i18n.ts';

/** Words of the settings of the journal. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const settingsWords: Catalogue = {
  title: { zh: '双最周记', bo: 'མཆོག་གཉིས་བདུན་ཐོ།', en: 'Journal of the week' },
  'setting.enabled': { zh: '是否写周记', bo: 'བདུན་ཐོ་འབྲི་མིན།', en: 'Whether the unit keeps one' },
  'source.enabled': {
    zh: '社区写周记的做法',
    bo: 'སྡེ་ཁུལ་གྱིས་བདུན་ཐོ་འབྲི་བའི་ལག་ལེན།',
    en: 'Communities keep it; other units may',
  },
  'none.enabled': {
    zh: '社区写，其他单位不写',
    bo: 'སྡེ་ཁུལ་གྱིས་འབྲི། ལས་ཁུངས་གཞན་གྱིས་མི་འབྲི།',
    en: 'Communities do, other units do not',
  },
  'setting.plan': { zh: '周计划', bo: 'བདུན་གྱི་འཆར་གཞི།', en: 'Plan due' },
  'setting.check': { zh: '周中检视', bo: 'བདུན་དཀྱིལ་ཞིབ་བཤེར།', en: 'Check due' },
  'setting.ask': {
    zh: '提醒未写反思的人',
    bo: 'བསམ་ཞིབ་མ་བྲིས་མཁན་ལ་དྲན་སྐུལ།',
    en: 'People without a reflection are reminded',
  },
  'setting.reflect': { zh: '反思截止', bo: 'བསམ་ཞིབ་དུས་བཀག', en: 'Reflection due' },
  'setting.meeting': { zh: '周例会', bo: 'བདུན་རེའི་ཚོགས་འདུ།', en: 'Weekly meeting' },
  'setting.minutesPerItem': {
    zh: '例会每项时间',
    bo: 'ཚོགས་འདུའི་དོན་ཚན་རེའི་དུས་ཚོད།',
    en: 'Time for each item of the meeting',
  },
  'setting.rectifyDays': { zh: '整改默认期限', bo: 'ཡོ་བསྲང་གི་དུས་བཀག', en: 'A rectification is due in' },
  'setting.escalateDays': {
    zh: '逾期多久提醒第一书记',
    bo: 'དུས་འགོལ་ཉིན་ག་ཚོད་རྗེས་ཧྲུའུ་ཅི་དང་པོར་དྲན་སྐུལ།',
    en: 'Overdue until the first secretary has mail',
  },
  'setting.verifyDays': {
    zh: '待核验再次提醒',
    bo: 'ཞིབ་བཤེར་ཡང་བསྐྱར་དྲན་སྐུལ།',
    en: 'Those who may verify are asked again after',
  },
  'setting.topics': { zh: '问题类别', bo: 'གནད་དོན་རིགས།', en: 'Topics' },
  'field.words': { zh: '自动识别的词', bo: 'རང་འགུལ་ངོས་འཛིན་གྱི་ཚིག', en: 'Words that it is known by' },
};
