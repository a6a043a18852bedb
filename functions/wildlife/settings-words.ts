import type { Catalogue } from '../../shared/i18n.ts';
import { renamed } from '../settings/renamed.ts';
import { actionWords } from './action-words.ts';
import { messages } from './messages.ts';

/** Words of the settings of wildlife rescue. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const settingsWords: Catalogue = {
  ...renamed(messages, 'class.', 'part.'),
  ...renamed(actionWords, 'choice.approvalLevel.', 'choice.'),
  title: { zh: '野生动物救助', bo: 'རི་སྐྱེས་སྲོག་ཆགས་སྐྱོབ་གསོ།', en: 'Wildlife rescue' },
  'setting.acceptance': { zh: '接单时限', bo: 'ལས་འགན་ལེན་པའི་དུས་བཀག', en: 'To be accepted within' },
  'source.acceptance': {
    zh: '服务承诺：特急 15 分钟、紧急 30 分钟、一般 2 小时内接单',
    bo: 'ཞབས་ཞུའི་ཁས་ལེན། ཧ་ཅང་ཛ་དྲག་སྐར་མ་ ༡༥། ཛ་དྲག་སྐར་མ་ ༣༠། དཀྱུས་མ་ཆུ་ཚོད་ ༢ ནང་ལེན།',
    en: 'The service’s promise: accepted within 15 minutes (critical), 30 minutes (urgent), 2 hours (normal)',
  },
  'setting.reminder': {
    zh: '无人接单时再次提醒负责人',
    bo: 'ལེན་མཁན་མེད་ན་འགན་འཁུར་བར་ཡང་བསྐྱར་དྲན་སྐུལ།',
    en: 'The lead is asked again after',
  },
  'setting.arrival': { zh: '接单后到场时限', bo: 'ལས་འགན་བླངས་རྗེས་སླེབས་པའི་དུས་བཀག', en: 'From acceptance to arrival' },
  'setting.review': {
    zh: '救治中复查提醒间隔',
    bo: 'གསོ་བཅོས་སྐབས་བསྐྱར་ཞིབ་དྲན་སྐུལ་བར་མཚམས།',
    en: 'A case in care is looked at again every',
  },
  'setting.transportGrace': {
    zh: '转运超时宽限',
    bo: 'སྐྱེལ་འདྲེན་དུས་ཡོལ་གྱི་ཡུན་ཚད།',
    en: 'A transport is overdue after its estimate by',
  },
  'setting.approval': {
    zh: '不宜放归动物处置的最低批准机关',
    bo: 'རི་ལ་གཏོང་མི་རུང་བའི་སྲོག་ཆགས་ཀྱི་ཆོག་མཆན་རིམ་པ་དམའ་ཤོས།',
    en: 'Lowest level that approves where an animal unfit for release goes',
  },
  'source.approval': {
    zh: '《野生动物保护法》和收容救护管理办法：国家重点保护的由省级批准，其他由县级以上批准',
    bo: '《རི་སྐྱེས་སྲོག་ཆགས་སྲུང་སྐྱོབ་བཅའ་ཁྲིམས》 དང་བསྡུ་སྐྱོབ་དོ་དམ་བྱེད་ཐབས། རྒྱལ་ཁབ་ཀྱི་གཙོ་གནད་སྲུང་སྐྱོབ་ལ་ཞིང་ཆེན་རིམ་པ། གཞན་ལ་རྫོང་རིམ་ཡན་ཆད།',
    en: '野生动物保护法 and the rules on receiving animals: the province for species of 国家重点, a county or above for others',
  },
  'part.*': { zh: '其他类别', bo: 'རིགས་གཞན།', en: 'Any other class' },
  'setting.duplicates': { zh: '可能重复的报告', bo: 'བསྐྱར་ཟློས་ཡིན་སྲིད་པའི་སྙན་ཞུ།', en: 'Likely duplicates' },
  'setting.duplicates.hours': { zh: '相隔不超过', bo: 'དུས་ཚོད་བར་ཐག', en: 'Apart by at most' },
  'setting.duplicates.kilometres': { zh: '相距不超过', bo: 'བར་ཐག', en: 'Distant by at most' },
  'setting.published': {
    zh: '公开地点的精度（方格边长）',
    bo: 'སྤྱི་བསྒྲགས་ས་གནས་ཀྱི་ཞིབ་ཚད།（གྲུ་བཞིའི་མཐའ་ཐག）',
    en: 'How exactly places are published (side of the square)',
  },
  'source.published': {
    zh: '参照《敏感物种数据处理指南》（Chapman 2020, GBIF）；隐私说明承诺不精于数公里',
    bo: '《ཚོར་སྐྱེན་རིགས་ཀྱི་གཞི་གྲངས་ལམ་སྟོན》（Chapman 2020, GBIF） ལ་གཞིགས། གསང་དོན་གསལ་བཤད་ཀྱིས་སྤྱི་ལེ་ཁ་ཤས་ལས་ཞིབ་པ་མི་བསྒྲགས་པར་ཁས་བླངས།',
    en: 'Follows the guide to sensitive species data (Chapman 2020, GBIF); the privacy notice promises several kilometres at least',
  },
  'none.published': { zh: '不公开', bo: 'མི་བསྒྲགས།', en: 'Not published' },
  'setting.cluster': { zh: '异常死亡聚集', bo: 'འཆི་རྐྱེན་འདུ་འཛོམས།', en: 'Cluster of deaths' },
  'setting.cluster.dead': { zh: '同一地点死亡不少于', bo: 'ས་གཅིག་ཏུ་ཤི་བའི་གྲངས།', en: 'Dead at one place, at least' },
  'source.cluster.dead': {
    zh: '野生动物异常死亡的规定：同一地点死亡 3 只（头）及以上即为异常',
    bo: 'རི་སྐྱེས་སྲོག་ཆགས་རྒྱུན་ལྡན་མིན་པར་ཤི་བའི་གཏན་འབེབས། ས་གཅིག་ཏུ་ ༣ ཡན་ཆད་ཤི་ན་རྒྱུན་ལྡན་མིན།',
    en: 'Rules on abnormal deaths of wildlife: three or more dead at one place',
  },
  'setting.cluster.hours': { zh: '时间不超过', bo: 'དུས་ཚོད་ནང་།', en: 'Within' },
};
