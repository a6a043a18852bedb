import type { Catalogue } from '../../shared/i18n.ts';

/** Words about what is stuck. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const messages: Catalogue = {
  'stuck.kind.CASE': { zh: '案件', bo: 'དོན་གཅོད།', en: 'Case' },
  'stuck.kind.REWARD': { zh: '奖励', bo: 'བྱ་དགའ།', en: 'Reward' },
  'stuck.kind.TASK': { zh: '任务', bo: 'ལས་འགན།', en: 'Task' },
  'stuck.kind.HANDOVER': { zh: '轮值周', bo: 'རེས་མོས་བདུན་ཕྲག', en: 'Week of duty' },
  'stuck.kind.SWAP': { zh: '换班', bo: 'རེས་མོས་བརྗེ་བ།', en: 'Swap of duty' },
  'stuck.kind.MEETING': { zh: '晨会', bo: 'ཞོགས་ཚོགས།', en: 'Morning meeting' },
  'stuck.kind.JOURNAL': { zh: '个人周记', bo: 'བདུན་ཕྲག་ཟིན་ཐོ།', en: 'Week of the journal' },
  'stuck.kind.RECTIFICATION': { zh: '整改', bo: 'ཡོ་བསྲང་།', en: 'Rectification' },
  'stuck.kind.WEEKLY': { zh: '周例会', bo: 'བདུན་ཚོགས།', en: 'Weekly meeting' },
  'stuck.kind.MENTORSHIP': { zh: '导师帮带', bo: 'སློབ་སྟོན་རོགས་སྐྱོར།', en: 'Mentorship' },
  'stuck.kind.ACTIVITY': { zh: '活动', bo: 'བྱེད་སྒོ།', en: 'Activity' },
  'stuck.kind.CAMPAIGN': { zh: '宣讲活动', bo: 'དྲིལ་བསྒྲགས།', en: 'Campaign' },
  'stuck.kind.EVENT': { zh: '公开活动', bo: 'སྤྱི་པའི་བྱེད་སྒོ།', en: 'Public event' },
  'stuck.kind.NOTICE': { zh: '公告', bo: 'བརྡ་ཐོ།', en: 'Notice' },
  'stuck.kind.FAULT': { zh: '驿站设施故障', bo: 'ས་ཚིགས་ཀྱི་སྐྱོན།', en: 'Fault at a station' },
  'stuck.kind.STATION': { zh: '驿站', bo: 'ས་ཚིགས།', en: 'Station' },
  'stuck.kind.UNIT': { zh: '单位资料', bo: 'ཚན་པའི་ཡིག་ཆ།', en: 'Unit' },
  'stuck.kind.TIP': { zh: '举报', bo: 'གསང་ཞུ།', en: 'Tip-off' },
  'stuck.kind.MAIL': { zh: '邮件', bo: 'གློག་འཕྲིན།', en: 'Mail' },
  'stuck.kind.other': { zh: '记录（{kind}）', bo: 'ཐོ་འགོད།（{kind}）', en: 'Record ({kind})' },

  'stuck.record': {
    zh: '这条记录读不出来，后面的事都没有办。',
    bo: 'ཐོ་འགོད་འདི་ཀློག་མི་ཐུབ་པས། རྗེས་ཀྱི་ལས་དོན་གང་ཡང་མ་སྒྲུབ།',
    en: 'The record cannot be read; nothing that follows from it was done.',
  },
  'stuck.deadline': {
    zh: '期限到了，但没有能处理：没有提醒，也没有上报。',
    bo: 'དུས་ཚོད་ལོན་ཡང་ཐག་གཅོད་བྱེད་མ་ཐུབ། དྲན་སྐུལ་དང་ཡར་ཞུ་གང་ཡང་མ་བྱས།',
    en: 'A deadline has passed and could not be handled: nobody was reminded or asked next.',
  },
  'stuck.mail': {
    zh: '一封邮件多次发不出去，收件人还不知道。',
    bo: 'གློག་འཕྲིན་ཞིག་ཐེངས་མང་གཏོང་མ་ཐུབ། ལེན་མཁན་གྱིས་ད་དུང་མི་ཤེས།',
    en: 'A mail could not be sent several times; whoever it is for does not know yet.',
  },
  'stuck.item': {
    zh: '列表里显示不出这一条。',
    bo: 'རེའུ་མིག་ནང་འདི་མངོན་མི་ཐུབ།',
    en: 'A list cannot show this one.',
  },
  'stuck.writes': {
    zh: '该通知的人没有通知到。',
    bo: 'བརྡ་གཏོང་དགོས་པའི་མི་ལ་བརྡ་མ་འབྱོར།',
    en: 'Somebody who is to be told was not told.',
  },
  'stuck.effect': {
    zh: '后续的一步没有办成（{name}）。',
    bo: 'རྗེས་ཀྱི་ལས་རིམ་ཞིག་མ་གྲུབ།（{name}）',
    en: 'Something that follows was not done ({name}).',
  },
  'stuck.effect.triage': {
    zh: '没有能分派：还没有编号，也没有单位接到。',
    bo: 'བགོ་བཤའ་མ་ཐུབ། ཨང་རྟགས་མེད་ལ་ཚན་པ་གང་ལའང་མ་འབྱོར།',
    en: 'It could not be placed: it has no number, and no unit has it yet.',
  },
  'stuck.effect.clock.set': {
    zh: '期限没有能设上。',
    bo: 'དུས་བཀག་འགོད་མ་ཐུབ།',
    en: 'A deadline could not be set.',
  },
  'stuck.effect.clock.clear': {
    zh: '期限没有能取消。',
    bo: 'དུས་བཀག་མེད་པར་བཟོ་མ་ཐུབ།',
    en: 'A deadline could not be taken back.',
  },
  'stuck.effect.considerReward': {
    zh: '没有能核算奖励。',
    bo: 'བྱ་དགའ་རྩིས་མ་ཐུབ།',
    en: 'A reward could not be considered.',
  },
  'stuck.effect.erase': {
    zh: '到期该删除的没有删掉。',
    bo: 'བསུབ་དགོས་པ་བསུབ་མ་ཐུབ།',
    en: 'What is due for deletion could not be deleted.',
  },

  'mail.stuck.subject': {
    zh: '有 {count} 件事卡住了，请看一看',
    bo: 'ལས་དོན་ {count} འགག་འདུག གཟིགས་རོགས།',
    en: '{count:# matter is|# matters are} stuck; please have a look',
  },
  'mail.stuck.lead': {
    zh: '系统试了几次都没有办成。它会接着试，但在办成以前，请您留意这些事，不要等。',
    bo: 'མ་ལག་གིས་ཐེངས་འགའ་ཚོད་ལྟ་བྱས་ཀྱང་མ་གྲུབ། མུ་མཐུད་ཚོད་ལྟ་བྱེད་མོད། འོན་ཀྱང་མ་གྲུབ་བར་འདི་དག་ལ་དོ་སྣང་གནང་རོགས།',
    en: 'Several tries have failed. It goes on trying by itself; until it goes through, please look after these yourself.',
  },
  'mail.stuck.line': {
    zh: '{title}：{text}自 {since} 起，已试 {tries} 次。',
    bo: '{title}: {text} {since} ནས་བཟུང་། ཐེངས་ {tries} ཚོད་ལྟ་བྱས།',
    en: '{title}: {text} Since {since}, {tries:# try|# tries}.',
  },
  'mail.stuck.more': { zh: '……另有 {count} 件。', bo: '…… གཞན་ {count} ཡོད།', en: '… and {count} more.' },
  'mail.stuck.confidential': {
    zh: '有 {count} 件举报的后续没有办成。请登录工作台查看。',
    bo: 'གསང་ཞུ་ {count} ཡི་རྗེས་ཀྱི་ལས་དོན་མ་གྲུབ། ལས་ཀའི་སྟེགས་བུར་གཟིགས་རོགས།',
    en: 'Something that follows from {count:# tip-off|# tip-offs} was not done. Please look on the desk.',
  },
  'mail.stuck.open': { zh: '打开工作台', bo: 'ལས་ཀའི་སྟེགས་བུ་ཁ་འབྱེད།', en: 'Open the desk' },
};
