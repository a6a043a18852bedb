import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Started, startOwn } from './started.ts';

const BEGIN = '2026-04-03T08:00:00+08:00'; // a Friday

let own: Started;
let before = 0;
beforeAll(async () => {
  own = await startOwn({ at: BEGIN });
});
afterAll(() => own?.stop());
beforeEach(() => {
  before = own.seen().length;
});

/** What the timer saw in this test: which schedule, and at which time of day by its own clock. */
const fired = () =>
  own
    .seen()
    .slice(before)
    .map((s) => `${(s.event as { name?: string }).name} ${s.at.slice(0, 19)}`);

const schedule = async (name: string, at: string) => {
  const scheduler = new SchedulerClient(await own.client('SCHEDULER'));
  await scheduler.send(
    new CreateScheduleCommand({
      Name: name,
      GroupName: 'own',
      ScheduleExpression: `at(${at})`,
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: { Arn: (await own.env()).TIMER_ARN, RoleArn: 'role', Input: JSON.stringify({ name }) },
    }),
  );
};

test('functions go by the clock, and it runs', async () => {
  const { body } = await own.kora.api('POST', '/things');
  expect(body.now - Date.parse(BEGIN)).toBeGreaterThanOrEqual(0);
  expect(body.now - Date.parse(BEGIN)).toBeLessThan(60_000);
  expect((await own.kora.api('POST', '/things')).body.now).toBeGreaterThan(body.now);
});

test('while there is no case it goes back too', async () => {
  await own.kora.setClock('2026-04-02T08:00:00+08:00');
  expect((await own.kora.now()).slice(0, 16)).toBe('2026-04-02T00:00');
  await own.kora.setClock('2026-04-03T08:00:00+08:00');
  expect(fired()).toEqual(['morning 2026-04-02T01:30:00', 'round 2026-04-03T00:00:00']);
});

test('what falls due fires in order, each at its own time; rounds once, dated ones each', async () => {
  await schedule('second', '2026-04-03T03:00:00');
  await schedule('first', '2026-04-03T02:59:59');
  await schedule('after', '2026-04-06T02:00:01');
  await own.kora.setClock('2026-04-06T10:00:00+08:00');
  expect(fired()).toEqual([
    'morning 2026-04-03T01:30:00',
    'first 2026-04-03T02:59:59',
    'second 2026-04-03T03:00:00',
    'morning 2026-04-06T01:30:00',
    'round 2026-04-06T02:00:00',
  ]);
  await expect.poll(() => fired().at(-1), { timeout: 5000 }).toMatch(/^after 2026-04-06T02:00:0/);
});

test('a message that failed is tried again at its times', async () => {
  const sqs = new SQSClient(await own.client('SQS'));
  const QueueUrl = (await own.env()).QUEUE_URL;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'bad' }));
  await own.kora.settle();
  await own.kora.advance('PT2M30S');
  const tries = own.seen().filter((s) => JSON.stringify(s.event).includes('bad '));
  const [first = 0, second = 0, third = 0] = tries.map((s) => Date.parse(s.at) / 1000);
  expect(second - first).toBeGreaterThan(50); // the first one had to wait for its worker
  expect(third - second).toBe(60);
});

describe('the clock', () => {
  test('does not go back once there is a case', async () => {
    const store = new DynamoDBClient(await own.client('DYNAMODB'));
    const Item = { pk: { S: 'CASE#1' }, sk: { S: 'RECORD' } };
    await store.send(new PutItemCommand({ TableName: (await own.env()).TABLE_NAME, Item }));
    const answer = await own.kora.api('POST', '/local/clock', { body: { to: BEGIN } });
    expect(answer).toMatchObject({ status: 409, body: { code: 'clock' } });
  });

  test('nonsense is refused', async () => {
    for (const body of [
      { advance: 'soon' },
      { advance: '-PT1M' },
      { to: 'tomorrow' },
      {},
      { to: BEGIN, advance: 'PT1M' },
    ])
      expect((await own.kora.api('POST', '/local/clock', { body })).status).toBe(400);
  });
});

test('the clock survives a crash, and what fell due meanwhile fires once at the start', async () => {
  await schedule('meanwhile', (await own.kora.now()).slice(0, 19));
  const at = new Date(Date.parse(await own.kora.now()) + 2000).toISOString().slice(0, 19);
  await schedule('down', at);
  await own.kora.crash();
  const left = Date.parse(`${at}Z`);
  await new Promise((r) => setTimeout(r, 2500)); // the time that passes while it is down is what this is about
  await own.kora.start();
  await own.kora.settle();
  expect(Date.parse(await own.kora.now())).toBeGreaterThan(left);
  expect(fired().filter((f) => f.startsWith('down'))).toHaveLength(1);
  expect(fired().filter((f) => f.startsWith('meanwhile'))).toHaveLength(1);
  await own.kora.crash();
  await own.kora.start();
  await own.kora.settle();
  expect(fired().filter((f) => f.startsWith('down'))).toHaveLength(1);
});
