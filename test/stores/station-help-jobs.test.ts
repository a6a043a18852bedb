import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startEngine } from '../support/engine.ts';
import { sent } from '../support/held.ts';

const engine = await startEngine();
const { seedDirectory } = await import('../../functions/directory/seed.ts');
const { seedStations } = await import('../../functions/stations/seed.ts');
const { receive } = await import('../../functions/cases/receive.ts');
const { choicesOf } = await import('../../functions/cases/places.ts');
const { stationHelp } = await import('../../functions/station-help/case.ts');
const { effects } = await import('../../functions/station-help/jobs.ts');
const { act } = await import('../../shared/workflow/act.ts');
const { deliver } = await import('../../shared/workflow/deliver.ts');
const { load } = await import('../../shared/workflow/store.ts');
const { REPORTER } = await import('../../shared/workflow/open-actions.ts');
const { act: does, aReport, YESHE } = await import('../support/station-help.ts');

afterAll(engine.stop);
beforeAll(async () => {
  await seedDirectory();
  await seedStations();
});
beforeEach(() => void sent.splice(0));

const read = async (id: string) => {
  const record = await load(stationHelp.life, id);
  if (!record) throw new Error('no such case');
  return record;
};

/** Carries out all that follows from what is on record. */
const followed = async (id: string) => {
  for (let record = await read(id); record.delivered < record.version; record = await read(id))
    await deliver(stationHelp.life, effects, record);
  return read(id);
};

/** Asked for at a station as by the public, triaged and told of. */
const asked = async (change: Record<string, unknown> = {}) => {
  const report = aReport({ reporter: { name: '多杰' }, ...change });
  const { record } = await receive(stationHelp, report, { by: REPORTER.by, language: 'zh' });
  return followed(record.id);
};

const step = async (id: string, type: string, change: Record<string, unknown> = {}) => {
  await act(stationHelp.life, id, { ...does(type, change), at: new Date().toISOString(), by: YESHE });
  return followed(id);
};

/** Lets the one clock of a name run out. */
const ran = async (id: string, name: string) => {
  const [clock, running] = Object.entries((await read(id)).clocks).find(([c]) => c.includes(`.${name}.`)) ?? [];
  const at = running?.due ?? '';
  await act(stationHelp.life, id, { type: running?.event ?? '', clock, at, by: { kind: 'system', id: 'kora' } });
  return followed(id);
};

const to = () => sent.map((m) => m.to).sort();
const POST = ['palden', 'yeshe', 'zhaogang'].map((n) => `${n}@gonjo-dongfeng.kora.example`);
const KEEPERS = ['ngodup', 'wangfang'].map((n) => `${n}@gonjo-union.kora.example`);
const LEAD = ['tsomo@gonjo-union.kora.example'];

describe('on arrival', () => {
  test('the place is the station’s, and what is urgent goes to the post in its building', async () => {
    const { data, state } = await asked({ kind: 'urgent' });
    expect(state).toEqual({ open: { awaiting: 'post' } });
    expect(data).toMatchObject({
      ...{ area: '540322100', unit: 'gonjo-dongfeng-post', bureau: 'gonjo-union', keeper: 'gonjo-union' },
      ...{ urgency: 'critical', stationName: '东风警务站爱心驿站', delays: { acceptance: 300_000 } },
      number: expect.stringMatching(/^H\d\d-540322-\d{4}$/),
      place: { words: expect.stringContaining('东风警务站内') },
    });
    expect(data.place.coordinates).toBeUndefined(); // those of the station are not exact
    expect(to()).toEqual(POST);
    expect(sent.every((m) => m.link?.label === '接单')).toBe(true);
  });

  test('a post where nobody can be reached costs no minutes: those who keep the station are asked at once', async () => {
    const { getUnit, putUnit } = await import('../../functions/directory/store.ts');
    const { forget } = await import('../../functions/directory/cache.ts');
    const { getStation, putStation } = await import('../../functions/stations/store.ts');
    const by = [{ id: 'x', name: 'x' }, '2026-11-01T00:00:00.000Z'] as const;
    const [post, gongsang] = [await getUnit('gonjo-gongsang-post'), await getStation('gonjo-gongsang')];
    if (!post || !gongsang) throw new Error('no such post or station');
    await putUnit({ ...post, id: 'gonjo-empty-post', email: undefined, version: 0 }, { by: by[0], at: by[1] });
    await putStation({ ...gongsang, post: 'gonjo-empty-post' }, ...by);
    forget();
    const { data, state } = await asked({ station: 'gonjo-gongsang', kind: 'urgent' });
    expect([state, data.unit, data.post]).toEqual([{ open: { awaiting: 'keeper' } }, 'gonjo-union', undefined]);
    expect(to()).toEqual(KEEPERS);
  });

  test('a mediation goes to those who keep the station, with hours', async () => {
    const { data, state } = await asked();
    expect([state, data.unit, data.post]).toEqual([{ open: { awaiting: 'keeper' } }, 'gonjo-union', undefined]);
    expect(data.delays.acceptance).toBe(4 * 3_600_000);
    expect(to()).toEqual(KEEPERS);
  });

  test('a station that there is not is told at its field, and nothing is kept', async () => {
    const call = receive(stationHelp, aReport({ station: 'nowhere' }), { by: REPORTER.by, language: 'zh' });
    await expect(call).rejects.toMatchObject({ fields: [{ path: 'station', code: 'unknown-station' }] });
  });

  test('the form offers the stations, and no townships', async () => {
    const choices = await choicesOf(stationHelp, 'en');
    expect(Object.keys(choices)).toEqual(['station']);
    expect(choices.station?.map((o) => o.label)).toContain('Dongfeng Rest Station');
  });
});

