import type { Catalogue } from '../../shared/i18n.ts';

/** Words of the site's pages. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const siteWords: Catalogue = {
  'home.heading': {
    zh: '有事告诉我们，办到哪一步都看得见',
    bo: 'དོན་དག་ཡོད་ན་ང་ཚོར་བརྗོད་རོགས།',
    en: 'Tell us what is wrong, and see it through',
  },
  'home.lead': {
    zh: '野生动物受伤、牲畜急病、生活里的难处、驿站求助，都可以报。几分钟填完，马上得到回执号，凭号查进度。',
    bo: 'རི་སྐྱེས་སྲོག་ཆགས་རྨས་པ། ཕྱུགས་ཟོག་གི་ནད་གཡོག འཚོ་བའི་དཀའ་ངལ། ངལ་གསོ་ཁང་གི་རོགས་སྐྱོར་གང་ཡིན་ཡང་ཞུ་ཆོག སྐར་མ་ཁ་ཤས་ནང་ཚར། འབྱོར་འཛིན་ཨང་རྟགས་ལམ་སང་ཐོབ། དེ་བཀོལ་ནས་འཕེལ་རིམ་ལྟ་ཆོག',
    en: 'A wild animal in trouble, a sick yak, a problem in your community, help at a rest station: all can be reported. It takes a few minutes and you get a receipt number at once, to follow it with.',
  },
  'home.report': { zh: '现在就报', bo: 'ད་ལྟ་སྙན་ཞུ་བྱེད།', en: 'Report now' },
  'home.what': { zh: '在这里可以办', bo: 'འདིར་སྒྲུབ་ཐུབ་པ།', en: 'What you can do here' },
  'home.stations': { zh: '爱心驿站', bo: 'སྙིང་རྗེའི་ངལ་གསོ་ཁང་།', en: 'Rest stations' },
  'home.stations.text': {
    zh: '找最近开着的驿站：喝水、歇脚、充电，报修、求助。',
    bo: 'ཉེ་འགྲམ་གྱི་ངལ་གསོ་ཁང་འཚོལ། ཆུ་འཐུང་། ངལ་གསོ། གློག་ཁ་གསབ།',
    en: 'The nearest one that is open: water, seats, charging; report a fault, ask for help.',
  },
  'home.status.text': {
    zh: '输入 16 位回执号，看办到哪一步。',
    bo: 'ཨང་གྲངས་ ༡༦ ཅན་གྱི་འབྱོར་འཛིན་བྲིས་ནས་འཕེལ་རིམ་ལྟོས།',
    en: 'Enter your 16-digit receipt to see how far it has come.',
  },
  'home.tip.text': {
    zh: '看到种毒、贩毒？不用姓名，凭回执号联系，属实有奖励。',
    bo: 'དུག་རྫས་འདེབས་པའམ་འཚོང་བ་མཐོང་ན་མིང་མེད་པར་ཞུ་ཆོག དོན་དངོས་ཡིན་ན་བྱ་དགའ་ཡོད།',
    en: 'Seen drugs grown or sold? No name; a receipt is the way back, and what proves true is rewarded.',
  },
  'status.tip': {
    zh: '举报请不要在这里查：到保密举报页面，凭回执号查看',
    bo: 'གསང་ཞུ་འདིར་མ་འཚོལ། གསང་ཞུའི་ཤོག་ངོས་སུ་འབྱོར་འཛིན་གྱིས་ལྟོས།',
    en: 'A tip-off is not followed here: go to the page of tip-offs with its receipt',
  },
  'home.notices': { zh: '公告与招工', bo: 'བརྡ་ཐོ་དང་ལས་ཀ', en: 'Notices and jobs' },
  'home.notices.text': {
    zh: '附近的招工和公告，到期自动下架。',
    bo: 'ཉེ་འཁོར་གྱི་ལས་ཀ་དང་བརྡ་ཐོ།',
    en: 'Jobs and notices near you; gone when they end.',
  },
  'home.events': { zh: '公开活动与展览', bo: 'མང་ཚོགས་བྱེད་སྒོ་དང་འགྲེམས་སྟོན།', en: 'Events and exhibitions' },
  'home.events.text': {
    zh: '讲座、咨询、展览，何时何地。',
    bo: 'བཤད་ཁྲིད་དང་འགྲེམས་སྟོན། དུས་དང་ས་གནས།',
    en: 'Talks, consultations, exhibitions: when and where.',
  },
  'home.campaigns': { zh: '宣传活动', bo: 'དྲིལ་བསྒྲགས་བྱེད་སྒོ།', en: 'Campaigns' },
  'home.campaigns.text': {
    zh: '宣传做了多少，群众问了什么，怎么答的。',
    bo: 'དྲིལ་བསྒྲགས་ཇི་ཙམ་བྱས་པ། དྲི་བ་དང་ལན།',
    en: 'What was explained where, what people asked, and the answers.',
  },
  'home.bulletin.text': {
    zh: '各类事情办了多少、结果怎样，数字公开。',
    bo: 'ལས་དོན་ག་ཚོད་བསྒྲུབས་པ་དང་མཇུག་འབྲས། གྲངས་ཀ་ཕྱི་བསྒྲགས།',
    en: 'How many cases there were of each kind and what came of them, in open figures.',
  },
  'home.desk.text': {
    zh: '各单位的工作人员由此进入。',
    bo: 'ལས་བྱེད་པ་རྣམས་འདི་ནས་ནང་འཛུལ་བྱེད།',
    en: 'For the staff of all units.',
  },
  'home.first': {
    zh: '见到受伤动物，先这样做',
    bo: 'རྨས་པའི་སྲོག་ཆགས་མཐོང་ན་སྔོན་ལ་འདི་ལྟར་གནང་།',
    en: 'With an injured animal, before help arrives',
  },
  'home.first.1': {
    zh: '保持距离，不追赶、不喂食，看好孩子和狗。',
    bo: 'ཐག་རིང་ནས་ལྟོས། མ་དེད། ཟས་མ་སྟེར། བྱིས་པ་དང་ཁྱི་ལྟོས།',
    en: 'Keep your distance; do not chase or feed it; mind children and dogs.',
  },
  'home.first.2': {
    zh: '不碰死亡的动物，可能带病。',
    bo: 'ཤི་བའི་སྲོག་ཆགས་ལ་མ་རེག ནད་ཡོད་སྲིད།',
    en: 'Do not touch dead animals: they may carry disease.',
  },
  'home.first.3': {
    zh: '记下位置和时间，最好有人在安全处守着。',
    bo: 'ས་གནས་དང་དུས་ཚོད་ཟིན་བྲིས་བྱེད། ཉེན་མེད་སར་སྒུགས་ན་ལེགས།',
    en: 'Note the place and time; if you can, wait somewhere safe.',
  },

  'report.lead': {
    zh: '标“选填”的可以不填，其余请填；不确定的照实写就行。',
    bo: '（རང་མོས།）ཞེས་པ་མ་བྲིས་ཀྱང་འགྲིག གཞན་འབྲི་རོགས། གཏན་འཁེལ་མེད་ན་ཡོད་པ་ལྟར་བྲིས།',
    en: 'What is marked optional may be left out; please fill in the rest as well as you can.',
  },
  'report.submit': { zh: '提交报告', bo: 'སྙན་ཞུ་འབུལ།', en: 'Send the report' },
  'report.locate': { zh: '使用我现在的位置', bo: 'ང་ཡི་ད་ལྟའི་གནས་ས་སྤྱོད།', en: 'Use my present location' },
  'report.locate.consent': {
    zh: '按下即表示同意把这部手机的精确位置写进这份报告，只用来找到现场；公开的数据里只有几公里见方的大致范围。',
    bo: 'མནན་ན་ཁ་པར་འདིའི་གནས་ས་གཏན་འཁེལ་སྙན་ཞུ་འདིའི་ནང་འབྲི་བར་འཐད་པ་ཡིན། ས་གནས་འཚོལ་བ་ཁོ་ནར་སྤྱོད། ཕྱི་བསྒྲགས་ནང་སྤྱི་ལེ་ཁ་ཤས་ཀྱི་ཁྱབ་ཁོངས་མ་གཏོགས་མེད།',
    en: 'By pressing you agree to put this phone’s precise position into this report. It is used only to find the place; what is published of it is a square of several kilometres.',
  },
  'report.located': {
    zh: '已取得位置，误差约 {metres} 米',
    bo: 'གནས་ས་ཐོབ་སོང་། ཕལ་ཆེར་སྨི་ {metres}',
    en: 'Position taken, to about {metres} metres',
  },
  'report.located.not': {
    zh: '没有取到位置，请在“具体位置”里写清楚',
    bo: 'གནས་ས་མ་ཐོབ། “ས་གནས་ཞིབ་ཕྲ” ནང་གསལ་པོ་བྲིས་རོགས།',
    en: 'No position could be taken; describe the place in words instead',
  },
  'report.forget-place': { zh: '不用位置了', bo: 'གནས་ས་མི་དགོས།', en: 'Leave the position out' },
  'report.suggestions': {
    zh: '有 {count} 个名称可选',
    bo: 'མིང་ {count} འདུག',
    en: '{count:# name|# names} to choose from',
  },
  'report.sending': { zh: '正在发送……', bo: 'གཏོང་བཞིན་པ།', en: 'Sending…' },
  'report.waiting': {
    zh: '还没有发出去：网络不通。报告已保存在这部手机里，{seconds} 秒后再试。页面关了也不会丢，有网时打开本站就会接着发。',
    bo: 'ད་དུང་མ་སོང་། དྲ་བ་མེད། སྙན་ཞུ་ཁ་པར་འདིར་ཉར་ཡོད། སྐར་ཆ་ {seconds} རྗེས་བསྐྱར་གཏོང་བྱེད། ཤོག་ངོས་ཁ་རྒྱག་ཀྱང་མི་བོར། དྲ་བ་ཡོད་སྐབས་དྲ་ཚིགས་འདི་ཁ་ཕྱེ་ན་མུ་མཐུད་གཏོང་།',
    en: 'Not sent yet: no connection. The report is kept on this phone and is tried again in {seconds} s. It is not lost when you close this page: with a connection, opening this site sends it.',
  },
  'report.retry': { zh: '马上再试', bo: 'ད་ལྟ་ཡང་བསྐྱར་གཏོང་།', en: 'Try now' },
  'report.sent': { zh: '已经收到您的报告', bo: 'ཁྱེད་ཀྱི་སྙན་ཞུ་འབྱོར་སོང་།', en: 'Your report has been received' },
  'photos.choose': { zh: '照片', bo: 'འདྲ་པར།', en: 'Photos' },
  'photos.hint': {
    zh: '最多 {most} 张。会在手机上缩小，拍摄地点、时间和手机信息不会发出。报告先发，照片随后。',
    bo: 'མང་མཐར་ {most} ཡིན། ཁ་པར་ནང་ཆུང་དུ་བཏང་རྗེས་གཏོང་། པར་ལེན་ས་དང་དུས་ཚོད། ཁ་པར་གྱི་ཆ་འཕྲིན་མི་གཏོང་། སྙན་ཞུ་སྔོན་ལ་གཏོང་།',
    en: '{most} at most. They are made small on this phone; where and when they were taken and with which phone is not sent. The report goes first, its photos follow.',
  },
  'photos.count': { zh: '已选 {count} 张。', bo: 'འདྲ་པར་ {count} བདམས་ཟིན།', en: '{count} chosen.' },
  'photos.unreadable': {
    zh: '有 {count} 个文件打不开，不是照片或已损坏。',
    bo: 'ཡིག་ཆ་ {count} ཁ་མི་འབྱེད། འདྲ་པར་མ་རེད་ཡང་ན་སྐྱོན་ཤོར་འདུག',
    en: '{count} could not be opened: no photo, or damaged.',
  },
  'photos.too-many': {
    zh: '最多 {most} 张，多的没有选上。',
    bo: 'མང་མཐར་ {most} ཡིན། ལྷག་མ་མ་བདམས།',
    en: 'Only {most} fit; the rest was left out.',
  },
  'photos.nth': { zh: '照片 {n}', bo: 'འདྲ་པར་ {n}', en: 'Photo {n}' },
  'photos.drop': { zh: '去掉', bo: 'འདོར།', en: 'Take out' },
  'photos.shrinking': { zh: '正在缩小照片……', bo: 'འདྲ་པར་ཆུང་དུ་གཏོང་བཞིན་པ།', en: 'Making the photos small…' },
  'photos.sending': {
    zh: '正在发送照片，还剩 {count} 张……',
    bo: 'འདྲ་པར་གཏོང་བཞིན་པ། ད་དུང་ {count} ལྷག་ཡོད།',
    en: 'Sending {count:the last photo|photos, # to go}…',
  },
  'photos.waiting': {
    zh: '还有 {count} 张照片没有发出：网络不通。照片已保存在这部手机里，{seconds} 秒后再试；报告不受影响。',
    bo: 'འདྲ་པར་ {count} མ་སོང་། དྲ་བ་མེད། ཁ་པར་འདིར་ཉར་ཡོད། སྐར་ཆ་ {seconds} རྗེས་བསྐྱར་གཏོང་བྱེད། སྙན་ཞུ་ལ་གནོད་མེད།',
    en: '{count:# photo is|# photos are} not sent yet: no connection. What waits is kept on this phone and tried again in {seconds} s; the report does not wait for it.',
  },
  'photos.sent': { zh: '照片已发送。', bo: 'འདྲ་པར་སོང་།', en: 'The photos were sent.' },
  'photos.refused': {
    zh: '有 {count} 张照片没有被接受。',
    bo: 'འདྲ་པར་ {count} ངོས་ལེན་མ་བྱུང་།',
    en: '{count:# photo was|# photos were} not accepted.',
  },
  'report.receipt': { zh: '您的回执号', bo: 'ཁྱེད་ཀྱི་འབྱོར་འཛིན་ཨང་རྟགས།', en: 'Your receipt number' },
  'report.keep': {
    zh: '请截图或抄下来。查进度、补充情况，有奖励的领奖励，都要用；我们没有别的办法帮您找回。',
    bo: 'འདི་པར་ལེན་པའམ་བྲིས་ནས་ཉོར། འཕེལ་རིམ་ལྟ་བ་དང་བྱ་དགའ་ལེན་པ་ཚང་མར་དགོས།',
    en: 'Take a screenshot or write it down. You need it to follow the report, add to it and, where there is one, claim a reward; we cannot find it for you.',
  },
  'report.follow': { zh: '查看进度', bo: 'འཕེལ་རིམ་ལྟོས།', en: 'See its progress' },
  'report.another': { zh: '再报一件', bo: 'གཞན་ཞིག་ཞུ།', en: 'Report another' },
  'report.wrong': {
    zh: '有些内容需要改正，改后再提交一次',
    bo: 'ནང་དོན་འགའ་བཅོས་ནས་ཡང་བསྐྱར་འབུལ་རོགས།',
    en: 'Some fields need putting right; then send it again',
  },
  'report.refused': { zh: '没有被接受：{reason}', bo: 'ངོས་ལེན་མ་བྱུང་། {reason}', en: 'It was not accepted: {reason}' },

  'status.lead': {
    zh: '回执号是提交报告时得到的 16 位数字，空格可有可无。',
    bo: 'འབྱོར་འཛིན་ཨང་རྟགས་ནི་སྙན་ཞུ་སྐབས་ཐོབ་པའི་ཨང་གྲངས་ ༡༦ ཡིན།',
    en: 'Your receipt number is the 16 digits you were given with your report; spaces do not matter.',
  },
  'status.find': { zh: '查询', bo: 'འཚོལ།', en: 'Find it' },
  'status.mine': { zh: '这部手机报过的', bo: 'ཁ་པར་འདི་ནས་ཞུས་པ།', en: 'Reported from this phone' },
  'status.mine.lead': {
    zh: '只存在这部手机里。手机是别人的，看完请删除。',
    bo: 'ཁ་པར་འདི་ཁོ་ནར་ཉར་ཡོད། ཁ་པར་གཞན་གྱི་ཡིན་ན་བསུབ་རོགས།',
    en: 'Kept on this phone only. If the phone is not yours, delete the list when you are done.',
  },
  'status.unsent': { zh: '还没发出', bo: 'ད་དུང་མ་སོང་།', en: 'Not sent yet' },
  'status.forget-unsent': {
    zh: '这份报告还没有发出，删除后就没有了。确定删除吗？',
    bo: 'སྙན་ཞུ་འདི་ད་དུང་མ་སོང་། བསུབས་ན་མེད་པར་འགྱུར། བསུབ་རྒྱུ་གཏན་འཁེལ་ལམ།',
    en: 'This report was not sent yet; deleted, it is gone. Delete it?',
  },
  'status.forget': { zh: '从这部手机删除', bo: 'ཁ་པར་འདི་ནས་བསུབ།', en: 'Delete from this phone' },

  'figures.lead': {
    zh: '办理情况的公开数字。选类别、地区和起止日期。',
    bo: 'ལས་དོན་གྱི་གྲངས་ཀ རིགས་དང་ས་ཁུལ། ཚེས་གྲངས་འདེམས་རོགས།',
    en: 'Open figures. Choose what about, where and the dates.',
  },
  'figures.type': { zh: '哪一类', bo: 'རིགས་གང་།', en: 'About' },
  'figures.area': { zh: '地区', bo: 'ས་ཁུལ།', en: 'Area' },
  'figures.from': { zh: '从', bo: 'ནས།', en: 'From' },
  'figures.to': { zh: '到', bo: 'བར།', en: 'To' },
  'figures.show': { zh: '看通报', bo: 'གསལ་བསྒྲགས་ལྟོས།', en: 'Show the bulletin' },

  'act.title': { zh: '办理', bo: 'ལས་དོན་སྒྲུབ།', en: 'Act on a case' },
  'act.script': {
    zh: '这个页面需要浏览器允许脚本运行。也可以登录工作台办理。',
    bo: 'ཤོག་ངོས་འདིར་ script དགོས། ཡང་ན་ལས་ཀའི་སྟེགས་བུར་འཛུལ་རོགས།',
    en: 'This page needs script. You can also sign in at the staff desk.',
  },
  'act.loading': { zh: '正在打开……', bo: 'ཁ་འབྱེད་བཞིན་པ།', en: 'Opening…' },
  'act.none': {
    zh: '链接不完整。请从邮件里重新点开。',
    bo: 'འབྲེལ་མཐུད་ཆ་མི་ཚང་། གློག་འཕྲིན་ནས་ཡང་བསྐྱར་ཁ་ཕྱེ་རོགས།',
    en: 'The link is not complete. Open it from the mail again.',
  },
  'act.you': { zh: '办理人', bo: 'སྒྲུབ་མཁན།', en: 'You are' },
  'act.case': { zh: '案件', bo: 'ལས་དོན།', en: 'Case' },
  'act.place': { zh: '地点', bo: 'ས་གནས།', en: 'Place' },
  'act.stage': { zh: '现在', bo: 'ད་ལྟ།', en: 'Now' },
  'act.version': { zh: '依据的版本', bo: 'པར་གཞི།', en: 'Based on version' },
  'act.will': { zh: '按下按钮后将：{what}', bo: 'མནན་རྗེས། {what}', en: 'Pressing the button will: {what}' },
  'act.nothing-yet': { zh: '现在还什么都没有发生。', bo: 'ད་ལྟ་གང་ཡང་མ་བྱུང་།', en: 'Nothing has happened yet.' },
  'act.done': { zh: '办好了：{what}', bo: 'གྲུབ་སོང་། {what}', en: 'Done: {what}' },
  'act.again': { zh: '看最新情况', bo: 'གནས་ཚུལ་གསར་པ་ལྟོས།', en: 'Look at the present state' },
  'act.desk': { zh: '到工作台查看', bo: 'ལས་ཀའི་སྟེགས་བུར་ལྟོས།', en: 'Open it on the desk' },

  'privacy.version': { zh: '版本 2026-11', bo: 'པར་གཞི། 2026-11', en: 'Version 2026-11' },

  'missing.title': { zh: '没有这个页面', bo: 'ཤོག་ངོས་འདི་མེད།', en: 'There is nothing here' },
  'missing.text': {
    zh: '地址可能打错了，或页面已移走。',
    bo: 'ཁ་བྱང་ནོར་བའམ་ཤོག་ངོས་སྤོས་པ་ཡིན་སྲིད།',
    en: 'The address may be mistyped, or the page has moved.',
  },
};
