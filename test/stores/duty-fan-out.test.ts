import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startEngine } from '../support/engine.ts';

interface Sent {
  Entries: { Id: string; MessageBody: string }[];
}

/** What stands for the queue: takes everything, or refuses some of it. */
const requests: Sent[] = [];
let refusing = false;
const md5 = (s: string) => createHash('md5').update(s).digest('hex');
const queue = createServer(async (request, response) => {
  const sent = (await json(request)) as Sent;
  requests.push(sent);
  const Successful = sent.Entries.map((e) => ({ Id: e.Id, MessageId: e.Id, MD5OfMessageBody: md5(e.MessageBody) }));
  const Failed = sent.Entries.map((e) => ({ Id: e.Id, Code: 'InternalError', SenderFault: false }));
  response.setHeader('content-type', 'application/x-amz-json-1.0');
  response.end(JSON.stringify(refusing ? { Successful: [], Failed } : { Successful, Failed: [] }));
});
await new Promise<void>((resolve) => queue.listen(0, '127.0.0.1', resolve));
const endpoint = `http://127.0.0.1:${(queue.address() as AddressInfo).port}`;
Object.assign(process.env, { AWS_ENDPOINT_URL_SQS: endpoint, DUTY_QUEUE_URL: `${endpoint}/0/duty` });

vi.useFakeTimers({ toFake: ['Date'] });
const at = (moment: string) => vi.setSystemTime(new Date(moment));
at('2026-11-23T01:00:30.000Z');

const engine = await startEngine();
const { begun } = await import('../../functions/duty/changes.ts');
const { getRota, putRota, slots } = await import('../../functions/duty/store.ts');
const { handler: rounds } = await import('../../functions/duty/rounds.ts');
const { handler: work } = await import('../../functions/duty/jobs.ts');
const { freezeWeek } = await import('../../functions/duty/handover/freeze.ts');
const { handover, handoverId } = await import('../../functions/duty/handover/handover.ts');
const { load } = await import('../../shared/workflow/store.ts');

const MONDAY = { day: 1, time: '09:00', zone: 'Asia/Shanghai' };
const BERLIN = { day: 1, time: '09:00', zone: 'Europe/Berlin' };
const people = ['a', 'b', 'c'].map((p) => `${p}@x.example`);
const units = Array.from({ length: 1_050 }, (_, i) => `u-${i}`);

afterAll(async () => {
  vi.useRealTimers();
  queue.close();
  await engine.stop();
});
beforeAll(async () => {
  for (let i = 0; i < units.length; i += 40)
    await Promise.all(units.slice(i, i + 40).map((u) => putRota(begun(u, '2026-11-16', people, MONDAY))));
  await putRota(begun('berlin', '2026-11-16', people, BERLIN));
});
beforeEach(() => {
  requests.length = 0;
  refusing = false;
});

const messages = () =>
  requests.flatMap((r) => r.Entries.map((e) => JSON.parse(e.MessageBody) as { units: string[]; weeks: string[] }));
const record = (bodies: unknown[]) =>
  ({
    Records: bodies.map((b, i) => ({ messageId: `m${i}`, body: typeof b === 'string' ? b : JSON.stringify(b) })),
  }) as never;
const weekOf = (unit: string, week: string) => load(handover, handoverId(unit, week));

describe('a round', () => {
  test('that fails halfway is done again: the slot is marked only when the queue has everything', async () => {
    refusing = true;
    await expect(rounds()).rejects.toThrow('not queued');
    expect((await slots()).map((s) => s.week)).toEqual([undefined, undefined]);
  });

  test('puts every unit of the slots whose moment has come into the queue, fifty a message, once', async () => {
    await rounds();
    const queued = messages().flatMap((m) => m.units);
    expect(queued.toSorted()).toEqual([...units, 'berlin'].toSorted());
    expect(Math.max(...messages().map((m) => m.units.length))).toBe(50);
    expect(Math.max(...requests.map((r) => r.Entries.length))).toBeLessThanOrEqual(10);
    expect(new Map(messages().map((m) => [m.units.includes('berlin'), m.weeks]))).toEqual(
      new Map([
        [false, ['2026-11-23']],
        [true, ['2026-11-16']], // it is still night in Berlin
      ]),
    );
    requests.length = 0;
    await rounds();
    expect(messages()).toEqual([]);
  });

  test('goes by each zone’s own clock, one hour apart in winter and in summer', async () => {
    at('2026-11-23T07:59:00.000Z');
    await rounds();
    expect(messages()).toEqual([]);
    at('2026-11-23T08:00:00.000Z');
    await rounds();
    expect(messages()).toEqual([{ kind: 'hand-over', weeks: ['2026-11-23'], units: ['berlin'] }]);
    at('2026-11-23T01:00:30.000Z');
  });
});

describe('the queue’s function', () => {
  const some = units.slice(0, 120);
  const message = { kind: 'hand-over', weeks: ['2026-11-16', '2026-11-23'], units: some };

  test('freezes each week of each unit once, however often and at how many places at a time it is asked', async () => {
    const answers = await Promise.all([work(record([message, message])), work(record([message]))]);
    expect(answers).toEqual([{ batchItemFailures: [] }, { batchItemFailures: [] }]);
    for (const unit of [some[0] as string, some.at(-1) as string]) {
      const week = await weekOf(unit, '2026-11-23');
      expect(week).toMatchObject({ version: 1, data: { who: people[1], from: people[0] } });
      expect(await weekOf(unit, '2026-11-16')).toMatchObject({ state: 'over', data: { who: people[0] } });
    }
    expect(await freezeWeek(some, '2026-11-23')).toBe(0);
  });

  test('a message that cannot be read holds up no other', async () => {
    const other = { ...message, units: ['u-500'] };
    expect(await work(record(['{', other]))).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(await weekOf('u-500', '2026-11-23')).toBeDefined();
  });

  test('weeks that were missed come first, also where their own message is late', async () => {
    await freezeWeek(['u-600'], '2026-12-14', '2026-12-14T01:00:30.000Z');
    const kept = await Promise.all(
      ['2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14'].map((w) => weekOf('u-600', w)),
    );
    expect(kept.map((k) => [k?.data.who, k?.data.from])).toEqual([
      [people[0], undefined],
      [people[1], people[0]],
      [people[2], people[1]],
      [people[0], people[2]],
      [people[1], people[0]],
    ]);
    expect(await freezeWeek(['u-600'], '2026-12-07', '2026-12-14T01:00:30.000Z')).toBe(0);
  });

  test('a unit without a rota, and one whose rota begins later, have nothing to hand over', async () => {
    await putRota(begun('later', '2027-01-04', people, MONDAY));
    expect(await freezeWeek(['none', 'later'], '2026-11-23')).toBe(0);
  });

  test('a rota that nobody edits for years is folded, and everybody keeps their turn', async () => {
    await putRota(begun('old', '2023-01-02', people, MONDAY));
    const { turns } = await import('../../functions/duty/rules.ts');
    const before = turns((await getRota('old')) as never, '2026-11-23', 20);
    await freezeWeek(['old'], '2026-11-23');
    const folded = await getRota('old');
    expect(folded?.anchor.week).toBe('2026-09-28');
    expect(turns(folded as never, '2026-11-23', 20)).toEqual(before);
  });
});
