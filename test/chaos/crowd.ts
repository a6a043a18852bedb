import { inspect } from 'node:util';
import seed from '../../functions/directory/seed.json' with { type: 'json' };
import type { JsonSchema } from '../../shared/form.ts';
import { seeded } from '../journeys/chaos.ts';
import type { Answer, Asked, Kora } from '../support/app.ts';
import { oneOf, type Random } from './hostile.ts';
import { inputFor, type Known } from './inputs.ts';

/** A crowd of reporters, staff and administrators, all of whom press whatever there is to press. */

interface Form {
  type: string;
  form: JsonSchema;
  options: Record<string, { value: string }[]>;
}

interface Operation {
  method: string;
  path: string;
  body?: JsonSchema;
}

interface Offered {
  action: string;
  part?: string;
  input: JsonSchema;
  options?: Record<string, { value: string }[]>;
}

/** Requests under way at once. */
const LANES = 6;

export interface Accepted {
  type: string;
  receipt: string;
  at: string;
}

export class Crowd {
  /** Reports that were answered with 201. */
  readonly accepted: Accepted[] = [];
  readonly failures: string[] = [];
  readonly answers = new Map<string, number>();
  /** Cases that somebody has seen in a queue, with who. */
  readonly cases = new Map<string, string>();
  private readonly kora: Kora;
  private readonly random: Random;
  private readonly people = seed.people.map((p) => p.email);
  private readonly ids: string[] = [];
  private forms: Form[] = [];
  private operations: Operation[] = [];
  private now = '';

  constructor(kora: Kora, number: number) {
    this.kora = kora;
    this.random = seeded(number);
  }

  async begin(): Promise<void> {
    await Promise.all(this.people.map((p) => this.kora.token(p)));
    const as = this.people[0];
    const { types } = (await this.kora.api('GET', '/intake/forms', { as: 'karma@medog-response.kora.example' })).body;
    for (const { type } of types) this.forms.push((await this.kora.api('GET', `/intake/forms/${type}`, { as })).body);
    const description = (await this.kora.api('GET', '/openapi.json')).body;
    this.operations = operationsOf(description).filter((o) => !o.path.startsWith('/reports/{type}'));
    const tip = this.operations.find((o) => o.method === 'POST' && o.path === '/reports/tip');
    if (tip?.body) this.forms.push({ type: 'tip', form: tip.body, options: {} });
  }

  /** Takes this many random operations, several at a time. */
  async act(count: number): Promise<void> {
    this.now = await this.kora.now();
    const left = Array.from({ length: count }, (_, i) => i).values();
    const lane = async () => {
      for (const _ of left) await this.one();
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }

  private one(): Promise<unknown> {
    const dice = this.random();
    if (dice < 0.44 || this.accepted.length < 20) return this.report();
    if (dice < 0.5) return this.reporterActs();
    if (dice < 0.54) return this.settings();
    if (dice < 0.64) return this.anyRoute();
    return this.staffActs();
  }

  private known(options?: Known['options']): Known {
    const references = {
      unit: seed.units.map((u) => u.id),
      person: this.people,
      member: this.people,
      case: [...this.cases.keys()],
      species: ['黑鸢', '猕猴', '赤麂', '一只大鸟', '豹子', '蛇'],
      township: ['墨脱镇', '背崩乡', '540423206', '540102', '扎西乡', '540322', '珠穆朗玛', '540622100'],
    };
    return { now: this.now, options, references };
  }

  private async report(): Promise<void> {
    const { type, form, options } = oneOf(this.random, this.forms);
    const body = inputFor(form, this.random, this.known(options)) as Record<string, unknown>;
    const answer = await this.ask('POST', `/reports/${type}`, { body });
    if (answer.status === 201) this.accepted.push({ type, receipt: answer.body.receipt, at: await this.kora.now() });
  }

  private async reporterActs(): Promise<void> {
    const { type, receipt } = oneOf(this.random, this.accepted);
    if (type === 'tip') {
      const text = inputFor({ type: 'string', maxLength: 2000 }, this.random, this.known());
      await this.ask('POST', '/tips/follow/reply', { body: { receipt, text } });
      return;
    }
    const view = await this.ask('GET', `/reports/${receipt}`);
    const actions: Offered[] = view.body?.actions ?? [];
    if (actions.length === 0) return;
    const { action, input, options } = oneOf(this.random, actions);
    const body = inputFor(input, this.random, this.known(options));
    await this.ask('POST', `/reports/${receipt}/actions/${action}`, { body });
  }

  private async staffActs(): Promise<void> {
    const cases = [...this.cases];
    if (cases.length === 0) return;
    const [id, as] = oneOf(this.random, cases);
    const seen = await this.ask('GET', `/cases/${id}`, { as });
    if (seen.status !== 200) return;
    const animals: { actions: Offered[] }[] = seen.body.animals ?? [];
    const offered: Offered[] = [...seen.body.actions, ...animals.flatMap((a) => a.actions)];
    if (offered.length === 0) return;
    const { action, part, input, options } = oneOf(this.random, offered);
    const query = part ? `?part=${part}` : '';
    const body = inputFor(input, this.random, this.known(options));
    await this.ask('POST', `/cases/${id}/actions/${action}${query}`, { as, body });
  }

  /** An administrator writes whatever comes to mind into a unit's settings. */
  private async settings(): Promise<void> {
    const as = 'tenzin@platform.kora.example';
    const { id } = oneOf(this.random, seed.units);
    const unit = (await this.ask('GET', `/directory/units/${id}`, { as })).body;
    if (!unit?.id) return;
    const { id: _, ...body } = unit;
    await this.ask('PUT', `/directory/units/${id}`, { as, body: { ...body, settings: settingsFor(this.random) } });
  }

  /** Any route of the API description, by anybody. */
  private async anyRoute(): Promise<void> {
    const { method, path, body } = oneOf(this.random, this.operations);
    if (HARMFUL.test(`${method} ${path}`)) return;
    const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(this.reference(name)));
    const as = this.random() < 0.85 ? oneOf(this.random, this.people) : undefined;
    const sent = body && inputFor(body, this.random, this.known());
    const answer = await this.ask(method, filled, { as, body: sent });
    this.remember(answer.body);
  }

