import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { indexes, keys, lists } from '../../../shared/keys.ts';
import { records } from '../../../shared/reads.ts';
import { type Item, recordsTable, table } from '../../../shared/table.ts';
import type { TransactItems } from '../../../shared/workflow/store.ts';
import { type Session, type SessionCard, session, sessionCard } from './schema.ts';

/**
 * | what it answers                                   | by
 * |---------------------------------------------------|----------------------------
 * | a session                                         | CAMPAIGN#<id>, SESSION#<id>
 * | every session of a campaign                       | its partition, SESSION#…
 * | what the public sees of sessions, newest first    | byArea: SESSIONS#<campaign>
 */

const itemOf = (s: Session): Item => ({
  ...{ ...keys.session(s.campaign, s.id), entity: 'session', version: s.version, session: s },
  ...(s.stage === 'cancelled'
    ? {}
    : { area: lists.sessions(s.campaign), areaOrder: `${s.at}#${s.id}`, facts: sessionCard.parse(s) }),
});

/** The write of a session that agrees with its campaign's step: it is new, or still as it was read. */
export const writeOf = (s: Session): TransactItems => [
  {
    Put: {
      TableName: recordsTable(),
      Item: itemOf({ ...s, version: s.version + 1 }),
      ...(s.version === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' } // nobody has noted it meanwhile
        : {
            ConditionExpression: '#version = :read', // as it was read; unequal means somebody else changed it
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':read': s.version },
          }),
    },
  },
];

const fromItem = (item: Item): Session => session.parse(item.session);

/** A session of a campaign, if there is one. */
export const sessionOf = async (campaign: string, id: string): Promise<Session | undefined> => {
  const item = await records.item(keys.session(campaign, id));
  return item && fromItem(item);
};

/** Every session of a campaign, by time. Strongly consistent. */
export const sessionsOf = async (campaign: string): Promise<Session[]> => {
  const found = await records.partition(keys.session(campaign, '').pk, 'SESSION#');
  return found.map(fromItem).sort((a, b) => (a.at < b.at ? -1 : 1));
};

/** More of them nobody reads on one page. */
const MOST_SHOWN = 60;

/** What the public sees of the last sessions, newest first. */
export const shownSessions = async (campaign: string): Promise<SessionCard[]> => {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: recordsTable(),
      IndexName: indexes.area,
      KeyConditionExpression: 'area = :list',
      ExpressionAttributeValues: { ':list': lists.sessions(campaign) },
      ...{ ScanIndexForward: false, Limit: MOST_SHOWN },
    }),
  );
  return Items.map((i) => sessionCard.parse(i.facts));
};
