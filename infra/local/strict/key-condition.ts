import { bytesOf, checkLength, EMPTY, isEmpty } from './key-values.ts';
import type { Part, Value } from './parts.ts';
import { invalid } from './refusals.ts';
import type { KeyAttribute, Schema } from './schemas.ts';
import { COMPARATORS, isWord, tokensOf } from './tokens.ts';

/** What a query may compare keys with, and from where it may go on. */

interface Comparison {
  key: KeyAttribute;
  operator: string;
  values: Value[];
}

export const checkKeyCondition = (part: Part, schema: Schema): void => {
  for (const { key, values } of comparisons(part, schema))
    for (const value of values) {
      if (!(key.type in value))
        throw invalid('One or more parameter values were invalid: Condition parameter type does not match schema type');
      if (isEmpty(value, key)) throw empty(key, part.index);
      checkLength(value, key);
    }
};

const empty = ({ name }: KeyAttribute, index?: string) =>
  invalid(
    index === undefined
      ? `One or more parameter values are not valid. ${EMPTY} Key: ${name}`
      : `One or more parameter values are not valid. A value specified for a secondary index key is not supported. ${EMPTY} IndexName: ${index}, IndexKey: ${name}`,
  );

/** Where a query or scan goes on: at a key of what it reads, inside of what it asks for. */
export const checkStartKey = (part: Part, schema: Schema): void => {
  const { startKey } = part;
  if (!startKey) return;
  const keys = [...schema.keys, ...keysAsked(part, schema)];
  const nothing = keys.find((key) => isEmpty(startKey[key.name], key));
  if (nothing)
    throw invalid(
      `The provided starting key is invalid: One or more parameter values are not valid. ${EMPTY} Key: ${nothing.name}`,
    );
  for (const comparison of comparisons(part, schema)) {
    const value = startKey[comparison.key.name];
    if (!value || holds(comparison, value)) continue;
    throw invalid(
      comparison.key.role === 'HASH'
        ? 'The provided starting key is outside query boundaries based on provided conditions'
        : 'The provided starting key does not match the range key predicate',
    );
  }
};

const keysAsked = ({ index }: Part, schema: Schema): KeyAttribute[] =>
  (index === undefined ? schema.keys : schema.indexes.get(index)?.keys) ?? [];

/** Those of a key condition that are of keys and have their values; the engine refuses any other. */
const comparisons = (part: Part, schema: Schema): Comparison[] => {
  const tokens = tokensOf(part.expressions.KeyConditionExpression ?? '');
  const keys = keysAsked(part, schema);
  const comparison = (operator: string, name = '', ...placeholders: (string | undefined)[]): Comparison[] => {
    const key = keys.find((k) => k.name === (part.names[name] ?? name));
    const values = placeholders.map((p) => part.values[p ?? '']).filter((value) => value !== undefined);
    return key && values.length === placeholders.length ? [{ key, operator, values }] : [];
  };
  return tokens.flatMap((token, i) => {
    if (COMPARATORS.includes(token)) return comparison(token, tokens[i - 1], tokens[i + 1]);
    if (isWord(token, 'BETWEEN')) return comparison('BETWEEN', tokens[i - 1], tokens[i + 1], tokens[i + 3]);
    if (token === 'begins_with') return comparison(token, tokens[i + 2], tokens[i + 4]);
    return [];
  });
};

const holds = ({ key, operator, values }: Comparison, value: Value): boolean => {
  const [first = 0, second = 0] = values.map((v) => order(value, v, key));
  switch (operator) {
    case '=':
      return first === 0;
    case '<':
      return first < 0;
    case '<=':
      return first <= 0;
    case '>':
      return first > 0;
    case '>=':
      return first >= 0;
    case 'BETWEEN':
      return first >= 0 && second <= 0;
    default: {
      const prefix = bytesOf(values[0], key) ?? Buffer.of();
      return bytesOf(value, key)?.subarray(0, prefix.length).equals(prefix) ?? false;
    }
  }
};

/** Below zero where the one comes before the other, above where after. */
const order = (one: Value, other: Value, key: KeyAttribute): number => {
  const [a, b] = [bytesOf(one, key), bytesOf(other, key)];
  return a && b ? Buffer.compare(a, b) : Number(one.N) - Number(other.N);
};
