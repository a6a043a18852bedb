import type { Catalogue } from '../../shared/i18n.ts';

/** Words of the settings of campaigns. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const settingsWords: Catalogue = {
  title: { zh: '宣传活动', bo: 'དྲིལ་བསྒྲགས་བྱེད་སྒོ།', en: 'Campaigns' },
  'setting.materials': { zh: '发放的材料', bo: 'བགོས་པའི་ཡིག་ཆ།', en: 'What is handed out' },
  'setting.silentDays': {
    zh: '多久没有活动就提醒（0 为不提醒）',
    bo: 'ཉིན་ག་ཚོད་བྱེད་སྒོ་མེད་ན་དྲན་སྐུལ།（༠ ན་དྲན་སྐུལ་མེད）',
    en: 'Without a session until the unit is reminded; 0 for never',
  },
};
