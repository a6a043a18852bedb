import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { conflict, invalidField, isDomainError } from '../../../shared/errors.ts';
import { contentDigest, newId } from '../../../shared/ids.ts';
import { keys } from '../../../shared/keys.ts';
import { records } from '../../../shared/reads.ts';
import { recordsTable, refusedInTransaction, table } from '../../../shared/table.ts';
import { duration, type Moment, plus } from '../../../shared/time.ts';
import { act, pause } from '../../../shared/workflow/act.ts';
import { begin } from '../../../shared/workflow/decide.ts';
import { REPORTER } from '../../../shared/workflow/open-actions.ts';
import { load, type TransactItems, toItem } from '../../../shared/workflow/store.ts';
import { settingsOf } from '../../directory/lookup.ts';
import { facilityIdOf } from '../rules.ts';
import { broken as brokenSchema, type Station } from '../schema.ts';
import { stationSettings } from '../settings.ts';
import { brokenItem, type Fault, fault } from './fault.ts';
import type { FaultData, FaultReport } from './schema.ts';

/** How a fault is reported: the first report of a facility opens it, further ones join it, the same one again adds nothing. */

/** A report and whether it joined a fault that was open. */
export interface Reported {
  fault: Fault;
  joined: boolean;
}

/** Somebody else has just reported the same, or this very report was just taken: look again. */
const MEANWHILE = 'meanwhile';
const A_MONTH = 30 * 86_400_000;

const marker = z.object({ fault: z.string(), content: z.string(), joined: z.boolean() });

/** Remembers under the report's own key which fault it went to; written together with what it did. */
interface Once {
  id: string;
  content: string;
  at: Moment;
}

const onceItem = ({ id, content, at }: Once, to: string, joined: boolean): TransactItems[number] => ({
  Put: {
    TableName: recordsTable(),
    Item: {
      ...{ ...keys.effect(id), entity: 'effect', fault: to, content, joined },
      expires: Math.floor(Date.parse(plus(at, A_MONTH)) / 1000),
    },
    ConditionExpression: 'attribute_not_exists(pk)', // the form is sent once more
  },
});

const ATTEMPTS = 6;

/**
 * Reports that something of a station does not work. `key` is the sender's: the same report under it again is answered with
 * the same fault. Throws `invalid-input` for what the station does not have, `report-taken` for another report under the key.
 */
export const reportFault = async (
  station: Station,
  { once: _, ...said }: FaultReport,
  { at, key = newId() }: { at: Moment; key?: string },
): Promise<Reported> => {
  if (!station.facilities.some((f) => facilityIdOf(f) === said.facility))
    throw invalidField('facility', 'not-a-choice', 'is nothing that this station has');
  const once = { id: `fault#${contentDigest([station.id, key])}`, content: contentDigest(said), at };
  for (let attempt = 1; ; attempt++) {
    try {
      return (await before(once)) ?? (await joinOrOpen(station, said, once));
    } catch (e) {
      if (attempt === ATTEMPTS || !isContention(e)) throw e;
      await pause(attempt);
    }
  }
};

/** Somebody else's report of the same facility, or its mending, came in between. */
const isContention = (e: unknown): boolean =>
  ['not-possible', 'stale', 'busy', MEANWHILE].some((code) => isDomainError(e, code));

/** What the same report has led to before. */
const before = async ({ id, content }: Once): Promise<Reported | undefined> => {
  const item = await records.item(keys.effect(id));
  if (!item) return undefined;
  const known = marker.parse(item);
  if (known.content !== content)
    throw conflict('report-taken', 'This key already belongs to a report with other content.');
  const record = await load(fault, known.fault);
  return record && { fault: record, joined: known.joined };
};

type Said = Omit<FaultReport, 'once'>;

const joinOrOpen = async (station: Station, said: Said, once: Once): Promise<Reported> => {
  const mark = await records.item(keys.broken(station.id, said.facility));
  return mark ? join(brokenSchema.parse(mark).fault, said, once) : open(station, said, once);
};

const join = async (id: string, said: Said, once: Once): Promise<Reported> => {
  const { trouble, extent, words } = said;
  const step = { type: 'reported-again', at: once.at, by: REPORTER.by, input: { trouble, extent, words } };
  const remembered = {
    items: [onceItem(once, id, true)],
    refused: () => conflict(MEANWHILE, 'It has just been taken.'),
  };
  return { fault: await act(fault, id, step, { companions: () => remembered }), joined: true };
};

const remindersOf = async (unit: string): Promise<FaultData['remind']> => {
  const { acknowledgeWithin, mendWithin } = await settingsOf(unit, stationSettings);
  return { acknowledge: duration(acknowledgeWithin), mend: duration(mendWithin) };
};

const open = async (station: Station, said: Said, once: Once): Promise<Reported> => {
  const { facility, extent, trouble, words } = said;
  const data = {
    ...{ station: station.id, unit: station.unit, facility, extent, count: 1, openedAt: once.at },
    ...{ reports: [{ trouble, extent, words, at: once.at }], remind: await remindersOf(station.unit) },
  };
  const record = begin(fault, newId(), data, { type: 'reported', at: once.at, by: REPORTER.by });
  const TableName = recordsTable();
  const notThere = 'attribute_not_exists(pk)'; // somebody else has just reported the same
  const TransactItems = [
    { Put: { TableName, Item: toItem(fault, record), ConditionExpression: notThere } },
    { Put: { TableName, Item: brokenItem(record), ConditionExpression: notThere } },
    onceItem(once, record.id, false),
  ];
  try {
    await table.send(new TransactWriteCommand({ TransactItems }));
    return { fault: record, joined: false };
  } catch (e) {
    throw refusedInTransaction(e) ? conflict(MEANWHILE, 'Somebody else is reporting the same; try again.') : e;
  }
};
