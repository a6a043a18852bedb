import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Mail } from '../../shared/mail.ts';
import type { Clock } from '../../shared/workflow/lifecycle.ts';
import { caller } from '../support/call.ts';
import { startEngine } from '../support/engine.ts';

/** What keeps failing is seen by people, tried again, and holds up nothing else. The stream and the sweeper are called by hand. */

const sent: (Mail & { effect: string })[] = [];
/** Effects that fail: those of mails to these addresses. */
const refused = new Set<string>();
vi.mock('../../shared/mail.ts', async (original) => ({
  ...(await original<object>()),
  queueMail: async (effect: string, mails: Mail[]) => {
    if (mails.some((m) => refused.has(m.to))) throw new TypeError('no such mailbox');
    sent.push(...mails.map((m) => ({ ...m, effect })));
  },
}));
const schedules = new Set<string>();
vi.mock('../../shared/workflow/clocks.ts', async (original) => ({
  ...(await original<object>()),
  setClock: async (_life: object, { id }: { id: string }, name: string, { seq }: Clock) =>
    void schedules.add(`${id} ${name} ${seq}`),
  clearClock: async () => {},
}));

const START = '2026-06-10T02:00:00.000Z';
vi.useFakeTimers({ toFake: ['Date'], now: new Date(START) });
Object.assign(process.env, { STAGE_SECRET: 'a secret of sixteen or more', SITE_URL: 'https://kora.example' });
const engine = await startEngine();
const { seedAll } = await import('../../functions/directory/seed.ts');
const { receive } = await import('../../functions/cases/receive.ts');
const { wildlife } = await import('../../functions/wildlife/case.ts');
const { life: tipLife } = await import('../../functions/tips/tip.ts');
const { handler: stuckApi } = await import('../../functions/workflow/api.ts');
const { handler: clocks } = await import('../../functions/workflow/clocks.ts');
const { handler: stream } = await import('../../functions/workflow/deliver.ts');
const { handler: sweep } = await import('../../functions/workflow/sweep.ts');
const { countFailedMail } = await import('../../functions/workflow/failed-mail.ts');
const { newId, newReceipt } = await import('../../shared/ids.ts');
const { keys } = await import('../../shared/keys.ts');
const { records } = await import('../../shared/reads.ts');
const { recordsTable, table } = await import('../../shared/table.ts');
const { act } = await import('../../shared/workflow/act.ts');
const { create } = await import('../../shared/workflow/store.ts');
const { REPORTER } = await import('../../shared/workflow/open-actions.ts');
const { waiting } = await import('../support/outbox.ts');
const { aReport } = await import('../support/wildlife.ts');
const { begun: tipBegun } = await import('../support/tips.ts');

const OFFICIALS = ['lixuemei', 'pema', 'sonam'].map((n) => `${n}@medog-forestry.kora.example`);
const RANGERS = ['choden', 'dorje', 'sangye'].map((n) => `${n}@beibeng-rangers.kora.example`);
const ADMIN = 'tenzin@platform.kora.example';
const WORKER = 'tsedroma@jiarong.kora.example';
const TIP_OFFICER = 'migmar@lhasa-anti-drug.kora.example';

afterAll(engine.stop);
beforeAll(() => seedAll());
beforeEach(() => {
  vi.setSystemTime(Date.now() + 3_600_000);
  sent.splice(0);
});
afterEach(() => refused.clear());

const api = caller(stuckApi);
const put = (Item: object) => table.send(new PutCommand({ TableName: recordsTable(), Item: Item as never }));
const remove = (Key: { pk: string; sk: string }) =>
  table.send(new DeleteCommand({ TableName: recordsTable(), Key: { pk: Key.pk, sk: Key.sk } }));
const set = (key: object, name: string, value: unknown) =>
  table.send(
    new UpdateCommand({
      TableName: recordsTable(),
      Key: { ...key },
      UpdateExpression: 'SET #n = :v',
      ExpressionAttributeNames: { '#n': name },
      ExpressionAttributeValues: { ':v': value },
    }),
  );
const minutes = (n: number) => vi.setSystemTime(Date.now() + n * 60_000);

