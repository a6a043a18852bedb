import type { Catalogue } from '../../shared/i18n.ts';
import { messages as ofRequests } from '../requests/messages.ts';

/** Words of what is noted at the door. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const messages: Catalogue = {
  'field.kind': ofRequests['field.kind'] as Catalogue[string],
  'field.matter': ofRequests['field.matter'] as Catalogue[string],
  ...Object.fromEntries(Object.entries(ofRequests).filter(([key]) => key.startsWith('choice.kind.'))),
  'action.note': { zh: '记走访', bo: 'འཚམས་འདྲི་འགོད།', en: 'Note the visit' },
  'action.plan-door': { zh: '安排走访', bo: 'འཚམས་འདྲི་བཀོད་སྒྲིག', en: 'Plan a visit' },
  'action.plan-grid': { zh: '安排走访整个网格', bo: 'དྲ་མིག་ཡོངས་ལ་འཚམས་འདྲི།', en: 'Plan visits to a grid' },
  'action.enter': { zh: '登记住户', bo: 'ཁྱིམ་ཚང་ཐོ་འགོད།', en: 'Enter a household' },
  'field.who': { zh: '谁去', bo: 'སུ་འགྲོ།', en: 'Who goes' },
  'field.on': { zh: '哪天', bo: 'ཉིན་གང་།', en: 'On' },
  'field.grid': { zh: '网格', bo: 'དྲ་མིག', en: 'Grid' },
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
    zh: '对方提了什么（有才填）',
    bo: 'ཁོང་གིས་གང་གསུངས་（ཡོད་ན་འབྲི）',
    en: 'What they raised, if anything',
  },
};
