import type { Actor } from '../../shared/auth.ts';
import type { Translate } from '../../shared/i18n.ts';
import { maySee } from './access.ts';
import { type Reward, stageOf } from './reward.ts';
import { rewardsAt } from './store.ts';
import { yuan } from './text.ts';
import { wordsIn } from './view.ts';

interface RewardLine {
  id: string;
  text: string;
  /** Whether who asks may look into it. */
  open: boolean;
}

/** The rewards of a case in a line each, in the language of `t`, for the staff who see the case. */
export const rewardsOfCase = async (caseId: string, actor: Actor, t: Translate): Promise<RewardLine[]> => {
  const own = wordsIn(t.language);
  return (await rewardsAt(caseId)).map((r) => ({ id: r.id, text: textOf(r, own), open: maySee(actor, r) }));
};

const textOf = ({ data, state }: Reward, t: Translate): string =>
  t(data.eligible ? 'reward.text' : 'reward.text-none', {
    name: data.beneficiary.name ?? t('reward.nameless'),
    yuan: yuan(data.amountFen),
    stage: t(`stage.${stageOf(state)}`),
  });
