import { checkLength } from './key-values.ts';
import type { Part } from './parts.ts';
import type { Schema } from './schemas.ts';
import { tokensOf } from './tokens.ts';

/** The length of what becomes a key of an index, by a whole item or by `SET name = :value`. The engine checks its type. */
export const checkIndexKeys = ({ item, expressions, names, values }: Part, schema: Schema): void => {
  const set = valuesSet(tokensOf(expressions.UpdateExpression ?? ''), names);
  for (const { keys } of schema.indexes.values())
    for (const key of keys) {
      const value = item?.[key.name] ?? values[set.get(key.name) ?? ''];
      if (value) checkLength(value, key);
    }
};

/** Which placeholder's value each attribute is set to. */
const valuesSet = (tokens: string[], names: Record<string, string>): Map<string, string> =>
  new Map(
    tokens.flatMap((token, i): [string, string][] => {
      const [name = '', value = ''] = [tokens[i - 1], tokens[i + 1]];
      return token === '=' && value.startsWith(':') ? [[names[name] ?? name, value]] : [];
    }),
  );
