import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type DynamoDBClient, GetItemCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { person } from '../../shared/auth.ts';
import { keys } from '../../shared/keys.ts';
import { functions as planned } from '../functions.ts';
import { Agenda } from './agenda.ts';
import { STACK } from './build.ts';
import { Clock } from './clock.ts';
import { Consumer } from './consumers.ts';
import { type Engine, startEngine } from './engine.ts';
import { Files } from './files.ts';
import { Functions } from './functions.ts';
import { Gateway } from './gateway.ts';
import { Invocations } from './invocations.ts';
import { Issuer, type Signed, signingKey } from './issuer.ts';
import { Mailbox } from './mailbox.ts';
import { REGION } from './names.ts';
import { Objects } from './objects.ts';
import { Oidc } from './oidc.ts';
import { listPeople } from './people.ts';
import { Queues } from './queues.ts';
import { readStack } from './reader.ts';
import { Schedules } from './schedules.ts';
import { type Handle, type Opened, open } from './server.ts';
import { answerServices, endpointsOf } from './services.ts';
import { handledOf } from './shards.ts';
import { answerSite } from './site.ts';
import type { LocalStack } from './stack.ts';
import { State } from './state.ts';
import { StreamConsumer } from './stream.ts';
import { type Strict, strictBefore } from './strict/proxy.ts';
import { prepareTables, storeClient } from './table.ts';

export interface Options {
  /** A folder with `cdk.out` and `site`. */
  build: string;
  data: string;
  port: number;
  /** Where the clock of a new data folder begins, in milliseconds. */
  at?: number;
}

/** A running Kora. */
export interface Running {
  url: string;
  stop: () => Promise<void>;
}

/** Runs a synthesized template on this machine; resolves when requests are answered. */
export const startKora = async (options: Options): Promise<Running> => {
  const base = await foundations(options);
  const flows = flowsOf(base);
  await begin(base, flows);
  base.site.answer(await front(options, base, flows));
  return { url: base.site.url, stop: () => stop(base, flows) };
};

interface Base {
  site: Opened;
  services: Opened;
  logs: string;
  state: State;
  clock: Clock;
  engine: Engine;
  /** What functions find as their store. */
  strict: Strict;
  stack: LocalStack;
  store: DynamoDBClient;
  table: string;
}

/** What everything else stands on: memory, clock, store with its tables, and the template as it was read. */
const foundations = async ({ build, data, port, at }: Options): Promise<Base> => {
  const logs = join(data, 'logs');
  mkdirSync(logs, { recursive: true });
  const state = new State(data);
  const site = await open(port);
  const services = await open(0);
  const clock = clockOf(state, at);
  const engine = await startEngine(data, () => handledOf(state));
  const strict = await strictBefore(() => engine.endpoint);
  const place = { assembly: join(build, 'cdk.out'), stack: STACK, url: site.url, services: services.url };
  const stack = readStack(state, place);
  const store = storeClient(engine.endpoint, REGION);
  await prepareTables(store, stack.tables);
  engine.quickenStream();
  const table = directoryOf(stack);
  return { site, services, logs, state, clock, engine, strict, stack, store, table };
};

const clockOf = (state: State, at?: number): Clock => {
  const clock = new Clock(state);
  if (at !== undefined && state.kept('clock') === undefined) clock.stand(at);
  clock.run();
  return clock;
};

interface Flows {
  queues: Queues;
  functions: Functions;
  invocations: Invocations;
  schedules: Schedules;
  mailbox: Mailbox;
  objects: Objects;
  consumers: Consumer[];
  streams: StreamConsumer[];
  agenda: Agenda;
}

/** What moves: functions, queues, schedules, stream, mail, and the agenda that lets them happen. */
const flowsOf = ({ stack, state, clock, engine, strict, logs, services, store }: Base): Flows => {
  const queues = new Queues(stack.queues, state, clock);
  const endpoints = endpointsOf(services.url, strict.endpoint);
  const functions = new Functions(stack.functions, { logs, clock, endpoints });
  const invocations = new Invocations({ state, functions, queues, clock });
  const known = (arn: string) => functions.specOf(arn) !== undefined;
  const schedules = new Schedules(stack.groups, { state, clock, queues, invocations, known });
  const mailbox = new Mailbox(state, clock);
  const consumers = stack.mappings
    .filter((m) => queues.specs.has(m.source))
    .map((m) => new Consumer(m, queues, functions));
  const streams = stack.tables.flatMap((t) =>
    stack.mappings
      .filter((m) => m.source.startsWith(`${t.arn}/stream/`))
      .map((m) => new StreamConsumer(m, t, { endpoint: engine.endpoint, state, clock, functions, queues })),
  );
  const hasCases = () => anyCase(store, stack);
  const agenda = new Agenda({ clock, schedules, queues, consumers, streams, invocations, functions, hasCases });
  const objects = new Objects(stack.buckets, { state, clock, queues });
  const url = services.url;
  services.answer(answerServices({ url, queues, schedules, mailbox, objects, clock, keys: stack.keys, state }));
  return { queues, functions, invocations, schedules, mailbox, objects, consumers, streams, agenda };
};

