import { contentDigest } from '../../shared/ids.ts';
import { plus } from '../../shared/time.ts';
import { nextDue } from '../../shared/workflow/decide.ts';
import type { Delivery, EffectHandler, Effects } from '../../shared/workflow/deliver.ts';
import type { LifeRecord, Part } from '../../shared/workflow/lifecycle.ts';
import { rangesOf } from '../../shared/workflow/part-ids.ts';
import { tellsOriginal } from '../cases/merge.ts';
import { type Addressee, officialsOf, together } from '../cases/people.ts';
import { tellers } from '../cases/tell.ts';
import { hideFrom, showTo } from '../cases/waiting.ts';
import { unit } from '../directory/lookup.ts';
import { actionWords } from './action-words.ts';
import type { AskedTransfer } from './animal.ts';
import { wildlife } from './case.ts';
import { letters, type StaffMail } from './mail.ts';
import { askedAt, handlersOf, type Level, leadsOf, receiversOf } from './people.ts';
import type { Animal, WildlifeData } from './schema.ts';

/** How the effects of the wildlife charts are carried out. Mail to staff is in Chinese, to reporters in their language. */

type D = Delivery<WildlifeData>;
type Record_ = LifeRecord<WildlifeData>;
type Send = (delivery: D) => Promise<void>;

const { tell, tellReporter } = tellers<WildlifeData, StaffMail>(wildlife.life, letters);

const waitsAt = (record: Record_, level: Level): boolean => (record.state as { awaiting?: string }).awaiting === level;

/** Nobody is asked any more for what somebody has accepted meanwhile. */
const askToAccept: Send = async (d) => {
  const level = d.effect.params?.level as Level;
  if (!waitsAt(d.record, level)) return;
  await tell(d, level, await askedAt(level, d.record.data), { due: nextDue(d.record) }, { action: 'accept' });
};

const alarmNoArrival: Send = async (d) => {
  const { data } = d.record;
  const to = await together(handlersOf(data), officialsOf(data));
  await tell(d, 'no-arrival', to, { more: { responder: data.responder?.name ?? '' } });
};

const remindOfCare: Send = async (d) => tell(d, 'review', await handlersOf(d.record.data));

/** The animals that an effect is about. */
const animalsOf = ({ record, effect }: D): Animal[] => record.data.animals.filter((a) => effect.parts?.includes(a.id));

/** Several of one species are said together: 红头咬鹃 × 50 (a1-a50). */
const named = (animals: Animal[]): string =>
  [...Map.groupBy(animals, (a) => a.nameZh)]
    .map(([name, of]) => {
      const ids = rangesOf(
        of.map((a) => a.id),
        ', ',
      );
      return of.length === 1 ? `${name} (${ids})` : `${name} × ${of.length} (${ids})`;
    })
    .join(', ');

/** Those that set out together and have not arrived: one alarm. */
const alarmTransport: Send = async (d) => {
  const late = animalsOf(d).filter((a) => a.legs.at(-1)?.arrivedAt === undefined);
  const leg = late[0]?.legs.at(-1);
  if (!leg) return;
  const to = await together(handlersOf(d.record.data), officialsOf(d.record.data));
  const due = plus(leg.departedAt, leg.expectedMinutes * 60_000);
  await tell(d, 'transport', to, { due, more: { carrier: leg.carrier, to: leg.to, animal: named(late) } });
};

const nameOfUnit = async (id: string | undefined): Promise<string> => (id && (await unit(id))?.name.zh) || (id ?? '');

const inviteReceiver: Send = async (d) => {
  const waiting = animalsOf(d).filter((a) => a.state === 'awaitingReceiver'); // others were answered meanwhile
  const transfer = waiting[0]?.transfer;
  if (!transfer) return;
  const purpose = actionWords[`choice.purpose.${transfer.purpose}`]?.zh ?? transfer.purpose;
  const more = { from: await nameOfUnit(d.record.data.unit), animal: named(waiting), purpose };
  const offer = { action: 'accept-transfer', parts: waiting as Part[] };
  await showTo(wildlife.life, d.record, transfer.to);
  await tell(d, 'invitation', await receiversOf(transfer.to), { more }, offer);
};

