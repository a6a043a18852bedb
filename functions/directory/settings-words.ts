import type { Catalogue } from '../../shared/i18n.ts';

/** Words of what is public of a unit. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const publicWords: Catalogue = {
  title: { zh: '对外发布', bo: 'སྤྱི་བསྒྲགས།', en: 'Publication' },
  'setting.verified': {
    zh: '管理员已核实单位身份',
    bo: 'དོ་དམ་པས་ལས་ཁུངས་ཀྱི་ཐོབ་ཐང་ཞིབ་བཤེར་བྱས་ཟིན།',
    en: 'An administrator has verified who the unit is',
  },
  'source.verified': {
    zh: '本系统的规则：未核实的单位不能发布',
    bo: 'མ་ལག་འདིའི་སྒྲིག་གཞི། ཞིབ་བཤེར་མ་བྱས་པའི་ལས་ཁུངས་ཀྱིས་བསྒྲགས་མི་ཆོག',
    en: 'Kora’s own rule: nothing is published for a unit that nobody has verified',
  },
};

/** Words of a unit's calendar. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const calendarWords: Catalogue = {
  title: { zh: '假日', bo: 'གུང་སེང་།', en: 'Days off' },
  'setting.off': { zh: '本地放假', bo: 'ས་གནས་ཀྱི་གུང་སེང་།', en: 'Local days off' },
  'source.off': {
    zh: '当地政府的放假通知；全国的假日另按国务院办公厅通知',
    bo: 'ས་གནས་སྲིད་གཞུང་གི་གུང་སེང་བརྡ་ཐོ། རྒྱལ་ཡོངས་ཀྱི་གུང་སེང་རྒྱལ་སྲིད་སྤྱི་ཁྱབ་ཁང་གི་བརྡ་ཐོ་ལྟར།',
    en: 'The local government’s notices; holidays of the whole country follow the State Council’s',
  },
  'setting.working': { zh: '本地调休上班', bo: 'ས་གནས་ཀྱི་ཁ་གསབ་ལས་ཉིན།', en: 'Local make-up working days' },
  'source.working': {
    zh: '当地政府的放假通知',
    bo: 'ས་གནས་སྲིད་གཞུང་གི་གུང་སེང་བརྡ་ཐོ།',
    en: 'The local government’s notices',
  },
  'field.from': { zh: '第一天', bo: 'ཉིན་དང་པོ།', en: 'First day' },
  'field.to': { zh: '最后一天', bo: 'ཉིན་མཐའ་མ།', en: 'Last day' },
  'field.source': { zh: '依据', bo: 'གཞི་འཛིན་ས།', en: 'Laid down by' },
};
