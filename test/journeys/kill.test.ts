import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReceivedMail } from '../../infra/local/mailbox.ts';
import { type Asked, type Kora, startKora } from '../support/app.ts';
import { Chaos } from './chaos.ts';
import { eightAtATime, PEOPLE, type Rescue, Rescuers, reportOf, rescueOf, TEAM } from './rescues.ts';

/**
 * More than a hundred rescues while functions, the database under them and twice the whole process are killed at random:
 * every report that was ever answered with 201 is there, everything that follows from a step happens, nobody is paid twice.
 */

const AT = '2026-06-10T08:00:00.000Z';
const CASES = 105;
const REWARDED = 15;
/** Left as they were reported, for their deadlines to be looked at. */
const OPEN = 5;
const SEED = Number(process.env.KORA_SEED ?? 20_260_610);

const all = Array.from({ length: CASES }, (_, n) => rescueOf(n));
const rewarded = all.slice(0, REWARDED);
const open = all.slice(-OPEN);
const closed = all.slice(0, -OPEN);

let kora: Kora;
let chaos: Chaos;
let rescuers: Rescuers;
let mails: ReceivedMail[];

/** Past the sweeper's round (every 5 min) and the time after which a message that was lost in a worker comes again (3 min). */
const calm = async (): Promise<void> => {
  await chaos.stop();
  await kora.settle();
  await kora.advance('PT6M');
  await kora.settle();
};

/** In raging chaos; the power is cut half-way where it says so. */
const under = async (jobs: (() => Promise<void>)[], { powerCut = false } = {}): Promise<void> => {
  let done = 0;
  chaos.start();
  await eightAtATime(
    jobs.map((job) => async () => {
      await job();
      if (powerCut && ++done === Math.ceil(jobs.length / 2)) chaos.cutPower();
    }),
  );
  await calm();
};

/** Every case of the desk by its number: open and closed. */
const desk = async (): Promise<{ id: string; number: string }[]> => {
  const found: { id: string; number: string }[] = [];
  for (const state of ['open', 'closed'])
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const query = new URLSearchParams({ state, limit: '100', ...(cursor ? { cursor } : {}) });
      const { body } = await kora.api('GET', `/cases?${query}`, { as: PEOPLE.responder });
      found.push(...body.cases);
      cursor = body.cursor;
    }
  return found;
};

const findCases = async (): Promise<void> => {
  const cases = new Map((await desk()).map((c) => [c.number, c.id]));
  for (const rescue of all.filter((r) => r.answered)) {
    rescue.number = (await rescuers.track(rescue)).number;
    rescue.id = cases.get(rescue.number ?? '');
  }
};

/** The API, whose answers tell the chaos that things go on. */
const telling = async (method: string, path: string, asked?: Asked) => {
  const answer = await kora.api(method, path, asked);
  chaos.answered();
  return answer;
};

beforeAll(async () => {
  kora = await startKora({ at: AT });
  await Promise.all(Object.values(PEOPLE).map((p) => kora.token(p)));
  const { species } = (await kora.api('GET', `/wildlife/species?q=${encodeURIComponent('黑鸢')}`)).body;
  chaos = new Chaos(kora, SEED);
  rescuers = new Rescuers({ api: telling }, AT, species[0].key);
  const handIn = (r: Rescue) => () => rescuers.handIn(r, rewarded.includes(r));
  const work = (r: Rescue) => () => rescuers.work(r);
  const [first, second] = [closed.slice(0, 50), closed.slice(50)];
  await under([...first, ...open].map(handIn));
  await findCases();
  await under([...first.map(work), ...second.map(handIn)], { powerCut: true });
  await findCases();
  for (const r of rewarded)
    r.rewardId = (await kora.api('GET', `/cases/${r.id}`, { as: PEOPLE.responder })).body.rewards[0]?.id;
  await under([...second.map(work), ...rewarded.map((r) => () => rescuers.reward(r))], { powerCut: true });
  mails = await kora.mail();
}, 400_000);
afterAll(() => kora?.stop());

