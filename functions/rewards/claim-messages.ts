import type { Catalogue } from '../../shared/i18n.ts';

/** The words of the claim, and of what its reporter sees. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const claimMessages: Catalogue = {
  'form.claim': { zh: '收款人', bo: 'དངུལ་ལེན་མཁན།', en: 'Who is to be paid' },
  'form.correct-claim': { zh: '收款人', bo: 'དངུལ་ལེན་མཁན།', en: 'Who is to be paid' },
  'field.payeeName': { zh: '收款人姓名', bo: 'དངུལ་ལེན་མཁན་གྱི་མིང་།', en: 'Name of the payee' },
  'field.method': { zh: '收款方式', bo: 'དངུལ་ལེན་སྟངས།', en: 'How to be paid' },
  'field.pay.method': { zh: '发放方式', bo: 'དངུལ་སྤྲོད་སྟངས།', en: 'How it was paid' },
  'choice.method.bank': { zh: '银行转账', bo: 'དངུལ་ཁང་།', en: 'Bank transfer' },
  'choice.method.wallet': { zh: '支付宝或微信', bo: 'ཀྲི་ཧྥུ་པའོའམ་སྐད་འཕྲིན།', en: 'Alipay or WeChat' },
  'choice.method.cash': { zh: '现金', bo: 'དངུལ་རྐྱང་།', en: 'Cash' },
  'choice.method.proxy': { zh: '他人代领', bo: 'མི་གཞན་གྱིས་ཚབ་ལེན།', en: 'Somebody collects it' },
  'field.account': { zh: '账号', bo: 'རྩིས་ཨང་།', en: 'Account' },
  'hint.account': {
    zh: '银行卡号，或支付宝、微信账号；领现金不用填',
    bo: 'དངུལ་ཁང་བྱང་བུའམ་ཀྲི་ཧྥུ་པའོ། སྐད་འཕྲིན་གྱི་རྩིས་ཨང་། དངུལ་རྐྱང་ཡིན་ན་མི་དགོས།',
    en: 'Card number, or Alipay or WeChat account; not for cash',
  },
  'field.bank': { zh: '开户银行', bo: 'དངུལ་ཁང་གི་མིང་།', en: 'Bank' },
  'field.proxyName': { zh: '代领人姓名', bo: 'ཚབ་ལེན་མཁན་གྱི་མིང་།', en: 'Name of who collects it' },
  'field.proxyPhone': { zh: '代领人电话', bo: 'ཚབ་ལེན་མཁན་གྱི་ཁ་པར།', en: 'Telephone of who collects it' },
  'field.under14': { zh: '收款人不满 14 周岁', bo: 'དངུལ་ལེན་མཁན་ལོ་ ༡༤ མ་ལོན་པ།', en: 'The payee is under 14' },
  'field.guardianName': { zh: '监护人姓名', bo: 'ལྟ་སྐྱོང་བའི་མིང་།', en: 'Name of the guardian' },
  'hint.guardianName': {
    zh: '不满 14 周岁的，由监护人填写',
    bo: 'ལོ་ ༡༤ མ་ལོན་ན་ལྟ་སྐྱོང་བས་འབྲི་དགོས།',
    en: 'Under 14, a guardian fills this in',
  },
  'field.guardianConsent': {
    zh: '我是监护人，同意提供以上信息',
    bo: 'ང་ལྟ་སྐྱོང་བ་ཡིན། ཆ་འཕྲིན་འདི་སྤྲོད་པར་འཐད།',
    en: 'I am the guardian and consent',
  },
  'field.payeeConsent': {
    zh: '我单独同意把收款信息加密保存，只用于发放这笔奖励；发放前可以随时撤回',
    bo: 'དངུལ་ལེན་ཆ་འཕྲིན་གསང་བའི་ངང་ཉར་ནས་བྱ་དགའ་འདི་སྤྲོད་པ་ཁོ་ནར་སྤྱོད་པར་ལོགས་སུ་འཐད། མ་སྤྲད་གོང་ནམ་ཡང་ཕྱིར་འཐེན་ཆོག',
    en: 'I separately consent to these payment details being stored encrypted, only to pay this reward; I can withdraw until it is paid',
  },
  'field.voucher': { zh: '凭证号', bo: 'དཔང་རྟགས་ཨང་།', en: 'Voucher number' },

  'reporter.eligible': { zh: '正在核定', bo: 'ཞིབ་བཤེར་བྱེད་བཞིན་པ།', en: 'Being decided' },
  'reporter.proposed': { zh: '正在审批', bo: 'ཆོག་མཆན་སྒུག་བཞིན་པ།', en: 'Awaiting approval' },
  'reporter.claimable': {
    zh: '已批准，请在期限内申领',
    bo: 'ཆོག་མཆན་ཐོབ། དུས་བཀག་ནང་ལེན་རོགས།',
    en: 'Approved: please claim it in time',
  },
  'reporter.claimed': {
    zh: '已申领，等待发放（{method}；收款信息加密保存，发放前可更正或撤回）',
    bo: 'ཞུ་བ་བཏང་ཟིན། སྤྲོད་པ་སྒུག་བཞིན་པ།（{method}）',
    en: 'Claimed, to be paid ({method}; the details are stored encrypted and can be corrected or withdrawn until then)',
  },
  'reporter.held': {
    zh: '案件重新打开，奖励暂缓',
    bo: 'ལས་དོན་བསྐྱར་དུ་ཕྱེ་བས་བྱ་དགའ་བཀག',
    en: 'On hold: the case was reopened',
  },
  'reporter.paid': { zh: '已发放', bo: 'སྤྲད་ཟིན།', en: 'Paid' },
  'reporter.refused': { zh: '不予奖励：{reason}', bo: 'བྱ་དགའ་མི་སྤྲོད: {reason}', en: 'Refused: {reason}' },
  'reporter.lapsed': {
    zh: '逾期未申领，奖励已失效',
    bo: 'དུས་ཡོལ་བས་བྱ་དགའ་མེད་པར་གྱུར།',
    en: 'Not claimed in time: it has lapsed',
  },
  'reporter.notEligible': {
    zh: '不符合奖励条件：{reasons}',
    bo: 'བྱ་དགའི་ཆ་རྐྱེན་མ་འཚང: {reasons}',
    en: 'Not eligible: {reasons}',
  },
  'reporter.claim-returned': {
    zh: '请更正收款信息：{reason}',
    bo: 'དངུལ་ལེན་ཆ་འཕྲིན་བཅོས་རོགས: {reason}',
    en: 'Please give other payment details: {reason}',
  },
};