/** The stream tells of everything in the outbox, until nothing new comes. Answers how many batches it took. */
const flow = async (): Promise<number> => {
  let rounds = 0;
  for (let found = await waiting(); found.length > 0; found = await waiting()) {
    rounds += 1;
    const Records = found.map(({ pk, sk }, i) => ({
      dynamodb: { Keys: { pk: { S: String(pk) }, sk: { S: String(sk) } }, SequenceNumber: String(i) },
    }));
    expect(await stream({ Records } as never)).toEqual({ batchItemFailures: [] });
  }
  return rounds;
};
const round = async () => {
  await sweep();
  await flow();
};
/** The sweeper's rounds of so many minutes, one every five. */
const rounds = async (n: number) => {
  for (let passed = 0; passed < n; passed += 5) {
    minutes(5);
    await round();
  }
};

/** A wildlife report that has come in and nothing more. */
const reported = async (change: Record<string, unknown> = {}): Promise<string> => {
  const report = aReport({ receipt: newReceipt(), foundAt: new Date(Date.now() - 600_000).toISOString(), ...change });
  return (await receive(wildlife, report, { by: REPORTER.by, language: 'zh' })).record.id;
};
const recordOf = async (id: string) =>
  (await records.item(keys.caseRecord(id))) as Record<string, never> & { data: never };
const failuresOf = (id: string, kind = 'CASE') => records.partition(`${kind}#${id}`, 'FAILURE#');
const stuckFor = async (as: string) => (await api('GET /me/stuck', { as })).body.stuck;
const rowOf = async (id: string, as: string) => (await stuckFor(as)).find((s: { id: string }) => s.id === id);
const retry = (id: string, as: string, kind = 'CASE') =>
  api('POST /me/stuck/{kind}/{id}/retry', { as, params: { kind, id } });
const telling = (to: string) => sent.filter((m) => m.to === to && m.subject.includes('卡住'));

/** As long as this lasts, no report of the county can be numbered. */
const brokenCounter = async () => {
  const key = keys.counter('W26-540423');
  const counter = (await records.item(key)) ?? { ...key, count: 0 };
  await put({ ...counter, count: 'torn' });
  return () => put(counter);
};

describe('a triage that keeps failing', () => {
  test('is in the lists of its unit and of the platform after three tries, and mail says so once, then once a day', async () => {
    const mend = await brokenCounter();
    const id = await reported();
    await flow();
    const [failed] = await failuresOf(id);
    expect(failed).toMatchObject({ tries: 3, name: 'triage', unit: 'beibeng-rangers', error: 'ZodError' });
    const row = await rowOf(id, RANGERS[0] as string);
    expect(row).toMatchObject({ kind: 'CASE', mayRetry: true, page: `case/?id=${id}` });
    expect(row.failures[0].text).toContain('没有能分派');
    for (const as of [...OFFICIALS, ADMIN]) expect(await rowOf(id, as), as).toBeDefined();
    expect(telling(ADMIN)).toHaveLength(0); // the sweeper tries once before anybody is written to
    await rounds(10);
    for (const to of [...OFFICIALS, ADMIN]) expect(telling(to), to).toHaveLength(1);
    expect(telling(ADMIN)[0]?.text).toContain('没有能分派');
    await rounds(180);
    expect(telling(ADMIN)).toHaveLength(1);
    minutes(24 * 60);
    await round();
    expect(telling(ADMIN)).toHaveLength(2);
    await mend();
    await rounds(60); // it is tried again every hour at least, whoever presses or not
    expect(await failuresOf(id)).toEqual([]);
    expect((await recordOf(id)).data).toMatchObject({ number: 'W26-540423-0001', unit: 'beibeng-rangers' });
  });

  test('goes through when somebody of its unit has it tried again, under the number that was next', async () => {
    const mend = await brokenCounter();
    const id = await reported();
    await flow();
    await rounds(30);
    await mend();
    const answer = await retry(id, OFFICIALS[0] as string);
    expect([answer.status, answer.body.stuck[0].id]).toEqual([202, id]);
    await flow();
    expect(await rowOf(id, OFFICIALS[0] as string)).toBeUndefined();
    expect((await recordOf(id)).data).toMatchObject({ number: 'W26-540423-0002' });
    expect((await retry(id, OFFICIALS[0] as string)).status).toBe(404);
  });

  test('tried again in vain, it stays and says how often', async () => {
    const mend = await brokenCounter();
    const id = await reported();
    await flow();
    await retry(id, ADMIN);
    await flow();
    expect((await rowOf(id, ADMIN)).failures[0]).toMatchObject({ tries: 4 });
    await mend();
    await retry(id, ADMIN);
    await flow();
    expect(await rowOf(id, ADMIN)).toBeUndefined();
  });
});

