import type { Catalogue } from '../../shared/i18n.ts';

/** Words of cases of every type, besides those that all capabilities share. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const caseWords: Catalogue = {
  'fact.submittedBy': { zh: '由谁录入', bo: 'སུས་བཀོད་པ།', en: 'Entered by' },

  'event.duplicates.found': {
    zh: '发现附近的其他报告',
    bo: 'ཉེ་འཁོར་གྱི་སྙན་ཞུ་གཞན་མཐོང་།',
    en: 'Other reports close by were found',
  },
  'likeness.near': { zh: '地点很近', bo: 'ས་གནས་ཉེ་བ།', en: 'near each other' },
  'likeness.same-township': { zh: '同一乡镇', bo: 'ཤང་གཅིག་པ།', en: 'the same township' },
  'likeness.within-the-hour': { zh: '相隔不到一小时', bo: 'ཆུ་ཚོད་གཅིག་ནང་།', en: 'within an hour' },
  'likeness.within-days': { zh: '时间相近', bo: 'དུས་ཚོད་ཉེ་བ།', en: 'around the same time' },
  'likeness.same-species': { zh: '同一种动物', bo: 'རིགས་གཅིག་པ།', en: 'the same species' },
};
