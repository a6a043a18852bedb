import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { weekLabel } from '../../functions/duty/week.ts';
import { addDays } from '../../shared/time.ts';
import { startKora } from '../support/app.ts';
import { Community, type Member, PEOPLE, UNIT } from './community.ts';

/**
 * Thirteen weeks of one community, from the first Monday of 2026 over Spring Festival and Losar into April: turns, a swap, a
 * leave with its make-up, a joiner and a leaver, an unsigned hand-over, tasks carried over, the first weeks of the journal, a
 * mentor's pair that ends. After each week the mailbox holds exactly the mail that it should.
 */

const { first, dawa, liu, lobsang, ma, nyima, yangki, wangdui } = PEOPLE;
const PAIR = '5eed0000000000000001';
const DEBATE = '5eed0000000000000002';
const TITLE = '辩论会：走访先走谁家';

let here: Community;
const tasks: Record<string, string> = {};

beforeAll(async () => {
  here = new Community(await startKora({ at: '2026-01-04T10:00:00Z' }));
  await here.begin('2026-01-05', [dawa, liu, lobsang, ma, nyima, yangki], '2025-12-29', [liu, dawa]);
});
afterAll(() => here?.kora.stop());

/** Mails of a kind that several people get. */
const to = (readers: Member[], subject: string): string[] => readers.map((r) => `${r.name}: ${subject}`);

/** What a hand-over sends: the report of the week before, the brief, the call to hand over, the news. */
const handedOver = (week: string, who: Member, from: Member, others: Member[]): string[] => [
  ...to([from, first], `加荣社区：${weekLabel(addDays(week, -7))} 轮值周报告`),
  ...to([who], `加荣社区：本周由您轮值（${weekLabel(week)}）`),
  ...to([from], `加荣社区：请与 ${who.name} 办理交接`),
  ...to([first, ...others], `加荣社区：本周轮值书记 ${who.name}`),
];

/** Each county's officials get its month, and the first secretary that of the requests to the community. */
const monthly = (month: string): string[] => [
  ...['lixuemei', 'pema', 'sonam'].map((p) => `${p}@medog-forestry.kora.example: 墨脱县 ${month} 月报`),
  `namgyal@biru-station.kora.example: 比如县 ${month} 月报`,
  `tsomo@gonjo-union.kora.example: 贡觉县 ${month} 月报`,
  ...to([first], `城关区 ${month} 月报`),
];

const reminded = (next: Member, week: string): string[] => to([next], `加荣社区：下周轮到您（${weekLabel(week)}）`);

/** Monday morning after the hand-over's hour; both sign. */
const monday = async (week: string, ...parties: Member[]): Promise<void> => {
  await here.at(week, '09:06');
  for (const who of parties) await here.sign(who, week);
};

/** From where the week stands over its Friday to the Monday after, before the next hand-over; then its mail. */
const weekEnds = async (week: string): Promise<string[]> => {
  await here.at(addDays(week, 4), '09:06');
  await here.at(addDays(week, 7), '08:58');
  return here.mail();
};

const expectMail = (found: string[], ...expected: string[][]): void => expect(found).toEqual(expected.flat().sort());

