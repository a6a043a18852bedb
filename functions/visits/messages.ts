import type { Catalogue } from '../../shared/i18n.ts';
import { messages as ofRequests } from '../requests/messages.ts';

/** Words of what is noted at the door. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const messages: Catalogue = {
  'field.kind': ofRequests['field.kind'] as Catalogue[string],
  'field.matter': ofRequests['field.matter'] as Catalogue[string],
  ...Object.fromEntries(Object.entries(ofRequests).filter(([key]) => key.startsWith('choice.kind.'))),
  'action.note': { zh: '记走访', bo: 'འཚམས་འདྲི་འགོད།', en: 'Note the visit' },
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
