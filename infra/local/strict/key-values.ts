import type { Value } from './parts.ts';
import { invalid } from './refusals.ts';
import type { KeyAttribute } from './schemas.ts';

/** What may be the value of a key. Of a table's own keys the engine checks itself what is written and got. */

const LONGEST = { HASH: 2048, RANGE: 1024 };

const TOO_LONG = {
  HASH: 'One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes',
  RANGE:
    'One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
};

export const EMPTY = 'The AttributeValue for a key attribute cannot contain an empty string value.';

/** Its bytes; undefined for a number, and where it is of another type than the key. */
export const bytesOf = (value: Value | undefined, { type }: KeyAttribute): Buffer | undefined => {
  const content = value?.[type];
  if (type === 'N' || typeof content !== 'string') return undefined;
  return Buffer.from(content, type === 'B' ? 'base64' : 'utf8');
};

export const isEmpty = (value: Value | undefined, key: KeyAttribute): boolean => bytesOf(value, key)?.length === 0;

export const checkLength = (value: Value, key: KeyAttribute): void => {
  if ((bytesOf(value, key)?.length ?? 0) > LONGEST[key.role]) throw invalid(TOO_LONG[key.role]);
};
