import type { Catalogue } from '../../shared/i18n.ts';

/** Words of the mails of pairs and activities. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const mailWords: Catalogue = {
  'mail.hello': { zh: '{name}，您好：', bo: '{name} ལགས།', en: 'Dear {name},' },
  'mail.growth.open': { zh: '打开工作台', bo: 'ལས་ཀའི་སྟེགས་བུ་ཁ་ཕྱེ།', en: 'Open the desk' },
  'mail.mentorship.begun.subject': {
    zh: '师徒结对：{mentor} 与 {newcomer}',
    bo: 'དགེ་སློབ། {mentor} དང་ {newcomer}',
    en: '{mentor} is mentor of {newcomer}',
  },
  'mail.mentorship.begun.text': {
    zh: '{mentor} 担任 {newcomer} 的导师，重点是{focus}，从 {from} 到 {until}。每次辅导后请两人各写一段记录。',
    bo: '{mentor} ནི་ {newcomer} ཡི་སྟོན་པ་ཡིན། གཙོ་གནད། {focus} {from} ནས་ {until} བར། ཐེངས་རེའི་རྗེས་གཉིས་ཀས་ཟིན་ཐོ་འབྲི་རོགས།',
    en: '{mentor} is mentor of {newcomer} for {focus}, from {from} to {until}. After each session, please note your side, both of you.',
  },
  'mail.mentorship.extended.subject': {
    zh: '结对延长到 {until}',
    bo: 'དགེ་སློབ་ {until} བར་འཕར།',
    en: 'Your pair goes on until {until}',
  },
  'mail.mentorship.extended.text': {
    zh: '{mentor} 与 {newcomer} 的结对延长到 {until}。',
    bo: '{mentor} དང་ {newcomer} ཡི་དགེ་སློབ་ {until} བར་འཕར།',
    en: '{mentor} and {newcomer} go on until {until}.',
  },
  'mail.mentorship.nudge.subject': {
    zh: '该见一面了：{mentor} 与 {newcomer}',
    bo: 'ཐུག་འཕྲད་གནང་རོགས། {mentor} དང་ {newcomer}',
    en: 'Time to meet: {mentor} and {newcomer}',
  },
  'mail.mentorship.nudge.text': {
    zh: '自 {last} 以来没有辅导记录。请约个时间，就{focus}谈一谈。',
    bo: '{last} ནས་ཁྲིད་སྟོན་ཟིན་ཐོ་མེད། དུས་ཚོད་གཏན་འཁེལ་ནས་ {focus} སྐོར་གླེང་མོལ་གནང་རོགས།',
    en: 'There has been no session since {last}. Please find a time to talk about {focus}.',
  },
  'mail.mentorship.judging.subject': {
    zh: '请评价结对：{mentor} 与 {newcomer}',
    bo: 'དཔྱད་མཆན་འབྲི་རོགས། {mentor} དང་ {newcomer}',
    en: 'Please judge: {mentor} and {newcomer}',
  },
  'mail.mentorship.judging.text': {
    zh: '结对（{focus}，{from} 至 {until}）已到期，请写下评价。{reason}',
    bo: 'དགེ་སློབ་（{focus}། {from} ནས་ {until}）དུས་ཚང་། དཔྱད་མཆན་འབྲི་རོགས། {reason}',
    en: 'The pair ({focus}, {from} to {until}) has ended. Please say how it went. {reason}',
  },
  'mail.mentorship.closed.subject': {
    zh: '结对结束：{mentor} 与 {newcomer}',
    bo: 'དགེ་སློབ་མཇུག་གྲུབ། {mentor} དང་ {newcomer}',
    en: 'Closed: {mentor} and {newcomer}',
  },
  'mail.mentorship.closed.text': {
    zh: '三方评价已齐，结对结束。',
    bo: 'དཔྱད་མཆན་ཚང་བས་དགེ་སློབ་མཇུག་གྲུབ།',
    en: 'All have judged; the pair is closed.',
  },
  'mail.mentorship.broken-off.subject': {
    zh: '结对中止：{mentor} 与 {newcomer}',
    bo: 'དགེ་སློབ་བར་ཆད། {mentor} དང་ {newcomer}',
    en: 'Broken off: {mentor} and {newcomer}',
  },
  'mail.mentorship.broken-off.text': {
    zh: '结对已中止。理由：{reason}',
    bo: 'དགེ་སློབ་བར་ཆད་བྱས། རྒྱུ་མཚན། {reason}',
    en: 'The pair was broken off. Reason: {reason}',
  },

  'mail.activity.sides': {
    zh: '辩题：{motion}\n正方：{for}\n反方：{against}\n主席：{chair}',
    bo: 'རྩོད་གཞི། {motion}\nའཐད་ཕྱོགས། {for}\nམི་འཐད་ཕྱོགས། {against}\nགཙོ་སྐྱོང་། {chair}',
    en: 'Motion: {motion}\nFor: {for}\nAgainst: {against}\nChair: {chair}',
  },
  'mail.activity.best': { zh: '最佳辩手：{name}', bo: 'གཏམ་མཁས་ཤོས། {name}', en: 'Best speaker: {name}' },
  'mail.activity.announced.subject': { zh: '活动：{title}', bo: 'བྱེད་སྒོ། {title}', en: '{title}' },
  'mail.activity.announced.text': {
    zh: '{title}\n时间：{starts}\n地点：{place}\n{sides}',
    bo: '{title}\nདུས་ཚོད། {starts}\nས་གནས། {place}\n{sides}',
    en: '{title}\nWhen: {starts}\nWhere: {place}\n{sides}',
  },
  'mail.activity.changed.subject': { zh: '活动有调整：{title}', bo: 'བྱེད་སྒོ་བསྒྱུར། {title}', en: 'Changed: {title}' },
  'mail.activity.changed.text': {
    zh: '{title}\n时间：{starts}\n地点：{place}\n{sides}',
    bo: '{title}\nདུས་ཚོད། {starts}\nས་གནས། {place}\n{sides}',
    en: '{title}\nWhen: {starts}\nWhere: {place}\n{sides}',
  },
  'mail.activity.soon.subject': {
    zh: '即将举行：{title}（{starts}）',
    bo: 'མི་རིང་བར། {title}（{starts}）',
    en: 'Soon: {title} ({starts})',
  },
  'mail.activity.soon.text': {
    zh: '{title}\n时间：{starts}\n地点：{place}\n{sides}',
    bo: '{title}\nདུས་ཚོད། {starts}\nས་གནས། {place}\n{sides}',
    en: '{title}\nWhen: {starts}\nWhere: {place}\n{sides}',
  },
  'mail.activity.cancelled.subject': { zh: '活动取消：{title}', bo: 'བྱེད་སྒོ་ཕྱིར་འཐེན། {title}', en: 'Cancelled: {title}' },
  'mail.activity.cancelled.text': {
    zh: '{title}（{starts}）已取消。原因：{reason}',
    bo: '{title}（{starts}）ཕྱིར་འཐེན། རྒྱུ་མཚན། {reason}',
    en: '{title} ({starts}) was cancelled. Reason: {reason}',
  },
  'mail.activity.concluded.subject': {
    zh: '活动总结：{title}',
    bo: 'ཕྱོགས་བསྡོམས། {title}',
    en: 'What was learned: {title}',
  },
  'mail.activity.concluded.text': {
    zh: '{learned}\n{outcome}',
    bo: '{learned}\n{outcome}',
    en: '{learned}\n{outcome}',
  },
  'mail.activity.unrecorded.subject': {
    zh: '请登记到场：{title}',
    bo: 'ཞུགས་མི་འགོད་རོགས། {title}',
    en: 'Who came? {title}',
  },
  'mail.activity.unrecorded.text': {
    zh: '{title}（{starts}）已过，还没有登记谁到了场。',
    bo: '{title}（{starts}）ཟིན་ཡང་ཞུགས་མི་མ་བཀོད།',
    en: '{title} ({starts}) is over, and nobody has noted who came.',
  },
};
