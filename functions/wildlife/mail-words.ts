import type { Catalogue } from '../../shared/i18n.ts';

/** What mails about wildlife cases say. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const mailWords: Catalogue = {
  'mail.team.subject': { zh: '请接单：{what}', bo: 'དང་ལེན་གནང་རོགས། {what}', en: 'Please accept: {what}' },
  'mail.team.lead': {
    zh: '有一件野生动物救助派给你们队，请在 {due} 前接单。到时没人接，会上报林草局经办人。',
    bo: 'རི་སྐྱེས་སྲོག་ཆགས་སྐྱོབ་པའི་ལས་དོན་ཞིག་ཁྱེད་རང་ཚོའི་རུ་ཁག་ལ་བསྐུར་ཡོད། {due} གོང་དང་ལེན་གནང་རོགས། སུས་ཀྱང་མ་བླངས་ན་ཅུས་ལ་ཞུ།',
    en: 'A wildlife rescue was given to your team. Please accept it by {due}; otherwise the bureau’s officials are asked.',
  },
  'mail.official.subject': {
    zh: '超时未接单：{what}',
    bo: 'དུས་ཡོལ་དང་ལེན་མེད། {what}',
    en: 'Nobody has accepted: {what}',
  },
  'mail.official.lead': {
    zh: '救护队没有在时限内接单，或已退回。请在 {due} 前接单或改派，否则上报负责人。',
    bo: 'རུ་ཁག་གིས་དུས་བཀག་ནང་དང་ལེན་མ་བྱས་པའམ་ཕྱིར་སྤྲད། {due} གོང་དང་ལེན་ནམ་གཞན་ལ་བསྐུར་རོགས།',
    en: 'The team has not accepted in time, or handed the case back. Please accept it or give it to another unit by {due}; otherwise the bureau’s lead is asked.',
  },
  'mail.lead.subject': { zh: '仍无人接单：{what}', bo: 'ད་དུང་དང་ལེན་མེད། {what}', en: 'Still not accepted: {what}' },
  'mail.lead.lead': {
    zh: '救护队和经办人都没有在时限内接单，请安排人员。{due} 前仍无人接单会再次提醒。',
    bo: 'རུ་ཁག་དང་འགན་འཁུར་བ་གཉིས་ཀས་དང་ལེན་མ་བྱས། མི་སྣ་བཀོད་སྒྲིག་གནང་རོགས། {due} ལ་ཡང་བསྐྱར་དྲན་སྐུལ་བྱེད།',
    en: 'Neither the team nor the officials have accepted in time. Please see that somebody does; you are asked again at {due}.',
  },
  'mail.no-arrival.subject': { zh: '超时未到场：{what}', bo: 'དུས་ཡོལ་མ་སླེབས། {what}', en: 'Not on site in time: {what}' },
  'mail.no-arrival.lead': {
    zh: '{responder} 已接单，但到场时限已过，还没有到场记录。',
    bo: '{responder} དང་ལེན་བྱས་ཀྱང་སླེབས་དུས་བཀག་ཡོལ་ཟིན། སླེབས་པའི་ཐོ་མི་འདུག',
    en: '{responder} accepted the case, the time to be on site has passed, and no arrival is recorded.',
  },
  'mail.review.subject': { zh: '请复查：{what}', bo: 'བསྐྱར་ཞིབ་གནང་རོགས། {what}', en: 'Please look at it again: {what}' },
  'mail.review.lead': {
    zh: '这件救助还没有结果，请看一看动物的情况并记录。',
    bo: 'སྐྱོབ་པ་འདིར་མཇུག་འབྲས་མི་འདུག སྲོག་ཆགས་ཀྱི་གནས་ཚུལ་བལྟས་ནས་འགོད་རོགས།',
    en: 'This rescue has no outcome yet. Please look after the animal and record how it is.',
  },
  'mail.transport.subject': { zh: '转运超时：{what}', bo: 'སྐྱེལ་འདྲེན་དུས་ཡོལ། {what}', en: 'Transport overdue: {what}' },
  'mail.transport.lead': {
    zh: '{carrier} 送往“{to}”的动物 {animal} 应在 {due} 前到达，还没有到达记录。',
    bo: '{carrier} ཡིས་ {to} ལ་སྐྱེལ་བའི་ {animal} {due} གོང་སླེབས་དགོས་ཀྱང་སླེབས་པའི་ཐོ་མི་འདུག',
    en: '{animal}, carried by {carrier} to {to}, should have arrived by {due}; no arrival is recorded.',
  },
  'mail.invitation.subject': {
    zh: '请接收动物：{what}',
    bo: 'སྲོག་ཆགས་ལེན་རོགས། {what}',
    en: 'Please take in an animal: {what}',
  },
  'mail.invitation.lead': {
    zh: '{from} 请你们接收动物 {animal}，目的：{purpose}。请同意接收，或说明理由不接收。',
    bo: '{from} ཡིས་ {animal} ལེན་རོགས་ཞེས་ཞུས། དམིགས་ཡུལ། {purpose} འཐད་མི་འཐད་བརྗོད་རོགས།',
    en: '{from} asks you to take in {animal} for: {purpose}. Please accept it, or decline with a reason.',
  },
  'mail.transfer-accepted.subject': { zh: '已同意接收：{what}', bo: 'ལེན་པར་འཐད། {what}', en: 'Taken in: {what}' },
  'mail.transfer-accepted.lead': {
    zh: '{to} 已接收动物 {animal}。',
    bo: '{to} ཡིས་ {animal} བླངས་ཟིན།',
    en: '{to} has taken in {animal}.',
  },
  'mail.transfer-declined.subject': { zh: '未同意接收：{what}', bo: 'ལེན་པར་མ་འཐད། {what}', en: 'Declined: {what}' },
  'mail.transfer-declined.lead': {
    zh: '{to} 不接收动物 {animal}，理由：{reason}',
    bo: '{to} ཡིས་ {animal} མི་ལེན། རྒྱུ་མཚན། {reason}',
    en: '{to} declines {animal}. Reason: {reason}',
  },
  'mail.transfer-ended.subject': { zh: '移交取消：{what}', bo: 'སྤྲོད་ལེན་མེད་པ་བཟོས། {what}', en: 'Transfer ended: {what}' },
  'mail.transfer-ended.lead': {
    zh: '动物 {animal} 在移交给 {to} 之前死亡。',
    bo: '{animal} {to} ལ་མ་སྤྲད་གོང་ཤི།',
    en: '{animal} died before {to} took it in.',
  },
  'mail.cluster.subject': {
    zh: '警报 聚集性死亡：{what}',
    bo: 'ཉེན་བརྡ། མང་པོ་ཤི་བ། {what}',
    en: 'ALARM, cluster of deaths: {what}',
  },
  'mail.cluster.lead': {
    zh: '同一地点短时间内出现多起野生动物死亡（{count} 件报告）。请立即核查是否有疫病、中毒或盗猎，并按规定上报。',
    bo: 'ས་གནས་གཅིག་ཏུ་དུས་ཐུང་ནང་རི་སྐྱེས་སྲོག་ཆགས་མང་པོ་ཤི（སྙན་ཞུ་ {count}）། ནད་ཡམས་དང་དུག ཁྲིམས་འགལ་རྔོན་རྒྱག་ཡིན་མིན་ལམ་སང་ཞིབ་བཤེར་གནང་རོགས།',
    en: 'Several wild animals were found dead at one place in a short time ({count} reports). Check at once for disease, poison or poaching, and report it as the rules say.',
  },
  'mail.reporter.subject': {
    zh: '您报告的野生动物：{stage}',
    bo: 'ཁྱེད་ཀྱིས་ཞུས་པའི་སྲོག་ཆགས། {stage}',
    en: 'The animal you reported: {stage}',
  },
  'mail.reporter.lead': {
    zh: '您报告的“{species}”：{stage}。',
    bo: 'ཁྱེད་ཀྱིས་ཞུས་པའི་ “{species}”: {stage}',
    en: 'The animal you reported ({species}): {stage}.',
  },

  'mail.fact.what': { zh: '动物：{title}，{class}', bo: 'སྲོག་ཆགས། {title} {class}', en: 'Animal: {title}, {class}' },
  'mail.fact.condition': { zh: '状况：{condition}', bo: 'གནས་ཚུལ། {condition}', en: 'Condition: {condition}' },
  'mail.fact.danger': {
    zh: '动物正威胁到人！',
    bo: 'སྲོག་ཆགས་ཀྱིས་མི་ལ་ཉེན་ཁ་བཟོ་བཞིན་པ།',
    en: 'The animal is a danger to people now!',
  },
  'mail.fact.when': { zh: '发现时间：{time}', bo: 'མཐོང་བའི་དུས་ཚོད། {time}', en: 'Seen: {time}' },
  'mail.duplicates': {
    zh: '可能与这些报告是同一件：{numbers}，请核对后合并或分开。',
    bo: 'སྙན་ཞུ་འདི་དག་དང་གཅིག་པ་ཡིན་སྲིད། {numbers}',
    en: 'It may be about the same animal as {numbers}: merge or keep apart.',
  },
};
