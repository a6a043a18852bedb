import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caller } from '../support/call.ts';
import { startEngine } from '../support/engine.ts';

const engine = await startEngine();
const { handler } = await import('../../functions/directory/api.ts');
const { seedDirectory } = await import('../../functions/directory/seed.ts');
const store = await import('../../functions/directory/store.ts');

afterAll(engine.stop);
beforeAll(async () => void (await seedDirectory()));

const ADMIN = 'tsering@medog-forestry.kora.example';
const PLATFORM = 'tenzin@platform.kora.example';
const RANGER = 'sangye@beibeng-rangers.kora.example';
const OTHER_RANGER = 'tashi@dexing-rangers.kora.example';
const TIP_OFFICER = 'migmar@lhasa-anti-drug.kora.example';

const BUREAU = 'medog-forestry';
const TEAM = 'beibeng-rangers';

const call = caller(handler);

const unit = async (id: string) =>
  (await call('GET /directory/units/{id}', { as: PLATFORM, params: { id } })).body as Record<string, unknown>;

/** What an administrator answers to a unit’s settings as they are to be from now on. */
const sets = async (id: string, settings: unknown, as = ADMIN) => {
  const { id: _, ...before } = await unit(id);
  return call('PUT /directory/units/{id}', { as, params: { id }, body: { ...before, settings } });
};

const seen = (id: string, as = ADMIN, lang = 'en') =>
  call('GET /directory/units/{id}/settings', { as, params: { id }, query: { lang } });

interface Shown {
  path: string;
  [more: string]: unknown;
}

/** A field as a person of the unit is shown it. */
const field = async (id: string, section: string, path: string, lang = 'en'): Promise<Shown | undefined> => {
  const { sections } = (await seen(id, ADMIN, lang)).body as { sections: { name: string; fields: Shown[] }[] };
  return sections.find((s) => s.name === section)?.fields.find((f) => f.path === path);
};

/** Stores what no administrator could set: as an older version had it, or somebody by hand. */
const byHand = async (id: string, settings: Record<string, unknown>) => {
  const before = await store.getUnit(id);
  if (!before) throw new Error(`no unit ${id}`);
  await store.putUnit({ ...before, settings }, { by: { id: 'x', name: 'x' }, at: '2026-04-06T01:20:00.000Z' });
};

describe('what an administrator changes', () => {
  test('is refused field by field where a unit could not work with it, and nothing changes', async () => {
    const before = await unit(BUREAU);
    const refused = await sets(BUREAU, {
      wildlife: { acceptance: { urgent: '10 minutes' }, revue: 'P2D' },
      wildlive: {},
      journal: { meeting: { time: '09:00' } },
      tips: 'soon',
    });
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-input' } });
    expect(refused.body.fields).toEqual([
      { path: 'settings.wildlive', code: 'unknown-field', message: 'is not a section of settings; wildlife is' },
      { path: 'settings.wildlife.revue', code: 'unknown-field', message: 'is not a setting; review is' },
      {
        path: 'settings.wildlife.acceptance.urgent',
        code: 'wrong-format',
        message: 'is not an ISO 8601 duration such as PT1M',
      },
      { path: 'settings.tips', code: 'wrong-type', message: 'is not an object of settings' },
      { path: 'settings.journal.meeting.time', code: 'out-of-order', message: expect.stringContaining('meeting') },
    ]);
    expect(await unit(BUREAU)).toEqual(before);
  });

  test.each([
    ['text', 'wildlife'],
    ['a list', []],
    ['nothing', null],
  ])('is no %s', async (_, settings) =>
    expect(await sets(BUREAU, settings)).toMatchObject({ status: 400, body: { fields: [{ path: 'settings' }] } }),
  );

  test('holds from then on, for the units below too', async () => {
    expect(await sets(BUREAU, { wildlife: { acceptance: { critical: 'PT10M' } } })).toMatchObject({ status: 200 });
    const name = 'Mêdog County Forestry and Grassland Bureau';
    expect(await field(BUREAU, 'wildlife', 'acceptance.critical')).toMatchObject({
      ...{ value: 'PT10M', from: { id: BUREAU, name }, default: 'PT15M' },
    });
    expect(await field(TEAM, 'wildlife', 'acceptance.critical')).toMatchObject({
      ...{ value: 'PT10M', from: { id: BUREAU, name } },
    });
    expect(await field(TEAM, 'wildlife', 'acceptance.urgent')).toEqual({
      ...{ path: 'acceptance.urgent', label: 'To be accepted within · Urgent', value: 'PT30M', default: 'PT30M' },
      schema: { type: 'string', format: 'duration', formatMinimum: 'PT1M', formatMaximum: 'P2D' },
      source: { kind: 'promise', text: expect.stringContaining('30 minutes (urgent)') },
    });
  });

  test('has to go with what is set above', async () => {
    expect(await sets(TEAM, { wildlife: { acceptance: { urgent: 'PT5M' } } })).toMatchObject({
      ...{ status: 400, body: { fields: [{ path: 'settings.wildlife.acceptance.urgent', code: 'out-of-order' }] } },
    });
    expect(await sets(TEAM, { wildlife: { acceptance: { urgent: 'PT12M' } } })).toMatchObject({ status: 200 });
  });

  test('is not asked about what else is wrong with it by somebody who may not change it', async () =>
    expect(await sets(BUREAU, { wildlive: {} }, RANGER)).toMatchObject({ status: 403, body: { code: 'not-admin' } }));
});

