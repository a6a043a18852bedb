import * as z from 'zod';
import { type Actor, holds } from '../../shared/auth.ts';
import type { Language } from '../../shared/fields.ts';
import { type Translate, translator } from '../../shared/i18n.ts';
import { wallClock } from '../../shared/time.ts';
import { words } from '../../shared/words.ts';
import { type Entry, openAction, toldEntry } from '../../shared/workflow/lifecycle.ts';
import { labelOf, openActions, staffDoer } from '../../shared/workflow/open-actions.ts';
import { clockName } from '../cases/rules.ts';
import { type Labelled, labelled } from '../cases/schema.ts';
import { mayReadPayee } from './access.ts';
import { lastMinute } from './mail.ts';
import { messages } from './messages.ts';
import type { PayeeReading } from './payee.ts';
import { life, type Reward, stageOf } from './reward.ts';
import type { AmountLine, RewardData } from './schema.ts';
import type { QueuedReward } from './store.ts';
import { yuan } from './text.ts';

/** A reward as the staff see it. Payment details are never in it. */

const coded = z.object({ code: z.string(), text: z.string() });

export const rewardCard = z.object({
  id: z.string(),
  caseNumber: z.string(),
  stage: coded,
  amountFen: z.number().optional(),
  beneficiary: z.string().optional(),
  due: z.string().optional(),
});
export type RewardCard = z.infer<typeof rewardCard>;

export const rewardView = z.object({
  id: z.string(),
  version: z.number(),
  stage: coded,
  caseId: z.string(),
  caseNumber: z.string(),
  amountFen: z.number(),
  /** Whether the viewer may look into the case, and read who is paid (each reading is put on record). */
  sees: z.object({ case: z.boolean(), payee: z.boolean() }),
  facts: z.array(labelled),
  reasons: z.array(labelled),
  clocks: z.array(z.object({ id: z.string(), text: z.string(), due: z.string() })),
  actions: z.array(openAction),
  history: z.array(toldEntry),
});
export type RewardView = z.infer<typeof rewardView>;

/** The words of rewards in a language, before those that all share. */
export const wordsIn = (language: Language): Translate => translator(language, messages, words);

const stageIn = (code: string, t: Translate) => ({ code, text: t(`stage.${code}`) });

/** A reward in a list. */
export const cardOf = ({ id, card }: QueuedReward, t: Translate): RewardCard => ({
  id,
  caseNumber: card.caseNumber,
  stage: stageIn(card.stage, t),
  amountFen: card.amountFen,
  beneficiary: card.name,
  due: card.due,
});

/** A reward with what its viewer can do now; `readings` tells who has seen the payment details. */
export const viewOf = async (
  record: Reward,
  actor: Actor,
  readings: PayeeReading[],
  language: Language,
): Promise<RewardView> => {
  const t = wordsIn(language);
  const { id, version, data } = record;
  return {
    ...{ id, version, caseId: data.caseId, caseNumber: data.caseNumber },
    stage: stageIn(stageOf(record.state), t),
    amountFen: data.commitment?.amountFen ?? data.amountFen,
    sees: { case: holds(actor, data.bureau), payee: mayReadPayee(actor, record) },
    facts: [...decided(data, t), ...progress(data, t), ...readings.map((r) => readingFact(r, t))],
    reasons: data.reasons.map((r) => ({
      label: t(`reason.${r.code}`),
      value: t(r.met ? 'reason.met' : 'reason.unmet'),
    })),
    clocks: Object.entries(record.clocks).map(([clock, c]) => ({ id: clock, text: clockText(clock, t), due: c.due })),
    actions: await openActions(life, record, staffDoer(actor), t),
    history: record.history.map((e) => historyEntry(e, t)),
  };
};

const clockText = (id: string, t: Translate): string => t(`clock.${clockName(id)}`);

const fact = (label: string, value: string | undefined): Labelled[] => (value === undefined ? [] : [{ label, value }]);

const decided = (data: RewardData, t: Translate): Labelled[] => [
  ...fact(t('fact.beneficiary'), data.beneficiary.name ?? t('reward.nameless')),
  ...fact(t('fact.reported'), wallClock(data.reportedAt)),
  ...fact(t('fact.policy'), data.policy && t('fact.policy-from', { name: data.policy.name, from: data.policy.from })),
  ...fact(t('fact.marking'), data.policy?.marking === 'example' ? t('reward.example') : undefined),
  ...data.lines.map((l) => ({ label: t('fact.line'), value: lineText(l, t) })),
];

const lineText = (l: AmountLine, t: Translate): string => {
  const known = (prefix: string, code = '') => (t.has(`${prefix}.${code}`) ? t(`${prefix}.${code}`) : code);
  return t(`fact.line.${l.what}`, {
    name: l.name ?? '',
    class: known('class', l.class),
    outcome: known('outcome', l.outcome),
    yuan: yuan(l.amountFen),
  });
};

const progress = (data: RewardData, t: Translate): Labelled[] => {
  const { proposal, approval, claim, payee, payment, notice, held, questioned } = data;
  const signed = (s: typeof proposal) => s && t('fact.who-when', { name: s.name, time: wallClock(s.at) });
  return [
    ...fact(t('fact.proposal'), signed(proposal)),
    ...fact(t('fact.approval'), signed(approval)),
    ...fact(t('fact.until'), claim && lastMinute(claim.until)),
    ...fact(
      t('fact.payee'),
      payee && t('fact.payee-kept', { method: t(`choice.method.${payee.method}`), time: wallClock(payee.at) }),
    ),
    ...fact(t('fact.payment'), payment && paymentText(payment, t)),
    ...fact(t(`notice.${notice?.code}`), notice && (notice.reason ?? '')),
    ...fact(t('fact.held'), held?.reason),
    ...fact(t('fact.questioned'), questioned && t('fact.questioned-to', { yuan: yuan(questioned.amountFen) })),
  ];
};

const paymentText = (p: NonNullable<RewardData['payment']>, t: Translate): string =>
  t('fact.payment-how', {
    yuan: yuan(p.amountFen),
    method: t(`choice.method.${p.method}`),
    voucher: p.voucher,
    name: p.name,
    time: wallClock(p.at),
  });

const readingFact = ({ by, at, reason }: PayeeReading, t: Translate): Labelled => ({
  label: t('fact.reading'),
  value: t('fact.reading-why', { name: by.name, time: wallClock(at), reason }),
});

const historyEntry = ({ seq, at, by, event, input }: Entry, t: Translate): RewardView['history'][number] => {
  const name = event.startsWith('xstate.after.') ? `clock.${clockName(event)}` : event;
  const note = input?.reason ?? input?.note;
  return {
    ...{ seq, at, event },
    by: by.name ?? t(`by.${by.kind}`),
    text: t.has(`event.${name}`) ? t(`event.${name}`) : labelOf(life.type, event, t),
    note: typeof note === 'string' ? note : undefined,
  };
};
