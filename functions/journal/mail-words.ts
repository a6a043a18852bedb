import type { Language } from '../../shared/fields.ts';
import { type Catalogue, type Translate, translator } from '../../shared/i18n.ts';
import { words } from '../../shared/words.ts';

/** Words of the journal's mails. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const mailWords: Catalogue = {
  'mail.hello': { zh: '{name}，您好：', bo: '{name} ལགས།', en: 'Dear {name},' },
  'mail.journal.open': { zh: '打开工作台', bo: 'ལས་ཀའི་སྟེགས་བུ་ཁ་ཕྱེ།', en: 'Open the desk' },
  'mail.journal.plan.subject': {
    zh: '请写本周计划（{week}）',
    bo: 'བདུན་འདིའི་འཆར་གཞི་འབྲི་རོགས།（{week}）',
    en: 'Please plan your week ({week})',
  },
  'mail.journal.plan.text': {
    zh: '您还没有写 {week} 的周计划。上周未销号的整改会自动列入。',
    bo: 'ཁྱེད་ཀྱིས་ {week} ཡི་འཆར་གཞི་མ་བྲིས། བདུན་སྔོན་མའི་ཡོ་བསྲང་མ་གྲུབ་པ་རང་འགུལ་གྱིས་འཇུག',
    en: 'You have not planned {week} yet. Rectifications that you still owe are put in by themselves.',
  },
  'mail.journal.check.subject': {
    zh: '请做周中检视（{week}）',
    bo: 'བདུན་དཀྱིལ་ཞིབ་བཤེར་གནང་རོགས།（{week}）',
    en: 'Please check how your week goes ({week})',
  },
  'mail.journal.check.text': {
    zh: '您还没有做 {week} 的周中检视：进展怎样，需要什么帮助？',
    bo: 'ཁྱེད་ཀྱིས་ {week} ཡི་བདུན་དཀྱིལ་ཞིབ་བཤེར་མ་བྱས། འཕེལ་རིམ་ཇི་འདྲ། རོགས་རམ་ཅི་དགོས།',
    en: 'You have not checked {week} yet: how far is it, and what help do you need?',
  },
  'mail.journal.reflect.subject': {
    zh: '请在 {due} 前写双最反思',
    bo: '{due} སྔོན་མཆོག་གཉིས་བསམ་ཞིབ་འབྲི་རོགས།',
    en: 'Your reflection is due by {due}',
  },
  'mail.journal.reflect.text': {
    zh: '{week} 的双最反思请在 {due} 前提交：一件最满意、一件最不满意，两件都要写。',
    bo: '{week} ཡི་བསམ་ཞིབ་ {due} སྔོན་སྤྲོད་རོགས། བློ་ཚིམ་ཤོས་དང་བློ་མ་ཚིམ་ཤོས་གཉིས་ཀ་དགོས།',
    en: 'Please hand in your reflection on {week} by {due}: one most and one least satisfying piece of work, both.',
  },
  'mail.journal.missing.subject': {
    zh: '{count} 人未交双最反思（{week}）',
    bo: 'མི་ {count} ཡིས་བསམ་ཞིབ་མ་སྤྲད།（{week}）',
    en: '{count:# reflection is|# reflections are} missing ({week})',
  },
  'mail.journal.missing.text': {
    zh: '到期未交 {week} 双最反思的有：{names}。',
    bo: '{week} ཡི་བསམ་ཞིབ་མ་སྤྲད་མཁན། {names}',
    en: 'These have not handed in their reflection on {week}: {names}.',
  },
  'mail.journal.not-held.subject': {
    zh: '周例会尚未召开（{week}）',
    bo: 'བདུན་རེའི་ཚོགས་འདུ་མ་ཚོགས།（{week}）',
    en: 'The weekly meeting was not held ({week})',
  },
  'mail.journal.not-held.text': {
    zh: '{week} 的周例会尚未召开，大家的双最还没有分享。',
    bo: '{week} ཡི་ཚོགས་འདུ་མ་ཚོགས་པས་ཚང་མའི་མཆོག་གཉིས་ད་དུང་མཉམ་སྤྱོད་མ་བྱས།',
    en: 'The weekly meeting of {week} was not held; nothing has been shared yet.',
  },
  'mail.rectification.amended.subject': {
    zh: '整改有调整：{what}',
    bo: 'ཡོ་བསྲང་བཟོ་བཅོས། {what}',
    en: 'Rectification changed: {what}',
  },
  'mail.rectification.amended.text': {
    zh: '责任人：{owner}\n措施：{measure}\n期限：{due}',
    bo: 'འགན་འཁུར་མི་སྣ། {owner}\nབྱེད་ཐབས། {measure}\nདུས་བཅད། {due}',
    en: 'Owner: {owner}\nMeasure: {measure}\nBy: {due}',
  },
  'mail.rectification.returned.subject': {
    zh: '整改退回：{what}',
    bo: 'ཡོ་བསྲང་ཕྱིར་སློག {what}',
    en: 'Rectification returned: {what}',
  },
  'mail.rectification.returned.text': {
    zh: '{by} 退回了整改（第 {returns} 次）：{what}\n原因：{reason}\n新期限：{due}',
    bo: '{by} ཡིས་ཡོ་བསྲང་ཕྱིར་སློག（ཐེངས་ {returns}） {what}\nརྒྱུ་མཚན། {reason}\nདུས་བཅད་གསར་པ། {due}',
    en: '{by} returned it (return {returns}): {what}\nReason: {reason}\nNow by: {due}',
  },
  'mail.rectification.done.subject': {
    zh: '请核验整改：{what}',
    bo: 'ཡོ་བསྲང་ཞིབ་བཤེར་གནང་རོགས། {what}',
    en: 'To be verified: {what}',
  },
  'mail.rectification.done.text': {
    zh: '{owner} 已完成整改：{what}\n凭据：{evidence}\n请本人以外的人核验。',
    bo: '{owner} ཡིས་ཡོ་བསྲང་གྲུབ། {what}\nབདེན་དཔང་། {evidence}',
    en: '{owner} has put it right: {what}\nEvidence: {evidence}\nSomebody other than the owner verifies it.',
  },
  'mail.rectification.overdue.subject': {
    zh: '整改逾期：{what}',
    bo: 'ཡོ་བསྲང་དུས་འགོལ། {what}',
    en: 'Rectification overdue: {what}',
  },
  'mail.rectification.overdue.text': {
    zh: '整改已过期限（{due}）：{what}\n责任人：{owner}\n措施：{measure}',
    bo: 'ཡོ་བསྲང་གི་དུས་བཅད་（{due}）ཡོལ་ཟིན། {what}\nའགན་འཁུར་མི་སྣ། {owner}\nབྱེད་ཐབས། {measure}',
    en: 'It was due on {due}: {what}\nOwner: {owner}\nMeasure: {measure}',
  },
  'mail.rectification.escalated.subject': {
    zh: '整改仍未完成，请第一书记过问：{what}',
    bo: 'ཡོ་བསྲང་མ་གྲུབ། ཧྲུའུ་ཅི་དང་པོས་གཟིགས་རོགས། {what}',
    en: 'Still not put right: {what}',
  },
  'mail.rectification.escalated.text': {
    zh: '整改逾期仍未完成（期限 {due}，退回 {returns} 次）：{what}\n责任人：{owner}',
    bo: 'ཡོ་བསྲང་དུས་འགོལ་（དུས་བཅད་ {due}། ཕྱིར་སློག་ {returns}） {what}\nའགན་འཁུར་མི་སྣ། {owner}',
    en: 'It is still overdue (due {due}, returned {returns} times): {what}\nOwner: {owner}',
  },
  'mail.rectification.verified.subject': {
    zh: '整改已销号：{what}',
    bo: 'ཡོ་བསྲང་བསལ་ཟིན། {what}',
    en: 'Verified: {what}',
  },
  'mail.rectification.verified.text': {
    zh: '{by} 已核验销号：{what}\n{note}',
    bo: '{by} ཡིས་ཞིབ་བཤེར་བྱས། {what}\n{note}',
    en: '{by} has verified it: {what}\n{note}',
  },
  'mail.rectification.waived.subject': { zh: '免于整改：{what}', bo: 'ཡོ་བསྲང་ཆག་ཡང་། {what}', en: 'Waived: {what}' },
  'mail.rectification.waived.text': {
    zh: '{by} 决定免于整改：{what}\n理由：{note}',
    bo: '{by} ཡིས་ཆག་ཡང་བཏང་། {what}\nརྒྱུ་མཚན། {note}',
    en: '{by} has waived it: {what}\nReason: {note}',
  },
  'mail.digest.subject': {
    zh: '{unit}：双最周记纪要（{week}）',
    bo: '{unit}: མཆོག་གཉིས་བདུན་ཐོའི་བསྡུས་དོན།（{week}）',
    en: '{unit}: what was shared ({week})',
  },
  'mail.digest.text': {
    zh: '{unit} {week} 周例会，{count} 人分享。本纪要只在社区内部传阅。',
    bo: '{unit} {week} བདུན་རེའི་ཚོགས་འདུ། མི་ {count} ཡིས་མཉམ་སྤྱོད་བྱས། སྡེ་ཁུལ་ནང་ཁུལ་ཁོ་ན།',
    en: 'Weekly meeting of {unit}, {week}: {count} people shared. For members of the community only.',
  },
  'mail.digest.person': {
    zh: '{name}\n· 最满意：{most}\n· 最不满意：{least}\n· 整改：{measure}（{due} 前）',
    bo: '{name}\n· བློ་ཚིམ་ཤོས། {most}\n· བློ་མ་ཚིམ་ཤོས། {least}\n· ཡོ་བསྲང་། {measure}（{due} སྔོན）',
    en: '{name}\n· Most satisfying: {most}\n· Least satisfying: {least}\n· To put right: {measure} (by {due})',
  },
  'mail.digest.decisions': {
    zh: '议定事项：\n{decisions}',
    bo: 'གཏན་འཁེལ་དོན་ཚན།\n{decisions}',
    en: 'Decided:\n{decisions}',
  },
  'mail.digest.notes': { zh: '记录：', bo: 'ཟིན་བྲིས།', en: 'Notes:' },
  'mail.digest.missing': { zh: '未交：{names}', bo: 'མ་སྤྲད་མཁན། {names}', en: 'Missing: {names}' },
};

export const mailWordsIn = (language: Language): Translate => translator(language, mailWords, words);
