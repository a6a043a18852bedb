import { conflict, notFound } from '../../shared/errors.ts';
import type { Language } from '../../shared/fields.ts';
import type { Translate } from '../../shared/i18n.ts';
import { cut } from '../../shared/text.ts';
import { plus } from '../../shared/time.ts';
import type { OpenAction } from '../../shared/workflow/lifecycle.ts';
import { openActions, openTo, REPORTER } from '../../shared/workflow/open-actions.ts';
import type { ReportView } from '../cases/schema.ts';
import { life, type Reward, stageOf } from './reward.ts';
import { performOn, rewardsAt } from './store.ts';
import { wordsIn } from './view.ts';

/** What a reporter sees of rewards under the receipt, and does about them. */

/** The rewards for a report itself, not those for others who reported the same. */
const rewardsFor = async (caseId: string): Promise<Reward[]> =>
  (await rewardsAt(caseId)).filter((r) => r.data.beneficiary.caseId === caseId);

/** The rewards of a report as its reporter sees them, and what the reporter can do about them now. */
export const rewardsForReporter = async (
  caseId: string,
  language: Language,
): Promise<{ rewards: ReportView['rewards']; actions: OpenAction[] }> => {
  const t = wordsIn(language);
  const found = await rewardsFor(caseId);
  const actions = await Promise.all(found.map((r) => openActions(life, r, REPORTER, t)));
  return { rewards: found.map((r) => rewardView(r, t)), actions: oncePerName(actions.flat()) };
};

/** A reporter's action goes to the first reward that takes it, so it is offered once. */
const oncePerName = (actions: OpenAction[]): OpenAction[] =>
  actions.filter((a, i) => actions.findIndex((b) => b.action === a.action) === i);

/** Stages in which an amount was approved; before, it may still change. */
const TOLD = ['claimable', 'claimed', 'paid'];

const rewardView = (record: Reward, t: Translate): ReportView['rewards'][number] => {
  const { id, data } = record;
  const stage = stageOf(record.state);
  const amountFen = TOLD.includes(stage) ? (data.commitment?.amountFen ?? data.amountFen) : undefined;
  const by = stage === 'claimable' && data.claim ? plus(data.claim.until, -60_000) : undefined;
  return { id, text: textOf(stage, data, t), amountFen, by };
};

const textOf = (stage: string, data: Reward['data'], t: Translate): string => {
  const asked = stage === 'claimable' && data.notice?.code === 'claim-returned' ? 'claim-returned' : stage;
  const unmet = data.reasons.filter((r) => !r.met).map((r) => t(`unmet.${r.code}`));
  return t(`reporter.${asked}`, {
    reason: data.notice?.reason ?? '',
    method: data.payee ? t(`choice.method.${data.payee.method}`) : '',
    reasons: unmet.join(t.language === 'zh' ? '；' : '; '),
  });
};

/**
 * What a reporter does to the reward of a report: `claim`, `correct-claim`, `withdraw-claim`. Throws `not-found` where there
 * is no reward, `not-possible`, `invalid-input`.
 */
export const actOnReward = async (caseId: string, action: string, input: unknown): Promise<void> => {
  const found = await rewardsFor(caseId);
  if (found.length === 0) throw notFound('reward');
  const possible = found.map((r) => openTo(life, r, REPORTER));
  const reward = found[possible.findIndex((names) => names.includes(action))];
  if (!reward) throw conflict('not-possible', `${cut(action, 40)} is not possible now.`, { possible: possible.flat() });
  await performOn(reward.id, { action, input }, REPORTER);
};

/** The reporter's claim, with who is to be paid and how. */
export const claimByReporter = (caseId: string, input: unknown): Promise<void> => actOnReward(caseId, 'claim', input);
