import type { Catalogue } from '../../shared/i18n.ts';

/** Words of the mails about notices. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const mailWords: Catalogue = {
  'mail.hello': { zh: '{name}，您好：', bo: '{name} ལགས།', en: 'Dear {name},' },
  'mail.notice.open': { zh: '打开工作台', bo: 'ལས་ཀའི་སྟེགས་བུ་ཁ་ཕྱེ།', en: 'Open the desk' },
  'mail.notice.complaint.subject': { zh: '有人举报：{title}', bo: 'སྙན་ཞུ་བྱུང་། {title}', en: 'Reported: {title}' },
  'mail.notice.complaint.text': {
    zh: '有人举报这条信息：{reason}。{words}\n现有 {count} 次举报，满 {limit} 次将自动撤下，等您处理。',
    bo: 'འདི་སྙན་ཞུ་བྱུང་། {reason} {words}\nསྙན་ཞུ་ཐེངས་ {count} བྱུང་། ཐེངས་ {limit} ཚང་ན་རང་འགུལ་གྱིས་བཀག',
    en: 'Somebody reports this: {reason}. {words}\n{count:There is # report|There are # reports} now; {limit} take it off the page until you decide.',
  },
  'mail.notice.held.subject': {
    zh: '已撤下，请处理：{title}',
    bo: 'བཀག་ཟིན། ཐག་གཅོད་རོགས། {title}',
    en: 'Taken off, please decide: {title}',
  },
  'mail.notice.held.text': {
    zh: '这条信息被举报 {count} 次（最近一次：{reason}。{words}），已从公开页面撤下。请核实后决定恢复显示或撤回。',
    bo: 'འདི་སྙན་ཞུ་ཐེངས་ {count} བྱུང་（མཇུག་མཐའ། {reason} {words}）བས་ཕྱི་བསྒྲགས་ཤོག་ངོས་ནས་བཀག ཞིབ་བཤེར་བྱས་ནས་ཐག་གཅོད་རོགས།',
    en: 'This was reported {count:once|# times} (last: {reason}. {words}) and is off the public page. Please check it and decide: show it again, or withdraw it.',
  },
};