describe('what is urgent', () => {
  test('and not accepted is asked of the keeping unit, then of the union’s lead, who is asked again', async () => {
    const { id } = await asked({ kind: 'urgent' });
    sent.splice(0);
    expect((await ran(id, 'acceptance')).data.unit).toBe('gonjo-union');
    expect(to()).toEqual(KEEPERS);
    sent.splice(0);
    await ran(id, 'acceptance');
    await ran(id, 'reminder');
    expect(to()).toEqual([...LEAD, ...LEAD]);
    const { history } = await read(id);
    expect(history.map((e) => e.event).filter((e) => e.startsWith('xstate.after.'))).toHaveLength(3);
  });

  test('and accepted is told to the others who were asked, and asked after until what was done is on record', async () => {
    const { id } = await asked({ kind: 'urgent' });
    sent.splice(0);
    await step(id, 'accept');
    expect(to()).toEqual(POST.filter((a) => a !== YESHE.id));
    expect(sent[0]?.text).toContain('益西 已接单');
    sent.splice(0);
    await ran(id, 'review');
    expect(to()).toEqual([YESHE.id]);
    expect((await step(id, 'record-help')).state).toEqual({ closed: 'helped' });
  });

  test('is no longer asked for once somebody has accepted', async () => {
    const { id } = await asked({ kind: 'urgent' });
    const before = await read(id);
    await step(id, 'accept');
    sent.splice(0);
    await deliver(stationHelp.life, effects, { ...before, state: (await read(id)).state, delivered: 1 });
    expect(sent).toEqual([]);
  });
});

test('a mediation is told of at each step to whoever asked', async () => {
  const { id } = await asked({ reporter: { email: 'dorje@rider.example' } });
  for (const action of ['accept', 'plan-mediation', 'record-mediation', 'record-check']) await step(id, action);
  const told = sent.filter((m) => m.to === 'dorje@rider.example').map((m) => m.subject);
  expect(told).toEqual(
    ['已收到', '正在调解', '已约好调解', '已达成协议', '协议已履行，办结'].map((stage) => `您的求助：${stage}`),
  );
});

test('what is not held, and what is not checked, is asked after', async () => {
  const { id } = await asked();
  await step(id, 'accept');
  await step(id, 'plan-mediation', { at: new Date(Date.now() + 3_600_000).toISOString() });
  sent.splice(0);
  await ran(id, 'mediation');
  expect(sent.map((m) => [m.to, m.subject.slice(0, 7)])).toEqual([[YESHE.id, '请记录调解结果']]);
  await step(id, 'record-mediation');
  sent.splice(0);
  await ran(id, 'check');
  await ran(id, 'lateCheck');
  expect(sent.map((m) => m.subject.slice(0, 7))).toEqual(['请回访协议履行', '请回访协议履行']);
});