describe('one effect that fails', () => {
  test('holds up none before or after it, and what went well is not done again', async () => {
    refused.add(RANGERS[1] as string);
    const id = await reported({ reporter: { name: '央金', email: 'yangjin@home.example' } });
    await flow();
    expect([...schedules].filter((s) => s.startsWith(id))).toHaveLength(1);
    expect((await recordOf(id)).state).toEqual({ awaiting: 'team' });
    expect(sent.filter((m) => m.to === 'yangjin@home.example')).toHaveLength(1);
    expect((await failuresOf(id)).map((f) => f.name)).toEqual(['askToAccept']);
    await rounds(10);
    expect(sent.filter((m) => m.to === 'yangjin@home.example')).toHaveLength(1);
    refused.clear();
    await rounds(15);
    expect(await failuresOf(id)).toEqual([]);
    expect(sent.filter((m) => RANGERS.includes(m.to) && m.subject.includes('请接单'))).toHaveLength(3);
  });

  test('leaves the record free for what people do next', async () => {
    refused.add(RANGERS[1] as string);
    const id = await reported();
    await flow();
    const by = { kind: 'staff' as const, id: 'choden@beibeng-rangers.kora.example', name: '曲珍' };
    await act(wildlife.life, id, { type: 'accept', at: new Date().toISOString(), by, input: { etaMinutes: 20 } });
    await flow();
    expect(await recordOf(id)).toMatchObject({ state: { responding: 'preparing' }, version: 3, delivered: 3 });
    refused.clear();
    await rounds(60);
    expect(await failuresOf(id)).toEqual([]); // nobody is asked any more: somebody has accepted
    expect(sent.filter((m) => m.subject.includes('请接单'))).toEqual([]);
  });

  test('that is a follow-up which its chart refuses, though nothing has come between, is a failure too', async () => {
    const id = await reported();
    const item = await recordOf(id);
    await put({ ...item, data: { ...(item.data as object), unit: 'beibeng-rangers' }, state: 'received' });
    const { effects } = await import('../../functions/wildlife/jobs.ts');
    const real = effects.triage;
    effects.triage = { step: async () => ({ type: 'no-such-event' }) };
    await flow();
    expect((await failuresOf(id))[0]).toMatchObject({ name: 'triage', error: 'not-possible', tries: 3 });
    effects.triage = real as never;
    await rounds(60);
    expect(await failuresOf(id)).toEqual([]);
  });
});

describe('a record that cannot be read', () => {
  test('is seen by its unit, holds up nothing, and goes on where it stopped once it is mended', async () => {
    const good = await reported();
    const bad = await reported();
    const whole = await recordOf(bad);
    await set(keys.caseRecord(bad), 'history', 'torn');
    await flow();
    expect((await recordOf(good)).state).toEqual({ awaiting: 'team' });
    expect((await failuresOf(bad))[0]).toMatchObject({ cause: 'record', tries: 3, unit: 'beibeng-rangers' });
    expect((await rowOf(bad, OFFICIALS[0] as string)).failures[0].text).toContain('读不出来');
    await set(keys.caseRecord(bad), 'history', whole.history);
    await rounds(10);
    expect(await failuresOf(bad)).toEqual([]);
    expect((await recordOf(bad)).state).toEqual({ awaiting: 'team' });
  });

  test.each([
    ['without a type', { type: undefined }],
    ['of a type that nobody knows', { type: 'unicorn' }],
    ['of which hardly anything is left', { type: 7, data: 'x', version: 'y', history: undefined }],
  ])('%s goes to the platform', async (_, change) => {
    const id = newId().padStart(32, 'e');
    const item = { ...keys.caseRecord(id), outbox: 'outbox-1', outboxAt: new Date().toISOString(), ...change };
    await put(item);
    await flow();
    expect((await rowOf(id, ADMIN)).failures[0]).toMatchObject({ cause: 'record', tries: 3 });
    expect(await rowOf(id, OFFICIALS[0] as string)).toBeUndefined();
    await remove(item);
    await rounds(60);
    expect(await failuresOf(id)).toEqual([]); // what is gone needs nothing more
  });
});

