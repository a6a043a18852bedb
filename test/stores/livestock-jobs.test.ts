import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startEngine } from '../support/engine.ts';
import { sent } from '../support/held.ts';

const onDuty: Record<string, string> = {};
vi.mock('../../functions/duty/powers.ts', () => ({ onDutyIn: async (unit: string) => onDuty[unit] }));

const engine = await startEngine();
const { seedDirectory } = await import('../../functions/directory/seed.ts');
const { casesOfCaller } = await import('../../functions/cases/callers.ts');
const { livestock } = await import('../../functions/livestock/case.ts');
const { effects } = await import('../../functions/livestock/jobs.ts');
const { resolve, options } = await import('../../functions/livestock/resolve.ts');
const { begin } = await import('../../shared/workflow/decide.ts');
const { deliver } = await import('../../shared/workflow/deliver.ts');
const { REPORTER } = await import('../../shared/workflow/open-actions.ts');
const { create, load } = await import('../../shared/workflow/store.ts');
const { translator } = await import('../../shared/i18n.ts');
const { dataOf } = await import('../support/livestock.ts');

afterAll(engine.stop);
beforeAll(async () => void (await seedDirectory()));
beforeEach(() => void sent.splice(0));

let made = 0;
const at = () => new Date().toISOString();

const read = async (id: string) => {
  const record = await load(livestock.life, id);
  if (!record) throw new Error('no such case');
  return record;
};

/** A report from a place, triaged and told of. */
const reported = async (change: object = {}, area = '540622100') => {
  made += 1;
  const id = made.toString(16).padStart(32, '0');
  const data = { ...dataOf({ ...change }), area };
  const by = { kind: 'reporter' as const, id: 'reporter' };
  await create(livestock.life, begin(livestock.life, id, data, { type: 'report', at: at(), by }));
  for (let record = await read(id); record.delivered < record.version; record = await read(id))
    await deliver(livestock.life, effects, record);
  return read(id);
};

const to = () => sent.map((m) => m.to).sort();
const TEAM = ['sonam.drolkar@biru-town-team.kora.example', 'tashi.tsering@biru-town-team.kora.example'];
const STATION = ['chimi', 'liqiang', 'namgyal'].map((n) => `${n}@biru-station.kora.example`);

describe('triage', () => {
  test('gives a case to the township team, under its station and the county', async () => {
    const { data, state } = await reported();
    expect(state).toEqual({ open: { awaiting: 'team' } });
    expect(data).toMatchObject({
      ...{ unit: 'biru-town-team', bureau: 'biru-husbandry-station', county: 'biru-agriculture', urgency: 'critical' },
      ...{ number: expect.stringMatching(/^L\d\d-540622-\d{4}$/), delays: { acceptance: 300_000, departure: 900_000 } },
    });
    expect(to()).toEqual(TEAM);
    expect(livestock.alsoSeenBy(data)).toEqual(['biru-agriculture']);
  });

  test('asks whom the team’s rota names, and everybody where it names a stranger', async () => {
    onDuty['biru-town-team'] = TEAM[1] as string;
    await reported();
    expect(to()).toEqual([TEAM[1]]);
    sent.splice(0);
    onDuty['biru-town-team'] = 'left@biru-town-team.kora.example';
    await reported();
    expect(to()).toEqual(TEAM);
    delete onDuty['biru-town-team'];
  });

  test('gives a case from a township without a team to the station', async () => {
    const { data } = await reported({}, '540622201');
    expect(data).toMatchObject({ unit: 'biru-husbandry-station', bureau: 'biru-husbandry-station' });
    expect(to()).toEqual(STATION.filter((a) => !a.startsWith('namgyal')));
  });

  test('gives a case from where no route leads to the platform', async () => {
    const { data } = await reported({}, '540423206');
    expect(data.unit).toBe('kora-platform');
  });

  test('delivered twice changes nothing', async () => {
    const record = await reported();
    await deliver(livestock.life, effects, { ...record, delivered: 0 });
    expect((await read(record.id)).version).toBe(record.version);
  });

  test('shows the responder who else may mean the same animals, and merges nothing', async () => {
    const herd = { problem: 'epidemic-signs', place: { township: '540622101', words: '夏曲牧场' } };
    const first = await reported(herd, '540622101');
    const { data } = await reported({ ...herd, species: 'sheep' }, '540622101');
    expect(data.duplicates).toMatchObject([
      { id: first.id, number: first.data.number, reasons: expect.arrayContaining(['same-township', 'same-problem']) },
    ]);
    expect(sent.at(-1)?.text).toContain(`可能与这些报告是同一件：${first.data.number}`);
    expect((await read(first.id)).state).toEqual(first.state);
    const alarms = sent.filter((m) => m.subject.startsWith('警报')).map((m) => m.text);
    expect(alarms[0]).toContain('“牦牛疑似疫病 1 头（只）”'); // nobody described the signs
  });

  test('makes a case findable by the number it was reported from, with or without the country’s prefix', async () => {
    const { id } = await reported({ reporter: { phone: '+86 139 0896 7777' } });
    await expect.poll(() => casesOfCaller('13908967777')).toEqual([id]);
    expect(await casesOfCaller('13908967778')).toEqual([]);
  });
});

test('a case that is given to another team goes with its station and county; only units that work there are offered', async () => {
  const record = await reported();
  const moved = await resolve('reassign', { unit: 'biru-husbandry-station', reason: '人手' }, record, REPORTER);
  expect(moved).toMatchObject({ bureau: 'biru-husbandry-station', county: 'biru-agriculture' });
  await expect(resolve('reassign', { unit: 'xiaqu-team', reason: 'x' }, record, REPORTER)).rejects.toMatchObject({
    fields: [{ path: 'unit', code: 'unknown-unit' }],
  });
  const offered = (await options('reassign', record, translator('zh'))).unit?.map((o) => o.value);
  expect(offered).toEqual(expect.arrayContaining(['biru-husbandry-station', 'biru-agriculture']));
  expect(offered).not.toContain('biru-town-team');
});
