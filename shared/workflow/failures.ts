import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { DomainError } from '../errors.ts';
import { type Key, keys, lists, outboxShard, wakeShard } from '../keys.ts';
import { records } from '../reads.ts';
import { type Item, recordsTable, refusedByCondition, table } from '../table.ts';
import { type Moment, now, plus } from '../time.ts';

/**
 * What failed of a record, each failure an item beside it until it has gone through. It is tried again: twice at once, by the
 * stream, then by the sweeper with growing pauses. After three tries people see it. A record that goes well has none of this.
 */

/** What failed: an effect of an entry, reading the record itself, a deadline, a mail, an item that a list could not show. */
export const cause = z.enum(['effect', 'record', 'deadline', 'mail', 'item']);
export type Cause = z.infer<typeof cause>;

export const failure = z.object({
  pk: z.string(),
  sk: z.string(),
  /** First part of the record's key, and the rest of it. */
  kind: z.string(),
  id: z.string(),
  type: z.string().optional(),
  /** Whose people see it; without one the platform's alone do. */
  unit: z.string().optional(),
  number: z.string().optional(),
  cause,
  /** The effect, the event of the deadline, …: a name of the program's, never of a person. */
  name: z.string(),
  /** Which effect: entry and place in it. */
  seq: z.number().optional(),
  index: z.number().optional(),
  /** Which deadline: its id, and the entry that set it is `seq`. */
  clock: z.string().optional(),
  /** Under what the mail is remembered. It holds an address, and is not shown. */
  mail: z.string().optional(),
  /** What kind of error it was. */
  error: z.string(),
  since: z.string(),
  /** The last try. */
  at: z.string(),
  tries: z.number(),
  /** When it is tried again by itself; absent where it is not. */
  next: z.string().optional(),
  /** When people were last written to about it. */
  toldAt: z.string().optional(),
  /** When somebody asked for it to be tried again; absent once it was. */
  askedAt: z.string().optional(),
});
export type Failure = z.infer<typeof failure>;

/** A failure as the indexes have it. */
export const failureCard = failure.omit({ seq: true, index: true, clock: true, mail: true });
export type FailureCard = z.infer<typeof failureCard>;

/** What a failure is of, before it is counted. */
export type Failing = Pick<
  Failure,
  'kind' | 'id' | 'type' | 'unit' | 'number' | 'cause' | 'name' | 'seq' | 'index' | 'clock' | 'mail'
> & { /** The same for the same failure of the record. */ what: string };

/** From so many tries on people see it. */
export const SEEN_AFTER = 3;
/** A mail has failed three times before it comes here; an item that a list could not show fails the same way every time. */
const SEEN_AT_ONCE: Cause[] = ['mail', 'item'];

const MINUTE = 60_000;
const FIRST_PAUSE = 5 * MINUTE;
const LONGEST_PAUSE = 60 * MINUTE;
const TOLD_EVERY = 24 * 60 * MINUTE;

/** How often it is looked whether a mail, which its queue sends again, has gone out. */
const MAIL_PAUSE = 10 * MINUTE;
/** A mail service that is down for half an hour is nobody's news. */
const MAIL_TOLD_AFTER = 30 * MINUTE;

/**
 * How long after a failed try the next one comes, in milliseconds: none for the stream's own, then growing up to an hour.
 * Undefined where nothing is tried again by itself.
 */
export const pauseAfter = (of: Cause, tries: number): number | undefined => {
  switch (of) {
    case 'effect':
    case 'record':
    case 'deadline':
      return tries < SEEN_AFTER ? 0 : Math.min(FIRST_PAUSE * 2 ** (tries - SEEN_AFTER), LONGEST_PAUSE);
    case 'mail':
      return MAIL_PAUSE;
    case 'item':
      return undefined;
  }
};

export const isSeen = ({ cause: of, tries }: Pick<Failure, 'cause' | 'tries'>): boolean =>
  SEEN_AT_ONCE.includes(of) || tries >= SEEN_AFTER;

/** What kind of error it was: its code or its name, never its message, which may quote what somebody wrote. */
export const errorName = (e: unknown): string =>
  e instanceof DomainError ? e.code : e instanceof Error ? e.name : typeof e;

/** The item of a failure; who is to see it, and when it is tried again, stands in the indexes. */
export const failureItem = (f: Failure): Item => {
  const { pk, sk } = f;
  const card = failureCard.parse(f);
  const isNow = f.next !== undefined && (f.next <= f.at || f.next === f.askedAt); // the stream is to do it
  return {
    ...f,
    entity: 'failure',
    ...(f.next === undefined ? {} : { outbox: isNow ? outboxShard(f.id) : wakeShard(f.id), outboxAt: f.next }),
    ...(isSeen(f)
      ? {
          ...(f.unit === undefined ? {} : { queue: lists.stuck(f.unit), queueOrder: `${f.since}#${pk}#${sk}` }),
          ...{ area: lists.stuckAnywhere, areaOrder: `${tellAt(f)}#${pk}#${sk}` },
          ...{ card, facts: card },
        }
      : {}),
  };
};