describe('January: turns', () => {
  test('the first week: a meeting sets two tasks, one is done and verified', async () => {
    const week = '2026-01-05';
    await monday(week, lobsang, liu);
    const meeting = `/duty/${UNIT}/meetings/${week}/actions`;
    await here.does(lobsang, 'POST', `${meeting}/hold`, { attended: [dawa.email, nyima.email] });
    await here.does(lobsang, 'POST', `${meeting}/minute`, {
      minutes: '通报燃气检查',
      decisions: [
        { what: '复查三号院', who: dawa.email, due: '2026-01-07' },
        { what: '登记困难户', who: nyima.email, due: '2026-01-16' },
      ],
    });
    const { tasks: open } = await here.get(first, `/tasks?unit=${UNIT}`);
    for (const x of open) tasks[x.what] = x.id;
    await here.at('2026-01-06', '10:00');
    await here.onTask(dawa, tasks.复查三号院 ?? '', 'finish', { note: '已复查，无隐患' });
    await here.onTask(lobsang, tasks.复查三号院 ?? '', 'verify');
    expectMail(
      await weekEnds(week),
      handedOver(week, lobsang, liu, [dawa, ma, nyima, yangki]),
      to([dawa], '新任务：复查三号院'),
      to([nyima], '新任务：登记困难户'),
      to([lobsang], '请核验：复查三号院'),
      reminded(ma, '2026-01-12'),
    );
  });

  test('the second: the hand-over is unsigned at noon; a debate; a pair that has not met; a swap', async () => {
    const week = '2026-01-12';
    await monday(week, ma);
    await here.at(week, '13:00');
    await here.does(first, 'POST', `/duty/${UNIT}/handovers/${week}/actions/sign-for`, { reason: '洛桑曲珍在下乡' });
    const team = [dawa, liu, lobsang, ma, nyima];
    await here.at('2026-01-13', '17:00');
    const debate = `/growth/activities/${DEBATE}/actions`;
    await here.does(dawa, 'POST', `${debate}/hold`, { attended: team.map((m) => m.email) });
    await here.does(dawa, 'POST', `${debate}/conclude`, { outcome: 'for', best: liu.email, learned: '先急后缓' });
    await here.at('2026-01-15', '16:00');
    await here.onPair(dawa, PAIR, 'session', { date: '2026-01-15', note: '一起走访' });
    const swap = { week: '2026-01-26', with: '2026-02-02', note: '那周要培训' };
    const { swap: asked } = await here.does(yangki, 'POST', `/duty/${UNIT}/swaps`, swap);
    await here.does(dawa, 'POST', `/duty/${UNIT}/swaps/${asked.id}/actions/accept`);
    expectMail(
      await weekEnds(week),
      handedOver(week, ma, lobsang, [dawa, liu, nyima, yangki]),
      to([first], '加荣社区：交接到中午仍未签字'),
      to(team, `即将举行：${TITLE}（2026-01-13 15:30）`),
      to([first, ...team, yangki], `活动总结：${TITLE}`),
      to([dawa, yangki], '该见一面了：达瓦央宗 与 央吉卓玛'),
      to([dawa], '加荣社区：央吉卓玛 想和您换班'),
      to([yangki], '加荣社区：换班 — 已换班'),
      to([nyima], '任务逾期：登记困难户'), // on Monday: nobody is reminded on Saturday and Sunday
      reminded(nyima, '2026-01-19'),
    );
  });

  test('the third: what was carried over is done, and verified by who did not do it; a leave is asked for', async () => {
    const week = '2026-01-19';
    await monday(week, nyima, ma);
    const id = tasks.登记困难户 ?? '';
    expect(
      (await here.get(nyima, `/tasks/${id}`)).carried.map((c: { from: string; to: string }) => [c.from, c.to]),
    ).toEqual([
      [lobsang.name, ma.name],
      [ma.name, nyima.name],
    ]);
    await here.onTask(nyima, id, 'finish', { note: '十二户已登记' });
    await here.onTask(first, id, 'verify');
    const leave = { who: liu.email, from: '2026-02-09', to: '2026-02-15', reason: '探亲' };
    const { moves } = await here.does(liu, 'POST', `/duty/${UNIT}/leaves`, { ...leave, preview: true });
    expect(moves[0]).toMatchObject({ week: '2026-02-09', before: liu.name, after: lobsang.name });
    await here.does(liu, 'POST', `/duty/${UNIT}/leaves`, leave);
    expectMail(
      await weekEnds(week),
      handedOver(week, nyima, ma, [dawa, liu, lobsang, yangki]),
      to([first], '请核验：登记困难户'),
      reminded(dawa, '2026-01-26'),
    );
  });

  test('the fourth: who swapped serves; Spring Festival will be a pause', async () => {
    const week = '2026-01-26';
    await monday(week, dawa, nyima);
    await here.does(first, 'POST', `/duty/${UNIT}/pauses`, { week: '2026-02-16', reason: '春节' });
    expectMail(
      await weekEnds(week),
      monthly('2026-01'),
      handedOver(week, dawa, nyima, [liu, lobsang, ma, yangki]),
      reminded(yangki, '2026-02-02'),
    );
  });
});

