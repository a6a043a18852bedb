import type { Catalogue } from '../../shared/i18n.ts';

/** Words of the settings of growth. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const settingsWords: Catalogue = {
  title: { zh: '人员成长', bo: 'མི་སྣའི་འཚར་ལོངས།', en: 'Growth' },
  'setting.focuses': { zh: '传帮带的重点', bo: 'སློབ་སྟོན་གྱི་གཙོ་གནད།', en: 'What newcomers learn from mentors' },
  'source.focuses': {
    zh: '已公布的做法：政策宣讲、隐患排查、矛盾调解',
    bo: 'སྤྱི་བསྒྲགས་ལག་ལེན། སྲིད་ཇུས་དྲིལ་བསྒྲགས། ཉེན་ཁ་ཞིབ་བཤེར། འགལ་ཟླ་འདུམ་སྒྲིག',
    en: 'As published: policy outreach, hazard inspection, dispute mediation',
  },
  'setting.nudgeDays': {
    zh: '多久没有活动就提醒',
    bo: 'ཉིན་ག་ཚོད་བྱེད་སྒོ་མེད་ན་དྲན་སྐུལ།',
    en: 'Without a session until a pair is reminded',
  },
};
