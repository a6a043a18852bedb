import type { Catalogue } from '../../shared/i18n.ts';

/** What mails about every type of case say alike. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const caseMailWords: Catalogue = {
  'mail.information.subject': { zh: '有补充情况：{what}', bo: 'གནས་ཚུལ་ཁ་སྣོན། {what}', en: 'New information: {what}' },
  'mail.information.lead': { zh: '补充：{text}', bo: 'ཁ་སྣོན། {text}', en: 'Added: {text}' },
  'mail.duplicates.subject': {
    zh: '可能重复：{what}',
    bo: 'གཅིག་པ་ཡིན་སྲིད། {what}',
    en: 'Perhaps reported twice: {what}',
  },
  'mail.duplicates.lead': {
    zh: '附近同时还有别的报告，请一并查看。',
    bo: 'ཉེ་འཁོར་ནས་དུས་མཚུངས་སྙན་ཞུ་གཞན་ཡང་འབྱོར་འདུག མཉམ་དུ་གཟིགས་རོགས།',
    en: 'Other reports came in from close by at the same time; please look at them together.',
  },
  'mail.merged.subject': { zh: '又有一份报告：{what}', bo: 'སྙན་ཞུ་གཞན་ཞིག {what}', en: 'Reported once more: {what}' },
  'mail.merged.lead': {
    zh: '另一份报告说的是同一件事，已并入这一件。',
    bo: 'སྙན་ཞུ་གཞན་ཞིག་གིས་དོན་གཅིག་པ་བརྗོད་པས་འདི་དང་བསྡུས་ཟིན།',
    en: 'Another report is about the same matter; it was merged into this case.',
  },
  'mail.reporter.receipt': {
    zh: '凭回执号可以查进度、补充情况。回执号只有您有，邮件里没有。',
    bo: 'འབྱོར་འཛིན་ཨང་རྟགས་བཀོལ་ནས་འཕེལ་རིམ་ལྟ་ཆོག ཨང་རྟགས་ནི་ཁྱེད་རང་ཁོ་ན་ལ་ཡོད།',
    en: 'Follow it and add to it with your receipt number. Only you have that number; it is not in this mail.',
  },
  'mail.reporter.link': { zh: '查进度', bo: 'འཕེལ་རིམ་ལྟ་བ།', en: 'Follow the report' },
  'mail.fact.number': { zh: '编号：{number}', bo: 'ཨང་རྟགས། {number}', en: 'Case: {number}' },
  'mail.fact.urgency': { zh: '紧急程度：{urgency}', bo: 'ཛ་དྲག་རིམ་པ། {urgency}', en: 'Urgency: {urgency}' },
  'mail.fact.where': { zh: '地点：{place}', bo: 'ས་གནས། {place}', en: 'Place: {place}' },
  'mail.fact.coordinates': {
    zh: '经纬度：{coordinates}',
    bo: 'འཕྲེད་གཞུང་ཐིག {coordinates}',
    en: 'Coordinates: {coordinates}',
  },
  'mail.time': { zh: '{time}（北京时间，Asia/Shanghai）', bo: '{time} (Asia/Shanghai)', en: '{time} (Asia/Shanghai)' },
  'mail.contact': {
    zh: '报告人的联系方式请登录工作台查看。',
    bo: 'སྙན་ཞུ་བའི་འབྲེལ་གཏུགས་ལས་ཀའི་སྟེགས་བུར་ལྟོས།',
    en: 'How to reach the reporter stands on the staff desk.',
  },
  'mail.desk': { zh: '在工作台打开', bo: 'ལས་ཀའི་སྟེགས་བུར་ཁ་ཕྱེ།', en: 'Open it on the desk' },
};
