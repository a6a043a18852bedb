import type { Catalogue } from '../../shared/i18n.ts';

/** Words of the public pages of notices. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const pageWords: Catalogue = {
  'notices.title': { zh: '公告与招工', bo: 'བརྡ་ཐོ་དང་ལས་ཀ', en: 'Notices and jobs' },
  'notices.lead': {
    zh: '由经过核实的单位发布，到期自动下架。凡要求先交钱的，都请举报。',
    bo: 'ཞིབ་བཤེར་བྱས་པའི་ལས་ཁུངས་ཀྱིས་སྤེལ། དུས་ཚང་ན་རང་འགུལ་གྱིས་མེད་པར་འགྱུར། སྔོན་ལ་དངུལ་སློང་ན་སྙན་ཞུ་གནང་རོགས།',
    en: 'From verified units; gone by themselves when they end. Report any that asks for money first.',
  },
  'notices.none': { zh: '现在没有这样的信息。', bo: 'ད་ལྟ་འདི་འདྲ་མི་འདུག', en: 'There is none at present.' },
  'notices.find': { zh: '查找', bo: 'འཚོལ།', en: 'Find' },
  'notices.q': { zh: '关键词', bo: 'ཐ་སྙད།', en: 'Words' },
  'notices.kind': { zh: '类别', bo: 'རིགས།', en: 'Kind' },
  'notices.kind.all': { zh: '全部', bo: 'ཚང་མ།', en: 'All' },
  'notices.area': { zh: '地区', bo: 'ས་ཁུལ།', en: 'Area' },
  'notices.area.all': { zh: '全区', bo: 'ས་ཁུལ་ཚང་མ།', en: 'Everywhere' },
  'notices.more': { zh: '更多', bo: 'དེ་བས་མང་བ།', en: 'More' },
  'notices.all': { zh: '全部公告与招工', bo: 'བརྡ་ཐོ་དང་ལས་ཀ་ཚང་མ།', en: 'All notices and jobs' },
  'notices.until': { zh: '{date} 截止', bo: '{date} བར།', en: 'Until {date}' },
  'notices.published': { zh: '{unit}，{date} 发布', bo: '{unit} {date} སྤེལ།', en: '{unit}, published {date}' },
  'notices.changed': { zh: '{date} 修改过', bo: '{date} བཅོས།', en: 'Changed on {date}' },
  'notices.last-day': { zh: '截止日期', bo: 'ཉིན་མཐའ་མ།', en: 'Last day' },
  'notices.unit': { zh: '发布单位', bo: 'སྤེལ་མཁན།', en: 'Published by' },
  'notices.verified': { zh: '{unit}（已核实）', bo: '{unit}（ཞིབ་བཤེར་ཟིན།）', en: '{unit} (verified)' },
  'notices.complain': { zh: '举报这条信息', bo: 'འདི་སྙན་ཞུ་བྱེད།', en: 'Report this' },
  'notices.complained': { zh: '收到了，谢谢', bo: 'འབྱོར་སོང་། ཐུགས་རྗེ་ཆེ།', en: 'Received, thank you' },
  'notices.complained.text': {
    zh: '发布单位的负责人会核实。',
    bo: 'སྤེལ་མཁན་གྱི་འགན་འཁུར་བས་ཞིབ་བཤེར་བྱེད།',
    en: 'The official of the unit will look into it.',
  },
  'problem.notice-ended': {
    zh: '这条信息已经到期或撤回',
    bo: 'འདིའི་དུས་ཚང་བའམ་ཕྱིར་འཐེན་བྱས་ཟིན།',
    en: 'This has ended or was withdrawn',
  },
  'problem.notice-held': {
    zh: '这条信息正在核实，暂不显示',
    bo: 'འདི་ཞིབ་བཤེར་བྱེད་བཞིན་པས་གནས་སྐབས་མི་སྟོན།',
    en: 'This is being looked into and not shown for now',
  },
};
