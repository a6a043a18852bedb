import { isDomainError } from '../errors.ts';
import { log } from '../log.ts';
import { now } from '../time.ts';
import { act } from './act.ts';
import { clearClock, setClock } from './clocks.ts';
import { entriesSince } from './history.ts';
import { type Effect, type Entry, type Lifecycle, type LifeRecord, type Step, SYSTEM } from './lifecycle.ts';
import { markDelivered } from './store.ts';

/** An effect in its place. `id` is the same at every delivery: what must not happen twice is remembered under it. */
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
}

/** Carries out every effect of the record that was not yet, in order, then takes it out of the outbox. At least once. */
export const deliver = async <D>(life: Lifecycle<D>, effects: Effects<D>, record: LifeRecord<D>): Promise<void> => {
  const due = await entriesSince(life, record, record.delivered);
  for (const entry of due) for (const d of deliveriesOf(record, entry)) await send(life, effects, d);
  for (const entry of due) for (const d of deliveriesOf(record, entry)) await follow(life, effects, d);
  await markDelivered(life.kind, record.id, record.version);
};

const deliveriesOf = <D>(record: LifeRecord<D>, entry: Entry): Delivery<D>[] =>
  entry.effects.map((effect, i) => ({ id: `${record.id}#${entry.seq}#${i}`, record, entry, effect }));

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
  try {
    await act(life, d.record.id, { ...next, at: now(), by: SYSTEM }, { deliveredTo: d.entry.seq });
  } catch (e) {
    if (!isDomainError(e, 'not-possible')) throw e; // taken at an earlier delivery, or overtaken by a person
    log.info('follow-up not possible any more', { record: d.record.id, effect: d.effect.type });
  }
};
