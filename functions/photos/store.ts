import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { conflict } from '../../shared/errors.ts';
import { type Key, keys } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { recordsTable, refusedByCondition, table } from '../../shared/table.ts';
import type { Moment } from '../../shared/time.ts';
import { type Announced, placeFor } from './rules.ts';
import { type Photo, type Picture, photo, type Reason, type Subject } from './schema.ts';

/**
 * | what it answers                          | by
 * |------------------------------------------|---------------------------------
 * | the photos of a case, task, rectification | its partition, PHOTO#…
 * | one photo                                | its partition, PHOTO#<n>
 */

const keyOf = ({ kind, id }: Subject, n: number): Key =>
  keys.appended(kind.toUpperCase(), id, 'photo', String(n).padStart(3, '0'));

/** All that were ever announced, in the order of their numbers. One query, strongly consistent. */
export const photosOf = async (subject: Subject): Promise<Photo[]> => {
  const found = await records.partition(keyOf(subject, 1).pk, 'PHOTO#');
  return found.map((i) => photo.parse(i));
};

const ATTEMPTS = 6;

/**
 * Holds a place for a photo, or answers the one that is known by this name. Of two that ask for the last place at the same
 * moment one gets it. Throws `too-many-photos`.
 */
export const announce = async (subject: Subject, announced: Announced, at: Moment): Promise<Photo> => {
  for (let attempt = 1; ; attempt++) {
    const known = await photosOf(subject);
    const placed = placeFor(known, announced, at);
    if (placed.state !== 'expected') return placed;
    const before = known.find((p) => p.n === placed.n);
    try {
      await put(subject, placed, before);
      return placed;
    } catch (e) {
      if (!refusedByCondition(e)) throw e;
      if (attempt === ATTEMPTS) throw conflict('busy', 'Somebody else adds photos at the same moment; try again.');
    }
  }
};

const put = async (subject: Subject, placed: Photo, before?: Photo): Promise<void> => {
  const stillAsRead = {
    ConditionExpression: '#state = :expected AND askedAt = :read', // it may have arrived meanwhile
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':expected': 'expected', ':read': before?.askedAt },
  };
  await table.send(
    new PutCommand({
      TableName: recordsTable(),
      Item: { ...keyOf(subject, placed.n), ...placed, entity: 'photo' },
      ...(before ? stillAsRead : { ConditionExpression: 'attribute_not_exists(pk)' }), // the number is nobody else's
    }),
  );
};

/** What became of a photo that arrived: it is kept as a picture, or not for a reason. */
export type Settled = { picture: Picture } | { reason: Reason };

/** Settles a photo that was expected; false where it is settled already, however often its arrival is told. */
export const settle = async (subject: Subject, n: number, end: Settled, at: Moment): Promise<boolean> => {
  const [name, value] = Object.entries(end)[0] ?? [];
  try {
    await table.send(
      new UpdateCommand({
        TableName: recordsTable(),
        Key: keyOf(subject, n),
        UpdateExpression: 'SET #state = :state, settledAt = :at, #end = :end',
        ConditionExpression: '#state = :expected',
        ExpressionAttributeNames: { '#state': 'state', '#end': name ?? '' },
        ExpressionAttributeValues: {
          ':state': 'picture' in end ? 'kept' : 'refused',
          ':expected': 'expected',
          ':at': at,
          ':end': value,
        },
      }),
    );
    return true;
  } catch (e) {
    if (!refusedByCondition(e)) throw e;
    return false;
  }
};
