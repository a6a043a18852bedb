import { conflict, type DomainError, isDomainError, notFound } from '../errors.ts';
import { decide } from './decide.ts';
import type { Lifecycle, LifeRecord, Step } from './lifecycle.ts';
import { checkLists } from './lists.ts';
import { commit, load, type TransactItems } from './store.ts';

/** What must agree with a step and is written with it, and what a refusal of each means. */
export interface Companions {
  items: TransactItems;
  refused: (position: number) => Error;
}

export interface ActOptions<D> {
  /** Only if the record still is at this version (a link in mail, a page on a screen). */
  version?: number;
  /** Writes that must agree with this step. */
  companions?: (next: LifeRecord<D>, before: LifeRecord<D>) => Companions | undefined;
  /** Sees the record before deciding; throws to refuse. */
  authorise?: (record: LifeRecord<D>) => void | Promise<void>;
  /** Effects up to this entry are carried out by the caller. */
  deliveredTo?: number;
}

const ATTEMPTS = 4;

/**
 * One step of a record: load, authorise, decide, commit. When somebody else's step comes in between it is decided
 * anew from their result, unless the caller pinned a version. Throws `not-found`, `not-possible`, `stale`.
 */
export const act = async <D>(
  life: Lifecycle<D>,
  id: string,
  step: Step | ((record: LifeRecord<D>) => Promise<Step>),
  options: ActOptions<D> = {},
): Promise<LifeRecord<D>> => {
  for (let attempt = 1; ; attempt++) {
    const record = await load(life, id);
    if (!record) throw notFound(life.kind.toLowerCase());
    await options.authorise?.(record);
    if (options.version !== undefined && options.version !== record.version) throw staleVersion(record.version);
    try {
      return await save(life, record, typeof step === 'function' ? await step(record) : step, options);
    } catch (e) {
      if (!again(e, options.version) || attempt === ATTEMPTS) throw e;
      if (isDomainError(e, 'busy')) await pause(attempt);
    }
  }
};

/** A step from a pinned version is not decided anew, but contention alone says nothing about the version. */
const again = (e: unknown, pinned: number | undefined): boolean =>
  isDomainError(e, 'busy') || (isDomainError(e, 'stale') && pinned === undefined);

/** A growing moment, in milliseconds and not the same for two who met. */
export const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, 15 * 2 ** attempt * (0.5 + Math.random())));

const save = async <D>(
  life: Lifecycle<D>,
  record: LifeRecord<D>,
  step: Step,
  options: ActOptions<D>,
): Promise<LifeRecord<D>> => {
  const decided = decide(life, record, step);
  const next = { ...decided, delivered: Math.max(decided.delivered, options.deliveredTo ?? 0) };
  checkLists(life, record, next);
  const companions = together(life.companions?.(next, record), options.companions?.(next, record));
  await commit(life, record, next, companions?.items, companions?.refused);
  return next;
};

/** Both, the first before the second; a refusal is told by the one whose write it was. */
const together = (a: Companions | undefined, b: Companions | undefined): Companions | undefined =>
  a && b
    ? {
        items: [...a.items, ...b.items],
        refused: (i) => (i < a.items.length ? a.refused(i) : b.refused(i - a.items.length)),
      }
    : (a ?? b);

const staleVersion = (version: number): DomainError =>
  conflict('stale', 'This has moved on since you looked; look at the present state and try again.', { version });