describe('a deadline', () => {
  const clockOf = async (id: string) => {
    const [[clock, { seq }]] = Object.entries((await recordOf(id)).clocks as never as Record<string, Clock>) as [
      [string, Clock],
    ];
    return { kind: 'CASE', type: 'wildlife', id, clock, seq };
  };

  test('that was never heard of is made up for within the hour', async () => {
    const id = await reported();
    await flow();
    await rounds(30);
    expect((await recordOf(id)).state).toEqual({ awaiting: 'team' });
    await rounds(20); // 30 minutes to accept, a quarter of an hour of grace, one round
    expect((await recordOf(id)).state).toEqual({ awaiting: 'official' });
    expect(
      sent
        .filter((m) => m.subject.includes('超时未接单'))
        .map((m) => m.to)
        .sort(),
    ).toEqual(OFFICIALS);
    expect(await failuresOf(id)).toEqual([]);
  });

  test('that cannot be raised is seen after three tries, and fires once it can', async () => {
    const id = await reported();
    await flow();
    const input = await clockOf(id);
    const whole = await recordOf(id);
    minutes(31);
    await set(keys.caseRecord(id), 'state', { nowhere: 'at all' });
    for (let i = 0; i < 3; i++) await expect(clocks(input)).rejects.toThrow();
    expect((await rowOf(id, RANGERS[0] as string)).failures[0]).toMatchObject({ cause: 'deadline' });
    await set(keys.caseRecord(id), 'state', whole.state);
    await rounds(10);
    expect(await failuresOf(id)).toEqual([]);
    expect((await recordOf(id)).state).toEqual({ awaiting: 'official' });
  });
});

describe('a mail that does not go out', () => {
  const effectOf = (id: string) => `CASE#${id}#2#1#sangye@beibeng-rangers.kora.example`;
  const goesOut = (effect: string) => put({ ...keys.effect(effect), state: 'sent' });

  test('is seen beside its record, tells of itself after half an hour, and is forgotten once it has gone out', async () => {
    const id = await reported();
    await flow();
    await countFailedMail(effectOf(id), new Error('451'));
    const row = await rowOf(id, RANGERS[0] as string);
    expect([row.failures[0].cause, row.mayDismiss]).toEqual(['mail', true]);
    expect(JSON.stringify(row)).not.toContain('sangye');
    await rounds(20);
    expect(telling(ADMIN)).toEqual([]);
    await rounds(20);
    expect(telling(ADMIN)).toHaveLength(1);
    await goesOut(effectOf(id));
    await rounds(15);
    expect(await failuresOf(id)).toEqual([]);
  });

  test('is queued once more by who asks for it, and can be said otherwise', async () => {
    const id = await reported();
    await flow();
    const asks = () => sent.filter((m) => m.subject.includes('请接单')).length;
    const before = asks();
    const record = await recordOf(id);
    const asked = (record.history as never as { effects: { type: string }[] }[])[1]?.effects.findIndex(
      (e) => e.type === 'askToAccept',
    );
    await countFailedMail(`CASE#${id}#2#${asked}#sangye@beibeng-rangers.kora.example`, new Error('451'));
    await retry(id, OFFICIALS[0] as string);
    await flow();
    expect(asks()).toBe(2 * before);
    const params = { kind: 'CASE', id };
    expect((await api('POST /me/stuck/{kind}/{id}/dismiss', { as: OFFICIALS[0], params })).status).toBe(202);
    expect(await failuresOf(id)).toEqual([]);
  });

  test('of no record is the platform’s to know, without whom it was for', async () => {
    await countFailedMail('reminder#jiarong-community#2026-06-08#tsedroma@jiarong.kora.example', new Error('550'));
    const [row] = await stuckFor(ADMIN);
    expect(row).toMatchObject({ kind: 'MAIL', mayRetry: false, mayDismiss: true });
    expect(JSON.stringify(row)).not.toContain('tsedroma');
    const params = { kind: 'MAIL', id: row.id };
    expect((await api('POST /me/stuck/{kind}/{id}/dismiss', { as: ADMIN, params })).status).toBe(202);
  });

  test('about what is stuck is not itself what is stuck', async () => {
    await countFailedMail(`stuck#0123#${ADMIN}`, new Error('451'));
    expect(await stuckFor(ADMIN)).toEqual([]);
  });
});

