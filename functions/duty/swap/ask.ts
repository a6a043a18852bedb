import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type Actor, holds } from '../../../shared/auth.ts';
import { forbidden, notFound } from '../../../shared/errors.ts';
import { newId } from '../../../shared/ids.ts';
import { indexes, lists } from '../../../shared/keys.ts';
import { recordsTable, table } from '../../../shared/table.ts';
import { between, type Moment, plus } from '../../../shared/time.ts';
import { begin } from '../../../shared/workflow/decide.ts';
import type { LifeRecord } from '../../../shared/workflow/lifecycle.ts';
import { staffDoer } from '../../../shared/workflow/open-actions.ts';
import { perform } from '../../../shared/workflow/perform.ts';
import { create, load } from '../../../shared/workflow/store.ts';
import { remembered, withSwap } from '../changes.ts';
import type { Team } from '../people.ts';
import { whoIsOn } from '../rules.ts';
import type { Rota } from '../schema.ts';
import { mustRota, rotaWrite, staleRota } from '../store.ts';
import { startOf } from '../week.ts';
import type { SwapData } from './schema.ts';
import { swap } from './swap.ts';

/** The longest that a swap waits for an answer, in milliseconds. */
const LONGEST = 3 * 86_400_000;

/** The swapped rota, if the actor may ask for it: the first week has to be theirs. Throws as `withSwap` does. */
export const proposed = (rota: Rota, weeks: [string, string], actor: Actor, at: Moment): Rota => {
  const next = withSwap(rota, { id: newId(), weeks }, at);
  const mine = whoIsOn(rota, weeks[0]);
  if (mine.kind !== 'turn' || mine.who !== actor.id)
    throw forbidden('You can give away only a week of your own.', 'not-your-week');
  return next;
};

/** Asks for a swap that would be possible now; it waits for three days, and not beyond the beginning of either week. */
export const askForSwap = async (
  rota: Rota,
  { weeks, note }: { weeks: [string, string]; note?: string },
  actor: Actor,
  team: Team,
  at: Moment,
): Promise<LifeRecord<SwapData>> => {
  proposed(rota, weeks, actor, at);
  const theirs = whoIsOn(rota, weeks[1]);
  if (theirs.kind !== 'turn') throw notFound('week of somebody else');
  const first = startOf([...weeks].sort()[0] as string, rota.week);
  const answerIn = Math.min(LONGEST, between(at, first));
  const data: SwapData = {
    ...{ unit: rota.unit, weeks, note, answerIn, until: plus(at, answerIn) },
    ...{ asker: { id: actor.id, name: actor.name }, other: team.named(theirs.who) },
  };
  const record = begin(swap, newId(), data, { type: 'asked', at, by: staffDoer(actor).by });
  await create(swap, record);
  return record;
};

/** An answer to a swap. Accepting changes the rota in the same write; where the rota has moved on meanwhile it is refused. */
export const answerSwap = async (
  id: string,
  ask: { action: string; input: unknown; version?: number },
  actor: Actor,
  at: Moment,
): Promise<LifeRecord<SwapData>> => {
  const record = await mustSwap(id, actor);
  const before = await mustRota(record.data.unit);
  const accepts = ask.action === 'accept' && record.state === 'asked' && actor.id === record.data.other.id;
  const changed = accepts ? swapped(before, record, at) : undefined;
  return perform(swap, id, ask, staffDoer(actor), {
    companions: () => changed && { items: [rotaWrite(changed)], refused: staleRota },
  });
};

const swapped = (before: Rota, { id, data }: LifeRecord<SwapData>, at: Moment): Rota => {
  const [a, b] = data.weeks.map((w) => whoIsOn(before, w));
  const same = a?.kind === 'turn' && b?.kind === 'turn' && a.who === data.asker.id && b.who === data.other.id;
  if (!same) throw staleRota();
  return remembered(before, withSwap(before, { id, weeks: data.weeks }, at), at);
};

/** A swap, for the two it is about and the first secretary; throws `not-found`, `forbidden`. */
export const mustSwap = async (id: string, actor: Actor): Promise<LifeRecord<SwapData>> => {
  const record = await load(swap, id);
  if (!record) throw notFound('swap');
  const { unit, asker, other } = record.data;
  if (![asker.id, other.id].includes(actor.id) && !holds(actor, unit, 'first-secretary'))
    throw forbidden('This swap is not about you.', 'other-people');
  return record;
};

/** The swaps of a unit that wait for an answer and that the actor has to do with. */
export const openSwaps = async (unit: string, actor: Actor): Promise<LifeRecord<SwapData>[]> => {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: recordsTable(),
      IndexName: indexes.queue,
      KeyConditionExpression: 'queue = :list',
      ExpressionAttributeValues: { ':list': lists.swaps(unit) },
      Limit: 50,
    }),
  );
  const records = await Promise.all(Items.map((i) => load(swap, String(i.id))));
  const mine = ({ asker, other }: SwapData) =>
    [asker.id, other.id].includes(actor.id) || holds(actor, unit, 'first-secretary');
  return records.filter((r) => r !== undefined).filter((r) => r.state === 'asked' && mine(r.data));
};
