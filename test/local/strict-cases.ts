/** Requests that DynamoDB refuses, with its words; and those at a limit that it accepts. `T` is the table's name. */

export interface Case {
  what: string;
  operation: string;
  input: (T: string) => object;
  /** Of the error; a ValidationException unless it is said. */
  type?: string;
  /** A part of the message that AWS's own DynamoDB Local has, too, where it says the same. */
  says?: string;
  /** DynamoDB Local lets it pass, unlike DynamoDB; and so does the layer, since the engine that ships does not. */
  passesLocal?: true | 'layer, too';
}

const S = (text: string) => ({ S: text });
const N = (number: string) => ({ N: number });
const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const key = (sk = 'a', pk = 'p') => ({ pk: S(pk), sk: S(sk) });
const KB = 1024;
const text = (bytes: number) => S('x'.repeat(bytes));
const nested = (levels: number): object => (levels === 0 ? S('x') : { M: { a: nested(levels - 1) } });
const digits = (count: number) => N('1'.repeat(count));

type Values = Record<string, object>;
interface More {
  names?: Record<string, string>;
  values?: Values;
  [field: string]: unknown;
}

const expressed = ({ names, values, ...rest }: More) => ({
  ...rest,
  ...(names ? { ExpressionAttributeNames: names } : {}),
  ...(values ? { ExpressionAttributeValues: values } : {}),
});

const put = (item: object, more: More = {}) => ({
  operation: 'PutItem',
  input: (TableName: string) => ({ TableName, Item: { ...key(), ...item }, ...expressed(more) }),
});
const putIf = (ConditionExpression: string, more: More = {}) => put({}, { ConditionExpression, ...more });
const get = (Key: object, more: More = {}) => ({
  operation: 'GetItem',
  input: (TableName: string) => ({ TableName, Key, ...expressed(more) }),
});
const update = (UpdateExpression: string, more: More = {}, sk = 'u') => ({
  operation: 'UpdateItem',
  input: (TableName: string) => ({ TableName, Key: key(sk), UpdateExpression, ...expressed(more) }),
});
const query = (KeyConditionExpression: string, values: Values, more: More = {}) => ({
  operation: 'Query',
  input: (TableName: string) => ({ TableName, KeyConditionExpression, ...expressed({ values, ...more }) }),
});
const inQueue = (condition: string, values: Values, more: More = {}) =>
  query(condition, values, { IndexName: 'byQueue', ...more });
const scan = (more: More) => ({
  operation: 'Scan',
  input: (TableName: string) => ({ TableName, ...expressed(more) }),
});
const transact = (items: (T: string) => object[]) => ({
  operation: 'TransactWriteItems',
  input: (T: string) => ({ TransactItems: items(T) }),
});
const write = (requests: object[]) => ({
  operation: 'BatchWriteItem',
  input: (T: string) => ({ RequestItems: { [T]: requests } }),
});
const read = (Keys: object[]) => ({
  operation: 'BatchGetItem',
  input: (T: string) => ({ RequestItems: { [T]: { Keys } } }),
});

const or = (count: number, one: string) => times(count, () => one).join(' OR ');
const inList = (count: number) => `a IN (${times(count, (i) => `:v${i}`).join(', ')})`;
const listValues = (count: number) => Object.fromEntries(times(count, (i) => [`:v${i}`, S(`${i}`)]));

const EMPTY = 'The AttributeValue for a key attribute cannot contain an empty string value.';
const EMPTY_IN_INDEX = 'A value specified for a secondary index key is not supported.';
const TOO_MANY = 'The expression contains too many operators; operator count: 301';
const TOO_MANY_IN = 'The IN operator is provided with too many operands; number of operands: 101';
const DEEP = 'Nesting Levels have exceeded supported limits';
const BEYOND = 'The provided starting key';
const p = { ':p': S('p') };