/** When people are to be written to about it. */
const tellAt = ({ cause: of, since, toldAt }: Pick<Failure, 'cause' | 'since' | 'toldAt'>): Moment => {
  if (toldAt !== undefined) return plus(toldAt, TOLD_EVERY);
  return of === 'mail' ? plus(since, MAIL_TOLD_AFTER) : since;
};

/** Whether people are to be written to about it now: once the sweeper has tried too, then once a day. */
export const isToBeTold = (f: FailureCard, at: Moment): boolean =>
  tellAt(f) <= at && (f.tries > SEEN_AFTER || SEEN_AT_ONCE.includes(f.cause));

/** Counts a failed try. Two at the same moment count as one. */
export const countFailure = async ({ what, ...of }: Failing, error: unknown): Promise<void> => {
  const key = keys.failure(`${of.kind}#${of.id}`, what);
  const item = await records.item(key);
  const before = failure.safeParse(item).data;
  const at = now();
  const tries = (before?.tries ?? 0) + 1;
  const failed = { since: at, ...before, ...of, ...key, error: errorName(error), at, tries };
  await replace({ ...failed, next: nextTry(failed) }, item && (before?.tries ?? ANY));
};

const text = z.string().min(1).optional().catch(undefined);
const placed = z.object({ unit: text, area: text, number: text }).partial().catch({});
const said = z.object({ pk: z.string(), type: text, unit: text, data: placed, card: placed, facts: placed });

/** What an item says of where it belongs, as far as it can be read: nothing here relies on the rest of it. */
export const placeIn = (item: Item): Pick<Failing, 'kind' | 'id' | 'type' | 'unit' | 'number'> & { area?: string } => {
  const { pk, type, unit, data, card, facts } = said.parse(item);
  const cut = pk.indexOf('#');
  return {
    ...{ kind: pk.slice(0, cut), id: pk.slice(cut + 1), type },
    ...{ unit: data.unit ?? card.unit ?? facts.unit ?? unit, number: data.number ?? card.number, area: data.area },
  };
};

/** Notes an item that a list cannot show. */
export const countUnreadable = async (item: Item): Promise<void> => {
  const { area: _, ...place } = placeIn(item);
  const what = `item#${item.sk}`;
  if (await records.item(keys.failure(String(item.pk), what))) return;
  await countFailure({ ...place, cause: 'item', name: 'item', what }, new TypeError());
};

const nextTry = ({ cause: of, tries, at }: Pick<Failure, 'cause' | 'tries' | 'at'>): Moment | undefined => {
  const pause = pauseAfter(of, tries);
  return pause === undefined ? undefined : plus(at, pause);
};

/** Whoever tries and is not heard of for so long was ended in the midst of it. In milliseconds. */
export const ABANDONED = 10 * MINUTE;

/**
 * Begins a further try, which counts from now on: should it never end, it has failed. Undefined where somebody else has begun
 * one since the failure was read.
 */
export const beginTry = async (f: Failure): Promise<Failure | undefined> => {
  const at = now();
  const begun = { ...f, error: 'interrupted', at, tries: f.tries + 1, next: plus(at, ABANDONED), askedAt: undefined };
  return (await replace(begun, f.tries)) ? begun : undefined;
};

/** The try that was begun has failed. */
export const endTry = async (begun: Failure, error: unknown): Promise<void> => {
  const failed = { ...begun, error: errorName(error), at: now() };
  await replace({ ...failed, next: nextTry(failed) }, begun.tries);
};

const ANY = Symbol('whatever is there');

/** Puts a failure in the place of what was read (undefined: nothing); false where that has changed meanwhile. */
const replace = async (f: Failure, read: number | typeof ANY | undefined): Promise<boolean> => {
  const condition = {
    ConditionExpression: read === undefined ? 'attribute_not_exists(pk)' : 'tries = :read',
    ...(read === undefined ? {} : { ExpressionAttributeValues: { ':read': read } }),
  };
  try {
    await table.send(
      new PutCommand({
        TableName: recordsTable(),
        Item: failureItem(f),
        ...(read === ANY ? {} : condition),
      }),
    );
    return true;
  } catch (e) {
    if (!refusedByCondition(e)) throw e;
    return false;
  }
};

/** Has it tried again at once, by the stream. */
export const tryAtOnce = (f: Failure, at: Moment): Promise<boolean> =>
  replace({ ...f, next: at, askedAt: at }, f.tries);

/** Notes that people were written to about it. */
export const noteTold = (f: Failure, at: Moment): Promise<boolean> => replace({ ...f, toldAt: at }, f.tries);

/** It has gone through. */
export const clearFailure = async ({ pk, sk }: Key): Promise<void> => {
  await table.send(new DeleteCommand({ TableName: recordsTable(), Key: { pk, sk } }));
};
