import type { Catalogue } from '../../shared/i18n.ts';

/** Words of the settings of notices. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const settingsWords: Catalogue = {
  title: { zh: '公告栏', bo: 'བརྡ་ཐོའི་པང་ལེབ།', en: 'Notice board' },
  'setting.complaintLimit': {
    zh: '多少人举报后先下架',
    bo: 'མི་ག་ཚོད་ཀྱིས་ཞུ་གཏུག་བྱས་ན་གནས་སྐབས་སུ་ཕབ།',
    en: 'Complaints that take a notice off the page',
  },
};
