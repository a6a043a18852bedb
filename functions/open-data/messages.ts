import type { Catalogue } from '../../shared/i18n.ts';

/** Words of the open data. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const messages: Catalogue = {
  'data.title': { zh: 'Kora 开放数据', bo: 'Kora གཞི་གྲངས་སྒོ་འབྱེད།', en: 'Kora open data' },
  'data.description': {
    zh: '各类服务的公开数字和野生动物救护记录，不含任何个人信息。举报不在其中。',
    bo: 'ཞབས་ཞུ་རིགས་སོ་སོའི་གྲངས་ཀ་དང་རི་སྐྱེས་སྲོག་ཆགས་སྐྱོབ་པའི་ཐོ། སྒེར་གྱི་ཆ་འཕྲིན་གང་ཡང་མེད། གསང་ཞུ་མེད།',
    en: 'Public figures of each service, and records of rescued wildlife, without anything personal. Tip-offs are not among them.',
  },
  'data.figures': {
    zh: '{since} 以来的公开数字，每一行是一个数。地址里可以换时间（from、to）和地区（area）。',
    bo: '{since} ནས་བཟུང་གྲངས་ཀ ཕྲེང་རེ་ལ་གྲངས་གཅིག དུས་（from, to）དང་ས་ཁུལ་（area）བརྗེ་ཆོག',
    en: 'Public figures since {since}, one number a line. The time (from, to) and the place (area) may be changed in the address.',
  },
  'data.wildlife': { zh: '野生动物救护记录', bo: 'རི་སྐྱེས་སྲོག་ཆགས་སྐྱོབ་པའི་ཐོ།', en: 'Rescued wildlife' },
  'data.wildlife.description': {
    zh: '已办结案件的动物，达尔文核心归档（Darwin Core）。位置按保护级别模糊处理，一级保护动物不给坐标。',
    bo: 'མཇུག་བསྡུས་པའི་སྲོག་ཆགས། Darwin Core གནས་ས་སྲུང་སྐྱོབ་རིམ་པ་ལྟར་ཉུང་དུ་བཏང་ཡོད།',
    en: 'The animals of closed cases as a Darwin Core archive. Places are generalised by protection class; those of the highest have no coordinates.',
  },
  'data.licence': { zh: '使用许可', bo: 'བེད་སྤྱོད་ཆོག་མཆན།', en: 'Licence' },
  'data.licence.none': {
    zh: '没有声明许可，使用前请询问发布单位。',
    bo: 'ཆོག་མཆན་གསལ་བསྒྲགས་བྱས་མེད། བེད་སྤྱོད་སྔོན་དྲི་རོགས།',
    en: 'No licence is declared; ask the publisher before you use it.',
  },
  'data.machine': { zh: '给程序看的说明', bo: 'མ་ལག་གི་གསལ་བཤད།', en: 'The description for programs' },
  'data.field.table': { zh: '表', bo: 'རེའུ་མིག', en: 'Table' },
  'data.field.code': { zh: '代码', bo: 'ཨང་རྟགས།', en: 'Code' },
  'data.field.label': { zh: '名称', bo: 'མིང་།', en: 'Label' },
  'data.field.value': { zh: '数值', bo: 'གྲངས།', en: 'Value' },
  'data.unit.count': { zh: '个', bo: 'གྲངས།', en: 'count' },
  'data.unit.yuan': { zh: '元', bo: 'སྒོར།', en: 'yuan' },
  'data.unit.minutes': { zh: '分钟', bo: 'སྐར་མ།', en: 'minutes' },
  'data.unit.points': { zh: '分（1 到 5）', bo: 'སྐར་གྲངས་（༡-༥）', en: 'points (1 to 5)' },
};