describe('February: Spring Festival and Losar', () => {
  test('the fifth: somebody joins', async () => {
    const week = '2026-02-02';
    await monday(week, yangki, dawa);
    await here.at('2026-02-06', '10:00');
    await here.onPair(yangki, PAIR, 'session', { date: '2026-02-06', note: '独自调解一次' });
    await here.staff(wangdui, true);
    await here.roster('2026-02-23', [dawa, liu, lobsang, ma, nyima, yangki, wangdui]);
    expectMail(
      await weekEnds(week),
      handedOver(week, yangki, dawa, [liu, lobsang, ma, nyima]),
      to([dawa, yangki], '该见一面了：达瓦央宗 与 央吉卓玛'),
      reminded(lobsang, '2026-02-09'),
    );
  });

  test('the sixth: another serves for who is away; nobody is reminded of a week without duty', async () => {
    const week = '2026-02-09';
    await monday(week, lobsang, yangki);
    expectMail(await weekEnds(week), handedOver(week, lobsang, yangki, [dawa, liu, ma, nyima, wangdui]));
  });

  test('the seventh is Spring Festival: nobody serves and nothing moves', async () => {
    const week = '2026-02-16';
    await monday(week);
    const { units } = await here.get(ma, '/duty/week');
    expect(units[0].meeting).toMatchObject({ workingDay: false, holiday: '春节' });
    expectMail(
      await weekEnds(week),
      to([lobsang, first], '加荣社区：2026-W07 轮值周报告'),
      to([first], '加荣社区：本周（2026-W08）无人轮值'),
      reminded(liu, '2026-02-23'),
    );
  });

  test('the eighth: who was away makes up for it', async () => {
    const week = '2026-02-23';
    await monday(week);
    await here.at('2026-02-24', '10:00'); // Monday is the last day of the holiday
    for (const who of [liu, lobsang]) await here.sign(who, week);
    await here.at('2026-02-27', '10:00');
    await here.onPair(dawa, PAIR, 'session', { date: '2026-02-27', note: '复盘' });
    expectMail(
      await weekEnds(week),
      monthly('2026-02'),
      handedOver(week, liu, lobsang, [dawa, ma, nyima, yangki, wangdui]).filter(
        (m) => m !== `${lobsang.name}: 加荣社区：2026-W08 轮值周报告`,
      ), // nobody led it
      to([dawa, yangki], '该见一面了：达瓦央宗 与 央吉卓玛'),
      reminded(ma, '2026-03-02'),
    );
  });
});

/** Whoever writes nothing of a week is reminded of each of its moments. */
const silent = (week: string, people: Member[]): string[] =>
  ['请写本周计划（W）', '请做周中检视（W）', '请在 F 17:00 前写双最反思'].flatMap((subject) =>
    to(people, subject.replace('W', weekLabel(week)).replace('F', addDays(week, 4))),
  );

describe('March: the journal, and what is put right', () => {
  test('the ninth: three write, and share what they wrote', async () => {
    const week = '2026-03-02';
    await here.journal(true);
    await monday(week, ma, liu);
    for (const who of [dawa, lobsang, yangki]) await here.onJournal(who, 'plan', { items: ['走访', '台账'] });
    await here.at('2026-03-04', '10:00');
    for (const who of [dawa, lobsang, yangki]) await here.onJournal(who, 'check', { progress: '过半' });
    await here.at('2026-03-06', '10:00');
    for (const who of [dawa, lobsang, yangki]) await here.reflect(who, `${who.name}的台账`);
    await here.at('2026-03-06', '17:30');
    await here.share(ma);
    expectMail(
      await weekEnds(week),
      handedOver(week, ma, liu, [dawa, lobsang, nyima, yangki, wangdui]),
      silent(week, [liu, ma, nyima, wangdui]),
      to([first], '4 人未交双最反思（2026-W10）'),
      to([first, dawa, liu, lobsang, ma, nyima, yangki, wangdui], '加荣社区：双最周记纪要（2026-W10）'),
      reminded(nyima, '2026-03-09'),
    );
  });

  test('the tenth: one is returned twice before it is verified, one at once, one grows old', async () => {
    const week = '2026-03-09';
    await monday(week, nyima, ma);
    const [ours, theirs] = [await here.owed(dawa), await here.owed(lobsang)];
    const own = { as: dawa.email, body: {} };
    const { owed } = await here.get(yangki, `/journal/units/${UNIT}/mine`);
    expect(owed).toMatchObject([{ what: '央吉卓玛的台账', due: '2026-03-13' }]); // it follows into this week's plan
    for (const reason of ['没有登记到户', '第二户不全']) {
      await here.onRectification(dawa, ours, 'finish', { evidence: '已录入' });
      await here.onRectification(nyima, ours, 'return', { reason });
    }
    await here.onRectification(dawa, ours, 'finish', { evidence: '已补全' });
    const verified = await here.kora.api('POST', `/journal/rectifications/${ours}/actions/verify`, own);
    expect([verified.status, verified.body.code]).toEqual([403, 'four-eyes']);
    await here.onRectification(nyima, ours, 'verify');
    await here.onRectification(lobsang, theirs, 'finish', { evidence: '已录入' });
    await here.onRectification(nyima, theirs, 'verify');
    await here.at('2026-03-13', '10:00');
    await here.reflect(wangdui, '旺堆的走访');
    await here.at('2026-03-13', '17:30');
    await here.share(nyima);
    expectMail(
      await weekEnds(week),
      handedOver(week, nyima, ma, [dawa, liu, lobsang, yangki, wangdui]),
      to([nyima, nyima, nyima], '请核验整改：达瓦央宗的台账'),
      to([dawa, dawa], '整改退回：达瓦央宗的台账'),
      to([dawa], '整改已销号：达瓦央宗的台账'),
      to([nyima], '请核验整改：洛桑曲珍的台账'),
      to([lobsang], '整改已销号：洛桑曲珍的台账'),
      to([nyima, yangki], '整改逾期：央吉卓玛的台账'),
      silent(week, [dawa, liu, lobsang, ma, nyima, yangki]),
      to([wangdui], '请写本周计划（2026-W11）'),
      to([wangdui], '请做周中检视（2026-W11）'),
      to([first], '6 人未交双最反思（2026-W11）'),
      to([first, dawa, liu, lobsang, ma, nyima, yangki, wangdui], '加荣社区：双最周记纪要（2026-W11）'),
      reminded(yangki, '2026-03-16'),
    );
  });

  test('the eleventh: the first secretary decides on what grew old; somebody leaves', async () => {
    const week = '2026-03-16';
    await here.journal(false);
    await monday(week, yangki, nyima);
    const late = await here.owed(yangki);
    await here.at('2026-03-19', '10:00');
    await here.onRectification(first, late, 'waive', { reason: '台账已并入新系统' });
    const walk = await here.owed(wangdui);
    await here.onRectification(wangdui, walk, 'finish', { evidence: '已走访' });
    await here.onRectification(yangki, walk, 'verify');
    await here.roster('2026-03-23', [dawa, liu, lobsang, ma, yangki, wangdui]);
    await here.staff(nyima, false);
    expectMail(
      await weekEnds(week),
      handedOver(week, yangki, nyima, [dawa, liu, lobsang, ma, wangdui]),
      to([yangki], '整改逾期：央吉卓玛的台账'),
      to([first], '整改仍未完成，请第一书记过问：央吉卓玛的台账'),
      to([yangki], '免于整改：央吉卓玛的台账'),
      to([yangki], '请核验整改：旺堆的走访'),
      to([wangdui], '整改已销号：旺堆的走访'),
      to([dawa, yangki], '该见一面了：达瓦央宗 与 央吉卓玛'),
      to([dawa, yangki, first], '请评价结对：达瓦央宗 与 央吉卓玛'),
      reminded(wangdui, '2026-03-23'),
    );
  });

  test('the twelfth: who joined has a turn, after everybody who waited; the pair is judged by all three', async () => {
    const week = '2026-03-23';
    await monday(week, wangdui, yangki);
    for (const who of [dawa, yangki, first])
      await here.onPair(who, PAIR, 'judge', { verdict: 'reached', text: '能独立调解' });
    expectMail(
      await weekEnds(week),
      handedOver(week, wangdui, yangki, [dawa, liu, lobsang, ma]),
      to([dawa, yangki], '结对结束：达瓦央宗 与 央吉卓玛'),
      reminded(dawa, '2026-03-30'),
    );
  });

  test('the thirteenth: the next round goes on', async () => {
    const week = '2026-03-30';
    await monday(week, dawa, wangdui);
    expectMail(
      await weekEnds(week),
      monthly('2026-03'),
      handedOver(week, dawa, wangdui, [liu, lobsang, ma, yangki]),
      reminded(liu, '2026-04-06'),
    );
  });
});

