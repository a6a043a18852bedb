import type { Catalogue } from '../../shared/i18n.ts';

/** What the public pages of tip-offs say. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const pageMessages: Catalogue = {
  'tip.title': { zh: '保密举报', bo: 'གསང་ཞུ།', en: 'Confidential tip-off' },
  'tip.lead': {
    zh: '看到有人种罂粟、大麻，或贩毒、制毒，可以在这里告诉禁毒部门。不用姓名，不用登录。',
    bo: 'དུག་རྫས་རྩི་ཤིང་འདེབས་པའམ་འཚོང་བ་མཐོང་ན་འདིར་བརྗོད་རོགས། མིང་མི་དགོས། ནང་འཛུལ་མི་དགོས།',
    en: 'If you have seen drug plants being grown, or drugs made or sold, tell the anti-drug unit here. No name, no sign-in.',
  },
  'tip.urgent': {
    zh: '正在发生、有危险的，请拨打 110。',
    bo: 'ད་ལྟ་ཉེན་ཁ་ཡོད་ན་ 110 ལ་ཁ་པར་གཏོང་།',
    en: 'If it is happening now and somebody is in danger, call 110.',
  },
  'tip.promised': { zh: '我们承诺', bo: 'ང་ཚོས་ཁས་ལེན་པ།', en: 'What is promised' },
  'tip.promised.1': {
    zh: '不问您是谁。网络地址、手机和浏览器的信息，我们一概不记。',
    bo: 'ཁྱེད་སུ་ཡིན་མི་འདྲི། དྲ་རྒྱའི་གནས་ཡིག་དང་ཁ་པར་གྱི་གནས་ཚུལ་མི་འགོད།',
    en: 'You are not asked who you are. We keep no network address and nothing about your telephone or browser.',
  },
  'tip.promised.2': {
    zh: '只有受理单位的举报受理人能看，每次阅看都要写明理由并留下记录。其他工作人员、管理员和技术人员看不到。',
    bo: 'བདག་གཉེར་ལས་ཁུངས་ཀྱི་གསང་ཞུ་བདག་གཉེར་བ་ཁོ་ནས་མཐོང་། ཀློག་ཐེངས་རེ་ལ་རྒྱུ་མཚན་འབྲི་དགོས། གཞན་སུས་ཀྱང་མི་མཐོང་།',
    en: 'Only the tip officers of the unit can read it, each time with a reason that is put on record. Other staff, administrators and support cannot.',
  },
  'tip.promised.3': {
    zh: '您的身份未经您同意不告诉任何人。属实的可以领奖励：凭回执号申领，发放前不用姓名，可以请人代领，至少两个月内有效。',
    bo: 'ཁྱེད་ཀྱི་འཆད་པ་མེད་པར་སུ་ལའང་མི་བཤད། དོན་དངོས་ཡིན་ན་བྱ་དགའ་ལེན་ཆོག མིང་མི་དགོས། ཚབ་ལེན་ཆོག ཟླ་བ་གཉིས་ནང་།',
    en: 'Who you are is told to nobody without your consent. What proves true may be rewarded: claimed by receipt, without a name until it is paid, by proxy if you like, for two months at least.',
  },
  'tip.promised.4': {
    zh: '办结后（有奖励的，领完或过期后）最迟半年全部删除（备份最多再留 7 天），只留每月的件数。',
    bo: 'མཇུག་བསྡུས་པའམ་བྱ་དགའ་ཡོད་ན་བླངས་ཚར་རྗེས་ཟླ་བ་དྲུག་ནང་ཚང་མ་བསུབ།（གྲབས་ཉར་ཉིན་ ༧）ཟླ་རེའི་གྲངས་ཀ་མ་གཏོགས་མི་ཉར།',
    en: 'At the latest half a year after it is closed, or after its reward is paid or has lapsed, everything is deleted (backups hold it 7 days more); only the number of tip-offs a month is kept.',
  },
  'tip.not-promised': { zh: '我们不能承诺', bo: 'ང་ཚོས་ཁས་ལེན་མི་ཐུབ་པ།', en: 'What is not promised' },
  'tip.not-promised.1': {
    zh: '保密不等于无法追查。您的手机、浏览器的历史记录、您的网络运营商，可能看得出您打开过本网站。请用无痕窗口，不要用单位的电脑或网络。',
    bo: 'གསང་བ་ནི་རྗེས་འདེད་མི་ཐུབ་པ་མིན། ཁྱེད་ཀྱི་ཁ་པར་དང་བཤར་ཆས། དྲ་རྒྱའི་ཀུང་སིས་དྲ་ཚིགས་འདི་ཕྱེ་བ་ཤེས་སྲིད།',
    en: 'Confidential is not untraceable. Your telephone, the browser’s history and your network provider may show that you opened this site. Use a private window, and no computer or network of your workplace.',
  },
  'tip.not-promised.2': {
    zh: '您写的内容本身可能让人猜到是谁说的。法院依法要求时，我们手里只有您写的内容。',
    bo: 'ཁྱེད་ཀྱིས་བྲིས་པའི་ནང་དོན་ལས་སུས་བཤད་པ་ཚོད་དཔག་ཐུབ་སྲིད། ཁྲིམས་ཁང་གིས་དགོས་ན་ང་ཚོར་ཁྱེད་ཀྱིས་བྲིས་པ་ཁོ་ན་ཡོད།',
    en: 'What you write may itself tell who wrote it. If a court demands it, what you wrote is all there is to give.',
  },
  'tip.not-promised.3': {
    zh: '不能保证一定查实，也不能保证一定有奖励。回执号丢了，谁也找不回来。',
    bo: 'ཞིབ་འཇུག་གིས་གཏན་འཁེལ་ངེས་པ་དང་བྱ་དགའ་ཐོབ་ངེས་པ་ཁས་ལེན་མི་ཐུབ། འབྱོར་འཛིན་བོར་ན་རྙེད་མི་ཐུབ།',
    en: 'That it will be proved, or rewarded, cannot be promised. A lost receipt cannot be found again by anybody.',
  },
  'tip.know': { zh: '罂粟和大麻长什么样', bo: 'ཉལ་ཐ་དང་སོ་མ་ར་ཛ་གང་འདྲ།', en: 'What opium poppy and hemp look like' },
  'tip.know.poppy': {
    zh: '罂粟：茎直立，叶子灰绿、边缘有缺刻、抱着茎长；花大，四片花瓣，红、紫、粉或白；果实像小罐子，顶上有一圈盘状的盖，割开流白浆。虞美人很像，但全株有毛、花薄果小。',
    bo: 'ཉལ་ཐ་（罂粟）: འདབ་མ་སྔོ་སྐྱ། མེ་ཏོག་ཆེ་ལ་འདབ་མ་བཞི། འབྲས་བུ་བུམ་པ་ཆུང་ཆུང་འདྲ། བཤགས་ན་ཁུ་བ་དཀར་པོ་ཐོན།',
    en: 'Opium poppy: upright, grey-green notched leaves that clasp the stem; large flowers of four petals, red, purple, pink or white; a fruit like a small jar with a flat crown, which bleeds white when cut. The corn poppy is like it but hairy, with thin flowers and small fruit.',
  },
  'tip.know.hemp': {
    zh: '大麻：一至三米高，叶子像手掌，五至九片细长小叶，边缘有锯齿，气味重。',
    bo: 'སོ་མ་ར་ཛ་（大麻）: མཐོ་ཚད་སྨི་ ༡ ནས་ ༣ འདབ་མ་ལག་མཐིལ་འདྲ། མཐའ་ལ་སོག་ལེའི་སོ། དྲི་ཚ།',
    en: 'Hemp: one to three metres high, leaves like a hand of five to nine narrow, saw-edged leaflets, with a strong smell.',
  },
  'tip.know.law': {
    zh: '法律：种植罂粟、大麻等毒品原植物是违法的，不论多少都要铲除；种植罂粟 500 株以上，或抗拒铲除的，构成犯罪（刑法第 351 条）；不到 500 株的，给予治安处罚，成熟前自行铲除的不予处罚。',
    bo: 'ཁྲིམས: དུག་རྫས་རྩི་ཤིང་འདེབས་པ་ཁྲིམས་འགལ་ཡིན། ཉུང་མང་གང་ཡིན་ཡང་རྩད་གཏོར་བྱ། ཉལ་ཐ་ ༥༠༠ ཡན་ནི་ཉེས་ཅན་ཡིན།（ཉེས་ཁྲིམས་ ༣༥༡）',
    en: 'The law: growing opium poppy, hemp or other drug plants is forbidden, whatever the number, and they are removed; 500 poppies or more, or resisting their removal, is a crime (Criminal Law, article 351); fewer are an administrative offence, which is not punished if they are pulled out before they ripen.',
  },
  'tip.form': { zh: '写下来', bo: 'འབྲི་བ།', en: 'Write it down' },
  'tip.submit': { zh: '提交举报', bo: 'གསང་ཞུ་འབུལ།', en: 'Hand it in' },
  'tip.follow': { zh: '已经举报过', bo: 'གསང་ཞུ་བྱས་ཟིན།', en: 'I have handed one in' },
  'tip.follow.lead': {
    zh: '凭 16 位回执号看回复、答问题、领奖励。回执号不会出现在网址里。',
    bo: 'འབྱོར་འཛིན་ཨང་རྟགས་ཀྱིས་ལན་ལྟ་བ་དང་བྱ་དགའ་ལེན་པ། ཨང་རྟགས་དྲ་གནས་ནང་མི་འཁོད།',
    en: 'With its 16 digits you read answers, answer questions and claim a reward. The receipt never stands in an address.',
  },
  'tip.find': { zh: '查看', bo: 'ལྟ་བ།', en: 'Look' },
  'tip.received': { zh: '已收到您的举报', bo: 'ཁྱེད་ཀྱི་གསང་ཞུ་འབྱོར་སོང་།', en: 'Your tip-off has been received' },
  'tip.keep': {
    zh: '请现在就抄在纸上，不要截图。这是唯一的回路：这个号码只显示这一次，我们没有留存，丢了谁也找不回来。',
    bo: 'ད་ལྟ་ཤོག་བུར་འབྲི་རོགས། པར་མ་ལེན། འདི་ནི་ཕྱིར་ཡོང་བའི་ལམ་གཅིག་པུ་ཡིན། ཐེངས་གཅིག་ལས་མི་མངོན། ང་ཚོས་མི་ཉར།',
    en: 'Write it on paper now; take no screenshot. It is the only way back: it is shown this once, we have not kept it, and nobody can find it again.',
  },
  'tip.messages': { zh: '往来消息', bo: 'འཕྲིན་ཐུང་།', en: 'Messages' },
  'tip.messages.none': { zh: '还没有消息。', bo: 'འཕྲིན་ཐུང་མེད།', en: 'No messages yet.' },
  'tip.from.unit': { zh: '受理单位', bo: 'ལས་ཁུངས།', en: 'The unit' },
  'tip.from.sender': { zh: '您', bo: 'ཁྱེད།', en: 'You' },
  'tip.received-on': { zh: '{date} 收到', bo: '{date} འབྱོར།', en: 'Received on {date}' },
  'tip.hidden': {
    zh: '您写的举报内容不在这里显示，以防回执号落到别人手里。',
    bo: 'ཁྱེད་ཀྱིས་བྲིས་པའི་ནང་དོན་འདིར་མི་སྟོན། འབྱོར་འཛིན་གཞན་གྱི་ལག་ཏུ་ཤོར་བར་སྔོན་འགོག་བྱེད་ཆེད།',
    en: 'What you wrote at first is not shown here, in case the receipt falls into other hands.',
  },
  'tip.outcome.founded': { zh: '查证属实', bo: 'དོན་དངོས་སུ་གྲུབ།', en: 'It proved true' },
  'tip.outcome.unfounded': { zh: '未能查实', bo: 'དོན་དངོས་སུ་མ་གྲུབ།', en: 'It could not be confirmed' },
  'tip.outcome.passed-on': { zh: '已移交其他部门', bo: 'སྡེ་ཁག་གཞན་ལ་སྤྲད།', en: 'It was passed on to another authority' },
  'tip.reward': { zh: '奖励', bo: 'བྱ་དགའ།', en: 'Reward' },
  'tip.refresh': { zh: '刷新', bo: 'གསར་བཅོས།', en: 'Look again' },
  'tip.leave': { zh: '马上离开', bo: 'ལམ་སང་ཕྱིར་འབུད།', en: 'Leave now' },
  'tip.leave.key': { zh: '（连按两次 Esc）', bo: '（Esc ཐེངས་གཉིས་ནོན།）', en: ' (or press Esc twice)' },
};
