import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type By, SYSTEM } from '../../shared/workflow/lifecycle.ts';
import { startEngine } from '../support/engine.ts';
import { PEOPLE } from '../support/journey.ts';
import '../support/held.ts';
import { SANGYE } from '../support/wildlife.ts';

const engine = await startEngine();
const { seedDirectory } = await import('../../functions/directory/seed.ts');
const { records } = await import('../../shared/reads.ts');
const { itemSize } = await import('../../shared/workflow/size.ts');
const { keys } = await import('../../shared/keys.ts');
const { act: step } = await import('../../shared/workflow/act.ts');
const { wildlife } = await import('../../functions/wildlife/case.ts');
const { act, found, onSite, recordOf, reporter, reporterForm, seen, settle } = await import(
  '../support/cases-inside.ts'
);

/** Cases with much to say, over a long time. */

beforeAll(async () => void (await seedDirectory()));
afterAll(engine.stop);

const EAGLE = { speciesKey: 'milvus-migrans', condition: 'injured' };
const MONKEY = { speciesKey: 'macaca-mulatta', condition: 'injured' };
const LONG = '翅膀骨折，伤口感染。'.repeat(200);

const bytesOf = async (id: string) => itemSize((await records.item(keys.caseRecord(id))) ?? {});

interface Told {
  seq: number;
  event: string;
  note?: string;
}

/** Every step of a case, the oldest first, page by page. */
const everyStep = async (id: string): Promise<Told[]> => {
  let { history, earlier } = (await seen(id)).body;
  while (earlier !== undefined) {
    const { body } = await seen(id, '/history', { before: String(earlier) });
    history = [...body.history, ...history];
    earlier = body.earlier;
  }
  return history;
};

test('fifty animals with two thousand characters on each, and fifty more', async () => {
  const { id } = await onSite();
  for (const species of [EAGLE, MONKEY])
    expect((await act(id, 'assess', { ...species, count: 50, findings: LONG })).status).toBe(200);
  const { body } = await seen(id);
  expect(body.animals).toHaveLength(100);
  const told = body.animals.filter((a: { facts: { value: string }[] }) => a.facts.some((f) => f.value === LONG));
  expect(told.map((a: { id: string }) => a.id)).toEqual(['a1', 'a51']);
  expect(body.animals[49]).toMatchObject({ alike: 'a1', facts: [] });
  expect((await recordOf(id)).data.animals.map((a) => a.findings)).toEqual(Array(100).fill(LONG));
  expect(await bytesOf(id)).toBeLessThan(80_000);
});

describe('a case over a long time', () => {
  const takes = (id: string, type: string, by: By, input = {}) =>
    step(wildlife.life, id, { type, at: new Date().toISOString(), by, input });

  /** Handed back and accepted again, so many times. */
  const toAndFro = async (id: string, times: number, reason: (i: number) => string) => {
    for (let i = 0; i < times; i++) {
      await takes(id, 'hand-back', SANGYE, { reason: reason(i) });
      await takes(id, 'accept', SANGYE);
    }
  };

  test('can be read from its first step to its last', async () => {
    const { id, receipt } = await onSite();
    await toAndFro(id, 72, (i) => `第 ${i} 次退回`);
    await settle(id);
    const steps = await everyStep(id);
    const { version } = await recordOf(id);
    expect(version).toBeGreaterThan(147);
    expect(steps.map((s) => s.seq)).toEqual(Array.from({ length: version }, (_, i) => i + 1));
    expect(steps[0]?.event).toBe('report');
    expect(steps.flatMap((s) => (s.event === 'hand-back' ? [s.note] : []))).toEqual(
      Array.from({ length: 72 }, (_, i) => `第 ${i} 次退回`),
    );
    const { history } = (await reporter(receipt)).body;
    expect(history).toHaveLength(74); // received, and each time somebody set out
    expect((await seen(id)).body.reporter).toContainEqual(expect.objectContaining({ value: '群众' }));
  });

  test('is read by those whom it concerns, and by nobody else', async () => {
    const { id } = await onSite();
    for (const [below, before] of [
      ['/history', '2'],
      ['/log', '2026-07-01T00:00:00Z'],
    ] as const) {
      expect((await seen(id, below, { before })).status).toBe(200);
      expect((await seen(id, below, { before, as: PEOPLE.worker })).status).toBe(403);
      expect((await seen(id, below, { before, as: '' })).status).toBe(401);
    }
  });

  test('merged, and opened again a hundred steps later, the case that was kept hears of both', async () => {
    const [kept, merged] = [await onSite(), await onSite()];
    const lastOfKept = async () => (await recordOf(kept.id)).history.at(-1)?.event;
    await act(merged.id, 'merge', { into: kept.number });
    await settle(merged.id);
    expect(await lastOfKept()).toBe('merged.in');
    for (let i = 0; i < 130; i++)
      await takes(merged.id, i % 2 ? 'merged.out' : 'merged.in', SYSTEM, { id: 'b'.repeat(32) });
    await settle(merged.id);
    await act(merged.id, 'reopen', { reason: '不是同一只' }, { as: PEOPLE.official });
    await settle(merged.id);
    expect(await lastOfKept()).toBe('merged.out');
  });

  test('whose effects nobody carried out for hundreds of long steps still takes the next, and carries out all', async () => {
    const { id } = await onSite();
    await toAndFro(id, 60, (i) => `${i} ${LONG.slice(0, 900)}`);
    expect(await bytesOf(id)).toBeLessThan(60_000);
    await settle(id);
    const { delivered, version } = await recordOf(id);
    expect(delivered).toBe(version);
  });
});

