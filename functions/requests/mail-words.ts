import type { Catalogue } from '../../shared/i18n.ts';

/** What mails about requests say. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const mailWords: Catalogue = {
  'mail.team.subject': { zh: '新的群众诉求：{what}', bo: 'རེ་ཞུ་གསར་པ། {what}', en: 'A new request: {what}' },
  'mail.team.lead': {
    zh: '有一件群众诉求，请在 {due} 前由一人接办。到时没人接，会请第一书记或负责人安排。',
    bo: 'རེ་ཞུ་ཞིག་འབྱོར། {due} གོང་མི་གཅིག་གིས་སྒྲུབ་རོགས། མིན་ན་འགན་འཁུར་བར་ཞུ།',
    en: 'A request has come in. One of you please take it on by {due}; otherwise whoever leads the unit is asked.',
  },
  'mail.lead.subject': { zh: '还没有人接办：{what}', bo: 'སྒྲུབ་མཁན་མེད། {what}', en: 'Nobody has taken it on: {what}' },
  'mail.lead.lead': {
    zh: '时限内没有人接办，请指定主办人。{due} 再次提醒。',
    bo: 'དུས་བཀག་ནང་སུས་ཀྱང་མ་བླངས། གཙོ་སྒྲུབ་པ་བསྐོ་རོགས། {due} ཡང་བསྐྱར་དྲན་སྐུལ།',
    en: 'Nobody has taken it on in time. Please name a lead; you are asked again at {due}.',
  },
  'mail.late.subject': { zh: '超时未答复：{what}', bo: 'དུས་ཡོལ་ལན་མེད། {what}', en: 'Not answered in time: {what}' },
  'mail.late.lead': {
    zh: '答复时限已过，还没有答复。',
    bo: 'ལན་འདེབས་དུས་བཀག་ཡོལ་ཟིན།',
    en: 'The time to answer has passed without an answer.',
  },
  'mail.call.subject': { zh: '请回访：{what}', bo: 'ཁ་པར་ཕྱིར་གཏོང་རོགས། {what}', en: 'Please call back: {what}' },
  'mail.call.lead': {
    zh: '已经答复，对方还没有说办好了没有。请打电话问一问，并记录。',
    bo: 'ལན་བཏབ་ཟིན་ཀྱང་འགྲིག་མིན་མ་གསུངས། ཁ་པར་བཏང་ནས་འགོད་རོགས།',
    en: 'It was answered, and the person who asked has not said whether it is settled. Please call and record what they say.',
  },
  'mail.consult.subject': { zh: '征求意见：{what}', bo: 'བསམ་འཆར་འདྲི་བ། {what}', en: 'Your opinion is asked: {what}' },
  'mail.consult.lead': {
    zh: '{from}想请教：“{question}”诉求仍由对方办理，请答复意见。',
    bo: '{from} ཡིས་འདྲི་བ། “{question}” ལན་འདེབས་རོགས།',
    en: '{from} asks: “{question}” They keep the request; please give your opinion.',
  },
  'mail.opinion.subject': {
    zh: '已答复意见：{what}',
    bo: 'བསམ་འཆར་བཏབ་ཟིན། {what}',
    en: 'An opinion was given: {what}',
  },
  'mail.opinion.lead': { zh: '{from}：{opinion}', bo: '{from}: {opinion}', en: '{from}: {opinion}' },
  'mail.reopened.subject': { zh: '群众说没办好：{what}', bo: 'མ་འགྲིག་པར་གསུངས། {what}', en: 'Not settled: {what}' },
  'mail.reopened.lead': {
    zh: '请继续办理。对方说：“{reason}”',
    bo: 'མུ་མཐུད་སྒྲུབ་རོགས། {reason}',
    en: 'Please go on with it. They said: {reason}',
  },
  'mail.assigned.subject': { zh: '由您主办：{what}', bo: 'ཁྱེད་ཀྱིས་གཙོ་སྒྲུབ་གནང་རོགས། {what}', en: 'You lead it: {what}' },
  'mail.assigned.lead': {
    zh: '这件诉求由您主办。',
    bo: 'རེ་ཞུ་འདི་ཁྱེད་ཀྱིས་གཙོ་སྒྲུབ་གནང་རོགས།',
    en: 'You are the lead of this request.',
  },
  'mail.reporter.subject': { zh: '您的诉求：{stage}', bo: 'ཁྱེད་ཀྱི་རེ་ཞུ། {stage}', en: 'Your request: {stage}' },
  'mail.reporter.lead': { zh: '“{title}”：{stage}。', bo: '“{title}”: {stage}', en: '{title}. {stage}.' },
  'mail.fact.what': { zh: '诉求：{title}', bo: 'རེ་ཞུ། {title}', en: 'Request: {title}' },
};
