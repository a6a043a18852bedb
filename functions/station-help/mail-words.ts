import type { Catalogue } from '../../shared/i18n.ts';

/** What mails about help at stations say. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const mailWords: Catalogue = {
  'mail.post.subject': {
    zh: '驿站紧急求助，请马上接单：{what}',
    bo: 'ངལ་གསོ་ཁང་ནས་ཛ་དྲག་རོགས་སྐྱོར། {what}',
    en: 'Urgent help at the station in your building: {what}',
  },
  'mail.post.lead': {
    zh: '同一楼里的爱心驿站有人紧急求助，请在 {due} 前接单。到时没人接，会叫管理驿站的单位。',
    bo: 'ཁང་པ་གཅིག་པའི་ངལ་གསོ་ཁང་དུ་ཛ་དྲག་རོགས་སྐྱོར་ཞུ་མཁན་ཡོད། {due} གོང་དང་ལེན་གནང་རོགས།',
    en: 'Somebody at the rest station in your building needs help. Please accept by {due}; otherwise those who keep the station are asked.',
  },
  'mail.keeper.subject': {
    zh: '驿站求助，请接单：{what}',
    bo: 'ངལ་གསོ་ཁང་གི་རོགས་སྐྱོར། {what}',
    en: 'Help at a station: {what}',
  },
  'mail.keeper.lead': {
    zh: '爱心驿站有人求助，还没有人接。请在 {due} 前接单，否则请总工会负责人安排。',
    bo: 'ངལ་གསོ་ཁང་དུ་རོགས་སྐྱོར་ཞུ་མཁན་ཡོད། {due} གོང་དང་ལེན་གནང་རོགས། མིན་ན་བཟོ་ཚོགས་འགན་འཁུར་བར་ཞུ།',
    en: 'Somebody asks for help at a station, and nobody has taken it on. Please accept by {due}; otherwise the union’s lead is asked.',
  },
  'mail.union.subject': { zh: '仍无人接单：{what}', bo: 'ད་དུང་དང་ལེན་མེད། {what}', en: 'Still not accepted: {what}' },
  'mail.union.lead': {
    zh: '驿站求助在时限内没有人接，请马上安排人员。{due} 再次提醒。',
    bo: 'དུས་བཀག་ནང་སུས་ཀྱང་དང་ལེན་མ་བྱས། ལམ་སང་མི་སྣ་བཀོད་སྒྲིག་གནང་རོགས། {due} ཡང་བསྐྱར་དྲན་སྐུལ།',
    en: 'Nobody has accepted in time. Please send somebody at once; you are asked again at {due}.',
  },
  'mail.accepted.subject': { zh: '已有人接单：{what}', bo: 'དང་ལེན་བྱས་ཟིན། {what}', en: 'Somebody has accepted: {what}' },
  'mail.accepted.lead': {
    zh: '{name} 已接单，其他人不用再去。',
    bo: '{name} ཡིས་དང་ལེན་བྱས་ཟིན།',
    en: '{name} has accepted; nobody else needs to go.',
  },
  'mail.help-review.subject': {
    zh: '请记录处置情况：{what}',
    bo: 'རོགས་སྐྱོར་འགོད་རོགས། {what}',
    en: 'What was done? {what}',
  },
  'mail.help-review.lead': {
    zh: '已接单，还没有记录怎么处置的。',
    bo: 'དང་ལེན་བྱས་ཟིན་ཀྱང་ཇི་ལྟར་བྱས་པ་བཀོད་མེད།',
    en: 'It was accepted, and nothing is on record of what was done.',
  },
  'mail.arranging.subject': {
    zh: '请约定调解：{what}',
    bo: 'འདུམ་འགྲིག་གཏན་འཁེལ་རོགས། {what}',
    en: 'Please arrange it: {what}',
  },
  'mail.arranging.lead': {
    zh: '还没有约定调解的时间、地点。',
    bo: 'འདུམ་འགྲིག་གི་དུས་ཚོད་དང་ས་གནས་གཏན་འཁེལ་མེད།',
    en: 'No time and place of the mediation are arranged yet.',
  },
  'mail.held.subject': {
    zh: '请记录调解结果：{what}',
    bo: 'འདུམ་འགྲིག་མཇུག་འབྲས་འགོད་རོགས། {what}',
    en: 'Was it held? {what}',
  },
  'mail.held.lead': {
    zh: '约定的调解时间已过，请记录结果，或者另约时间。',
    bo: 'གཏན་འཁེལ་བའི་དུས་ཚོད་ཡོལ་ཟིན། མཇུག་འབྲས་འགོད་པའམ་དུས་གཞན་གཏན་འཁེལ་རོགས།',
    en: 'The time of the mediation has passed. Please record what came of it, or arrange another.',
  },
  'mail.check.subject': {
    zh: '请回访协议履行：{what}',
    bo: 'འཆམ་མཐུན་ཕྱིར་ལྟ་གནང་རོགས། {what}',
    en: 'Is the agreement kept? {what}',
  },
  'mail.check.lead': {
    zh: '达成协议已有些天，请问一问各方履行了没有，并记录。',
    bo: 'འཆམ་མཐུན་བྱུང་ནས་ཉིན་ཤས་སོང་། ཕྱོགས་ཚང་མར་འདྲི་ནས་འགོད་རོགས།',
    en: 'Some days have passed since the agreement. Please ask everybody whether it is kept, and record it.',
  },
  'mail.reporter.subject': {
    zh: '您的求助：{stage}',
    bo: 'ཁྱེད་ཀྱི་རོགས་སྐྱོར་ཞུ་བ། {stage}',
    en: 'Your call for help: {stage}',
  },
  'mail.reporter.lead': { zh: '“{title}”：{stage}。', bo: '“{title}”: {stage}', en: '{title}. {stage}.' },
  'mail.fact.what': { zh: '求助：{title}', bo: 'རོགས་སྐྱོར། {title}', en: 'Help: {title}' },
  'mail.fact.planned': {
    zh: '约定调解：{time}，{where}',
    bo: 'འདུམ་འགྲིག {time}, {where}',
    en: 'Mediation: {time}, {where}',
  },
};
