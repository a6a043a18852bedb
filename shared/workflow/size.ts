/** What a value takes in DynamoDB, in bytes, by the rules that AWS publishes: UTF-8, with what lists, maps and numbers add. */

const IN_A_COLLECTION = 1;
const COLLECTION = 3;

/** At most, for a number: two digits a byte, one for its magnitude, one for its sign. */
const ofNumber = (n: number): number => Math.ceil(String(Math.abs(n)).replace(/\D/g, '').length / 2) + 2;

const sum = (sizes: number[]): number => sizes.reduce((a, b) => a + b, 0);

const fields = (o: object, each: number): number =>
  sum(
    Object.entries(o).map(([name, v]) => (v === undefined ? 0 : each + Buffer.byteLength(name) + sizeOf(v))), // not stored
  );

/** The bytes of one value. */
export const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return ofNumber(value);
  if (value instanceof Uint8Array) return value.byteLength;
  if (Array.isArray(value)) return COLLECTION + sum(value.map((v) => IN_A_COLLECTION + sizeOf(v)));
  if (typeof value === 'object' && value !== null) return COLLECTION + fields(value, IN_A_COLLECTION);
  return 1;
};

/** The bytes of an item with the names of its attributes: what DynamoDB holds against its limit of 400 KB. */
export const itemSize = (item: object): number => fields(item, 0);
