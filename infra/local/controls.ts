import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { conflict, DomainError, invalidField, notFound } from '../../shared/errors.ts';
import { parseInput } from '../../shared/problem.ts';
import { duration } from '../../shared/time.ts';
import type { Agenda } from './agenda.ts';
import type { Clock } from './clock.ts';
import type { Engine } from './engine.ts';
import type { Functions } from './functions.ts';
import type { Issuer, Signed } from './issuer.ts';
import type { Mailbox } from './mailbox.ts';
import { mailboxPage } from './mailbox-page.ts';
import type { Objects } from './objects.ts';
import type { Queues } from './queues.ts';
import { answerJson, answerPage, answerProblem, languageOf } from './reply.ts';
import type { Schedules } from './schedules.ts';
import type { StoreFaults } from './strict/faults.ts';
import { bodyOf } from './wire.ts';

/** What only exists on one machine: time, mail, tokens and failures at will, under `/local`. */

/** How long a token lasts that was asked for here, in seconds: a day of trying things out. */
const TOKEN_LIFE = 86_400;

export interface Controlled {
  agenda: Agenda;
  clock: Clock;
  engine: Engine;
  functions: Functions;
  issuer: Issuer;
  mailbox: Mailbox;
  objects: Objects;
  queues: Queues;
  schedules: Schedules;
  storeFaults: StoreFaults;
  personOf: (email: string) => Promise<Signed | undefined>;
  /** The table's name, and where an SDK finds each service of this machine, as functions are told it. */
  services: () => { table: string; endpoints: Record<string, string> };
}

interface Control {
  summary: string;
  input?: z.ZodType;
  answer: (kora: Controlled, input: never, query: URLSearchParams) => unknown;
}

const control = <S extends z.ZodType>(
  summary: string,
  input: S,
  answer: (kora: Controlled, input: z.infer<S>) => unknown,
): Control => ({ summary, input, answer: answer as Control['answer'] });

const tokenInput = z.strictObject({ email: z.email() });
const clockInput = z.union([
  z.strictObject({ advance: z.string() }),
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
]);
const times = z.int().min(0).max(1000);
const faultInput = z.union([
  z.strictObject({ mail: z.enum(['up', 'down']) }),
  z.strictObject({ store: z.strictObject({ conflicts: times.optional(), throttled: times.optional() }) }),
]);
const killInput = z.union([z.strictObject({ function: z.string() }), z.strictObject({ database: z.literal(true) })]);

const controls: Record<string, Control> = {
  'GET /local': {
    summary: 'This list',
    answer: ({ functions }) => ({
      routes: Object.entries(controls).map(([route, { summary }]) => ({ route, summary })),
      functions: functions.names,
    }),
  },
  'POST /local/token': control(
    '{"email"}: a bearer token for a person of the directory',
    tokenInput,
    async ({ personOf, issuer }, { email }) => {
      const person = await personOf(email);
      if (!person) throw notFound('person');
      return { token: await issuer.idToken(person, undefined, TOKEN_LIFE) };
    },
  ),
  'GET /local/mail': {
    summary: 'What was sent, newest last; ?to= one address',
    answer: ({ mailbox }, _, query) => mailbox.list(query.get('to') ?? undefined),
  },
  'GET /local/clock': {
    summary: 'The time that deadlines, schedules and functions go by',
    answer: ({ clock }) => ({ now: clock.iso() }),
  },
  'POST /local/clock': control(
    '{"advance": "PT30M"} or {"to": "2026-04-06T09:20:00+08:00"}: moves it; what falls due on the way happens first',
    clockInput,
    async ({ agenda, clock }, input) => {
      await agenda.move('to' in input ? Date.parse(input.to) : clock.now() + lengthOf(input.advance));
      return { now: clock.iso() };
    },
  ),
  'POST /local/settle': {
    summary: 'Answers when stream, queues and asynchronous invocations are idle',
    answer: async ({ agenda, clock }) => {
      await agenda.settle();
      return { now: clock.iso() };
    },
  },
  'GET /local/schedules': {
    summary: 'Deadlines and recurring schedules, first due first',
    answer: ({ schedules }) =>
      schedules.all().map(({ due, ...s }) => ({ ...s, due: due === undefined ? null : new Date(due).toISOString() })),
  },
  'GET /local/queues': {
    summary: 'Queues with what lies in them',
    answer: ({ queues }) =>
      [...queues.specs.values()].map(({ name, arn }) => ({ name, ...queues.count(arn), messages: queues.list(arn) })),
  },
  'GET /local/objects': {
    summary: 'Buckets with the objects in them',
    answer: ({ objects }) =>
      [...objects.buckets.values()].map((b) => ({ name: b.name, objects: objects.list(b, '', '', 10_000) })),
  },
  'GET /local/services': {
    summary: 'Where an AWS SDK finds the services of this machine, to look into the table or a queue by hand',
    answer: ({ services }) => services(),
  },
  'POST /local/faults': control(
    '{"mail": "down"} or {"mail": "up"}: whether the mail service answers; {"store": {"conflicts": 2}}, {"store": {"throttled": 2}}: how often the store refuses from now on',
    faultInput,
    ({ mailbox, storeFaults }, input) => {
      if ('mail' in input) mailbox.down = input.mail === 'down';
      else Object.assign(storeFaults, input.store);
      return input;
    },
  ),
  'POST /local/kill': control(
    '{"function": "deliver"} or {"database": true}: ends it in the midst of what it does',
    killInput,
    async ({ engine, functions }, input) => {
      if ('function' in input) {
        if (!(await functions.kill(input.function))) throw notFound('function');
        return { killed: input.function };
      }
      if (!engine.kill) throw conflict('not-ours', 'The store was not started here.');
      engine.kill();
      return { killed: 'database' };
    },
  ),
};

const lengthOf = (text: string): number => {
  try {
    const length = duration(text);
    if (length >= 0) return length;
  } catch {
    // told below
  }
  throw invalidField('advance', 'wrong-format', 'is not an ISO 8601 duration of days at most');
};

export const answerControl = async (
  kora: Controlled,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://kora');
  const query = url.searchParams;
  try {
    if (`${request.method} ${url.pathname}` === 'GET /local/mailbox') {
      const to = query.get('to') ?? undefined;
      return answerPage(response, 200, mailboxPage(languageOf(request), await kora.mailbox.list(to), to));
    }
    const found = controls[`${request.method} ${url.pathname.replace(/\/$/, '')}`];
    if (!found) throw notFound('control; GET /local lists them');
    const input = found.input ? parseInput(found.input, parsed(await bodyOf(request))) : undefined;
    answerJson(response, 200, await found.answer(kora, input as never, query));
  } catch (e) {
    if (!(e instanceof DomainError)) console.error(e);
    answerProblem(response, e);
  }
};

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new DomainError('invalid', 'malformed-json', 'The body is not valid JSON.');
  }
};
