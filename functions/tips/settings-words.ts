import type { Catalogue } from '../../shared/i18n.ts';

/** Words of the settings of tip-offs. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const settingsWords: Catalogue = {
  title: { zh: '线索举报', bo: 'གསང་བའི་སྙན་ཞུ།', en: 'Tip-offs' },
  'setting.remind': {
    zh: '未读线索再次提醒',
    bo: 'མ་ཀློག་པའི་སྙན་ཞུ་དྲན་སྐུལ།',
    en: 'Officers are asked again while unread, every',
  },
  'setting.keep': { zh: '办结后保存多久', bo: 'མཇུག་བསྡུས་རྗེས་ཉར་ཚགས་དུས་ཡུན།', en: 'Kept after its end for' },
  'source.keep': {
    zh: '举报页面承诺：最迟半年后删除',
    bo: 'སྙན་ཞུའི་ཤོག་ངོས་ཀྱི་ཁས་ལེན། ལོ་ཕྱེད་ནང་བསུབ།',
    en: 'The page’s promise: deleted after half a year at the latest',
  },
  'setting.claimWindow': { zh: '奖励领取期限', bo: 'བྱ་དགའ་ལེན་པའི་དུས་བཀག', en: 'A reward can be collected for' },
  'source.claimWindow': {
    zh: '法律规定：两个月内领取',
    bo: 'ཁྲིམས་ཀྱི་གཏན་འབེབས། ཟླ་བ་གཉིས་ནང་ལེན།',
    en: 'By law: collected within two months',
  },
  'setting.mostFen': { zh: '一条线索最高奖励', bo: 'སྙན་ཞུ་གཅིག་གི་བྱ་དགའ་མཐོ་ཤོས།', en: 'Highest reward for one tip-off' },
  'setting.marking': { zh: '奖励标准', bo: 'བྱ་དགའི་ཚད་གཞི།', en: 'Standing of the amounts' },
  'choice.example': { zh: '示例', bo: 'དཔེ་མཚོན།', en: 'Example' },
  'choice.adopted': { zh: '已正式采用', bo: 'དངོས་སུ་སྤྱོད་པ།', en: 'Adopted' },
};
