import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Kora, startKora } from '../support/app.ts';
import { act, caseNow, done, handIn, must, PEOPLE, TEAM } from '../support/journey.ts';

/** The turns a rescue can take, and who is told of each. */

let kora: Kora;
let eagle = '';
beforeAll(async () => {
  kora = await startKora({ at: '2026-06-10T01:00:00.000Z' });
  const { body } = await kora.api('GET', `/wildlife/species?q=${encodeURIComponent('黑鸢')}`);
  eagle = body.species[0].key;
});
afterAll(() => kora?.stop());

/** The mails of a case beyond the first that asked the team: to whom, and about what. */
const toldOf = async (number: string): Promise<string[]> =>
  (await kora.mail())
    .filter((m) => m.text.includes(number))
    .map((m) => `${m.to} ${m.subject.split('：')[0]}`)
    .filter((m) => !m.endsWith(' 请接单'))
    .sort();

const about = (what: string, ...people: string[]) => people.map((p) => `${p} ${what}`).sort();

const stageOf = async (receipt: string): Promise<string> =>
  must(await kora.api('GET', `/reports/${receipt}`), 200).body.stage.code;

const reporterDoes = (receipt: string, action: string, body: object) =>
  kora.api('POST', `/reports/${receipt}/actions/${action}`, { body });

/** On site with one animal assessed. */
const inCare = async (place: object) => {
  const handed = await handIn(kora, { place });
  await done(kora, handed.id, 'accept');
  await done(kora, handed.id, 'arrive');
  await done(kora, handed.id, 'assess', { speciesKey: eagle, condition: 'injured' });
  return handed;
};

const LEG = { carrier: '嘎玛次旺', to: '格当乡野生动物救助中心', expectedMinutes: 60, checklist: ['crate-secured'] };

describe('on the way', () => {
  test('a transport that is overdue is told once to who has it in hand and to the officials', async () => {
    const { id, number, receipt } = await inCare({ township: '格当乡', words: '村口' });
    await done(kora, id, 'start-transport', LEG, { part: 'a1' });
    await kora.advance('PT74M');
    expect(await toldOf(number)).toEqual([]);
    await kora.advance('PT2M');
    const alarm = about('转运超时', PEOPLE.responder, ...PEOPLE.officials);
    expect(await toldOf(number)).toEqual(alarm);
    await kora.advance('PT2H');
    expect(await toldOf(number)).toEqual(alarm);
    await done(kora, id, 'end-transport', {}, { part: 'a1' });
    await done(kora, id, 'release', { place: '林缘', suits: '同一生境' }, { part: 'a1' });
    await done(kora, id, 'close');
    expect(await stageOf(receipt)).toBe('completed');
  });

  test('one that arrives in time alarms nobody', async () => {
    const { id, number } = await inCare({ township: '甘登乡', words: '村口' });
    await done(kora, id, 'start-transport', LEG, { part: 'a1' });
    await kora.advance('PT50M');
    await done(kora, id, 'end-transport', {}, { part: 'a1' });
    await kora.advance('PT2H');
    expect(await toldOf(number)).toEqual([]);
    await done(kora, id, 'record-escape', { note: '笼门未扣' }, { part: 'a1' });
    await done(kora, id, 'close');
  });

  test('nobody arrives: the officials learn of it', async () => {
    const { id, number, receipt } = await handIn(kora, { place: { township: '帮辛乡', words: '桥头' } });
    await done(kora, id, 'accept');
    await kora.advance('PT4H1M');
    expect(await toldOf(number)).toEqual(about('超时未到场', PEOPLE.responder, ...PEOPLE.officials));
    must(await reporterDoes(receipt, 'withdraw', { reason: '已飞走' }), 200);
  });
});

describe('three dead at one place', () => {
  test('raise the alarm of a cluster, once for the same cases', async () => {
    const place = { township: '达木珞巴民族乡', words: '河滩' };
    const dead = { condition: 'dead', species: '赤麻鸭', dead: 1, place };
    const handed = [await handIn(kora, dead), await handIn(kora, { ...dead, species: '斑头雁' })];
    const alarms = async () => (await kora.mail()).filter((m) => /聚集性死亡/.test(m.subject));
    expect(await alarms()).toEqual([]);
    handed.push(await handIn(kora, { ...dead, species: '普通秋沙鸭' }));
    const first = await alarms();
    expect(first.map((m) => m.to).sort()).toEqual([...TEAM, ...PEOPLE.officials, PEOPLE.bureau].sort());
    expect(first[0]?.text).toContain('3');
    for (const { receipt } of handed) must(await reporterDoes(receipt, 'withdraw', { reason: '误报' }), 200);
    await kora.settle();
    expect(await alarms()).toHaveLength(first.length);
  });
});

