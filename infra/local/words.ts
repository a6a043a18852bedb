import type { Catalogue } from '../../shared/i18n.ts';

/** Words of the pages that exist on one machine only. Tibetan is a draft. */
export const words: Catalogue = {
  'pick.title': { zh: '选择登录人', bo: 'ནང་འཛུལ་མི་འདེམས།', en: 'Who signs in?' },
  'pick.text': {
    zh: '这里只在本机运行：选一个人，不需要密码。',
    bo: 'འདི་འཕྲུལ་ཆས་འདིའི་ནང་ཁོ་ན་འཁོར་གྱི་ཡོད། མི་ཞིག་འདེམས། གསང་གྲངས་མི་དགོས།',
    en: 'This runs on one machine only: pick a person, no password is asked.',
  },
  'pick.none': { zh: '名录里还没有人。', bo: 'མིང་ཐོའི་ནང་མི་མི་འདུག', en: 'There is nobody in the directory yet.' },
  'pick.wrong': { zh: '登录请求不正确', bo: 'ནང་འཛུལ་རེ་འདུན་ནོར་འདུག', en: 'This sign-in cannot go on' },
  'mail.title': { zh: '本机邮箱', bo: 'འཕྲུལ་ཆས་འདིའི་སྦྲག་སྒམ།', en: 'Mailbox of this machine' },
  'mail.text': {
    zh: '系统发出的邮件都在这里，没有一封离开本机。',
    bo: 'མ་ལག་གིས་བཏང་བའི་སྦྲག་ཡིག་ཚང་མ་འདིར་ཡོད། གང་ཡང་ཕྱི་ལ་སོང་མེད།',
    en: 'All mail that was sent is here; none of it left this machine.',
  },
  'mail.none': { zh: '还没有邮件。', bo: 'སྦྲག་ཡིག་མི་འདུག', en: 'No mail yet.' },
  'mail.to': { zh: '收件人', bo: 'འབྱོར་མཁན།', en: 'To' },
  'mail.of': { zh: '发给 {to} 的邮件', bo: '{to} ལ་བཏང་བ།', en: 'Mail to {to}' },
  'mail.all': { zh: '全部邮件', bo: 'སྦྲག་ཡིག་ཚང་མ།', en: 'All mail' },
  'role.worker': { zh: '社工', bo: 'ལས་བྱེད།', en: 'worker' },
  'role.first-secretary': { zh: '第一书记', bo: 'ཧྲུའུ་ཅི་དང་པོ།', en: 'first secretary' },
  'role.responder': { zh: '处置人员', bo: 'ལས་འཛིན།', en: 'responder' },
  'role.official': { zh: '工作人员', bo: 'ལས་བྱེད་མི་སྣ།', en: 'official' },
  'role.approver': { zh: '审批人', bo: 'ཆོག་མཆན་སྤྲོད་མཁན།', en: 'approver' },
  'role.tip-officer': { zh: '举报受理人', bo: 'གསང་ཞུ་བདག་གཉེར།', en: 'tip officer' },
  'role.admin': { zh: '管理员', bo: 'དོ་དམ་པ།', en: 'administrator' },
};