describe(`after ${CASES} rescues in chaos (seed ${SEED})`, () => {
  test('something was killed, of every kind', () => {
    expect(Object.keys(chaos.killed).sort()).toEqual(
      ['cases', 'clocks', 'database', 'deliver', 'everything', 'mailer', 'reports', 'rewards'].sort(),
    );
    expect(chaos.killed.everything).toBe(2);
  });

  test('every report that was answered with 201 is there as it was sent', async () => {
    for (const r of all) {
      expect(r.answered).toBe(201);
      const view = await rescuers.track(r);
      const { place, reporter } = reportOf(r, AT, false);
      expect(view.stage.code, `stage of ${r.number}`).toBe(open.includes(r) ? 'awaiting' : 'completed');
      const held = view.held.map((h: { value: string }) => h.value);
      expect(held).toContain(reporter.email.replace(/^(.).*@/, '$1•••@'));
      const seen = (await kora.api('GET', `/cases/${r.id}`, { as: PEOPLE.responder })).body;
      expect(seen.place).toContain(place.words);
    }
  });

  test('every case has a number of its own', async () => {
    const numbers = (await desk()).map((c) => c.number);
    expect(numbers).toHaveLength(CASES);
    expect(new Set(numbers)).toEqual(new Set(all.map((r) => r.number)));
    expect(new Set(numbers).size).toBe(CASES);
  });

  test('every step was taken once', async () => {
    for (const r of closed) {
      const { history } = (await kora.api('GET', `/cases/${r.id}`, { as: PEOPLE.responder })).body;
      expect(history.map((h: { event: string }) => h.event)).toEqual([
        'report',
        'triaged',
        'accept',
        'depart',
        'arrive',
        'assess',
        'release',
        'close',
      ]);
    }
  });

  test('the team was asked to accept every case', () => {
    for (const r of all) for (const to of TEAM) expect(mailsOf(to, r.number), `${r.number} ${to}`).toHaveLength(1);
  });

  test('every reporter was told of every stage', async () => {
    for (const r of all) {
      const { history } = await rescuers.track(r);
      const stages = open.includes(r) ? 1 : 4;
      expect(history).toHaveLength(stages);
      for (const { text } of history) expect(mailsOf(r.email, text), `${text} to ${r.email}`).toHaveLength(1);
    }
  });

  // The memory of sent mail gives each effect one sender at a time and one Message-ID for good. A mailer that is ended between
  // the mail service's answer and its own note cannot be told from one that never sent: after 150 s the mail goes out again,
  // under the same Message-ID, which makes one mail of the two for whoever receives them. So it is exactly once by Message-ID,
  // and at least once on the wire, with that much time between.
  test('what was sent again has the same Message-ID, and came after its first sender was given up', () => {
    for (const [id, sent] of Map.groupBy(mails, (m) => m.messageId)) {
      const times = sent.map((m) => Date.parse(m.at)).sort((a, b) => a - b);
      for (const [i, t] of times.slice(1).entries()) expect(t - (times[i] ?? 0), id).toBeGreaterThanOrEqual(150_000);
    }
  });

  test('nothing waits undelivered', async () => {
    const queues: { name: string; messages: unknown[] }[] = (await kora.api('GET', '/local/queues')).body;
    expect(queues.filter((q) => q.messages.length > 0).map((q) => q.name)).toEqual([]);
  });

  test('open cases have their deadlines, closed ones none', async () => {
    const schedules: { name: string; due: string; fixed: boolean }[] = (await kora.api('GET', '/local/schedules')).body;
    for (const r of all) {
      const { clocks } = (await kora.api('GET', `/cases/${r.id}`, { as: PEOPLE.responder })).body;
      const own = schedules.filter((s) => r.id && s.name.startsWith(`${r.id}-`));
      expect(own).toHaveLength(clocks.length);
      expect(clocks).toHaveLength(open.includes(r) ? 1 : 0);
      for (const [i, s] of own.entries()) expect(s.due.slice(0, 19)).toBe(clocks[i].due.slice(0, 19));
    }
  });

  test('every reward is paid once, and the books agree', async () => {
    const unit = 'medog-biodiversity-association';
    const { budget, entries } = (await kora.api('GET', `/rewards/ledger?unit=${unit}`, { as: PEOPLE.payer })).body;
    const moved = (kind: string) => entries.filter((e: { kind: string }) => e.kind === kind);
    const ids = rewarded.map((r) => r.rewardId).sort();
    expect(new Set(ids).size).toBe(REWARDED);
    for (const kind of ['committed', 'paid'])
      expect(
        moved(kind)
          .map((e: { reward: string }) => e.reward)
          .sort(),
      ).toEqual(ids);
    const paid = sum(moved('paid').map((e: { amountFen: number }) => e.amountFen));
    expect(paid).toBe(REWARDED * 40_000); // 国家二级 by the example tariff
    expect(budget).toMatchObject({ paid, committed: 0, remaining: budget.totalFen - paid });
    for (const r of rewarded) expect(mailsOf(r.email, r.number).length).toBeGreaterThan(0);
  });
});

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);

/** The different mails to somebody with this in their subject. */
const mailsOf = (to: string, inSubject = 'no number'): string[] => [
  ...new Set(mails.filter((m) => m.to === to && m.subject.includes(inSubject)).map((m) => m.messageId)),
];