// biome-ignore format: one case a line
export const refused: Record<string, Case[]> = {
  'an empty key': [
    { what: 'begins_with', ...query('pk = :p AND begins_with(sk, :s)', { ...p, ':s': S('') }), says: `${EMPTY} Key: sk` },
    { what: 'sort key', ...query('pk = :p AND sk = :s', { ...p, ':s': S('') }), says: EMPTY },
    { what: 'after it', ...query('pk = :p AND sk > :s', { ...p, ':s': S('') }), says: EMPTY },
    { what: 'between', ...query('pk = :p AND sk BETWEEN :s AND :p', { ...p, ':s': S('') }), says: EMPTY },
    { what: 'partition key', ...query('pk = :p', { ':p': S('') }), says: `${EMPTY} Key: pk` },
    { what: 'by a name', ...query('#k = :p', { ':p': S('') }, { names: { '#k': 'pk' } }), says: `${EMPTY} Key: pk` },
    { what: 'index', ...inQueue('queue = :p', { ':p': S('') }), says: EMPTY_IN_INDEX },
    { what: 'sort key of an index', ...inQueue('queue = :p AND queueOrder > :s', { ...p, ':s': S('') }), says: EMPTY_IN_INDEX },
    { what: 'got', ...get(key('')), says: EMPTY },
    { what: 'put', ...put({ sk: S('') }), says: EMPTY },
    { what: 'put into an index', ...put({ queue: S(''), queueOrder: S('1') }), says: EMPTY_IN_INDEX },
    { what: 'put into half an index', ...put({ queue: S('') }), says: EMPTY_IN_INDEX },
    { what: 'set in an index', ...update('SET queue = :q', { values: { ':q': S('') } }), says: EMPTY },
    { what: 'gone on from', ...query('pk = :p', p, { ExclusiveStartKey: key('') }), says: BEYOND },
  ],
  'a key of another type': [
    { what: 'asked for', ...query('pk = :p', { ':p': N('1') }), says: 'Condition parameter type does not match schema type' },
    { what: 'of an index', ...inQueue('queue = :p', { ':p': N('1') }), says: 'Condition parameter type does not match schema type' },
    { what: 'put', ...put({ pk: N('1') }) },
    { what: 'put into an index', ...put({ queue: N('1'), queueOrder: S('1') }), says: 'Type mismatch for Index Key' },
    { what: 'null in an index', ...put({ queue: { NULL: true }, queueOrder: S('1') }) },
    { what: 'set in an index', ...update('SET queue = :q', { values: { ':q': N('1') } }), passesLocal: 'layer, too' },
  ],
  'a key that is too long': [
    { what: 'partition', ...put({ pk: text(2049) }) },
    { what: 'sort', ...put({ sk: text(1025) }) },
    { what: 'got', ...get(key('a', 'x'.repeat(2049))) },
    { what: 'asked for', ...query('pk = :p AND sk = :s', { ...p, ':s': text(1025) }), says: 'Aggregated size of all range keys' },
    { what: 'partition asked for', ...query('pk = :p', { ':p': text(2049) }), passesLocal: true },
    { what: 'put into an index', ...put({ queue: text(2049), queueOrder: S('1') }) },
    { what: 'sort key put into an index', ...put({ queue: S('q'), queueOrder: text(1025) }) },
    { what: 'set in an index', ...update('SET queue = :q', { values: { ':q': text(2049) } }), passesLocal: true },
  ],
  'a start that is not in what is asked for': [
    { what: 'another partition', ...query('pk = :p', p, { ExclusiveStartKey: key('a', 'other') }), says: BEYOND },
    { what: 'before it', ...query('pk = :p AND sk > :s', { ...p, ':s': S('m') }, { ExclusiveStartKey: key('a') }), says: BEYOND },
    { what: 'after it', ...query('pk = :p AND sk BETWEEN :s AND :p', { ...p, ':s': S('a') }, { ExclusiveStartKey: key('z') }), says: BEYOND },
    { what: 'another prefix', ...query('pk = :p AND begins_with(sk, :s)', { ...p, ':s': S('abc') }, { ExclusiveStartKey: key('abd') }), says: BEYOND },
    { what: 'half a key', ...query('pk = :p', p, { ExclusiveStartKey: { pk: S('p') } }) },
    { what: 'a key of the table in an index', ...inQueue('queue = :p', p, { ExclusiveStartKey: key() }) },
  ],
  'an item beyond its limits': [
    { what: '400 KB', ...put({ b: text(400 * KB - 6) }), says: 'Item size has exceeded the maximum allowed size' },
    { what: '400 KB by an update', ...update('SET b = :b', { values: { ':b': text(400 * KB) } }), says: 'Item size to update has exceeded' },
    { what: '400 KB in a transaction', ...transact((TableName) => [{ Put: { TableName, Item: { ...key(), b: text(400 * KB) } } }]), says: 'Item size has exceeded' },
    { what: '400 KB in a batch', ...write([{ PutRequest: { Item: { ...key(), b: text(400 * KB) } } }]), says: 'Item size has exceeded' },
    { what: 'nesting', ...put({ d: nested(32) }), says: DEEP },
    { what: 'nesting by an update', ...update('SET d = :d', { values: { ':d': nested(33) } }), says: DEEP },
    { what: 'an attribute without a name', ...put({ '': S('x') }), says: 'Empty attribute name' },
    { what: 'one within a map', ...put({ m: { M: { '': S('x') } } }), says: 'Empty attribute name' },
    { what: 'an attribute’s name', ...put({ ['n'.repeat(65_536)]: S('x') }), says: 'Attribute name is too large' },
    { what: 'an empty set', ...put({ s: { SS: [] } }), says: 'An string set  may not be empty' },
    { what: 'a set with the same twice', ...put({ s: { SS: ['a', 'a'] } }), says: 'contains duplicates' },
  ],
  'a number beyond its limits': [
    { what: 'large', ...put({ n: N('1e126') }), says: 'Number overflow' },
    { what: 'small', ...put({ n: N('1e-131') }), says: 'Number underflow' },
    { what: 'precise', ...put({ n: digits(39) }), says: '38' },
    { what: 'in a list', ...put({ l: { L: [digits(39)] } }), says: '38' },
    { what: 'in a set', ...put({ s: { NS: ['1'.repeat(39)] } }), says: '38' },
    { what: 'set', ...update('SET n = :n', { values: { ':n': digits(39) } }), says: '38' },
    { what: 'not one', ...put({ n: N('NaN') }) },
  ],
  'an expression beyond its limits': [
    { what: 'its length', ...putIf('attribute_not_exists(aaaa)'.padEnd(4097)), says: 'Expression size has exceeded the maximum allowed size; expression size: 4097' },
    { what: 'of a filter', ...scan({ FilterExpression: 'attribute_exists(aaaa)'.padEnd(4097) }), says: 'Expression size has exceeded' },
    { what: 'of an update', ...update('SET a = :v'.padEnd(4097), { values: { ':v': S('v') } }), says: 'Expression size has exceeded' },
    { what: 'operators', ...putIf(or(151, 'a = :v'), { values: { ':v': S('v') } }), says: TOO_MANY },
    { what: 'of a filter', ...scan({ FilterExpression: or(151, 'a = :v'), values: { ':v': S('v') } }), says: TOO_MANY },
    { what: 'functions', ...scan({ FilterExpression: or(151, 'attribute_exists(a)') }), says: TOO_MANY, passesLocal: true },
    { what: 'of an update', ...update(`SET ${times(301, (i) => `a${i}=a+:v`)}`, { values: { ':v': N('1') } }, 'n'), says: TOO_MANY, passesLocal: true },
    { what: 'a list', ...scan({ FilterExpression: inList(101), values: listValues(101) }), says: TOO_MANY_IN },
    { what: 'of a condition', ...putIf(inList(101), { values: listValues(101) }), says: TOO_MANY_IN },
    { what: 'nothing', ...putIf(''), says: 'The expression can not be empty;' },
    { what: 'a placeholder', ...putIf('attribute_exists(#a)', { names: { [`#${'a'.repeat(255)}`]: 'x' } }), says: 'a key that is too long; size of key: 256' },
  ],
  'what an expression speaks of': [
    { what: 'a value that is not used', ...putIf('attribute_exists(z)', { values: { ':u': S('1') } }), says: 'Value provided in ExpressionAttributeValues unused in expressions: keys: {:u}' },
    { what: 'a name that is not used', ...putIf('attribute_exists(z)', { names: { '#u': 'u' } }), says: 'Value provided in ExpressionAttributeNames unused in expressions: keys: {#u}' },
    { what: 'a value that is not given', ...putIf('a = :u'), says: 'used in expression is not defined; attribute value: :u' },
    { what: 'a name that is not given', ...putIf('attribute_exists(#u)'), says: 'is not defined; attribute name: #u' },
    { what: 'a name for nothing', ...putIf('attribute_not_exists(#a)', { names: { '#a': '' } }), says: 'Empty attribute name for key #a' },
    { what: 'a reserved word', ...putIf('attribute_not_exists(name)'), says: 'Attribute name is a reserved keyword; reserved keyword: name' },
    { what: 'in a filter', ...scan({ FilterExpression: 'attribute_exists(status)' }), says: 'reserved keyword: status' },
    { what: 'in an update', ...update('SET a.count = :q', { values: { ':q': N('1') } }), says: 'reserved keyword: count' },
    { what: 'in a projection', ...get(key(), { ProjectionExpression: 'pk, size' }), says: 'reserved keyword: size', passesLocal: 'layer, too' },
    { what: 'the same on both sides', ...putIf('a = a'), says: 'The first operand must be distinct from the remaining operands' },
    { what: 'a type that there is not', ...putIf('attribute_type(a, :t)', { values: { ':t': S('STRING') } }), says: 'Invalid attribute type name found; type: STRING' },
    { what: 'paths over each other', ...update('SET a = :q REMOVE a', { values: { ':q': N('1') } }), says: 'Two document paths overlap' },
    { what: 'a key that is set', ...update('SET sk = :q', { values: { ':q': S('1') } }), says: 'This attribute is part of the key' },
    { what: 'a key in a filter', ...query('pk = :p', p, { FilterExpression: 'sk = :p' }), says: 'Filter Expression can only contain non-primary key attributes' },
    ...(['ExpressionAttributeNames', 'ExpressionAttributeValues'] as const).map((field) => ({
      what: `${field} that are not used in a transaction`,
      ...transact((TableName) => [
        { Put: { TableName, Item: key(), ConditionExpression: 'attribute_exists(z)', [field]: field.endsWith('Names') ? { '#u': 'u' } : { ':u': S('1') } } },
      ]),
      says: `Value provided in ${field} unused in expressions`,
    })),
  ],
  'what an index does not have': [
    { what: 'consistent reads', ...inQueue('queue = :p', p, { ConsistentRead: true }) },
    { what: 'by a scan', ...scan({ IndexName: 'byQueue', ConsistentRead: true }) },
    { what: 'an attribute in a filter', ...inQueue('queue = :p', p, { FilterExpression: 'zz = :p' }), says: 'does not project one or more filter attributes: [zz]' },
    { what: 'an attribute shown', ...inQueue('queue = :p', p, { ProjectionExpression: 'card, zz' }), says: 'Global secondary index byQueue does not project [zz]' },
    { what: 'all attributes', ...inQueue('queue = :p', p, { Select: 'ALL_ATTRIBUTES' }), says: 'Select type ALL_ATTRIBUTES is not supported for global secondary index byQueue' },
  ],
  'a request beyond its limits': [
    { what: 'a transaction', ...transact((TableName) => times(101, (i) => ({ Put: { TableName, Item: key(`t${i}`) } }))), says: 'Member must have length less than or equal to 100' },
    { what: 'of 4 MB', ...transact((TableName) => times(12, (i) => ({ Put: { TableName, Item: { ...key(`t${i}`), b: text(390 * KB) } } }))), says: '4MB' },
    { what: 'the same item twice', ...transact((TableName) => [{ Put: { TableName, Item: key() } }, { Delete: { TableName, Key: key() } }]), says: 'Transaction request cannot include multiple operations on one item' },
    { what: 'a batch that reads', ...read(times(101, (i) => key(`t${i}`))) },
    { what: 'the same key twice', ...read([key(), key()]), says: 'Provided list of item keys contains duplicates' },
    { what: 'a batch that writes', ...write(times(26, (i) => ({ PutRequest: { Item: key(`t${i}`) } }))) },
    { what: 'the same written twice', ...write([{ PutRequest: { Item: key() } }, { DeleteRequest: { Key: key() } }]), says: 'Provided list of item keys contains duplicates' },
    { what: 'no limit at all', ...query('pk = :p', p, { Limit: 0 }) },
  ],
};