describe('what is stored and does not hold', () => {
  test('is passed over field by field, and shown with what is wrong', async () => {
    await byHand(BUREAU, {
      wildlife: { acceptance: { urgent: '10 minutes', critical: 'PT5M' }, review: 'P900D', revue: 'P2D' },
      gone: { days: 3 },
      public: { verified: 'yes' },
    });
    expect(await field(BUREAU, 'wildlife', 'acceptance.urgent')).toMatchObject({ value: 'PT30M' });
    expect(await field(BUREAU, 'wildlife', 'acceptance.critical')).toMatchObject({
      value: 'PT5M',
      from: { id: BUREAU },
    });
    const { ignored } = (await seen(TEAM)).body as { ignored: (Shown & { wrong: { path: string; code: string }[] })[] };
    expect(ignored.map(({ path, value, wrong }) => [path, value, ...wrong.map((w) => `${w.path} ${w.code}`)])).toEqual([
      ['gone', { days: 3 }, 'gone unknown-field'],
      ['public.verified', 'yes', 'public.verified wrong-type'],
      ['wildlife.revue', 'P2D', 'wildlife.revue unknown-field'],
      ['wildlife.acceptance.urgent', '10 minutes', 'wildlife.acceptance.urgent wrong-format'],
      ['wildlife.review', 'P900D', 'wildlife.review too-large'],
    ]);
    expect(ignored.every((i) => (i.unit as { id: string }).id === BUREAU)).toBe(true);
  });

  test('keeps no administrator from changing something else at once', async () => {
    const { settings } = await unit(BUREAU);
    const answer = await sets(BUREAU, { ...(settings as object), public: { verified: true } });
    expect(answer).toMatchObject({
      status: 200,
      body: { settings: { gone: { days: 3 }, public: { verified: true } } },
    });
    expect(await sets(BUREAU, {})).toMatchObject({ status: 200 });
    expect((await seen(BUREAU)).body.ignored).toEqual([]);
  });
});

describe('the settings of a unit', () => {
  test('are shown in the reader’s language', async () => {
    expect(await field(BUREAU, 'wildlife', 'acceptance.urgent', 'zh')).toMatchObject({ label: '接单时限 · 紧急' });
    expect(await field(BUREAU, 'request', 'callBack', 'zh')).toMatchObject({ measure: '工作日' });
    expect(await field(BUREAU, 'wildlife', 'approval.none', 'en')).toMatchObject({
      schema: { enum: ['county', 'prefecture', 'province', 'national'], labels: { county: 'County' } },
    });
    expect(await field(BUREAU, 'journal', 'enabled', 'bo')).toMatchObject({ value: null, none: expect.any(String) });
  });

  test.each([
    ['its administrator', ADMIN, BUREAU],
    ['an administrator above it', ADMIN, TEAM],
    ['the platform’s administrator', PLATFORM, TEAM],
    ['its people', RANGER, TEAM],
  ])('are shown to %s', async (_, as, id) => expect(await seen(id, as)).toMatchObject({ status: 200 }));

  test.each([
    ['nobody in particular', undefined, TEAM, 401, 'sign-in'],
    ['a stranger', 'stranger@x.example', TEAM, 403, 'not-staff'],
    ['people of a unit beside it', OTHER_RANGER, TEAM, 403, 'not-admin'],
    ['people of a unit below it', RANGER, BUREAU, 403, 'not-admin'],
    ['people of another line', TIP_OFFICER, TEAM, 403, 'not-admin'],
    ['an administrator of another unit', ADMIN, 'lhasa-anti-drug', 403, 'not-admin'],
    ['an administrator, of what is not there', ADMIN, 'no-such-team', 404, 'not-found'],
  ])('are not shown to %s', async (_, as, id, status, code) =>
    expect(await call('GET /directory/units/{id}/settings', { as, params: { id } })).toMatchObject({
      status,
      body: { code },
    }),
  );
});
