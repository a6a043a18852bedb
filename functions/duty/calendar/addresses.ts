import { randomBytes } from 'node:crypto';
import { PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { environment } from '../../../shared/env.ts';
import { notFound } from '../../../shared/errors.ts';
import { keyedDigest } from '../../../shared/ids.ts';
import { indexes, keys, lists } from '../../../shared/keys.ts';
import { records } from '../../../shared/reads.ts';
import { recordsTable, refusedByCondition, table } from '../../../shared/table.ts';
import type { Moment } from '../../../shared/time.ts';

/**
 * Secret addresses of calendars. Only a keyed digest of each is kept, so a leaked table opens no calendar; whoever has lost
 * theirs revokes it and makes a new one.
 */

const env = environment(z.object({ STAGE_SECRET: z.string().min(16) }));

export const feedScope = z.enum(['person', 'unit']);

export const feed = z.object({
  id: z.string(),
  person: z.string(),
  unit: z.string(),
  scope: feedScope,
  language: z.enum(['zh', 'bo', 'en']),
  createdAt: z.string(),
  revokedAt: z.string().optional(),
});
export type Feed = z.infer<typeof feed>;

/** 160 random bits; nobody guesses them. */
const SECRET_BYTES = 20;

const digestOf = (secret: string): string => keyedDigest('calendar', secret, env().STAGE_SECRET);

/** Makes an address; answers its secret, which is shown this once. */
export const createFeed = async (about: Omit<Feed, 'id'>): Promise<{ secret: string; feed: Feed }> => {
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  const made: Feed = { ...about, id: digestOf(secret) };
  await table.send(new PutCommand({ TableName: recordsTable(), Item: itemOf(made) }));
  return { secret, feed: made };
};

const itemOf = (f: Feed) => ({
  ...{ ...keys.feed(f.id), ...f, entity: 'feed' },
  ...{ queue: lists.feeds(f.person), queueOrder: `${f.createdAt}#${f.id}`, card: f },
});

/** What an address shows; throws `not-found` for one that is guessed, and the same for one that was revoked. */
export const feedOf = async (secret: string): Promise<Feed> => {
  const item = await records.item(keys.feed(digestOf(secret)));
  const found = item && feed.parse(item);
  if (!found || found.revokedAt) throw notFound('calendar');
  return found;
};

/** The addresses a person has made and not revoked, without their secrets. */
export const feedsOf = async (person: string): Promise<Feed[]> => {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: recordsTable(),
      IndexName: indexes.queue,
      KeyConditionExpression: 'queue = :list',
      ExpressionAttributeValues: { ':list': lists.feeds(person) },
    }),
  );
  return Items.map((i) => feed.parse(i.card));
};

/** Ends an address at once; throws `not-found` where the person has none of this id that still works. */
export const revokeFeed = async (id: string, person: string, at: Moment): Promise<void> => {
  const theirsAndOpen = 'person = :person AND attribute_not_exists(revokedAt)';
  try {
    await table.send(
      new UpdateCommand({
        TableName: recordsTable(),
        Key: keys.feed(id),
        UpdateExpression: 'SET revokedAt = :at REMOVE queue, queueOrder, card',
        ConditionExpression: theirsAndOpen,
        ExpressionAttributeValues: { ':at': at, ':person': person },
      }),
    );
  } catch (e) {
    if (refusedByCondition(e)) throw notFound('calendar');
    throw e;
  }
};
