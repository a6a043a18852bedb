import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { type Person, person } from '../../shared/auth.ts';

/** Who may be picked at sign-in: the people in the table, so that those whom an administrator adds are among them. */

export interface Listed extends Person {
  units: { name: string; role: string }[];
}

export const listPeople = async (client: DynamoDBClient, table: string): Promise<Listed[]> => {
  const [people, units] = await Promise.all([scan(client, table, 'PERSON'), scan(client, table, 'UNIT')]);
  const names = new Map(units.map((u) => [String(u.id), String((u.name as { zh?: string } | undefined)?.zh ?? u.id)]));
  return people
    .map((p) => person.parse(p))
    .filter((p) => p.active)
    .map((p) => ({ ...p, units: p.roles.map((r) => ({ name: names.get(r.unit) ?? r.unit, role: r.role })) }))
    .sort((a, b) => (a.email < b.email ? -1 : 1));
};

/** All items whose sort key is the name of their kind. A scan: the table of one machine is small. */
const scan = async (client: DynamoDBClient, table: string, kind: string): Promise<Record<string, unknown>[]> => {
  const found: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        FilterExpression: 'sk = :kind',
        ExpressionAttributeValues: { ':kind': { S: kind } },
        ExclusiveStartKey: from as never,
      }),
    );
    found.push(...(page.Items ?? []).map((i) => unmarshall(i)));
    from = page.LastEvaluatedKey;
  } while (from);
  return found;
};
