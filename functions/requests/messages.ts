import type { Catalogue } from '../../shared/i18n.ts';

/**
 * Words of the request: its form, actions, stages, figures. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S
 * REVIEW. Those of its mails stand in mail-words.ts.
 */
export const messages: Catalogue = {
  'site.report.request': { zh: '群众诉求', bo: 'མང་ཚོགས་ཀྱི་རེ་ཞུ།', en: 'Ask your community' },
  'home.report.request': {
    zh: '咨询、求助、建议、投诉，办完给您回电话，您说办好了才算完。',
    bo: 'འདྲི་བ་དང་རོགས་སྐྱོར། བསམ་འཆར། ཞུ་གཏུག་བྱེད་ཆོག བསྒྲུབས་རྗེས་ཁ་པར་གཏོང་། ཁྱེད་ཀྱིས་འགྲིག་གསུངས་ན་གཞི་ནས་མཇུག་བསྡུ།',
    en: 'Questions, help, suggestions, complaints. We call you back; it is done when you say so.',
  },
  'form.request': { zh: '您的诉求', bo: 'ཁྱེད་ཀྱི་རེ་ཞུ།', en: 'Your request' },
  'field.kind': { zh: '哪一类', bo: 'རིགས་གང་།', en: 'What it is' },
  'choice.kind.question': { zh: '咨询', bo: 'འདྲི་བ།', en: 'Question' },
  'choice.kind.help': { zh: '求助', bo: 'རོགས་སྐྱོར།', en: 'Help' },
  'choice.kind.suggestion': { zh: '建议', bo: 'བསམ་འཆར།', en: 'Suggestion' },
  'choice.kind.complaint': { zh: '投诉', bo: 'ཞུ་གཏུག', en: 'Complaint' },
  'choice.kind.urgent': { zh: '急事', bo: 'ཛ་དྲག', en: 'Urgent' },
  'field.matter': { zh: '什么事', bo: 'དོན་དག་གང་།', en: 'What it is about' },
  'hint.request.reporter.phone': {
    zh: '电话和邮箱至少填一个：办完要给您回话',
    bo: 'ཁ་པར་དང་གློག་འཕྲིན་གཉིས་ལས་གཅིག་འབྲི་རོགས། བསྒྲུབས་རྗེས་ཁྱེད་ལ་ལན་འདེབས།',
    en: 'This or an e-mail address: we come back to you when it is done',
  },
  'title.request': { zh: '{kind}：{matter}', bo: '{kind}: {matter}', en: '{kind}: {matter}' },
  'title.consultation': { zh: '征求意见：{unit}', bo: 'བསམ་འཆར་འདྲི་བ། {unit}', en: 'Consulted: {unit}' },

  'action.take': { zh: '我来办', bo: 'ངས་སྒྲུབ།', en: 'Take it on' },
  'action.assign-lead': { zh: '指定主办人', bo: 'གཙོ་སྒྲུབ་པ་བསྐོ།', en: 'Name its lead' },
  'action.consult': { zh: '征求其他单位意见', bo: 'ལས་ཁུངས་གཞན་ལ་བསམ་འཆར་འདྲི།', en: 'Consult another unit' },
  'action.give-opinion': { zh: '答复意见', bo: 'བསམ་འཆར་འདེབས།', en: 'Give an opinion' },
  'action.answer': { zh: '答复', bo: 'ལན་འདེབས།', en: 'Answer' },
  'action.extend': { zh: '延期（一次）', bo: 'དུས་འགྱངས་（ཐེངས་གཅིག）', en: 'Extend (once)' },
  'action.record-call': { zh: '记录回访电话', bo: 'ཁ་པར་ཕྱིར་གཏོང་འགོད།', en: 'Record a call-back' },
  'action.settle': { zh: '已经办好了', bo: 'འགྲིག་སོང་།', en: 'It is settled' },
  'action.not-settled': { zh: '还没办好', bo: 'ད་དུང་མ་འགྲིག', en: 'It is not settled' },
  'action.reassign': {
    zh: '转给管这里的单位',
    bo: 'འདིར་བདག་གཉེར་བྱེད་མཁན་ལ་བསྐུར།',
    en: 'Give to the unit that works there',
  },
  'action.reopen': { zh: '重新办理', bo: 'ཡང་བསྐྱར་སྒྲུབ།', en: 'Open again' },
  'action.add-information': { zh: '补充情况', bo: 'གནས་ཚུལ་ཁ་སྣོན།', en: 'Add information' },
  'action.withdraw': { zh: '撤回', bo: 'ཕྱིར་འཐེན།', en: 'Withdraw the request' },

  'field.person': { zh: '主办人', bo: 'གཙོ་སྒྲུབ་པ།', en: 'Lead' },
  'field.question': { zh: '想问什么', bo: 'གང་འདྲི་བ།', en: 'Question' },
  'field.opinion': { zh: '意见', bo: 'བསམ་འཆར།', en: 'Opinion' },
  'field.answer.text': { zh: '答复内容', bo: 'ལན་གྱི་ནང་དོན།', en: 'The answer' },
  'field.workingDays': { zh: '延长几个工作日', bo: 'ལས་ཉིན་ག་ཚོད་འགྱངས།', en: 'By how many working days' },
  'field.result': { zh: '对方怎么说', bo: 'ཁོང་གིས་གང་གསུངས།', en: 'What they said' },
  'choice.result.settled': { zh: '办好了', bo: 'འགྲིག་སོང་།', en: 'It is settled' },
  'choice.result.not-settled': { zh: '没办好', bo: 'མ་འགྲིག', en: 'It is not settled' },
  'choice.result.no-answer': { zh: '没人接', bo: 'ཁ་པར་མ་བླངས།', en: 'Nobody answered' },
  'field.rating': { zh: '打几分（1 到 5）', bo: 'སྐར་གྲངས་（༡-༥）', en: 'Rating (1 to 5)' },

  'fact.lead': { zh: '主办人', bo: 'གཙོ་སྒྲུབ་པ།', en: 'Lead' },
  'fact.answer': { zh: '答复', bo: 'ལན།', en: 'Answer' },
  'fact.extension': { zh: '延期', bo: 'དུས་འགྱངས།', en: 'Extension' },
  'fact.extended': {
    zh: '{days} 个工作日：{reason}',
    bo: 'ལས་ཉིན་ {days}: {reason}',
    en: '{days} working days: {reason}',
  },
  'fact.call': { zh: '回访电话', bo: 'ཁ་པར་ཕྱིར་གཏོང་།', en: 'Call-back' },
  'fact.reopened': { zh: '重新办理次数', bo: 'བསྐྱར་སྒྲུབ་ཐེངས།', en: 'Times opened again' },
  'fact.givenBy': { zh: '答复人', bo: 'ལན་འདེབས་མཁན།', en: 'Given by' },

  'stage.received': { zh: '已收到', bo: 'འབྱོར་ཟིན།', en: 'Received' },
  'stage.waiting': { zh: '等人接办', bo: 'སྒྲུབ་མཁན་སྒུག་བཞིན་པ།', en: 'Waiting to be taken on' },
  'stage.working': { zh: '正在办理', bo: 'སྒྲུབ་བཞིན་པ།', en: 'Being worked on' },
  'stage.extended': { zh: '办理延期', bo: 'དུས་འགྱངས་བྱས།', en: 'More time is needed' },
  'stage.answered': {
    zh: '已答复，等您确认',
    bo: 'ལན་བཏབ་ཟིན། ཁྱེད་ཀྱིས་གཏན་འཁེལ་གནང་རོགས།',
    en: 'Answered; waiting for your word',
  },
  'stage.settled': { zh: '您已确认办好', bo: 'ཁྱེད་ཀྱིས་འགྲིག་གསུངས།', en: 'Settled, as you said' },
  'stage.unreached': {
    zh: '多次联系不上，已办结',
    bo: 'ཐེངས་མང་འབྲེལ་བ་མ་ཐུབ། མཇུག་བསྡུས།',
    en: 'Closed: you could not be reached',
  },
  'stage.withdrawn': { zh: '已撤回', bo: 'ཕྱིར་འཐེན་བྱས་ཟིན།', en: 'Withdrawn' },
  'part.asked': { zh: '等待答复', bo: 'ལན་སྒུག་བཞིན་པ།', en: 'Waiting for an opinion' },
  'part.given': { zh: '已答复', bo: 'ལན་བཏབ་ཟིན།', en: 'Opinion given' },

  'next.received': { zh: '正在交给社区。', bo: 'སྡེ་ཁུལ་ལ་སྤྲོད་བཞིན་པ།', en: 'It is being given to the community.' },
  'next.waiting': {
    zh: '马上有人接办，办的人不会推给别处。',
    bo: 'མི་ཞིག་གིས་ལམ་སང་སྒྲུབ། གཞན་ལ་མི་བསྐུར།',
    en: 'Somebody takes it on and keeps it; it is not passed around.',
  },
  'next.working': {
    zh: '正在办理，会在时限内答复您。',
    bo: 'སྒྲུབ་བཞིན་པ། དུས་བཀག་ནང་ལན་འདེབས།',
    en: 'It is being worked on; you get an answer in time.',
  },
  'next.answered': {
    zh: '请告诉我们办好了没有，也可以等我们打电话。您说没办好，就接着办。',
    bo: 'འགྲིག་མིན་གསུངས་རོགས། ཡང་ན་ང་ཚོའི་ཁ་པར་སྒུགས། མ་འགྲིག་ན་མུ་མཐུད་སྒྲུབ།',
    en: 'Tell us whether it is settled, or wait for our call. If it is not, we go on.',
  },

  'clock.take': { zh: '接办时限', bo: 'དང་ལེན་དུས་བཀག', en: 'To be taken on' },
  'clock.reminder': { zh: '再次提醒', bo: 'ཡང་བསྐྱར་དྲན་སྐུལ།', en: 'Asked again' },
  'clock.answer': { zh: '答复时限', bo: 'ལན་འདེབས་དུས་བཀག', en: 'To be answered' },
  'clock.callBack': { zh: '回访时限', bo: 'ཁ་པར་ཕྱིར་གཏོང་དུས་བཀག', en: 'To be called back' },
  'event.report': { zh: '收到诉求', bo: 'རེ་ཞུ་འབྱོར།', en: 'Request received' },
  'event.triaged': { zh: '编号、交办', bo: 'ཨང་རྟགས་གཏན་འཁེལ།', en: 'Numbered and given to a unit' },

  'bulletin.about': { zh: '群众诉求', bo: 'མང་ཚོགས་ཀྱི་རེ་ཞུ།', en: 'Requests' },
  'bulletin.title': { zh: '{area}群众诉求办理通报', bo: '{area} མང་ཚོགས་རེ་ཞུའི་གསལ་བསྒྲགས།', en: 'Requests: {area}' },
  'bulletin.cases': { zh: '诉求', bo: 'རེ་ཞུ།', en: 'Requests' },
  'bulletin.settled': { zh: '群众确认办好', bo: 'འགྲིག་པར་གསུངས་པ།', en: 'Settled' },
  'bulletin.reopened': { zh: '重新办理', bo: 'བསྐྱར་སྒྲུབ།', en: 'Opened again' },
  'bulletin.late': { zh: '超时', bo: 'དུས་ཡོལ།', en: 'Late' },
  'bulletin.rating': { zh: '平均评分', bo: 'ཆ་སྙོམས་སྐར་གྲངས།', en: 'Average rating' },
  'bulletin.by-kind': { zh: '按类别', bo: 'རིགས་ལྟར།', en: 'By kind' },
  'bulletin.by-outcome': { zh: '按结果', bo: 'མཇུག་འབྲས་ལྟར།', en: 'By outcome' },
  'bulletin.chart': { zh: '每月诉求数', bo: 'ཟླ་རེའི་རེ་ཞུའི་གྲངས་ཀ', en: 'Requests each month' },
  'notice.cases': {
    zh: '{from}至{to}，{area}共收到群众诉求{cases}件',
    bo: '{from} ནས་ {to} བར། {area} རེ་ཞུ་ {cases} འབྱོར།',
    en: 'From {from} to {to}, {area} received {cases:# request|# requests}',
  },
  'notice.settled': {
    zh: '，群众确认办好{settled}件',
    bo: ' འགྲིག་པར་གསུངས་པ་ {settled}',
    en: '; the people who asked say that {settled:# is|# are} settled',
  },
};
