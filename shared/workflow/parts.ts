import { plus } from '../time.ts';
import type { Action } from './chart.ts';
import type { Clock, Effect, Step } from './lifecycle.ts';

/** What the charts of a record and of its parts ask for in one step, as effects and clocks: the same of many parts is one. */

export type PartAction = Action & { part?: string };

type Clocks = Record<string, Clock>;

interface Raised {
  clock: Clock;
  sendId: string;
  effect: Effect;
}

/** A clock of one part is named after it; one of several after the first, and the entry that set it for all of them. */
const clockId = ({ clock: { parts, seq }, sendId }: Raised): string => {
  const [first, ...others] = parts ?? [];
  if (first === undefined) return sendId;
  return others.length === 0 ? `${first}/${sendId}` : `${first}+${others.length}@${seq}/${sendId}`;
};

const addPart = (to: { parts?: string[] }, part: string | undefined): void => {
  if (part !== undefined && !to.parts?.includes(part)) to.parts = [...(to.parts ?? []), part];
};

/**
 * `after` in a chart becomes a clock and the effect that sets or clears it; named actions pass as they are. Answers the
 * effects in the order in which they were first asked for, and the clocks that run then.
 */
export const effectsOf = (
  actions: PartAction[],
  running: Clocks,
  { at }: Step,
  seq: number,
): { effects: Effect[]; clocks: Clocks } => {
  const clocks = { ...running };
  const asked = new Map<string, Effect>();
  const raised = new Map<string, Raised>();

  const ask = (key: string, fresh: Effect, part?: string): Effect => {
    const effect = asked.get(key) ?? fresh;
    addPart(effect, part);
    asked.set(key, effect);
    return effect;
  };
  const raise = (sendId: string, event: string, delay: number, part?: string): void => {
    const key = JSON.stringify(['set', sendId, delay, part === undefined]);
    const effect = ask(key, { type: 'clock.set' }, part);
    const known = raised.get(key) ?? { clock: { due: plus(at, delay), event, seq }, sendId, effect };
    addPart(known.clock, part);
    raised.set(key, known);
  };
  /** Of a state that was entered and left in this very step: nothing has to be set. */
  const unraise = (sendId: string, part?: string): boolean => {
    const [key, r] = [...raised].find(([, { clock, sendId: id }]) => id === sendId && isOf(clock, part)) ?? [];
    if (key === undefined || !r) return false;
    const left = without(r.clock, part);
    if (left) for (const it of [r.clock, r.effect]) it.parts = left;
    else for (const all of [raised, asked]) all.delete(key);
    return true;
  };
  const cancel = (sendId: string, part?: string): void => {
    if (unraise(sendId, part)) return;
    const [id, clock] = Object.entries(clocks).find(([name, c]) => isNamed(name, sendId) && isOf(c, part)) ?? [];
    if (id === undefined || !clock) return;
    const left = without(clock, part);
    if (left) clocks[id] = { ...clock, parts: left };
    else delete clocks[id];
    if (!left) ask(`clear ${id}`, { type: 'clock.clear', params: { clock: id, seq: clock.seq } }, part);
  };

  for (const { type, params, part } of actions) {
    if (type === 'xstate.raise' && params?.delay !== undefined) {
      const event = params.event?.type ?? '';
      raise(params.id ?? event, event, params.delay, part);
    } else if (type === 'xstate.cancel') cancel(params?.sendId ?? '', part);
    else if (!type.startsWith('xstate.')) {
      const effect: Effect = { type, ...(params ? { params } : {}) };
      ask(JSON.stringify([effect, part === undefined ? asked.size : 'parts']), effect, part);
    }
  }
  for (const r of raised.values()) {
    const id = clockId(r);
    r.effect.params = { clock: id };
    clocks[id] = r.clock;
  }
  return { effects: [...asked.values()], clocks };
};

const isNamed = (id: string, sendId: string): boolean => id === sendId || id.endsWith(`/${sendId}`);

const isOf = ({ parts }: Clock, part: string | undefined): boolean =>
  part === undefined ? parts === undefined : parts?.includes(part) === true;

/** The parts that are left when one has gone; undefined where none is. */
const without = ({ parts }: Clock, part: string | undefined): string[] | undefined => {
  const left = parts?.filter((p) => p !== part) ?? [];
  return left.length > 0 ? left : undefined;
};
