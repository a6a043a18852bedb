import type { Catalogue } from '../../shared/i18n.ts';

/** Words of what a campaign has come to. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const summaryWords: Catalogue = {
  'figure.sessions': { zh: '活动场次', bo: 'བྱེད་སྒོའི་ཐེངས་གྲངས།', en: 'Sessions' },
  'figure.people': { zh: '到场人次', bo: 'མི་གྲངས།', en: 'People reached' },
  'figure.questions': { zh: '群众提问', bo: 'དྲི་བ།', en: 'Questions asked' },
  'figure.materials': { zh: '发放材料', bo: 'བཀྲམས་པའི་རྒྱུ་ཆ།', en: 'Handed out' },
  'summary.planned': {
    zh: '{unit}将于 {from} 至 {until} 在{area}开展“{name}”。',
    bo: '{unit} ཡིས་ {from} ནས་ {until} བར་ {area} དུ་ “{name}” སྤེལ་རྒྱུ་ཡིན།',
    en: '“{name}”, a campaign of {unit} in {area}, will run from {from} to {until}.',
  },
  'summary.running': {
    zh: '{unit}正在{area}开展“{name}”，时间为 {from} 至 {until}。',
    bo: '{unit} ཡིས་ {area} དུ་ “{name}” སྤེལ་བཞིན་ཡོད། དུས་ཡུན་ {from} ནས་ {until} བར།',
    en: '“{name}”, a campaign of {unit} in {area}, runs from {from} to {until}.',
  },
  'summary.closed': {
    zh: '{unit}在{area}开展的“{name}”（{from} 至 {until}）已经结束。',
    bo: '{unit} ཡིས་ {area} དུ་སྤེལ་བའི་ “{name}”（{from} ནས་ {until} བར）མཇུག་གྲུབ།',
    en: '“{name}”, a campaign of {unit} in {area} ({from} to {until}), is closed.',
  },
  'summary.cancelled': {
    zh: '{unit}的“{name}”（{area}，原定 {from} 至 {until}）已取消。',
    bo: '{unit} ཡི་ “{name}”（{area} {from} ནས་ {until} བར）ཕྱིར་འཐེན་བྱས།',
    en: '“{name}”, a campaign of {unit} in {area} ({from} to {until}), was cancelled.',
  },
  'summary.none': {
    zh: '截至 {date}，没有活动记录。',
    bo: '{date} བར་བྱེད་སྒོའི་ཐོ་མེད།',
    en: 'As of {date}, no session is on record.',
  },
  'summary.done': {
    zh: '截至 {date}，共举行 {sessions} 场，到场 {people} 人次，群众提问 {questions} 个。',
    bo: '{date} བར་བྱེད་སྒོ་ཐེངས་ {sessions} མི་གྲངས་ {people} དྲི་བ་ {questions} བྱུང་།',
    en: 'As of {date}: sessions held: {sessions}; people reached: {people}; questions asked: {questions}.',
  },
  'summary.materials': {
    zh: '发放材料 {total} 份：{kinds}。',
    bo: 'རྒྱུ་ཆ་ {total} བཀྲམས། {kinds}',
    en: 'Handed out: {total} ({kinds}).',
  },
  'summary.kind': { zh: '{kind} {number}', bo: '{kind} {number}', en: '{kind}: {number}' },
  'summary.and': { zh: '、', bo: '། ', en: ', ' },
  'summary.against': {
    zh: '{label}：计划 {planned}，完成 {done}（{percent}%）。',
    bo: '{label} འཆར་གཞི་ {planned} གྲུབ་པ་ {done}（{percent}%）',
    en: '{label}: {done} of {planned} planned ({percent}%).',
  },
  'summary.reached': {
    zh: '{label}：计划 {planned}，完成 {done}（{percent}%），目标已达到。',
    bo: '{label} འཆར་གཞི་ {planned} གྲུབ་པ་ {done}（{percent}%）དམིགས་འབེན་གྲུབ།',
    en: '{label}: {done} of {planned} planned ({percent}%); the target is reached.',
  },
};
