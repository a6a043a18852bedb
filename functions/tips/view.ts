import * as z from 'zod';
import type { Translate } from '../../shared/i18n.ts';
import { shownPhone } from '../../shared/phone.ts';
import { dateOf, plus } from '../../shared/time.ts';
import { type OpenAction, openAction } from '../../shared/workflow/lifecycle.ts';
import { type Doer, openActions, REPORTER } from '../../shared/workflow/open-actions.ts';
import { unit as unitOf } from '../directory/lookup.ts';
import { nameIn } from '../directory/views.ts';
import { REWARDING } from './actions.ts';
import { countyName } from './counties.ts';
import { FOLLOW } from './form.ts';
import { codeOf } from './receipts.ts';
import { matter, outcome } from './schema.ts';
import { type Message, message, type Queued, type Reading, reading } from './store.ts';
import { life, stageOf, type Tip } from './tip.ts';

/** A tip-off as each of those sees it who may: its sender, the unit's officers, whoever approves a reward. */

const coded = z.object({ code: z.string(), text: z.string() });

const stageIn = (code: string, t: Translate) => ({ code, text: t(`stage.${code}`) });

const yuan = (fen: number): string => (fen / 100).toFixed(fen % 100 === 0 ? 0 : 2);

/** What the sender is told at once, with the receipt this one time. */
export const receivedTip = z.object({
  receipt: z.string(),
  location: z.string(),
  type: z.literal('tip'),
  receivedOn: z.string(),
  stage: coded,
  next: z.object({ text: z.string() }),
});
export type ReceivedTip = z.infer<typeof receivedTip>;

export const acknowledged = ({ state, createdAt }: Tip, receipt: string, t: Translate): ReceivedTip => ({
  receipt,
  location: FOLLOW,
  type: 'tip',
  receivedOn: dateOf(createdAt),
  stage: senderStage(state, t),
  next: { text: t('next.received') },
});

/** What the sender sees: days, not hours, and nothing of what the tip-off said, since the receipt may be in other hands. */
export const senderView = z.object({
  type: z.literal('tip'),
  receivedOn: z.string(),
  stage: coded,
  outcome: outcome.optional(),
  messages: z.array(z.object({ from: z.enum(['sender', 'unit']), on: z.string(), text: z.string() })),
  reward: z
    .object({ text: z.string(), amountFen: z.number(), by: z.string().optional(), code: z.string().optional() })
    .optional(),
  actions: z.array(openAction),
});
export type SenderView = z.infer<typeof senderView>;

export const viewOfSender = async (
  record: Tip,
  receipt: string,
  written: Message[],
  t: Translate,
): Promise<SenderView> => ({
  type: 'tip',
  receivedOn: dateOf(record.createdAt),
  stage: senderStage(record.state, t),
  outcome: record.data.outcome,
  messages: written.map(({ from, at, text }) => ({ from, on: dateOf(at), text })),
  reward: await senderReward(record, receipt, t),
  actions: await openActions(life, record, REPORTER, t),
});

/** A proposal is told to the sender once it is approved. */
const senderStage = (state: unknown, t: Translate) => {
  const code = stageOf(state);
  return stageIn(code === 'proposed' ? 'kept' : code, t);
};

const senderReward = async ({ data, state }: Tip, receipt: string, t: Translate): Promise<SenderView['reward']> => {
  const { reward } = data;
  if (!reward?.approval) return undefined;
  const { amountFen } = reward;
  const by = lastDay(reward.until);
  const code = stageOf(state) === 'claimed' ? codeOf(receipt, reward.claims) : undefined;
  const how = reward.payment ? 'paid' : reward.lapsed ? 'lapsed' : code === undefined ? 'claimable' : 'claimed';
  const where = code === undefined ? '' : await counterOf(data.unit, t);
  const text = t(`reward.${how}`, { yuan: yuan(amountFen), by: by ?? '', code: code ?? '', where });
  return { text, amountFen, by, code };
};

