import type { Catalogue } from '../../shared/i18n.ts';

/** Words of the settings of livestock emergencies. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const settingsWords: Catalogue = {
  title: { zh: '牲畜急救', bo: 'སྒོ་ཕྱུགས་ཛ་དྲག་སྐྱོབ་གསོ།', en: 'Livestock emergencies' },
  'setting.acceptance': { zh: '接单时限', bo: 'ལས་འགན་ལེན་པའི་དུས་བཀག', en: 'To be accepted within' },
  'source.acceptance': {
    zh: '服务承诺：5 分钟内接单',
    bo: 'ཞབས་ཞུའི་ཁས་ལེན། སྐར་མ་ ༥ ནང་ལེན།',
    en: 'The service’s promise: accepted within 5 minutes',
  },
  'setting.departure': { zh: '接单后出发时限', bo: 'ལས་འགན་བླངས་རྗེས་ཆས་པའི་དུས་བཀག', en: 'From acceptance to setting out' },
  'source.departure': {
    zh: '服务承诺：15 分钟内出发',
    bo: 'ཞབས་ཞུའི་ཁས་ལེན། སྐར་མ་ ༡༥ ནང་ཆས།',
    en: 'The service’s promise: on the way within 15 minutes',
  },
  'setting.reminder': { zh: '再次提醒间隔', bo: 'ཡང་བསྐྱར་དྲན་སྐུལ་བར་མཚམས།', en: 'Asked again after' },
  'setting.review': {
    zh: '治疗中复查提醒间隔',
    bo: 'གསོ་བཅོས་སྐབས་བསྐྱར་ཞིབ་དྲན་སྐུལ་བར་མཚམས།',
    en: 'A case under treatment is looked at again every',
  },
  'setting.lateVisit': {
    zh: '未按期回访提醒间隔',
    bo: 'ཕྱིར་ལྟ་དུས་ལྟར་མ་བྱུང་ན་དྲན་སྐུལ།',
    en: 'A follow-up visit not made is asked after every',
  },
  'setting.epidemicDead': {
    zh: '一次报告死亡多少头即按疑似疫情',
    bo: 'སྙན་ཞུ་གཅིག་ནང་ག་ཚོད་ཤི་ན་ནད་ཡམས་དོགས་གཞི།',
    en: 'Dead in one report that are a suspected epidemic',
  },
  'source.epidemicDead': {
    zh: '动物疫情报告的规定要求报告原因不明的大量死亡，未定数目；3 头为示例，由本单位确定',
    bo: 'སྒོ་ཕྱུགས་ནད་ཡམས་སྙན་ཞུའི་གཏན་འབེབས་ཀྱིས་རྒྱུ་མཚན་མི་གསལ་བར་མང་པོ་ཤི་ན་སྙན་ཞུ་དགོས། གྲངས་གཏན་མེད། ༣ ནི་དཔེ་མཚོན་ཙམ།',
    en: 'The rules on reporting animal epidemics ask to report unexplained deaths of many and name no number; three is an example, each unit sets its own',
  },
  'setting.duplicates': {
    zh: '可能是同一批牲畜的报告',
    bo: 'སྒོ་ཕྱུགས་གཅིག་པ་ཡིན་སྲིད་པའི་སྙན་ཞུ།',
    en: 'Reports of what may be the same animals',
  },
  'setting.outbreak': {
    zh: '可能是同一疫病的报告',
    bo: 'ནད་གཅིག་པ་ཡིན་སྲིད་པའི་སྙན་ཞུ།',
    en: 'Reports of what may be the same disease',
  },
  'part.hours': { zh: '相隔不超过', bo: 'དུས་ཚོད་བར་ཐག', en: 'Apart by at most' },
  'part.kilometres': { zh: '相距不超过', bo: 'བར་ཐག', en: 'Distant by at most' },
};
