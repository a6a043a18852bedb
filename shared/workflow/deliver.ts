import type { Role } from '../auth.ts';
import { isDomainError } from '../errors.ts';
import { contentDigest } from '../ids.ts';
import { log } from '../log.ts';
import { now, plus } from '../time.ts';
import { act } from './act.ts';
import { clearClock, setClock } from './clocks.ts';
import { nextDue } from './decide.ts';
import { entriesSince } from './history.ts';
import { type Effect, type Entry, type Lifecycle, type LifeRecord, type Step, SYSTEM } from './lifecycle.ts';
import { markDelivered } from './store.ts';

/**
 * An effect in its place. `id` is the same at every delivery, `<KIND>#<record>#<seq>#<index>`: what must not happen twice is
 * remembered under it.
 */
export interface Delivery<D> {
  id: string;
  record: LifeRecord<D>;
  entry: Entry;
  effect: Effect;
}

export type FollowUp = Pick<Step, 'type' | 'input' | 'parts'>;

/**
 * How a capability carries out its named effects: `send` does something outside the record and may be repeated;
 * `step` finds out what the record's next step is (undefined: none). Steps come after all sends of an entry.
 */
// biome-ignore lint/suspicious/noExplicitAny: effects of all data types stand in one registry
export type EffectHandler<D = any> =
  | { send: (delivery: Delivery<D>) => Promise<void> }
  | { step: (delivery: Delivery<D>) => Promise<FollowUp | undefined> };

// biome-ignore lint/suspicious/noExplicitAny: effects of all data types stand in one registry
export type Effects<D = any> = Record<string, EffectHandler<D>>;

/** A lifecycle with the way its effects are carried out, which is loaded only where they are. */
export interface Managed {
  life: Lifecycle;
  effects: () => Promise<Effects>;
  /** Set where nobody but some may know of its records, not even that there are any. */
  confidential?: Confidential;
}

/** Who may know of confidential records, by their role in the record's unit, and where on the desk they see them. */
export interface Confidential {
  role: Role;
  desk: `/desk/${string}`;
}

/** What is done about an effect that failed: counted beside the record, where it is delivered; thrown, where nothing else is said. */
export type OnFailure = (failed: Delivery<unknown>, error: unknown) => Promise<void>;

const rethrow: OnFailure = async (_, error) => {
  throw error;
};

/**
 * Carries out every effect of the record that was not yet, in order, then takes it out of the outbox. At least once. An effect
 * that fails holds up no other, and is left to `onFailure`: the record counts as delivered.
 */
export const deliver = async <D>(
  life: Lifecycle<D>,
  effects: Effects<D>,
  record: LifeRecord<D>,
  onFailure: OnFailure = rethrow,
): Promise<void> => {
  const due = (await entriesSince(life, record, record.delivered)).flatMap((entry) =>
    entry.effects.map((_, i) => deliveryOf(life, record, entry, i)),
  );
  for (const how of [send, follow])
    for (const d of due) {
      try {
        await inTime(how(life, effects, d));
      } catch (e) {
        await onFailure(d as Delivery<unknown>, e);
      }
    }
  const deadline = nextDue(record);
  await markDelivered(life.kind, record.id, record.version, deadline && plus(deadline, LATE));
};

/** So long after its time, in milliseconds, a deadline that has not fired is looked after by the sweeper. */
export const LATE = 15 * 60_000;

/** Carries out one effect of an entry again, whatever was delivered since. Throws what it throws. */
export const deliverOne = async <D>(
  life: Lifecycle<D>,
  effects: Effects<D>,
  record: LifeRecord<D>,
  at: { entry: Entry; index: number },
): Promise<void> => {
  const d = deliveryOf(life, record, at.entry, at.index);
  for (const how of [send, follow]) await inTime(how(life, effects, d));
};

const deliveryOf = <D>(life: Lifecycle<D>, record: LifeRecord<D>, entry: Entry, index: number): Delivery<D> => ({
  id: `${life.kind}#${record.id}#${entry.seq}#${index}`,
  record,
  entry,
  effect: entry.effects[index] as Effect,
});

/** The record and the place of an effect from its id, also where more stands behind it. Undefined for other ids. */
export const effectAt = (id: string): { kind: string; id: string; seq: number; index: number } | undefined => {
  const [, kind, record, seq, index] = /^([A-Z]+)#([^#]+)#(\d+)#(\d+)(?:#|$)/.exec(id) ?? [];
  return kind && record ? { kind, id: record, seq: Number(seq), index: Number(index) } : undefined;
};

/** One effect takes no longer, in milliseconds: what hangs is a failure like any other. */
const LIMIT = 20_000;

const inTime = async (work: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow()), LIMIT);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
};

class TooSlow extends Error {
  override name = 'TooSlow';
}

const send = async <D>(life: Lifecycle<D>, effects: Effects<D>, d: Delivery<D>): Promise<void> => {
  const params = d.effect.params ?? {};
  if (d.effect.type === 'clock.set') return setRunning(life, d, String(params.clock));
  if (d.effect.type === 'clock.clear') return clearClock(d.record.id, String(params.clock), Number(params.seq));
  const handler = effects[d.effect.type];
  if (!handler) throw new Error(`no handler for effect ${d.effect.type} of ${life.type}`);
  if ('send' in handler) await handler.send(d);
};

/** Only a clock that still runs is set: a later entry of the same record may have cleared it already. */
const setRunning = async <D>(life: Lifecycle<D>, { record, entry }: Delivery<D>, id: string): Promise<void> => {
  const clock = record.clocks[id];
  if (clock?.seq === entry.seq) await setClock(life, record as LifeRecord, id, clock);
};

const follow = async <D>(life: Lifecycle<D>, effects: Effects<D>, d: Delivery<D>): Promise<void> => {
  const handler = effects[d.effect.type];
  if (!handler || !('step' in handler)) return;
  const next = await handler.step(d);
  if (!next) return;
  let found: unknown;
  const step = async ({ state }: LifeRecord<D>): Promise<Step> => {
    found = state;
    return { ...next, at: now(), by: SYSTEM };
  };
  try {
    await act(life, d.record.id, step, { deliveredTo: d.entry.seq });
  } catch (e) {
    if (!isDomainError(e, 'not-possible') || contentDigest(found) === contentDigest(d.entry.to)) throw e;
    log.info('follow-up not possible any more', { record: d.record.id, effect: d.effect.type }); // taken before, or overtaken
  }
};