describe('what is added to a report', () => {
  test('by its reporter uses up nothing of what the staff may write, nor the other way round', async () => {
    const { id, receipt } = await onSite();
    const said = (who: string, n: number) => `${who} ${n}：${'又看见一只，在河的对岸。'.repeat(160)}`;
    for (let n = 1; n <= 20; n++)
      expect((await reporter(receipt, 'add-information', { text: said('群众', n) })).status).toBe(200);
    const enough = await reporter(receipt, 'add-information', { text: '还有一只' });
    expect([enough.status, enough.body.fields]).toEqual([
      400,
      [expect.objectContaining({ path: 'text', code: 'added-enough', most: 20 })],
    ]);
    for (let n = 1; n <= 20; n++)
      expect((await act(id, 'add-information', { text: said('值班', n) })).status).toBe(200);
    expect((await act(id, 'add-information', { text: '再记一条' })).body.fields[0]).toMatchObject({ most: 20 });
    expect((await act(id, 'assess', { ...EAGLE, count: 50, findings: LONG })).status).toBe(200);
    await settle(id);

    const values = (await seen(id)).body.report.map((f: { value: string }) => f.value);
    for (let n = 1; n <= 20; n++) expect(values).toEqual(expect.arrayContaining([said('群众', n), said('值班', n)]));
    expect((await found('群众 1：')).body.cases.map((c: { id: string }) => c.id)).toEqual([id]);
    const { held } = (await reporter(receipt)).body;
    expect(held.map((f: { value: string }) => f.value)).toContain(said('群众', 1));
  });

  test('is refused on the reporter’s page in words that say what to do, with the text kept', async () => {
    const { receipt } = await onSite();
    for (let n = 1; n <= 20; n++) await reporter(receipt, 'add-information', { text: `第 ${n} 次` });
    const page = await reporterForm(receipt, 'add-information', 'text=第 21 次');
    expect(page.status).toBe(400);
    expect(page.text).toContain('请打电话');
    expect(page.text).toContain('第 21 次');
  });
});

test('a case that is nearly full takes nothing long any more, and can be brought to its end', async () => {
  const { id } = await onSite();
  await act(id, 'assess', { ...EAGLE, condition: 'dead', count: 120 });
  const inspect = (n: number) =>
    act(id, 'inspect', { passed: false, inspector: '扎西', report: `${n}：${LONG.slice(0, 980)}` }, { part: `a${n}` });
  let n = 1;
  for (; n <= 120; n++) {
    const { status, body } = await inspect(n);
    if (status === 200) continue;
    expect([status, body.code]).toEqual([409, 'record-full']);
    break;
  }
  expect(n).toBeGreaterThan(50);
  expect(await bytesOf(id)).toBeLessThan(245_760);
  expect((await act(id, 'assess', { ...MONKEY, findings: LONG })).body.code).toBe('record-full');

  const brief = { passed: false, inspector: '扎西', report: '同前' };
  expect((await act(id, 'inspect', brief, { part: `a${n}-a120` })).status).toBe(200);
  const disposal = { method: 'deep-burial', place: '无害化处理点', certificate: 'MT-1' };
  expect((await act(id, 'dispose', disposal, { part: 'a1-a120' })).status).toBe(200);
  expect((await act(id, 'close', { note: LONG.slice(0, 1000) })).status).toBe(200);
  await settle(id);
  expect((await seen(id)).body.stage.code).toBe('completed');
});

test('the care of animals is written down without end, and all of it can be read', async () => {
  const { id } = await onSite();
  await act(id, 'assess', { ...EAGLE, count: 3 });
  for (let n = 1; n <= 130; n++)
    await act(id, 'log-care', { treatment: `第 ${n} 次喂食` }, { part: n % 2 ? 'a1-a3' : 'a2' });
  const page = (await seen(id)).body;
  const all = [...page.log];
  for (let before = page.logBefore; before; ) {
    const { body } = await seen(id, '/log', { before });
    all.unshift(...body.log);
    before = body.logBefore;
  }
  const treatments = all.map((l: { facts: { value: string }[] }) => l.facts[0]?.value);
  expect([...treatments].sort()).toEqual(Array.from({ length: 130 }, (_, i) => `第 ${i + 1} 次喂食`).sort());
  expect(new Set(all.map((l: { parts: string[] }) => l.parts.join()))).toEqual(new Set(['a1,a2,a3', 'a2']));
});