/** Where a reward is collected: the unit, with its telephone where it has one. */
const counterOf = async (id: string, t: Translate): Promise<string> => {
  const unit = await unitOf(id);
  return unit ? [nameIn(unit, t.language), unit.phone && shownPhone(unit.phone)].filter(Boolean).join(' ') : id;
};

/** The last day of a window that ends at an instant. */
const lastDay = (until: string | undefined): string | undefined =>
  until === undefined ? undefined : dateOf(plus(until, -1));

/** A tip-off in an officer's list: no text, no place. */
export const tipCard = z.object({
  id: z.string(),
  stage: coded,
  matter: coded,
  county: coded,
  unread: z.boolean(),
  receivedOn: z.string(),
  due: z.string().optional(),
});
export type TipCard = z.infer<typeof tipCard>;

export const cardOf = ({ id, card }: Queued, t: Translate): TipCard => ({
  id,
  stage: stageIn(card.stage, t),
  matter: { code: card.matter, text: t(`choice.matter.${card.matter}`) },
  county: { code: card.county, text: countyName(card.county, t.language) },
  unread: card.unread,
  receivedOn: card.receivedOn,
  due: card.due,
});

/** What an action answers, and all that whoever approves a reward sees: nothing that was written. */
export const outline = z.object({
  id: z.string(),
  version: z.number(),
  stage: coded,
  outcome: outcome.optional(),
  reward: z
    .object({
      amountFen: z.number(),
      reason: z.string(),
      proposedBy: z.string(),
      approvedBy: z.string().optional(),
      paid: z.boolean(),
      example: z.string().optional(),
    })
    .optional(),
  actions: z.array(openAction),
});
export type Outline = z.infer<typeof outline>;

export const outlineOf = async (record: Tip, doer: Doer, t: Translate): Promise<Outline> => ({
  id: record.id,
  version: record.version,
  stage: stageIn(stageOf(record.state), t),
  outcome: record.data.outcome,
  reward: staffReward(record, t),
  actions: await openActions(life, record, doer, t),
});

const staffReward = ({ data }: Tip, t: Translate): Outline['reward'] =>
  data.reward && {
    amountFen: data.reward.amountFen,
    reason: data.reward.proposal.reason,
    proposedBy: data.reward.proposal.name,
    approvedBy: data.reward.approval?.name,
    paid: data.reward.payment !== undefined,
    example: data.terms.marking === 'example' ? t('reward.example') : undefined,
  };

/** The outline with what concerns its reward alone. */
export const rewardOf = (whole: Outline): Outline => ({
  ...whole,
  actions: whole.actions.filter(({ action }: OpenAction) => REWARDING.includes(action)),
});

/** The whole of it, for one reading by an officer. */
export const officerView = outline.extend({
  matter,
  county: coded,
  place: z.string(),
  account: z.string(),
  seenOn: z.string().optional(),
  receivedAt: z.string(),
  messages: z.array(message),
  readings: z.array(reading),
  /** What the unit did, but for its messages and readings, which stand beside. */
  history: z.array(
    z.object({ seq: z.number(), at: z.string(), by: z.string(), text: z.string(), note: z.string().optional() }),
  ),
});
export type OfficerView = z.infer<typeof officerView>;

export const viewOfOfficer = async (
  record: Tip,
  doer: Doer,
  beside: { written: Message[]; readings: Reading[] },
  t: Translate,
): Promise<OfficerView> => {
  const { matter, county, place, account, seenOn } = record.data;
  return {
    ...(await outlineOf(record, doer, t)),
    ...{ matter, place, account, seenOn, receivedAt: record.createdAt },
    county: { code: county, text: countyName(county, t.language) },
    messages: beside.written,
    readings: beside.readings,
    history: record.history
      .filter((e) => e.by.kind === 'staff' && !BESIDE.includes(e.event))
      .map(({ seq, at, by, event, input }) => ({
        ...{ seq, at, by: by.name ?? by.id, text: t(`action.${event}`) },
        note: [input?.note, input?.reason].find((n) => typeof n === 'string') as string | undefined,
      })),
  };
};

const BESIDE = ['read', 'ask', 'answer'];
