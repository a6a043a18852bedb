import fc from 'fast-check';
import type { JsonSchema } from '../../shared/form.ts';
import { branchOf } from '../../shared/form-labels.ts';
import { hostilePhone, hostileText, oneOf, type Random, upTo } from './hostile.ts';

/** What is there to choose from where a schema cannot know it. */
export interface Known {
  now: string;
  /** Choices by the path of a field, as a form offers them. */
  options?: Record<string, { value: string }[]>;
  /** By the name of a widget: units, people, cases, townships. */
  references: Record<string, string[]>;
}

const HOUR = 3_600_000;

/** A value that mostly fits a JSON Schema, at its bounds more often than not; now and then it does not fit. */
export const inputFor = (schema: JsonSchema, random: Random, known: Known, path = ''): unknown => {
  const field = branchOf(schema);
  if (path !== '' && random() < 0.004)
    return oneOf(random, [null, -1, 1e300, 9007199254740991, '', [], {}, 'x'.repeat(5000)]);
  if (field.widget === 'coordinates') return coordinatesFor(random);
  if (field.properties) return objectFor(field, random, known, path);
  if (field.const !== undefined) return field.const;
  if (field.enum) return oneOf(random, field.enum);
  switch (field.type) {
    case 'object':
      return {};
    case 'array':
      return Array.from({ length: upTo(random, 3) + 1 }, () => inputFor(field.items ?? {}, random, known, path));
    case 'boolean':
      return random() < 0.5;
    case 'integer':
    case 'number':
      return numberFor(field, random);
    case 'null':
      return null;
    default:
      return stringFor(field, random, known, path);
  }
};

/** Somewhere in Mêdog; now and then anywhere. */
const coordinatesFor = (random: Random) =>
  random() < 0.1
    ? { latitude: random() * 100, longitude: random() * 200 }
    : { latitude: 29 + random(), longitude: 95 + random() };

const objectFor = (schema: JsonSchema, random: Random, known: Known, path: string): Record<string, unknown> => {
  const { properties = {}, required = [] } = schema;
  const chosen = Object.entries(properties).filter(([name, field]) =>
    required.includes(name) ? random() > 0.003 : field.widget !== 'hidden' && random() < 0.6,
  );
  return Object.fromEntries(
    chosen.map(([name, field]) => [name, inputFor(field, random, known, path === '' ? name : `${path}.${name}`)]),
  );
};

const numberFor = ({ type, minimum, maximum }: JsonSchema, random: Random): number => {
  const low = Math.max(minimum ?? 0, -1000);
  const high = Math.min(maximum ?? low + 1000, low + 100_000);
  if (random() < 0.03) return oneOf(random, [low - 1, (maximum ?? high) + 1, 9007199254740991]);
  const between = low + random() * (high - low);
  return random() < 0.3 ? oneOf(random, [low, high]) : type === 'integer' ? Math.floor(between) : between;
};

const stringFor = (field: JsonSchema, random: Random, known: Known, path: string): string => {
  const offered = known.options?.[path];
  if (offered && offered.length > 0 && random() < 0.9) return oneOf(random, offered).value;
  const referred = known.references[String(field.widget ?? '')];
  if (referred && referred.length > 0 && random() < 0.9) return oneOf(random, referred);
  const at = Date.parse(known.now) - upTo(random, 20) * HOUR;
  if (field.format === 'date-time') return new Date(at).toISOString();
  if (field.format === 'date') return new Date(at + upTo(random, 10) * 24 * HOUR).toISOString().split('T')[0] ?? '';
  if (field.format === 'email') return `someone${upTo(random, 99)}@example.org`;
  if (/phone/i.test(path)) return hostilePhone(random);
  if (field.pattern)
    return (
      fc.sample(fc.stringMatching(new RegExp(String(field.pattern))), { seed: upTo(random, 1e9), numRuns: 1 })[0] ?? ''
    );
  const text = hostileText(random, Math.min(field.maxLength ?? 200, 5000));
  return field.format === 'multiline' || random() < 0.02 ? text : text.replace(/[\n\r\t\u2028]/g, '·');
};