  private reference(name: string): string {
    if (this.random() < 0.05) return oneOf(this.random, ['🙏', '..', '%', 'null', 'x'.repeat(300), '0']);
    const units = seed.units.map((u) => u.id);
    const of: Record<string, string[]> = {
      unit: units,
      email: this.people,
      type: ['wildlife', 'livestock', 'request', 'station-help', 'tip', 'reward'],
      area: ['540423', '540102', '*'],
      receipt: this.accepted.map((a) => a.receipt),
      date: [this.now.split('T')[0] ?? ''],
      week: [this.now.split('T')[0] ?? ''],
    };
    const known = of[name] ?? [...this.ids, ...this.cases.keys(), ...units];
    return oneOf(this.random, known) ?? 'unknown';
  }

  /** Ids in an answer are what later requests ask for. */
  private remember(body: unknown): void {
    const found = JSON.stringify(body ?? '').match(/"id":"[0-9a-f]{20,32}"/g) ?? [];
    for (const f of found.slice(0, 5)) if (this.ids.length < 2000) this.ids.push(f.split('"')[3] ?? '');
  }

  /** Asks, counts the answer, and keeps what must not come. */
  async ask(method: string, path: string, asked: Asked = {}): Promise<Answer> {
    const answer = await this.kora.api(method, path, asked);
    const name = `${Math.floor(answer.status / 100)}xx`;
    this.answers.set(name, (this.answers.get(name) ?? 0) + 1);
    if (answer.status >= 500)
      this.failures.push(
        `${answer.status} ${method} ${path} as ${asked.as}: ${inspect(asked.body, { depth: 6, breakLength: 1e6 })}`,
      );
    return answer;
  }
}

/** What would make the crowd itself powerless: people put out of office, routes taken away. */
const HARMFUL = /(PUT|DELETE) \/directory\/(people|routes|units)/;

const operationsOf = (description: {
  paths: Record<string, Record<string, unknown>>;
  components?: unknown;
}): Operation[] =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const { requestBody } = operation as { requestBody?: { content: Record<string, { schema: JsonSchema }> } };
      const body = requestBody?.content['application/json']?.schema;
      return [{ method: method.toUpperCase(), path, body: body && resolved(body, description) }];
    }),
  );

/** A schema with what it refers to in its place. */
const resolved = (schema: unknown, description: unknown): JsonSchema => {
  if (Array.isArray(schema)) return schema.map((s) => resolved(s, description)) as unknown as JsonSchema;
  if (typeof schema !== 'object' || schema === null) return schema as JsonSchema;
  const { $ref } = schema as { $ref?: string };
  if ($ref) {
    const found = $ref
      .split('/')
      .slice(1)
      .reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], description);
    return resolved(found, description);
  }
  return Object.fromEntries(Object.entries(schema).map(([k, v]) => [k, resolved(v, description)])) as JsonSchema;
};

const SECTIONS = [
  'wildlife',
  'livestock',
  'request',
  'stationHelp',
  'stations',
  'tips',
  'journal',
  'growth',
  'calendar',
  'wildlfie',
];
const KEYS = [
  'acceptance',
  'reminder',
  'arrival',
  'review',
  'take',
  'workingDays',
  'attempts',
  'duplicates',
  'cluster',
  'of',
  'off',
  'callBack',
];
const VALUES = [
  ...['PT10M', 'P2D', '10 minutes', '', 'P999Y', '-PT1H', 'PT0S', 0, -1, 3, 1e9, 2.5, null, true, [], {}],
  ...[{ urgent: '10 minutes' }, { urgent: 'PT5M' }, { critical: null }, { help: 0 }, { hours: -1 }, { dead: 1e9 }],
];

const settingsFor = (random: Random): Record<string, unknown> => ({
  [oneOf(random, SECTIONS)]: random() < 0.1 ? oneOf(random, VALUES) : { [oneOf(random, KEYS)]: oneOf(random, VALUES) },
});
