import type { Catalogue } from '../../shared/i18n.ts';
import { messages as ofRequests } from '../requests/messages.ts';

/** Words of what is noted at the door. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const messages: Catalogue = {
  'field.kind': ofRequests['field.kind'] as Catalogue[string],
  'field.matter': ofRequests['field.matter'] as Catalogue[string],
  ...Object.fromEntries(Object.entries(ofRequests).filter(([key]) => key.startsWith('choice.kind.'))),
  'action.note': { zh: '记走访', bo: 'འཚམས་འདྲི་འགོད།', en: 'Note the visit' },
  'action.plan-door': { zh: '安排走访', bo: 'འཚམས་འདྲི་བཀོད་སྒྲིག', en: 'Plan a visit' },
  'action.plan-doors': { zh: '安排走访多户', bo: 'ཁྱིམ་ཚང་མང་པོར་འཚམས་འདྲི།', en: 'Plan several visits' },
  'action.correct': { zh: '更正住户', bo: 'ཁྱིམ་ཚང་ཡོ་བསྲང་།', en: 'Correct the household' },
  'action.enter': { zh: '登记住户', bo: 'ཁྱིམ་ཚང་ཐོ་འགོད།', en: 'Enter a household' },
  'field.who': { zh: '谁去', bo: 'སུ་འགྲོ།', en: 'Who goes' },
  'field.on': { zh: '哪天', bo: 'ཉིན་གང་།', en: 'On' },
  'field.grid': { zh: '网格', bo: 'དྲ་མིག', en: 'Grid' },
  'field.plan-doors.grid': { zh: '整个网格', bo: 'དྲ་མིག་ཡོངས་རྫོགས།', en: 'A whole grid' },
  'field.plan-doors.households': { zh: '这几户', bo: 'ཁྱིམ་ཚང་འདི་དག', en: 'These households' },
  'field.id': {
    zh: '住户编号（小写字母、数字）',
    bo: 'ཁྱིམ་ཚང་ཨང་རྟགས། (a-z, 0-9)',
    en: 'Number of the household (a–z, 0–9)',
  },
  'field.householder': { zh: '户主', bo: 'ཁྱིམ་བདག', en: 'Householder' },
  'field.township': { zh: '乡镇（不在本单位辖区才填）', bo: 'ཡུལ་ཚོ།', en: 'Township, where it is not the unit’s own' },
  'field.met': { zh: '见到人了吗', bo: 'མི་ཐུག་གམ།', en: 'Who was there' },
  'choice.met.met': { zh: '见到了', bo: 'ཐུག', en: 'Met them' },
  'choice.met.nobody-home': { zh: '家里没人', bo: 'ཁྱིམ་ན་མི་མེད།', en: 'Nobody at home' },
  'choice.met.not-now': { zh: '不方便', bo: 'སྟབས་མ་བདེ།', en: 'Not convenient' },
  'field.raised': {
    zh: '对方提了什么',
    bo: 'ཁོང་གིས་གང་གསུངས།',
    en: 'What they raised',
  },
  'hint.raised.phone': {
    zh: '登记过这户电话的可以不填',
    bo: 'ཁྱིམ་ཚང་འདིའི་ཁ་པར་བཀོད་ཟིན་ན་མ་བྲིས་ཀྱང་ཆོག',
    en: 'Not needed where the household’s number is known',
  },
  'field.raised.consent': {
    zh: '已告诉对方这些内容怎样使用，对方同意',
    bo: 'ནང་དོན་འདི་དག་ཇི་ལྟར་བེད་སྤྱོད་བྱེད་པ་ཁོང་ལ་བཤད་ཟིན། ཁོང་འཐད།',
    en: 'They were told how this is used, and agree',
  },
};