describe('another pair of hands', () => {
  test('a case is given to another unit, which is asked and alone may go on', async () => {
    const { id, number, receipt } = await handIn(kora, { place: { township: '加热萨乡', words: '桥头' } });
    const to = { unit: 'kora-platform', reason: 'x' };
    expect((await act(kora, id, 'reassign', to)).status).toBe(403);
    const reason = '离得最近';
    await done(kora, id, 'reassign', { unit: 'medog-forestry', reason }, { as: PEOPLE.official });
    const seen = await caseNow(kora, id);
    expect(seen.unit.id).toBe('medog-forestry');
    expect(seen.history.at(-1)).toMatchObject({ event: 'reassign', note: reason, by: '索朗多吉' });
    const refused = await act(kora, id, 'accept');
    expect([refused.status, refused.body.code]).toEqual([403, 'other-unit']);
    expect((await kora.mail(PEOPLE.bureau)).filter((m) => m.text.includes(number))).toHaveLength(1);
    await done(kora, id, 'accept', {}, { as: PEOPLE.official });
    must(await reporterDoes(receipt, 'withdraw', { reason: '已飞走' }), 200);
  });

  test('a case is handed back with a reason, and goes to the officials', async () => {
    const { id, number, receipt } = await handIn(kora, { place: { township: '墨脱镇', words: '茶园' } });
    await done(kora, id, 'accept');
    expect((await act(kora, id, 'hand-back', {})).body.fields[0]).toMatchObject({ path: 'reason', code: 'required' });
    await done(kora, id, 'hand-back', { reason: '车坏了' });
    expect(await toldOf(number)).toEqual(about('超时未接单', ...PEOPLE.officials));
    const seen = await caseNow(kora, id);
    expect(seen.stage.code).toBe('awaiting');
    expect(seen.history.at(-1)).toMatchObject({ event: 'hand-back', note: '车坏了', by: '嘎玛次旺' });
    await done(kora, id, 'accept', {}, { as: PEOPLE.colleague });
    must(await reporterDoes(receipt, 'withdraw', { reason: '已飞走' }), 200);
  });
});

describe('an end', () => {
  const place = { township: '墨脱镇', words: '县城' };

  test('withdrawn by who reported it, and never by another', async () => {
    const { id, receipt } = await handIn(kora, { place, reporter: { email: 'norzom@home.example' } });
    must(await reporterDoes(receipt, 'withdraw', { reason: '已飞走' }), 200);
    await kora.settle();
    expect(await stageOf(receipt)).toBe('withdrawn');
    expect((await reporterDoes(receipt, 'withdraw', { reason: 'x' })).status).toBe(409);
    expect((await act(kora, id, 'accept')).body.code).toBe('not-possible');
    expect((await kora.mail('norzom@home.example')).map((m) => m.subject)).toHaveLength(2);
  });

  test('that it is no wildlife', async () => {
    const { id, receipt } = await handIn(kora, { place, species: '家鸡' });
    await done(kora, id, 'declare-not-wildlife', { reason: '家禽' });
    expect(await stageOf(receipt)).toBe('notWildlife');
  });

  test('that it is false, and opened again with a reason', async () => {
    const { id, receipt } = await handIn(kora, { place });
    expect((await act(kora, id, 'declare-false', { reason: 'x' })).status).toBe(403);
    await done(kora, id, 'declare-false', { reason: '现场没有动物' }, { as: PEOPLE.official });
    expect(await stageOf(receipt)).toBe('false');
    expect((await act(kora, id, 'reopen', { reason: 'x' })).status).toBe(403);
    const silent = await act(kora, id, 'reopen', {}, { as: PEOPLE.official });
    expect(silent.body.fields[0]).toMatchObject({ path: 'reason', code: 'required' });
    await done(kora, id, 'reopen', { reason: '找到了' }, { as: PEOPLE.official });
    expect(await stageOf(receipt)).toBe('awaiting');
    expect((await caseNow(kora, id)).history.at(-1)).toMatchObject({ event: 'reopen', note: '找到了' });
    must(await reporterDoes(receipt, 'withdraw', { reason: '已飞走' }), 200);
  });

  test('merged into the case of the same animal, which knows it; and not twice, nor into itself', async () => {
    const first = await handIn(kora, { place });
    const second = await handIn(kora, { place });
    const seen = await caseNow(kora, second.id);
    expect(seen.duplicates.map((d: { id: string }) => d.id)).toEqual([first.id]);
    const itself = await act(kora, second.id, 'merge', { into: second.id });
    expect(itself.body.fields[0]).toMatchObject({ path: 'into', code: 'unknown-case' });
    await done(kora, second.id, 'merge', { into: first.number, reason: '同一只' });
    expect([await stageOf(second.receipt), await stageOf(first.receipt)]).toEqual(['duplicate', 'awaiting']);
    expect((await caseNow(kora, first.id)).history.at(-1).event).toBe('merged.in');
    expect(await toldOf(first.number)).toContain(`${PEOPLE.responder} 又有一份报告`);
    expect((await act(kora, second.id, 'merge', { into: first.id })).body.code).toBe('not-possible');
    must(await reporterDoes(first.receipt, 'withdraw', { reason: '已飞走' }), 200);
  });
});

describe('what the reporter adds', () => {
  test('reaches who has the case in hand, with a link that works', async () => {
    const { receipt, number } = await handIn(kora, { place: { township: '墨脱镇', words: '茶园' } });
    must(await reporterDoes(receipt, 'add-information', { text: '它挪到了路东' }), 200);
    await kora.settle();
    expect(await toldOf(number)).toEqual(about('有补充情况', ...TEAM));
    const mail = (await kora.mail(PEOPLE.responder)).at(-1);
    expect(mail?.text).toContain('它挪到了路东');
    const token = mail?.links.find((l) => l.includes('#token='))?.split('#token=')[1];
    must(await kora.api('POST', '/links/confirm', { body: { token } }), 200);
    must(await reporterDoes(receipt, 'withdraw', { reason: '已飞走' }), 200);
  });
});
