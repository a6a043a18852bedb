import type { Catalogue } from '../../shared/i18n.ts';
import { renamed } from '../settings/renamed.ts';
import { messages } from './messages.ts';

/** Words of the settings of help at stations. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const settingsWords: Catalogue = {
  ...renamed(messages, 'choice.kind.', 'part.'),
  title: { zh: '驿站求助', bo: 'ས་ཚིགས་རོགས་སྐྱོར།', en: 'Help at stations' },
  'setting.acceptance': { zh: '接单时限', bo: 'ལས་འགན་ལེན་པའི་དུས་བཀག', en: 'To be accepted within' },
  'source.acceptance': {
    zh: '服务承诺：紧急求助几分钟内、调解几小时内有人接',
    bo: 'ཞབས་ཞུའི་ཁས་ལེན། ཛ་དྲག་ན་སྐར་མ་ཁ་ཤས། འདུམ་འགྲིག་ན་ཆུ་ཚོད་ཁ་ཤས་ནང་ལེན།',
    en: 'The service’s promise: minutes for what is urgent, hours for a mediation',
  },
  'setting.reminder': {
    zh: '无人接单时再次提醒工会',
    bo: 'ལེན་མཁན་མེད་ན་བཟོ་ཚོགས་ལ་ཡང་བསྐྱར་དྲན་སྐུལ།',
    en: 'The union is asked again after',
  },
  'setting.review': {
    zh: '紧急求助处置情况询问间隔',
    bo: 'ཛ་དྲག་རོགས་སྐྱོར་གྱི་གནས་ཚུལ་འདྲི་བའི་བར་མཚམས།',
    en: 'Urgent help without a word is asked after every',
  },
  'setting.arranging': {
    zh: '接单后安排调解的时限',
    bo: 'ལས་འགན་བླངས་རྗེས་འདུམ་འགྲིག་བཀོད་སྒྲིག་གི་དུས་བཀག',
    en: 'From acceptance until a mediation is arranged',
  },
  'setting.heldGrace': {
    zh: '约定时间过后多久询问调解结果',
    bo: 'དུས་ཚོད་ཡོལ་རྗེས་འདུམ་འགྲིག་གི་འབྲས་བུ་འདྲི་བ།',
    en: 'After its hour a mediation is asked after by',
  },
  'setting.check': {
    zh: '达成协议后多久回访',
    bo: 'འཆམ་མཐུན་བྱུང་རྗེས་ཕྱིར་ལྟ་བྱེད་པ།',
    en: 'From an agreement until it is checked',
  },
  'setting.lateCheck': {
    zh: '回访逾期提醒间隔',
    bo: 'ཕྱིར་ལྟ་དུས་ཡོལ་དྲན་སྐུལ་བར་མཚམས།',
    en: 'A late check is asked after every',
  },
};
