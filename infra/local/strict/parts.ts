/** A request taken apart into what it asks of single items or of one index: the same checks hold for each. */

export type Value = Record<string, unknown>;
export type Values = Record<string, Value>;

export interface Part {
  table: string;
  /** Query and Scan of an index. */
  index?: string;
  item?: Values;
  key?: Values;
  startKey?: Values;
  expressions: Partial<Record<ExpressionKind, string>>;
  names: Record<string, string>;
  values: Values;
}

export type ExpressionKind =
  | 'ConditionExpression'
  | 'FilterExpression'
  | 'KeyConditionExpression'
  | 'ProjectionExpression'
  | 'UpdateExpression';

const KINDS: ExpressionKind[] = [
  'ConditionExpression',
  'FilterExpression',
  'KeyConditionExpression',
  'ProjectionExpression',
  'UpdateExpression',
];

interface Asked extends Partial<Record<ExpressionKind, string>> {
  TableName?: string;
  IndexName?: string;
  Item?: Values;
  Key?: Values;
  ExclusiveStartKey?: Values;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Values;
}

const part = (asked: Asked): Part => ({
  table: asked.TableName ?? '',
  index: asked.IndexName,
  item: asked.Item,
  key: asked.Key,
  startKey: asked.ExclusiveStartKey,
  expressions: Object.fromEntries(KINDS.flatMap((kind) => (asked[kind] === undefined ? [] : [[kind, asked[kind]]]))),
  names: asked.ExpressionAttributeNames ?? {},
  values: asked.ExpressionAttributeValues ?? {},
});

const alone = (asked: Asked): Part[] => [part(asked)];

interface Transaction {
  TransactItems?: Record<string, Asked>[];
}

const transaction = ({ TransactItems = [] }: Transaction): Part[] =>
  TransactItems.flatMap((one) => Object.values(one).map((asked) => part(asked)));

interface BatchWrite {
  RequestItems?: Record<string, { PutRequest?: Asked; DeleteRequest?: Asked }[]>;
}

const batchWrite = ({ RequestItems = {} }: BatchWrite): Part[] =>
  Object.entries(RequestItems).flatMap(([TableName, requests]) =>
    requests.map((r) => part({ TableName, ...r.PutRequest, ...r.DeleteRequest })),
  );

interface BatchGet {
  RequestItems?: Record<string, Asked>;
}

const batchGet = ({ RequestItems = {} }: BatchGet): Part[] =>
  Object.entries(RequestItems).map(([TableName, asked]) => part({ TableName, ...asked }));

const READERS = {
  PutItem: alone,
  UpdateItem: alone,
  DeleteItem: alone,
  GetItem: alone,
  Query: alone,
  Scan: alone,
  TransactWriteItems: transaction,
  TransactGetItems: transaction,
  BatchWriteItem: batchWrite,
  BatchGetItem: batchGet,
};

/** How an operation's input is taken apart; undefined for one that is not checked. */
export const readerOf = (operation: string): ((input: object) => Part[]) | undefined =>
  Object.hasOwn(READERS, operation) ? READERS[operation as keyof typeof READERS] : undefined;

const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems', 'BatchWriteItem'];

export const isWrite = (operation: string): boolean => WRITES.includes(operation);
