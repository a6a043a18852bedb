import type { Catalogue } from '../../shared/i18n.ts';
import { words } from '../../shared/words.ts';
import { renamed } from './renamed.ts';

/** Words that the settings of several capabilities share. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const messages: Catalogue = {
  ...renamed(words, 'urgency.', 'part.'),
  'part.day': { zh: '星期', bo: 'གཟའ།', en: 'Day' },
  'part.time': { zh: '时间', bo: 'དུས་ཚོད།', en: 'Time' },

  'field.id': { zh: '代号', bo: 'ཨང་རྟགས།', en: 'Code' },
  'field.name': { zh: '名称', bo: 'མིང་།', en: 'Name' },
  'field.zh': { zh: '汉文', bo: 'རྒྱ་ཡིག', en: 'In Chinese' },
  'field.bo': { zh: '藏文', bo: 'བོད་ཡིག', en: 'In Tibetan' },
  'field.en': { zh: '英文', bo: 'དབྱིན་ཡིག', en: 'In English' },

  'source.example': {
    zh: '示例，由本单位确定',
    bo: 'དཔེ་མཚོན། ལས་ཁུངས་འདིས་གཏན་འབེབས་བྱེད།',
    en: 'An example; each unit sets its own',
  },

  'measure.minutes': { zh: '分钟', bo: 'སྐར་མ།', en: 'minutes' },
  'measure.hours': { zh: '小时', bo: 'ཆུ་ཚོད།', en: 'hours' },
  'measure.days': { zh: '天', bo: 'ཉིན།', en: 'days' },
  'measure.working-days': { zh: '工作日', bo: 'ལས་ཉིན།', en: 'working days' },
  'measure.weekday': { zh: '（1 为星期一）', bo: '（༡ ནི་གཟའ་ཟླ་བ།）', en: '(1 is Monday)' },
  'measure.kilometres': { zh: '公里', bo: 'སྤྱི་ལེ།', en: 'kilometres' },
  'measure.degrees': { zh: '度', bo: 'ཏུའུ།', en: 'degrees' },
  'measure.animals': { zh: '只（头）', bo: 'གྲངས།', en: 'animals' },
  'measure.times': { zh: '次', bo: 'ཐེངས།', en: 'times' },
  'measure.fen': { zh: '分', bo: 'ཧྥེན།', en: 'fen' },
};
