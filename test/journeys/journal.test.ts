import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Kora, startKora } from '../support/app.ts';

/** A community's week with its journal, over HTTP: from the plan to the verified rectification, as the clock goes on. */

const UNIT = 'jiarong-community';
const FIRST = 'dekyi.wangmo@jiarong.kora.example';
const [YANGKI, PENPA] = ['yangki@jiarong.kora.example', 'penpa@jiarong.kora.example'];
const STRANGER = 'sonam@medog-forestry.kora.example';
const WEEK = '2026-11-30';

let kora: Kora;

beforeAll(async () => {
  kora = await startKora({ at: '2026-11-27T02:00:00.000Z' });
});
afterAll(() => kora?.stop());

const get = async (as: string, path: string) => (await kora.api('GET', path, { as })).body;
const post = (as: string, path: string, body: unknown = {}) => kora.api('POST', path, { as, body });
const mine = async (as: string) => (await get(as, `/journal/units/${UNIT}/mine`)).journal;
const subjects = async (to: string) => (await kora.mail(to)).map((m) => m.subject);

const half = (what: string) => ({ what, why: '走访时没有记录', follows: '每天回访一户并登记' });

describe('a week of the journal', () => {
  test('begins for everybody with the week of duty', async () => {
    await kora.setClock('2026-11-30T01:10:00.000Z');
    const week = await get(YANGKI, `/journal/units/${UNIT}/week`);
    expect(week).toMatchObject({ week: WEEK, meeting: { stage: { code: 'gathering' } } });
    expect(week.people).toHaveLength(11);
  });

  test('reminds of what is not done, and of nothing that is', async () => {
    const { id } = await mine(YANGKI);
    expect((await post(YANGKI, `/journal/weeks/${id}/actions/plan`, { items: ['走访三户'] })).status).toBe(200);
    await kora.setClock('2026-11-30T03:05:00.000Z');
    expect(await subjects(PENPA)).toContain('请写本周计划（2026-W49）');
    expect(await subjects(YANGKI)).not.toContain('请写本周计划（2026-W49）');
  });

  test('takes both halves or nothing, and makes a rectification of the least satisfying', async () => {
    await kora.setClock('2026-12-04T06:30:00.000Z');
    const { id } = await mine(YANGKI);
    const reflect = (body: unknown) => post(YANGKI, `/journal/weeks/${id}/actions/reflect`, body);
    expect(await reflect({ most: half('调解了纠纷') })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'least' }] },
    });
    expect((await reflect({ most: half('调解了纠纷'), least: half('没有回访') })).status).toBe(200);
    await kora.settle();
    expect((await mine(YANGKI)).rectification).toMatch(/^[0-9a-f]{20}$/);
  });

  test('is told to the first secretary where it is missing, and shared in the meeting', async () => {
    await kora.setClock('2026-12-04T09:05:00.000Z');
    expect(await subjects(FIRST)).toContain('10 人未交双最反思（2026-W49）');
    const { id } = await get(FIRST, `/journal/units/${UNIT}/meeting`);
    for (const action of ['start', 'next', 'next'])
      expect((await post(FIRST, `/journal/meetings/${id}/actions/${action}`)).status).toBe(200);
    await post(FIRST, `/journal/meetings/${id}/actions/conclude`, { attended: [YANGKI, PENPA] });
    await kora.settle();
    expect(await subjects(PENPA)).toContain('加荣社区：双最周记纪要（2026-W49）');
    expect((await mine(YANGKI)).stage).toBe('shared');
  });

  test('ages until somebody else has verified it', async () => {
    await kora.setClock('2026-12-14T00:35:00.000Z');
    expect(await subjects(YANGKI)).toContain('整改逾期：没有回访');
    const [owed] = (await get(PENPA, `/journal/units/${UNIT}/rectifications`)).rectifications;
    expect(owed).toMatchObject({ owner: { id: YANGKI }, overdue: true, ageDays: 10 });
    const act = (as: string, action: string, body: unknown = {}) =>
      post(as, `/journal/rectifications/${owed.id}/actions/${action}`, body);
    expect((await act(YANGKI, 'finish', { evidence: '回访五户' })).status).toBe(200);
    expect(await act(YANGKI, 'verify')).toMatchObject({ status: 403, body: { code: 'four-eyes' } });
    expect((await act(PENPA, 'verify')).body).toMatchObject({ stage: 'verified' });
    await kora.settle();
    const record = await get(YANGKI, `/growth/units/${UNIT}/record`);
    expect(record.totals.rectification).toBe(1);
    expect(await get(YANGKI, `/journal/units/${UNIT}/figures`)).toMatchObject({ closingRate: 1, medianDays: 10 });
  });

  test('is seen by nobody from outside', async () => {
    for (const path of ['week', 'meeting', 'rectifications', 'figures'])
      expect((await kora.api('GET', `/journal/units/${UNIT}/${path}`, { as: STRANGER })).status).toBe(403);
  });
});