/** Stored before these are tried. */
export const stored = put({ sk: S('n'), a: N('1') });

// biome-ignore format: one case a line
export const accepted: Case[] = [
  { what: 'a key of 2,048 bytes', ...put({ pk: text(2048), sk: text(1024) }) },
  { what: 'an index key of 2,048 bytes', ...put({ queue: text(2048), queueOrder: text(1024) }) },
  { what: 'a condition on a prefix', ...query('pk = :p AND begins_with(sk, :s)', { ...p, ':s': S('x') }) },
  { what: 'a start within what is asked for', ...query('pk = :p AND sk > :s', { ...p, ':s': S('a') }, { ExclusiveStartKey: key('b') }) },
  { what: 'a start of an index', ...inQueue('queue = :p', p, { ExclusiveStartKey: { ...key(), queue: S('p'), queueOrder: S('1') } }) },
  { what: 'an empty text', ...put({ t: S('') }) },
  { what: '400 KB', ...put({ b: text(400 * KB - 8) }) },
  { what: '31 levels', ...put({ d: nested(31) }) },
  { what: '38 digits', ...put({ n: digits(38) }) },
  { what: 'the largest number', ...put({ n: N('9.9999999999999999999999999999999999999E+125') }) },
  { what: '4,096 bytes of expression', ...putIf('attribute_not_exists(aaaa)'.padEnd(4096)) },
  { what: '300 operators', ...scan({ FilterExpression: `NOT ${or(150, 'a = :v')}`, values: { ':v': S('v') } }) },
  { what: '75 BETWEENs', ...scan({ FilterExpression: or(75, 'a BETWEEN :v AND :w'), values: { ':v': S('v'), ':w': S('w') } }) },
  { what: '100 of a list', ...scan({ FilterExpression: inList(100), values: listValues(100) }) },
  { what: 'a filter on what an index projects', ...inQueue('queue = :p', p, { FilterExpression: 'card.a = :p AND entity = :p' }) },
  { what: '100 writes as one', ...transact((TableName) => times(100, (i) => ({ Put: { TableName, Item: key(`t${i}`) } }))) },
  { what: '100 keys', ...read(times(100, (i) => key(`t${i}`))) },
  { what: '25 writes', ...write(times(25, (i) => ({ PutRequest: { Item: key(`t${i}`) } }))) },
];