describe('the sweeper', () => {
  test('looks at all that waits, however many before it fail', async () => {
    const old = new Date(Date.now() - 86_400_000).toISOString();
    const poison = Array.from({ length: 130 }, (_, i) => ({
      ...keys.caseRecord(i.toString(16).padStart(32, 'd')),
      outbox: 'outbox-0',
      outboxAt: old,
    }));
    await Promise.all(poison.map(put));
    const id = await reported();
    await set(keys.caseRecord(id), 'outbox', 'outbox-0'); // behind all of them
    minutes(3);
    await sweep();
    expect((await recordOf(id)).data).toMatchObject({ unit: 'beibeng-rangers' });
    await flow();
    await Promise.all(poison.map(remove));
    await rounds(60);
    expect(await stuckFor(ADMIN)).toEqual([]);
  });

  test('counts a record on which it was ended, so that it is not taken up for ever unseen', async () => {
    const id = await reported();
    const item = await recordOf(id);
    await put({ ...item, outbox: 'wake-0', outboxAt: new Date(Date.now() - 1000).toISOString() }); // as whoever was ended left it
    const { deliverItem } = await import('../../functions/workflow/outbox.ts');
    expect(deliverItem).toBeDefined();
    await sweep();
    expect((await recordOf(id)).data).toMatchObject({ unit: 'beibeng-rangers' });
    expect((await failuresOf(id)).map((f) => f.error)).toEqual(['interrupted']);
    await flow();
    expect(await failuresOf(id)).toEqual([]);
  });
});

describe('tip-offs', () => {
  test('that are stuck are told to their officers alone, who learn no more than that', async () => {
    const tip = tipBegun();
    await create(tipLife, tip);
    await set(keys.tip(tip.id), 'history', 'torn');
    await flow();
    await rounds(15);
    expect(telling(TIP_OFFICER)).toHaveLength(1);
    expect(telling(TIP_OFFICER)[0]?.text).not.toContain(tip.id);
    expect(telling(ADMIN)).toEqual([]);
    await remove(keys.tip(tip.id));
    await rounds(60);
  });
});

describe('who may', () => {
  test('neither see nor try again: people of other units, and workers', async () => {
    refused.add(RANGERS[1] as string);
    const id = await reported();
    await flow();
    for (const as of [WORKER, TIP_OFFICER, 'norbu@dexing-rangers.kora.example']) {
      expect(await stuckFor(as), as).toEqual([]);
      for (const what of ['retry', 'dismiss']) {
        const answer = await api(`POST /me/stuck/{kind}/{id}/${what}`, { as, params: { kind: 'CASE', id } });
        expect([answer.status, answer.body.code], as).toEqual([403, 'other-unit']);
      }
    }
    expect((await api('GET /me/stuck')).status).toBe(401);
    refused.clear();
    await rounds(60);
  });
});

test('a record that goes well costs its delivery nothing: one read, its effects, one write', async () => {
  const id = await reported();
  await flow();
  const by = { kind: 'staff' as const, id: 'choden@beibeng-rangers.kora.example', name: '曲珍' };
  await act(wildlife.life, id, { type: 'accept', at: new Date().toISOString(), by, input: { etaMinutes: 20 } });
  const send = vi.spyOn(table, 'send');
  const Keys = { pk: { S: `CASE#${id}` }, sk: { S: 'RECORD' } };
  await stream({ Records: [{ dynamodb: { Keys, SequenceNumber: '1' } }] } as never);
  const asked = send.mock.calls.map(([command]) => command.constructor.name);
  send.mockRestore();
  expect(asked.filter((c) => /^(Put|Update|Delete|Transact)/.test(c))).toEqual(['UpdateCommand']);
});
