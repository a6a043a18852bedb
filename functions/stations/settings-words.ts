import type { Catalogue } from '../../shared/i18n.ts';

/** Words of the settings of rest stations. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const settingsWords: Catalogue = {
  title: { zh: '爱心驿站', bo: 'བརྩེ་སེམས་ས་ཚིགས།', en: 'Rest stations' },
  'setting.acknowledgeWithin': {
    zh: '报修后确认时限',
    bo: 'སྐྱོན་སྙན་ཞུའི་རྗེས་ངོས་ལེན་དུས་བཀག',
    en: 'A fault is taken notice of within',
  },
  'setting.mendWithin': {
    zh: '修好时限（未约定日期的）',
    bo: 'བཟོ་བཅོས་དུས་བཀག（ཉིན་གཏན་མེད་ན）',
    en: 'A fault is mended within, where no day was named',
  },
};
