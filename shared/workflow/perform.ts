import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { DomainError, forbidden, isDomainError, notFound } from '../errors.ts';
import { contentDigest, newId } from '../ids.ts';
import { keys } from '../keys.ts';
import { parseInput } from '../problem.ts';
import { type Item, recordsTable, refusedByCondition, table } from '../table.ts';
import { cut } from '../text.ts';
import { now } from '../time.ts';
import { type ActOptions, act } from './act.ts';
import { notPossible, partsNamed, possible } from './decide.ts';
import type { ActionRule, Lifecycle, LifeRecord, Part, Step } from './lifecycle.ts';
import { barred, type Doer, eachOf, openTo, permits, ruleOf } from './open-actions.ts';
import { load } from './store.ts';

/** What somebody asks for: an action of the record, or of the parts named in one step, with its input as it came. */
export interface Ask {
  action: string;
  parts?: string[];
  input: unknown;
  /** The version the person was looking at. */
  version?: number;
  /** The same key again adds nothing twice to what is only appended. */
  idempotencyKey?: string;
}

type Resolve<D> = (
  action: string,
  input: Record<string, unknown>,
  record: LifeRecord<D>,
  parts: Part[] | undefined,
  doer: Doer,
) => Promise<Record<string, unknown>>;

export interface PerformOptions<D> extends Pick<ActOptions<D>, 'companions'> {
  /** Throws where the doer may not even see the record. */
  visible?: (record: LifeRecord<D>) => void | Promise<void>;
  /** Turns references in the input into what the record remembers; throws for unknown ones, and those that are not for the doer. */
  resolve?: Resolve<D>;
}

/**
 * One action of a person on a record, from the request to the stored step. Answers the record as it then is. Throws
 * `unknown-action`, `forbidden`, `four-eyes`, `not-possible` (with what is), `invalid-input`, `stale`.
 */
export const perform = async <D>(
  life: Lifecycle<D>,
  id: string,
  ask: Ask,
  doer: Doer,
  options: PerformOptions<D> = {},
): Promise<LifeRecord<D>> => {
  const rule = ruleOf(life, ask.action, ask.parts);
  if (!rule) throw unknownAction(life, ask);
  const step = (record: LifeRecord<D>): Promise<Step> => stepOf(life, record, rule, ask, doer, options);
  if (rule.appends) return append(life, id, rule.appends, step, ask, options);
  return act(life, id, step, { version: ask.version, companions: options.companions, authorise: options.visible });
};

const unknownAction = <D>({ actions, parts: ofParts }: Lifecycle<D>, { action, parts }: Ask): DomainError => {
  const known = Object.keys((parts === undefined ? actions : ofParts?.actions) ?? {});
  const detail = `There is no action ${JSON.stringify(cut(action, 40))}.`;
  return new DomainError('not-found', 'unknown-action', detail, { extra: { actions: known } });
};

const stepOf = async <D>(
  life: Lifecycle<D>,
  record: LifeRecord<D>,
  rule: ActionRule<D>,
  ask: Ask,
  doer: Doer,
  { resolve }: PerformOptions<D>,
): Promise<Step> => {
  const parts = ask.parts && partsNamed(life, record, ask.parts);
  forEach(parts, (part) => {
    if (!permits(rule, doer, record.data, part && [part])) throw forbidden('Your role does not allow this.');
    if (barred(rule, doer, record.data, part && [part]))
      throw forbidden('Somebody else has to do this: you took part in what is to be checked.', 'four-eyes');
  });
  const able = (part?: Part) => possible(life, record, part && [part], (a) => a === ask.action).length > 0;
  const unable = eachOf(parts).filter((part) => !able(part));
  if (unable.length > 0)
    throw notPossible(ask.action, openTo(life, record, doer, parts), parts && unable.flatMap((p) => p?.id ?? []));
  const input = parseInput(rule.input, ask.input) as Record<string, unknown>;
  const at = now();
  forEach(parts, (part) => rule.check?.(input as never, record.data, at, part as never));
  const resolved = resolve ? await resolve(ask.action, input, record, parts, doer) : input;
  return { type: ask.action, at, by: doer.by, parts: parts?.map((p) => p.id), input: resolved };
};

/** Asks of each part, or of the record itself; a refusal says whose it is. */
const forEach = (parts: Part[] | undefined, ask: (part?: Part) => void): void => {
  for (const part of eachOf(parts))
    try {
      ask(part);
    } catch (e) {
      if (!part || !isDomainError(e)) throw e;
      throw new DomainError(e.kind, e.code, e.message, { fields: e.fields, extra: { ...e.extra, parts: [part.id] } });
    }
};

/** What is unbounded stands beside the record, one item an entry; the record itself does not change. */
const append = async <D>(
  life: Lifecycle<D>,
  id: string,
  prefix: NonNullable<ActionRule<D>['appends']>,
  step: (record: LifeRecord<D>) => Promise<Step>,
  { idempotencyKey }: Ask,
  { visible }: PerformOptions<D>,
): Promise<LifeRecord<D>> => {
  const record = await load(life, id);
  if (!record) throw notFound(life.kind.toLowerCase());
  await visible?.(record);
  const { at, by, parts, input, type } = await step(record);
  const entry = idempotencyKey === undefined ? newId() : contentDigest([idempotencyKey, by.id]).slice(0, 20);
  await putOnce({ ...keys.appended(life.kind, id, prefix, entry), entity: prefix, at, by, parts, event: type, input });
  return record;
};

const putOnce = async (Item: Item): Promise<void> => {
  const notThere = 'attribute_not_exists(pk)'; // the same idempotency key again
  try {
    await table.send(new PutCommand({ TableName: recordsTable(), Item, ConditionExpression: notThere }));
  } catch (e) {
    if (!refusedByCondition(e)) throw e;
  }
};
