import type { Catalogue } from '../../shared/i18n.ts';

/** Words of the mails of the duty week. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const mailWords: Catalogue = {
  'mail.hello': { zh: '{name}，您好：', bo: '{name} ལགས།', en: 'Dear {name},' },
  'mail.desk': { zh: '打开工作台', bo: 'ལས་ཀའི་སྟེགས་བུ་ཁ་ཕྱེ།', en: 'Open the desk' },
  'mail.brief.subject': {
    zh: '{unit}：本周由您轮值（{week}）',
    bo: '{unit}: བདུན་འདིར་ཁྱེད་ཀྱི་རེས་མོས།（{week}）',
    en: '{unit}: you are on duty this week ({week})',
  },
  'mail.brief.text': {
    zh: '本周您是{unit}的轮值书记，到 {ends} 为止。请与 {from} 办理交接，并在 {noon} 前签字。',
    bo: 'བདུན་འདིར་ཁྱེད་ནི་ {unit} ཡི་རེས་མོས་ཧྲུའུ་ཅི་ཡིན། {ends} བར། {from} དང་རྩིས་སྤྲོད་བྱས་ནས་{noon} སྔོན་མིང་རྟགས་འགོད་རོགས།',
    en: 'This week you are duty secretary of {unit}, until {ends}. Please take over from {from}, and sign before {noon}.',
  },
  'mail.brief.first': {
    zh: '本周您是{unit}的轮值书记，到 {ends} 为止。请在 {noon} 前签字。',
    bo: 'བདུན་འདིར་ཁྱེད་ནི་ {unit} ཡི་རེས་མོས་ཧྲུའུ་ཅི་ཡིན། {ends} བར། {noon} སྔོན་མིང་རྟགས་འགོད་རོགས།',
    en: 'This week you are duty secretary of {unit}, until {ends}. Please sign before {noon}.',
  },
  'mail.brief.words': {
    zh: '{from} 的留言：\n{words}',
    bo: '{from} ཡི་སྐད་ཆ།\n{words}',
    en: '{from} leaves you word:\n{words}',
  },
  'mail.brief.lines': {
    zh: '手上的事（{count} 项）：',
    bo: 'ལག་ཐོག་གི་ལས་དོན་（{count}）：',
    en: 'What is open ({count}):',
  },
  'mail.brief.none': { zh: '目前没有未了的事。', bo: 'ད་ལྟ་མ་ཚར་བའི་ལས་དོན་མེད།', en: 'Nothing is open.' },
  'mail.brief.more': {
    zh: '……另有 {count} 项，见工作台。',
    bo: '…… གཞན་ {count} ལས་ཀའི་སྟེགས་བུར་གཟིགས།',
    en: '… and {count} more on the desk.',
  },
  'mail.out.subject': {
    zh: '{unit}：请与 {name} 办理交接',
    bo: '{unit}: {name} ལ་རྩིས་སྤྲོད་གནང་རོགས།',
    en: '{unit}: please hand over to {name}',
  },
  'mail.out.text': {
    zh: '您的轮值周已结束，辛苦了。请与 {name} 办理交接，并在 {noon} 前签字。',
    bo: 'ཁྱེད་ཀྱི་རེས་མོས་བདུན་མཇུག་གྲུབ་སོང་། {name} ལ་རྩིས་སྤྲོད་བྱས་ནས་{noon} སྔོན་མིང་རྟགས་འགོད་རོགས།',
    en: 'Your week of duty is over, thank you. Please hand over to {name}, and sign before {noon}.',
  },
  'mail.team.subject': {
    zh: '{unit}：本周轮值书记 {name}',
    bo: '{unit}: བདུན་འདིའི་རེས་མོས་ཧྲུའུ་ཅི་ {name}',
    en: '{unit}: {name} is on duty this week',
  },
  'mail.team.text': {
    zh: '从现在到 {ends}，{name} 是{unit}的轮值书记。',
    bo: 'ད་ལྟ་ནས་ {ends} བར་ {name} ནི་ {unit} ཡི་རེས་མོས་ཧྲུའུ་ཅི་ཡིན།',
    en: 'From now until {ends}, {name} is duty secretary of {unit}.',
  },
  'mail.vacant.subject': {
    zh: '{unit}：本周（{week}）无人轮值',
    bo: '{unit}: བདུན་འདིར་（{week}）རེས་མོས་མེད།',
    en: '{unit}: nobody is on duty this week ({week})',
  },
  'mail.vacant.text': {
    zh: '本周无人轮值：{reason}。期间由第一书记负责，可指定代班人。',
    bo: 'བདུན་འདིར་རེས་མོས་མེད། {reason} དེའི་རིང་ཧྲུའུ་ཅི་དང་པོས་འགན་འཁུར།',
    en: 'Nobody is on duty this week: {reason}. Until then the first secretary answers, and may name a stand-in.',
  },
  'mail.gaps.subject': {
    zh: '{unit}：有 {count} 周无人轮值',
    bo: '{unit}: བདུན་ {count} ལ་རེས་མོས་མེད།',
    en: '{unit}: {count:# week|# weeks} without anybody on duty',
  },
  'mail.gaps.text': {
    zh: '下列各周目前无人轮值，请及早安排：',
    bo: 'གཤམ་གྱི་བདུན་ལ་རེས་མོས་མེད། སྔ་མོ་ནས་གོ་སྒྲིག་གནང་རོགས།',
    en: 'Nobody is on duty in these weeks; please see to it in time:',
  },
  'mail.late.subject': {
    zh: '{unit}：交接到中午仍未签字',
    bo: '{unit}: ཉིན་གུང་བར་མིང་རྟགས་མ་འགོད།',
    en: '{unit}: the hand-over is unsigned at noon',
  },
  'mail.late.text': {
    zh: '{week} 周的交接尚未签字：{names}。请第一书记督促或代签。',
    bo: '{week} བདུན་གྱི་རྩིས་སྤྲོད་ལ་མིང་རྟགས་མ་འགོད་མཁན། {names}',
    en: 'The hand-over of {week} is not signed by: {names}. Please see to it, or sign in their place.',
  },
  'mail.stand-in.subject': {
    zh: '{unit}：请您代班到 {ends}',
    bo: '{unit}: {ends} བར་ཚབ་གནང་རོགས།',
    en: '{unit}: you stand in until {ends}',
  },
  'mail.stand-in.text': {
    zh: '从现在起由您担任{unit}的轮值书记，到 {ends} 为止。原因：{reason}',
    bo: 'ད་ལྟ་ནས་ {ends} བར་ཁྱེད་ནི་ {unit} ཡི་རེས་མོས་ཧྲུའུ་ཅི་ཡིན། རྒྱུ་མཚན། {reason}',
    en: 'From now on you are duty secretary of {unit}, until {ends}. Reason: {reason}',
  },
  'mail.reminder.subject': {
    zh: '{unit}：下周轮到您（{week}）',
    bo: '{unit}: བདུན་རྗེས་མར་ཁྱེད་ཀྱི་རེས་མོས།（{week}）',
    en: '{unit}: next week is yours ({week})',
  },
  'mail.reminder.text': {
    zh: '您的轮值周从 {begins} 开始。如不能到任，请尽快请假或换班。',
    bo: 'ཁྱེད་ཀྱི་རེས་མོས་ {begins} ནས་འགོ་འཛུགས། མི་ཐུབ་ན་མྱུར་དུ་གུང་སེང་ཞུ་བའམ་བརྗེ་རོགས།',
    en: 'Your week of duty begins at {begins}. If you cannot serve, take leave or swap soon.',
  },
  'mail.report.subject': {
    zh: '{unit}：{week} 轮值周报告',
    bo: '{unit}: {week} རེས་མོས་སྙན་ཞུ།',
    en: '{unit}: report of the duty week {week}',
  },
  'mail.report.text': {
    zh: '轮值书记：{name}\n任务：布置 {tasksSet}，办结 {tasksClosed}，在办 {tasksOpen}\n案件：新收 {casesReceived}，有进展 {casesMoved}，办结 {casesClosed}，在办 {casesOpen}\n群众诉求：新收 {requestsReceived}，答复 {requestsAnswered}\n晨会：{meetings} 次',
    bo: 'རེས་མོས་ཧྲུའུ་ཅི། {name}\nལས་འགན། བཀོད་པ་ {tasksSet} གྲུབ་པ་ {tasksClosed} སྒྲུབ་བཞིན་པ་ {tasksOpen}\nལས་དོན། འབྱོར་བ་ {casesReceived} འཕེལ་བ་ {casesMoved} གྲུབ་པ་ {casesClosed} སྒྲུབ་བཞིན་པ་ {casesOpen}\nརེ་འདུན། འབྱོར་བ་ {requestsReceived} ལན་བཏབ་པ་ {requestsAnswered}\nཞོགས་ཚོགས། {meetings}',
    en: 'Duty secretary: {name}\nTasks: {tasksSet} set, {tasksClosed} closed, {tasksOpen} open\nCases: {casesReceived} received, {casesMoved} moved, {casesClosed} closed, {casesOpen} open\nRequests: {requestsReceived} received, {requestsAnswered} answered\nMorning meetings: {meetings}',
  },
  'mail.report.notes': { zh: '交接备注：', bo: 'རྩིས་སྤྲོད་མཆན།', en: 'Hand-over notes:' },
  'mail.swap.subject': {
    zh: '{unit}：{name} 想和您换班',
    bo: '{unit}: {name} ཁྱེད་དང་རེས་མོས་བརྗེ་འདོད།',
    en: '{unit}: {name} would like to swap with you',
  },
  'mail.swap.text': {
    zh: '{name} 希望把 {mine} 周换成您的 {yours} 周。{note}\n请在 {until} 前答复。',
    bo: '{name} ཡི་ {mine} བདུན་དང་ཁྱེད་ཀྱི་ {yours} བདུན་བརྗེ་འདོད། {note}\n{until} སྔོན་ལན་གནང་རོགས།',
    en: '{name} would like to give the week {mine} for your week {yours}. {note}\nPlease answer before {until}.',
  },
  'mail.swapped.subject': { zh: '{unit}：换班 — {stage}', bo: '{unit}: བརྗེ་བ། {stage}', en: '{unit}: swap — {stage}' },
  'mail.swapped.text': {
    zh: '{mine} 周与 {yours} 周：{stage}。',
    bo: '{mine} བདུན་དང་ {yours} བདུན། {stage}',
    en: 'Weeks {mine} and {yours}: {stage}.',
  },
};
