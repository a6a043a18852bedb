import type { Catalogue } from '../../../shared/i18n.ts';

/** Words of the officers' page. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const tipsWords: Catalogue = {
  'desk.tips': { zh: '举报', bo: 'གསང་ཞུ།', en: 'Tip-offs' },
  'tips.none': { zh: '没有这样的举报。', bo: 'གསང་ཞུ་མེད།', en: 'There are no such tip-offs.' },
  'tips.closed': { zh: '已办结', bo: 'མཇུག་བསྡུས་པ།', en: 'Closed' },
  'tips.no-messages': { zh: '还没有消息。', bo: 'འཕྲིན་ཐུང་མེད།', en: 'No messages yet.' },
  'tips.unread': { zh: '未阅', bo: 'མ་བཀླགས།', en: 'unread' },
  'tips.read': { zh: '阅看', bo: 'ཀློག', en: 'Read' },
  'tips.read.reason': { zh: '为什么阅看（会留下记录）', bo: 'ཀློག་དགོས་པའི་རྒྱུ་མཚན།', en: 'Why you read it (put on record)' },
  'tips.back': { zh: '合上', bo: 'ཁ་རྒྱོབ།', en: 'Close it' },
  'tips.place': { zh: '地点', bo: 'ས་གནས།', en: 'Place' },
  'tips.account': { zh: '所见', bo: 'མཐོང་བ།', en: 'What was seen' },
  'tips.seen-on': { zh: '看到的日期', bo: 'མཐོང་བའི་ཉིན།', en: 'Seen on' },
  'tips.messages': { zh: '往来消息', bo: 'འཕྲིན་ཐུང་།', en: 'Messages' },
  'tips.sender': { zh: '举报人', bo: 'ཞུ་མཁན།', en: 'The sender' },
  'tips.readings': { zh: '谁看过', bo: 'སུས་བཀླགས།', en: 'Who has read it' },
  'tips.rewards': { zh: '举报奖励', bo: 'གསང་ཞུའི་བྱ་དགའ།', en: 'Rewards for tip-offs' },
};
