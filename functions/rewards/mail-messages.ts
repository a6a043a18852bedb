import type { Catalogue } from '../../shared/i18n.ts';

/** What mail about rewards says. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const mailMessages: Catalogue = {
  'mail.reward.open': { zh: '登录办理', bo: 'ནང་འཛུལ་ནས་སྒྲུབ།', en: 'Sign in and see it' },
  'mail.reward.because': { zh: '原因：{reason}', bo: 'རྒྱུ་མཚན: {reason}', en: 'Reason: {reason}' },
  'mail.reward.eligible.subject': {
    zh: '请提出奖励：{number}',
    bo: 'བྱ་དགའ་འདོན་རོགས: {number}',
    en: 'To be proposed: reward for {number}',
  },
  'mail.reward.eligible': {
    zh: '案件 {number} 已办结，第一发现人符合奖励条件，按标准为 {yuan} 元。请核对后提出，由另一人审批。',
    bo: 'ལས་དོན་ {number} མཇུག་བསྡུས། བྱ་དགའི་ཆ་རྐྱེན་འཚང་། སྒོར་ {yuan} ཡིན། ཞིབ་བཤེར་ནས་འདོན་རོགས།',
    en: 'Case {number} is completed and its first reporter is eligible: {yuan} yuan by the tariff. Please check and propose it; somebody else approves.',
  },
  'mail.reward.proposed.subject': {
    zh: '请审批奖励：{number}，{yuan} 元',
    bo: 'ཆོག་མཆན་གནང་རོགས: {number} སྒོར་ {yuan}',
    en: 'To be approved: {yuan} yuan for {number}',
  },
  'mail.reward.proposed': {
    zh: '案件 {number} 的奖励已提出：{yuan} 元。请登录核对并审批。',
    bo: 'ལས་དོན་ {number} གི་བྱ་དགའ་བཏོན་ཟིན: སྒོར་ {yuan} ནང་འཛུལ་ནས་ཆོག་མཆན་གནང་རོགས།',
    en: 'A reward for case {number} has been proposed: {yuan} yuan. Please sign in, check and approve it.',
  },
  'mail.reward.claimed.subject': {
    zh: '请发放奖励：{number}，{yuan} 元',
    bo: 'བྱ་དགའ་སྤྲོད་རོགས: {number} སྒོར་ {yuan}',
    en: 'To be paid: {yuan} yuan for {number}',
  },
  'mail.reward.claimed': {
    zh: '案件 {number} 的奖励已申领：{yuan} 元。收款信息登录后查看，每次查看都有记录。',
    bo: 'ལས་དོན་ {number} གི་བྱ་དགའ་ལེན་པའི་ཞུ་བ་འབྱོར: སྒོར་ {yuan} ཆ་འཕྲིན་ལྟ་ཐེངས་རེ་ཐོར་འགོད།',
    en: 'The reward for case {number} was claimed: {yuan} yuan. Sign in to see the payment details; every reading is on record.',
  },
  'mail.reward.claim-corrected.subject': {
    zh: '收款信息已更正：{number}',
    bo: 'དངུལ་ལེན་ཆ་འཕྲིན་བཅོས་ཟིན: {number}',
    en: 'Payment details corrected: {number}',
  },
  'mail.reward.claim-corrected': {
    zh: '案件 {number} 的收款信息已更正，发放前请重新查看。',
    bo: 'ལས་དོན་ {number} གི་དངུལ་ལེན་ཆ་འཕྲིན་བཅོས་ཟིན། མ་སྤྲད་གོང་ཡང་བསྐྱར་ལྟོས།',
    en: 'The payment details for case {number} were corrected. Look at them again before paying.',
  },
  'mail.reward.lapsed.subject': {
    zh: '奖励逾期失效：{number}',
    bo: 'བྱ་དགའ་དུས་ཡོལ: {number}',
    en: 'Lapsed: reward for {number}',
  },
  'mail.reward.lapsed': {
    zh: '案件 {number} 的奖励 {yuan} 元逾期未申领，占用的预算已释放。',
    bo: 'ལས་དོན་ {number} གི་བྱ་དགའ་སྒོར་ {yuan} དུས་ཡོལ། སྔོན་རྩིས་གློད་ཟིན།',
    en: 'The reward of {yuan} yuan for case {number} was not claimed in time; what was reserved in the budget is free again.',
  },
  'mail.reward.questioned.subject': {
    zh: '发放后情况有变：{number}',
    bo: 'སྤྲད་རྗེས་གནས་ཚུལ་འགྱུར: {number}',
    en: 'Changed since the payment: {number}',
  },
  'mail.reward.questioned': {
    zh: '案件 {number} 重新办结，与已发放的奖励所依据的情况不同。请登录核对。',
    bo: 'ལས་དོན་ {number} བསྐྱར་དུ་མཇུག་བསྡུས། སྔར་སྤྲད་པའི་གཞི་དང་མི་འདྲ། ནང་འཛུལ་ནས་ཞིབ་བཤེར་གནང་རོགས།',
    en: 'Case {number} was completed again, with other facts than the reward was paid on. Please sign in and check.',
  },

  'mail.reporter.open': { zh: '凭回执号查看', bo: 'འབྱོར་འཛིན་ཨང་རྟགས་ཀྱིས་ལྟོས།', en: 'See it with your receipt number' },
  'mail.reporter.claimable.subject': {
    zh: '您的救助奖励已批准：{number}',
    bo: 'ཁྱེད་ཀྱི་བྱ་དགའ་ཆོག་མཆན་ཐོབ: {number}',
    en: 'Your reward is approved: {number}',
  },
  'mail.reporter.claimable': {
    zh: '感谢您报告 {number}。奖励 {yuan} 元已批准，请在 {until}（北京时间）之前凭回执号申领。我们不会打电话或发短信索要您的银行信息。',
    bo: '{number} སྙན་ཞུ་བྱས་པར་ཐུགས་རྗེ་ཆེ། བྱ་དགའ་སྒོར་ {yuan} ལ་ཆོག་མཆན་ཐོབ། {until} སྔོན་ལ་འབྱོར་འཛིན་ཨང་རྟགས་ཀྱིས་ལེན་རོགས།',
    en: 'Thank you for reporting {number}. A reward of {yuan} yuan is approved. Please claim it with your receipt number by {until} (China Standard Time). We never ask for bank details by telephone or text message.',
  },
  'mail.reporter.reminder.subject': {
    zh: '请尽快申领救助奖励：{number}',
    bo: 'མགྱོགས་པོར་བྱ་དགའ་ལེན་རོགས: {number}',
    en: 'Please claim your reward: {number}',
  },
  'mail.reporter.reminder': {
    zh: '您报告 {number} 的奖励 {yuan} 元还没有申领，{until}（北京时间）之后失效。',
    bo: '{number} གི་བྱ་དགའ་སྒོར་ {yuan} ད་དུང་མ་བླངས། {until} རྗེས་མེད་པར་འགྱུར།',
    en: 'The reward of {yuan} yuan for {number} has not been claimed. It lapses after {until} (China Standard Time).',
  },
  'mail.reporter.held.subject': {
    zh: '奖励暂缓：{number}',
    bo: 'བྱ་དགའ་བཀག: {number}',
    en: 'Your reward is on hold: {number}',
  },
  'mail.reporter.held': {
    zh: '案件 {number} 重新打开，奖励暂缓，申领期限相应顺延。有结果后再告知您。',
    bo: 'ལས་དོན་ {number} བསྐྱར་དུ་ཕྱེ་བས་བྱ་དགའ་བཀག ལེན་པའི་དུས་བཀག་ཀྱང་འཕར། གྲུབ་འབྲས་བྱུང་ན་བརྡ་གཏོང་།',
    en: 'Case {number} was reopened, so the reward is on hold; the time to claim it is extended accordingly. We will tell you how it goes on.',
  },
  'mail.reporter.claim-returned.subject': {
    zh: '请更正收款信息：{number}',
    bo: 'དངུལ་ལེན་ཆ་འཕྲིན་བཅོས་རོགས: {number}',
    en: 'Other payment details needed: {number}',
  },
  'mail.reporter.claim-returned': {
    zh: '{number} 的奖励没能发放，原来的收款信息已删除。请在 {until}（北京时间）之前凭回执号重新填写。',
    bo: '{number} གི་བྱ་དགའ་སྤྲོད་མ་ཐུབ། སྔར་གྱི་ཆ་འཕྲིན་བསུབས་ཟིན། {until} སྔོན་ལ་བསྐྱར་དུ་འབྲི་རོགས།',
    en: 'The reward for {number} could not be paid, and the details you gave were deleted. Please enter others with your receipt number by {until} (China Standard Time).',
  },
  'mail.reporter.paid.subject': {
    zh: '奖励已发放：{number}',
    bo: 'བྱ་དགའ་སྤྲད་ཟིན: {number}',
    en: 'Your reward was paid: {number}',
  },
  'mail.reporter.paid': {
    zh: '{number} 的奖励 {yuan} 元已发放。感谢您的帮助。',
    bo: '{number} གི་བྱ་དགའ་སྒོར་ {yuan} སྤྲད་ཟིན། ཐུགས་རྗེ་ཆེ།',
    en: 'The reward of {yuan} yuan for {number} was paid. Thank you for helping.',
  },
  'mail.reporter.refused.subject': {
    zh: '关于救助奖励：{number}',
    bo: 'བྱ་དགའི་སྐོར: {number}',
    en: 'About the reward: {number}',
  },
  'mail.reporter.refused': {
    zh: '{number} 不予奖励。',
    bo: '{number} ལ་བྱ་དགའ་མི་སྤྲོད།',
    en: 'There is no reward for {number}.',
  },
  'mail.reporter.lapsed.subject': {
    zh: '奖励已失效：{number}',
    bo: 'བྱ་དགའ་མེད་པར་གྱུར: {number}',
    en: 'Your reward has lapsed: {number}',
  },
  'mail.reporter.lapsed': {
    zh: '{number} 的奖励逾期未申领，已失效。',
    bo: '{number} གི་བྱ་དགའ་དུས་ཡོལ་བས་མེད་པར་གྱུར།',
    en: 'The reward for {number} was not claimed in time and has lapsed.',
  },
  'mail.reporter.notEligible.subject': {
    zh: '关于救助奖励：{number}',
    bo: 'བྱ་དགའི་སྐོར: {number}',
    en: 'About the reward: {number}',
  },
  'mail.reporter.notEligible': {
    zh: '感谢您报告 {number}。经核查，按奖励办法这次不能奖励：',
    bo: '{number} སྙན་ཞུ་བྱས་པར་ཐུགས་རྗེ་ཆེ། སྒྲིག་གཞི་ལྟར་ཐེངས་འདིར་བྱ་དགའ་མེད:',
    en: 'Thank you for reporting {number}. By the rules there can be no reward this time:',
  },
};