/** Fills the table as a deployment does, then goes on with what was under way when this Kora last ended. */
const begin = async ({ stack }: Base, flows: Flows): Promise<void> => {
  const { agenda, functions, invocations, queues, schedules, streams } = flows;
  schedules.install(stack.schedules);
  for (const fn of stack.functions.filter((f) => isForDeployment(f.name))) await functions.invoke(fn.arn, {});
  queues.onSent = () => agenda.tick();
  schedules.onChange = () => agenda.tick();
  functions.onDone = () => {
    for (const s of streams) s.nudge();
  };
  invocations.start();
  for (const s of streams) s.nudge();
  agenda.tick();
};

/** The table with people in it: the one that a deployment fills. */
const directoryOf = ({ functions, tables }: LocalStack): string =>
  functions.find((f) => isForDeployment(f.name))?.environment.TABLE_NAME ?? tables[0]?.name ?? '';

/** In a stack that is deployed CloudFormation calls it; here the start takes that part. */
const isForDeployment = (name: string): boolean =>
  Object.entries(planned).some(([n, row]) => n === name && row.trigger === 'deployment');

const front = async ({ build }: Options, base: Base, flows: Flows): Promise<Handle> => {
  const { stack, state, clock, engine, strict, store, table } = base;
  const { url } = base.site;
  const personOf = (email: string) => findPerson(store, table, email);
  const authorizer = stack.routes.find((r) => r.authorizer)?.authorizer;
  const issuerUrl = authorizer?.issuer ?? `${url}/oidc`;
  const clientId = authorizer?.audience[0] ?? 'kora';
  const issuer = new Issuer({ url: issuerUrl, clientId, key: await signingKey(state), personOf });
  const verify = (token: string, audience: string[]) => issuer.verify(token, audience);
  return answerSite({
    url,
    files: stack.site && new Files(stack.site, join(build, 'site')),
    gateway: new Gateway(stack.routes, { functions: flows.functions, clock, verify }),
    oidc: new Oidc(issuer, url, () => listPeople(store, table)),
    controlled: {
      ...{ ...flows, clock, engine, storeFaults: strict.faults, issuer, personOf },
      services: () => ({ table, endpoints: endpointsOf(base.services.url, strict.endpoint) }),
    },
    config: { issuer: issuerUrl, clientId, api: '', stage: STACK.split('-')[1] ?? '' },
  });
};

const stop = async ({ engine, strict, state, store, site, services }: Base, flows: Flows): Promise<void> => {
  const { agenda, consumers, functions, invocations, streams } = flows;
  agenda.stop();
  invocations.stop();
  for (const c of consumers) c.stop();
  await site.close();
  await Promise.all(streams.map((s) => s.stop()));
  await functions.stop();
  await services.close();
  store.destroy();
  await strict.close();
  await engine.stop();
  state.close();
};

/** Whoever is in the directory and active. */
const findPerson = async (store: DynamoDBClient, table: string, email: string): Promise<Signed | undefined> => {
  const { pk, sk } = keys.person(email.toLowerCase());
  const { Item } = await store.send(new GetItemCommand({ TableName: table, Key: { pk: { S: pk }, sk: { S: sk } } }));
  const found = Item && person.parse(unmarshall(Item));
  return found?.active ? { email: found.email, name: found.name } : undefined;
};

/** Whether any table holds what somebody reported. */
const anyCase = async (store: DynamoDBClient, { tables }: LocalStack): Promise<boolean> => {
  const found = await Promise.all(tables.map(({ name }) => anyCaseIn(store, name)));
  return found.includes(true);
};

const anyCaseIn = async (store: DynamoDBClient, table: string): Promise<boolean> => {
  for await (const { Count } of paginateScan(
    { client: store },
    {
      TableName: table,
      FilterExpression: 'begins_with(pk, :case) OR begins_with(pk, :tip)',
      ExpressionAttributeValues: { ':case': { S: 'CASE#' }, ':tip': { S: 'TIP#' } },
    },
  ))
    if (Count) return true;
  return false;
};
