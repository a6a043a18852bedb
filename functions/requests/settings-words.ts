import type { Catalogue } from '../../shared/i18n.ts';
import { renamed } from '../settings/renamed.ts';
import { messages } from './messages.ts';

/** Words of the settings of requests. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const settingsWords: Catalogue = {
  ...renamed(messages, 'choice.kind.', 'part.'),
  title: { zh: '群众诉求', bo: 'མང་ཚོགས་ཀྱི་རེ་ཞུ།', en: 'Requests' },
  'setting.workingDays': { zh: '答复时限', bo: 'ལན་འདེབས་དུས་བཀག', en: 'To be answered within' },
  'source.workingDays': {
    zh: '各地热线的承诺：咨询 1 个、求助和建议 5 个、投诉 10 个工作日内答复',
    bo: 'ས་གནས་སོ་སོའི་ཁ་པར་ཞབས་ཞུའི་ཁས་ལེན། འདྲི་བ་ལས་ཉིན་ ༡། རོགས་སྐྱོར་དང་བསམ་འཆར་ ༥། ཞུ་གཏུག་ ༡༠ ནང་ལན་འདེབས།',
    en: 'What hotlines elsewhere promise: questions within 1 working day, help and suggestions within 5, complaints within 10',
  },
  'setting.urgent': { zh: '急事答复时限', bo: 'ཛ་དྲག་ལན་འདེབས་དུས་བཀག', en: 'An urgent one to be answered within' },
  'source.urgent': {
    zh: '各地热线的做法：急事即办；2 小时为示例',
    bo: 'ས་གནས་སོ་སོའི་ཁ་པར་ཞབས་ཞུའི་ལག་ལེན། ཛ་དྲག་ན་འཕྲལ་དུ་སྒྲུབ། ཆུ་ཚོད་ ༢ ནི་དཔེ་མཚོན་ཙམ།',
    en: 'Hotlines elsewhere handle urgent ones at once; two hours are an example',
  },
  'setting.take': { zh: '接办时限', bo: 'བདག་སྤྲོད་དུས་བཀག', en: 'To be taken on within' },
  'setting.takeUrgent': { zh: '急事接办时限', bo: 'ཛ་དྲག་བདག་སྤྲོད་དུས་བཀག', en: 'An urgent one to be taken on within' },
  'setting.reminder': { zh: '再次提醒间隔', bo: 'ཡང་བསྐྱར་དྲན་སྐུལ་བར་མཚམས།', en: 'Asked again after' },
  'setting.callBack': { zh: '答复后回访时限', bo: 'ལན་བཏབ་རྗེས་ཁ་པར་ཕྱིར་གཏོང་དུས་བཀག', en: 'Called back within' },
  'setting.attempts': {
    zh: '联系不上的，在不同日子回访几次后办结',
    bo: 'འབྲེལ་བ་མ་བྱུང་ན་ཉིན་མི་འདྲ་བར་ཐེངས་ག་ཚོད་འབོད་རྗེས་མཇུག་བསྡུ།',
    en: 'Calls on different days that reach nobody before it ends',
  },
};
