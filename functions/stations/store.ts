import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { conflict } from '../../shared/errors.ts';
import { newId } from '../../shared/ids.ts';
import { keys, lists } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { recordsTable, refusedInTransaction, table } from '../../shared/table.ts';
import type { Moment } from '../../shared/time.ts';
import { forget } from '../directory/cache.ts';
import { type Station, station } from './schema.ts';

/**
 * | what it answers                     | by
 * |-------------------------------------|---------------------------------------
 * | a station                           | STATION#<id>, STATION
 * | every station                       | byQueue: STATIONS
 * | what is broken at a station         | STATION#<id>, BROKEN#<facility>
 * | what is broken anywhere             | byQueue: BROKEN
 * | who changed a station, and to what  | STATION#<id>, CHANGE#<at>#<id>
 */

/** A station as it is now, not from the cache. */
export const getStation = async (id: string): Promise<Station | undefined> => {
  const item = await records.item(keys.station(id));
  return item && station.parse(item);
};

const asRead = (version: number) => {
  if (version === 0) return { ConditionExpression: 'attribute_not_exists(pk)' }; // the first of its id
  return {
    ConditionExpression: '#version = :read', // as the caller saw it; unequal means somebody else came in between
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':read': version },
  };
};

/** Saves a station with who changed it, and answers it in its next version. Throws `stale`; version 0 is a new one. */
export const putStation = async (changed: Station, by: { id: string; name: string }, at: Moment): Promise<Station> => {
  const next = station.parse({ ...changed, version: changed.version + 1, updatedAt: at });
  const TableName = recordsTable();
  const listed = { entity: 'station', queue: lists.stations, queueOrder: next.id, card: next };
  const Item = { ...keys.station(next.id), ...next, ...listed };
  const change = { ...keys.stationChange(next.id, at, newId()), entity: 'station-change', at, by, after: next };
  try {
    const TransactItems = [
      { Put: { TableName, Item, ...asRead(changed.version) } },
      { Put: { TableName, Item: change } },
    ];
    await table.send(new TransactWriteCommand({ TransactItems }));
    return next;
  } catch (e) {
    const refused = refusedInTransaction(e);
    if (!refused) throw e;
    throw refused[0] ? stale() : conflict('busy', 'Somebody else is changing this at the same moment; try again.');
  } finally {
    forget();
  }
};

const stale = () =>
  conflict('stale', 'Somebody else changed this station first; look at the present state and try again.');