test('who really served is what the hand-overs say', async () => {
  const { handovers } = await here.get(first, `/duty/${UNIT}/handovers?weeks=13`);
  const served = handovers.map((h: { serving?: { name: string } }) => h.serving?.name).reverse();
  const pause = undefined;
  const expected = [lobsang, ma, nyima, dawa, yangki, lobsang, pause, liu, ma, nyima, yangki, wangdui, dawa];
  expect(served).toEqual(expected.map((m) => m?.name)); // also who has left
});

test('the record of a worker is equal to what happened', async () => {
  const record = await here.get(dawa, `/growth/units/${UNIT}/record?from=2026-01-05&to=2026-04-05`);
  expect(record.entries.map((e: { date: string; kind: string; text: string }) => [e.date, e.kind, e.text])).toEqual([
    ['2026-01-06', 'task', '复查三号院'],
    ['2026-01-13', 'activity', TITLE],
    ['2026-01-15', 'session', yangki.name],
    ['2026-01-26', 'week', '2026-W05'],
    ['2026-02-06', 'session', yangki.name],
    ['2026-02-27', 'session', yangki.name],
    ['2026-03-09', 'rectification', '达瓦央宗的台账'],
    ['2026-03-30', 'week', '2026-W14'],
  ]);
  expect(record.totals).toEqual({ week: 2, task: 1, rectification: 1, session: 3, activity: 1 });
});

test('every mail leads to a page of the desk', async () => {
  const pages = ['activity', 'duty', 'journal', 'mentorship', 'rectification', 'task', 'weekly'].map(
    (p) => `/desk/${p}/`,
  );
  expect(await here.linked()).toEqual(['/bulletin', ...pages]); // the first in other counties' months
  for (const page of pages) expect((await here.kora.api('GET', page)).status).toBe(200);
});
