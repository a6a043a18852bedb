/** What the engine knows of its tables, as far as checks need it. */

export interface KeyAttribute {
  name: string;
  type: string;
  role: 'HASH' | 'RANGE';
}

export interface Index {
  keys: KeyAttribute[];
  /** Attributes that its entries hold; undefined for all. */
  projected?: Set<string>;
  isGlobal: boolean;
}

export interface Schema {
  keys: KeyAttribute[];
  indexes: Map<string, Index>;
}

export interface Described {
  AttributeDefinitions?: { AttributeName: string; AttributeType: string }[];
  KeySchema?: KeySchema;
  GlobalSecondaryIndexes?: DescribedIndex[];
  LocalSecondaryIndexes?: DescribedIndex[];
}
type KeySchema = { AttributeName: string; KeyType: 'HASH' | 'RANGE' }[];
interface DescribedIndex {
  IndexName: string;
  KeySchema?: KeySchema;
  Projection?: { ProjectionType?: string; NonKeyAttributes?: string[] };
}

/** Each table is described once; undefined where there is no such table, which the engine says better. */
export class Schemas {
  private readonly known = new Map<string, Promise<Schema | undefined>>();

  async of(table: string, describe: (table: string) => Promise<Described | undefined>): Promise<Schema | undefined> {
    const schema = this.known.get(table) ?? describe(table).then((d) => d && schemaOf(d));
    this.known.set(table, schema);
    const found = await schema.catch(() => undefined);
    if (!found) this.known.delete(table);
    return found;
  }

  /** After an operation that may have changed any. */
  forget(): void {
    this.known.clear();
  }
}

const schemaOf = (described: Described): Schema => {
  const types = new Map(described.AttributeDefinitions?.map((d) => [d.AttributeName, d.AttributeType]));
  const keysOf = (schema: KeySchema = []): KeyAttribute[] =>
    schema.map(({ AttributeName: name, KeyType: role }) => ({ name, role, type: types.get(name) ?? 'S' }));
  const keys = keysOf(described.KeySchema);
  const index = ({ IndexName, KeySchema, Projection }: DescribedIndex, isGlobal: boolean): [string, Index] => {
    const own = keysOf(KeySchema);
    const held = [...own, ...keys].map((k) => k.name).concat(Projection?.NonKeyAttributes ?? []);
    const projected = Projection?.ProjectionType === 'ALL' ? undefined : new Set(held);
    return [IndexName, { keys: own, projected, isGlobal }];
  };
  return {
    keys,
    indexes: new Map([
      ...(described.GlobalSecondaryIndexes ?? []).map((i) => index(i, true)),
      ...(described.LocalSecondaryIndexes ?? []).map((i) => index(i, false)),
    ]),
  };
};