const isAskedOf = (to: string, { state, transfer }: Animal): boolean =>
  state === 'awaitingReceiver' && transfer?.to === to;

const ANSWERS: Record<string, StaffMail> = {
  'accept-transfer': 'transfer-accepted',
  'decline-transfer': 'transfer-declined',
  'record-death': 'transfer-ended',
};

/** The animals themselves have forgotten a transfer that was declined: whom it was asked of, and by whom, the effect says. */
const transferAnswered: Send = async (d) => {
  const animals = animalsOf(d);
  const kind = ANSWERS[d.entry.event];
  const { to = '', askedBy } = (d.effect.params ?? {}) as AskedTransfer;
  if (animals.length === 0 || !kind) return;
  if (to && !d.record.data.animals.some((a) => isAskedOf(to, a))) await hideFrom(d.record.id, to);
  const asker = async (): Promise<Addressee[]> => (askedBy ? [{ to: askedBy }] : []);
  const circles = [handlersOf(d.record.data), asker(), ...(kind === 'transfer-ended' ? [receiversOf(to)] : [])];
  const more = { to: await nameOfUnit(to), animal: named(animals), reason: String(d.entry.input?.reason ?? '') };
  await tell(d, kind, await together(...circles), { more });
};

/** A step that was not theirs made the link they hold stale: while the case waits they get a fresh one. */
const tellResponders: Send = async (d) => {
  const kind = d.effect.params?.what as 'information' | 'merged' | 'duplicates';
  const more = { text: String(d.entry.input?.text ?? '') };
  await tell(d, kind, await handlersOf(d.record.data), { more }, { action: 'accept' });
};

/** The same cases raise one alarm, whichever of them was looked at. */
const raiseClusterAlarm: Send = async (d) => {
  const cases = d.record.data.cluster ?? [];
  const to = await together(officialsOf(d.record.data), leadsOf(d.record.data), handlersOf(d.record.data));
  const id = `cluster-${contentDigest(cases)}`;
  await tell({ ...d, id }, 'cluster', to, { more: { count: cases.length } });
};

const considerReward: Send = async ({ record }) => {
  const { rewardFactsOf } = await import('./reward-facts.ts');
  const { considerReward: consider } = await import('../rewards/consider.ts');
  const facts = await rewardFactsOf(record);
  if (facts) await consider(facts);
};

const holdReward: Send = async ({ record, entry }) => {
  const { holdReward: hold } = await import('../rewards/consider.ts');
  await hold(record.id, String(entry.input?.reason ?? ''));
};

const triage: EffectHandler<WildlifeData> = {
  step: async ({ record }) => {
    if (record.state !== 'received') return undefined;
    const { triaged } = await import('./triage.ts');
    return { type: 'triaged', input: { ...(await triaged(record)) } };
  },
};

const lookAgain: EffectHandler<WildlifeData> = {
  step: async ({ record }) => {
    const { seenSince } = await import('./triage.ts');
    const seen = await seenSince(record);
    return seen && { type: 'duplicates.found', input: { ...seen } };
  },
};

const lookForCluster: EffectHandler<WildlifeData> = {
  step: async ({ record }) => {
    const { newCluster } = await import('./triage.ts');
    const cases = await newCluster(record);
    return cases && { type: 'cluster.found', input: { cases } };
  },
};

/** Every effect that the two charts name. */
export const effects: Effects<WildlifeData> = {
  triage,
  lookAgain,
  lookForCluster,
  askToAccept: { send: askToAccept },
  alarmNoArrival: { send: alarmNoArrival },
  remindOfCare: { send: remindOfCare },
  alarmTransport: { send: alarmTransport },
  inviteReceiver: { send: inviteReceiver },
  transferAnswered: { send: transferAnswered },
  tellReporter: { send: tellReporter },
  tellResponders: { send: tellResponders },
  tellOriginal: { send: tellsOriginal(wildlife.life) },
  raiseClusterAlarm: { send: raiseClusterAlarm },
  considerReward: { send: considerReward },
  holdReward: { send: holdReward },
};
