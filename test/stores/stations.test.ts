import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answered, type Call, caller } from '../support/call.ts';
import { startEngine } from '../support/engine.ts';
import { sent } from '../support/held.ts';

const engine = await startEngine();
const { seedDirectory } = await import('../../functions/directory/seed.ts');
const { seedStations } = await import('../../functions/stations/seed.ts');
const { stations: seeded } = await import('../../functions/stations/seeded.ts');
const { stationInput } = await import('../../functions/stations/schema.ts');
const { station, stations } = await import('../../functions/stations/lookup.ts');
const { fault } = await import('../../functions/stations/fault/fault.ts');
const { effects } = await import('../../functions/stations/fault/effects.ts');
const { opennessOf } = await import('../../functions/stations/views.ts');
const { getUnit, putUnit } = await import('../../functions/directory/store.ts');
const { forget } = await import('../../functions/directory/cache.ts');
const { deliver } = await import('../../shared/workflow/deliver.ts');
const { load } = await import('../../shared/workflow/store.ts');
const call = caller((await import('../../functions/stations/api.ts')).handler);

afterAll(engine.stop);
beforeAll(async () => {
  await seedDirectory();
  await seedStations();
});

const TSOMO = 'tsomo@gonjo-union.kora.example';
const NGODUP = 'ngodup@gonjo-union.kora.example';
const POLICE = 'palden@gonjo-dongfeng.kora.example';
const STRANGER = 'sonam@medog-forestry.kora.example';
const ADMIN = 'tenzin@platform.kora.example';
const DONGFENG = 'gonjo-dongfeng';
const PAGE = { accept: 'text/html' };

const get = (id: string, more: Call = {}) => call('GET /stations/{id}', { params: { id }, ...more });
const find = async (query: Record<string, string>) => {
  forget();
  const { body } = await call('GET /stations', { query });
  return body.stations as { id: string; distance?: number; open: { now: boolean } }[];
};
const kept = (id: string, as = TSOMO) => call('GET /stations/kept/{id}', { params: { id }, as });
const put = (id: string, as: string, version: number, body: unknown) =>
  call('PUT /stations/{id}', { params: { id }, as, query: { version: String(version) }, body });
const valuesOf = async (id: string) => stationInput.strip().parse((await kept(id, ADMIN)).body.values);
const report = (id: string, body: object, more: Call = {}) =>
  call('POST /stations/{id}/faults', {
    params: { id },
    body: { facility: 'water', trouble: 'empty', ...body },
    ...more,
  });
const act = (id: string, action: string, as: string, body: object = {}) =>
  call('POST /stations/faults/{id}/actions/{action}', { params: { id, action }, as, body });
const brokenIn = ({ body }: Answered): Record<string, { count: number; extent: string }> =>
  Object.fromEntries(
    body.facilities.flatMap((f: { id: string; broken?: object }) => (f.broken ? [[f.id, f.broken]] : [])),
  );
const openFaults = async (id: string) =>
  (await kept(id)).body.faults as {
    id: string;
    facility: string;
    count: number;
    version: number;
    actions: { action: string }[];
  }[];
const fieldsOf = ({ body }: Answered) =>
  (body.fields ?? []).map((f: { path: string; code: string }) => `${f.path} ${f.code}`);

/** Keys of catalogues that stand in a page where their words should. */
const unworded = (page: string) =>
  page.replace(/<script.*?<.script>/gs, '').match(/[>"](station|screen|field|choice|hint|error|form)\.[a-z.-]+[<"]/g) ??
  [];

describe('the seed', () => {
  test('puts the three stations there once, and leaves what was changed', async () => {
    const before = await stations();
    expect(before.map((s) => s.id)).toEqual(seeded.map((s) => s.id).sort());
    await seedStations();
    forget();
    expect(await stations()).toEqual(before);
    expect(await station('no-such')).toBeUndefined();
  });
});

describe('a station', () => {
  test('is told with its unit, its post, whether it is open, and what it has', async () => {
    const { status, body } = await get(DONGFENG, { query: { lang: 'en' } });
    expect([status, body]).toMatchObject([
      200,
      {
        name: 'Dongfeng Rest Station',
        unit: { id: 'gonjo-union', name: 'Gonjo County Trade Union' },
        post: { id: 'gonjo-dongfeng-post', name: 'Dongfeng Police Post' },
        open: { now: true },
        version: 1,
      },
    ]);
    expect(body.approximate).toMatch(/没有公布/);
    expect(body.facilities.map((f: { id: string }) => f.id)).toContain('charging-socket');
    expect((await get('no-such')).status).toBe(404);
    expect((await get('NO')).status).toBe(400);
  });

  test('has pages in three languages without a script, of which none is large', async () => {
    for (const lang of ['zh', 'bo', 'en'])
      for (const at of ['', '/sheet', '/screen', '/help']) {
        const { status, text, headers } = await call(`GET /stations/{id}${at}`, {
          ...{ params: { id: DONGFENG }, headers: PAGE, query: { lang } },
        });
        expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
        expect(Buffer.byteLength(text)).toBeLessThan(50_000);
        expect(text.includes('<script')).toBe(at === '/screen');
        expect(unworded(text)).toEqual([]);
      }
  });

  test('is told on a sheet by its own address', async () => {
    const { text } = await call('GET /stations/{id}/sheet', { params: { id: DONGFENG }, headers: PAGE });
    expect(text).toContain('https://kora.example/stations/gonjo-dongfeng');
    const { default: decode } = await import('qr/decode.js');
    const { encodeQR } = await import('qr');
    const address = 'https://kora.example/stations/gonjo-dongfeng';
    const raw = encodeQR(address, 'raw', { ecc: 'quartile', border: 4, scale: 4 });
    expect(text).toContain(encodeQR(address, 'svg', { ecc: 'quartile', border: 4 }).slice(5));
    const data = new Uint8Array(raw.flat().flatMap((dark) => (dark ? [0, 0, 0, 255] : [255, 255, 255, 255])));
    expect(decode({ width: raw.length, height: raw.length, data })).toBe(address);
  });

  test('asks for help with the station chosen', async () => {
    const { text } = await call('GET /stations/{id}/help', { params: { id: DONGFENG }, headers: PAGE });
    expect(text).toContain('action="/reports/station-help?lang=zh"');
    expect(text).toMatch(/value="gonjo-dongfeng"( checked| selected)/);
  });
});

describe('whoever keeps a station', () => {
  test('changes all of it, from the version that was looked at', async () => {
    const values = await valuesOf(DONGFENG);
    const changed = {
      ...values,
      coordinates: { latitude: 30.8601, longitude: 98.2702 },
      approximate: undefined,
      hours: { ...values.hours, sunday: 'closed' },
      facilities: [...values.facilities, { kind: 'microwave', count: 1 }],
    };
    const { status, body } = await put(DONGFENG, NGODUP, 1, changed);
    expect([status, body]).toMatchObject([200, { version: 2, hours: { sunday: 'closed' } }]);
    expect(body.approximate).toBeUndefined();
    expect((await put(DONGFENG, TSOMO, 1, changed)).body.code).toBe('stale');
    expect((await put(DONGFENG, TSOMO, 0, changed)).body.code).toBe('stale');
    expect((await get(DONGFENG)).body.facilities.map((f: { id: string }) => f.id)).toContain('microwave');
  });

  test('are the people of its unit and administrators above it, nobody else', async () => {
    const values = await valuesOf('gonjo-kaixuan');
    for (const as of [STRANGER, POLICE]) expect((await put('gonjo-kaixuan', as, 1, values)).status).toBe(403);
    expect((await kept('gonjo-kaixuan', STRANGER)).status).toBe(403);
    expect((await put('gonjo-kaixuan', ADMIN, 1, values)).status).toBe(200);
    expect((await put('gonjo-kaixuan', NGODUP, 2, { ...values, unit: 'medog-forestry' })).status).toBe(403);
  });

  test.each([
    [{ hours: { monday: 'always' } }, ['hours.monday wrong-format']],
    [{ areas: ['549999'] }, ['areas.0 unknown-area']],
    [{ areas: [] }, ['areas too-small']],
    [{ post: 'no-such-post' }, ['post unknown-unit']],
    [{ facilities: [{ kind: 'charging' }] }, ['facilities.0.connector required']],
    [{ facilities: [{ kind: 'sauna' }] }, ['facilities.0.kind not-a-choice']],
    [{ closings: [{ from: '2026-12-02', to: '2026-12-01' }] }, ['closings.0.to before-start']],
    [{ colour: 'red' }, ['colour unknown-field']],
    [{ name: { zh: '' } }, ['name.zh too-short']],
  ])('is told what is wrong with %j', async (change, wrong) => {
    const values = await valuesOf('gonjo-gongsang');
    const hours = { ...values.hours, ...(change as { hours?: object }).hours };
    const answer = await put('gonjo-gongsang', TSOMO, 1, { ...values, ...change, hours });
    expect([answer.status, fieldsOf(answer)]).toEqual([400, wrong]);
  });

  test('adds one, if they lead the unit', async () => {
    const values = await valuesOf('gonjo-gongsang');
    expect((await put('gonjo-new', NGODUP, 0, values)).status).toBe(403);
    expect((await put('gonjo-new', STRANGER, 0, values)).status).toBe(403);
    expect((await put('gonjo-new', TSOMO, 1, values)).status).toBe(404);
    expect((await put('faults', TSOMO, 0, values)).status).toBe(400);
    expect((await put('gonjo-new', TSOMO, 0, { ...values, name: { zh: '新驿站' } })).body).toMatchObject({
      version: 1,
    });
    expect((await put('gonjo-new', TSOMO, 0, values)).body.code).toBe('stale');
  });

  test('sees the stations of their units, and a form that holds what there is', async () => {
    forget();
    const { body } = await call('GET /stations/kept', { as: TSOMO });
    expect(body.stations).toHaveLength(4);
    expect(body.add.options.unit).toEqual([{ value: 'gonjo-union', label: '贡觉县总工会' }]);
    expect((await call('GET /stations/kept', { as: NGODUP })).body.add).toBeUndefined();
    expect((await call('GET /stations/kept', { as: STRANGER })).body).toEqual({ stations: [], faults: [] });
    expect((await call('GET /stations/kept', { as: ADMIN })).body.stations).toHaveLength(4);
    const { edit, values, version } = (await kept(DONGFENG)).body;
    expect(edit.options.post.map((p: { value: string }) => p.value)).toEqual([
      'gonjo-dongfeng-post',
      'gonjo-gongsang-post',
      'gonjo-kaixuan-post',
    ]);
    expect(edit.options.areas).toContainEqual({ value: '540322100', label: '莫洛镇' });
    expect((await put(DONGFENG, TSOMO, version, values)).status).toBe(200);
  });
});

test('a station that closes on holidays does so on the country’s and on those of its unit', async () => {
  const values = await valuesOf('gonjo-kaixuan');
  const { version } = (await kept('gonjo-kaixuan')).body;
  const { body } = await put('gonjo-kaixuan', TSOMO, version, { ...values, holidays: 'closed' });
  const unit = await getUnit('gonjo-union');
  if (!unit) throw new Error('the union is gone');
  const off = [{ name: '望果节', from: '2026-08-10', to: '2026-08-12' }];
  await putUnit(
    { ...unit, settings: { ...unit.settings, calendar: { off } } },
    { by: { id: 'x', name: 'x' }, at: '2026-01-01' },
  );
  const noon = async (date: string) => (await opennessOf(body, `${date}T04:00:00.000Z`)).open;
  expect(await Promise.all(['2026-10-01', '2026-08-11', '2026-08-13'].map(noon))).toEqual([false, false, true]);
  expect((await opennessOf({ ...body, holidays: 'as-usual' }, '2026-10-01T04:00:00.000Z')).open).toBe(true);
});

describe('the search', () => {
  test('puts the nearest first, and says how far it is', async () => {
    const [first] = await find({ near: '30.86013,98.2702', open: 'true', facility: 'seats' });
    expect([first?.id, first?.distance]).toEqual([DONGFENG, 3]);
    expect((await find({ q: '凯旋' })).map((s) => s.id)).toEqual(['gonjo-kaixuan']);
    expect((await find({ area: '540322' })).length).toBe(4);
    expect(await find({ area: '540102' })).toEqual([]);
    expect(await find({ limit: '1' })).toHaveLength(1);
  });

  test.each<Record<string, string>>([
    { near: 'here' },
    { near: '91.123,1' },
    { area: 'x' },
    { limit: '0' },
    { open: 'yes' },
    { facility: 'A b' },
  ])('refuses %j', async (query) => expect((await call('GET /stations', { query })).status).toBe(400));

  test('has a page that keeps what was asked for, and shows nothing that was typed as markup', async () => {
    const { text } = await call('GET /stations', {
      ...{ headers: PAGE, query: { q: '"><script>alert(1)</script>', facility: 'water', open: 'true', lang: 'en' } },
    });
    expect(text).toContain('<option value="water" selected>');
    expect(text).toContain('There is no such station.');
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('value="true" checked');
  });
});

describe('a fault', () => {
  test('marks its facility at once; a further report joins it; the unit is told once', async () => {
    const { status, body } = await report(DONGFENG, { words: '桶空了' });
    expect([status, body]).toEqual([201, { station: DONGFENG, facility: 'water', count: 1, joined: false }]);
    expect(brokenIn(await get(DONGFENG))).toMatchObject({ water: { count: 1, extent: 'some' } });
    expect((await report(DONGFENG, { extent: 'all' })).body).toMatchObject({ count: 2, joined: true });
    expect(brokenIn(await get(DONGFENG))).toMatchObject({ water: { count: 2, extent: 'all' } });
    expect((await find({ facility: 'water' })).map((s) => s.id)).not.toContain(DONGFENG);
    const [open] = await openFaults(DONGFENG);
    const record = await load(fault, open?.id ?? '');
    if (!record) throw new Error('the fault is gone');
    await deliver(fault, effects, record);
    expect(sent.map((m) => m.to)).toEqual([NGODUP, TSOMO, 'wangfang@gonjo-union.kora.example'].sort());
    expect(sent[0]).toMatchObject({
      subject: '报修：东风警务站爱心驿站 饮用水',
      link: { url: 'https://kora.example/desk/station/?id=gonjo-dongfeng' },
    });
  });

  test('is taken notice of and mended by its unit, and the mark goes', async () => {
    const [open] = await openFaults(DONGFENG);
    const id = open?.id ?? '';
    expect((await act(id, 'mended', STRANGER, { note: '好了' })).status).toBe(403);
    expect((await act(id, 'acknowledge', NGODUP, { until: '2020-01-01' })).status).toBe(400);
    expect((await act(id, 'acknowledge', NGODUP)).body).toMatchObject({ stage: 'acknowledged', count: 2 });
    expect(brokenIn(await get(DONGFENG))).toMatchObject({ water: { acknowledged: true } });
    expect((await act(id, 'acknowledge', NGODUP)).body.code).toBe('not-possible');
    expect((await act(id, 'mended', NGODUP)).status).toBe(400);
    expect((await act(id, 'mended', NGODUP, { note: '换了新桶' })).body).toMatchObject({
      stage: 'mended',
      actions: [],
    });
    expect(brokenIn(await get(DONGFENG))).toEqual({});
    expect((await kept(DONGFENG)).body).toMatchObject({ faults: [], closed: [{ id, stage: 'mended' }] });
    expect((await report(DONGFENG, {})).body).toMatchObject({ count: 1, joined: false });
  });

  test('that is dangerous is told as such, whoever else reported it before', async () => {
    const socket = { facility: 'charging-socket', trouble: 'broken' };
    await report('gonjo-kaixuan', socket);
    const shown = async () => (await get('gonjo-kaixuan', { headers: PAGE, query: { lang: 'en' } })).text;
    expect(await shown()).not.toContain('Dangerous');
    await report('gonjo-kaixuan', { ...socket, trouble: 'unsafe' });
    expect(await shown()).toContain('Dangerous: do not use it');
    const [open] = await openFaults('gonjo-kaixuan');
    await act(open?.id ?? '', 'mended', TSOMO, { note: '换了' });
    expect(await shown()).not.toContain('Dangerous');
  });

  test('is nothing that the station does not have', async () => {
    const answer = await report(DONGFENG, { facility: 'sauna' });
    expect([answer.status, fieldsOf(answer)]).toEqual([400, ['facility not-a-choice']]);
    expect((await report('no-such', {})).status).toBe(404);
    expect(fieldsOf(await report(DONGFENG, { trouble: 'evil', words: 'x'.repeat(501) })).sort()).toEqual([
      'trouble not-a-choice',
      'words too-long',
    ]);
  });

  test('sent again under its key is the same; another under that key is refused', async () => {
    const more = { headers: { 'idempotency-key': 'a-phone-1' } };
    const first = await report('gonjo-kaixuan', { words: '一' }, more);
    expect((await report('gonjo-kaixuan', { words: '一' }, more)).body).toEqual(first.body);
    expect((await report('gonjo-kaixuan', { words: '二' }, more)).body.code).toBe('report-taken');
    const joining = { once: 'a'.repeat(20), words: '三' };
    const joined = await report('gonjo-kaixuan', joining);
    expect([joined.body, (await report('gonjo-kaixuan', joining)).body]).toEqual([
      { station: 'gonjo-kaixuan', facility: 'water', count: 2, joined: true },
      joined.body,
    ]);
    const [open] = await openFaults('gonjo-kaixuan');
    await act(open?.id ?? '', 'not-found', TSOMO, { note: '有水' });
    expect((await report('gonjo-kaixuan', joining)).body).toMatchObject({ count: 2 });
    expect(await openFaults('gonjo-kaixuan')).toEqual([]);
  });

  test('reported by many at the same moment is one fault, and each is counted once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        report(
          'gonjo-gongsang',
          { facility: 'charging-socket', trouble: 'broken' },
          { headers: { 'idempotency-key': `p${i % 6}` } },
        ),
      ),
    );
    const taken = answers.filter((a) => a.status === 201).length;
    const [open, ...more] = await openFaults('gonjo-gongsang');
    expect([taken, open?.count, more]).toEqual([8, 6, []]);
  });

  test('comes back with what was filled in where a form was wrong, and thanks where it was right', async () => {
    const send = (form: string) =>
      call('POST /stations/{id}/faults', { params: { id: DONGFENG }, query: { lang: 'en' }, headers: PAGE, form });
    const wrong = await send('facility=books&trouble=&extent=some&words=torn');
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('torn</textarea>');
    expect(wrong.text).toContain('href="#fault-trouble"');
    const right = await send('facility=books&trouble=missing&extent=some&words=torn&once=0123456789abcdef0123');
    expect([right.status, right.text]).toEqual([201, expect.stringContaining('Thank you')]);
    expect(right.text).toContain(`href="/stations/${DONGFENG}?lang=bo"`); // other languages: the station, not this answer
  });

  test.each([{ unit: 'kora-platform' }, { active: false }])(
    'keeps a station as it is until it is closed: %j',
    async (change) => {
      const values = await valuesOf('gonjo-gongsang');
      const { version } = (await kept('gonjo-gongsang')).body;
      expect((await put('gonjo-gongsang', ADMIN, version, { ...values, ...change })).body.code).toBe('faults-open');
    },
  );
});

describe('a station that is given up', () => {
  const ID = 'gonjo-new';
  const setActive = async (active: boolean) => {
    const { values, version } = (await kept(ID)).body;
    const { status } = await put(ID, TSOMO, version, { ...values, active });
    expect(status).toBe(200);
    forget();
  };

  test('is shown to the public no more, wherever its codes still hang', async () => {
    await setActive(false);
    expect((await find({})).map((s) => s.id)).not.toContain(ID);
    for (const below of ['', '/sheet', '/screen', '/help']) {
      const { status, text } = await call(`GET /stations/{id}${below}`, { params: { id: ID }, headers: PAGE });
      expect([status, text]).toEqual([410, expect.stringMatching(/这个驿站已经撤销[\s\S]*href="\/stations\?lang=zh"/)]);
    }
    expect((await get(ID)).body.code).toBe('station-gone');
    expect((await report(ID, {})).status).toBe(410);
  });

  test('takes neither calls for help nor notices', async () => {
    const { stationHelp } = await import('../../functions/station-help/case.ts');
    const { write } = await import('../../functions/notices/write.ts');
    expect((await stationHelp.choices?.('zh'))?.station?.map((s) => s.value)).not.toContain(ID);
    await expect(stationHelp.placeOf?.({ station: ID } as never)).rejects.toMatchObject({ code: 'invalid-input' });
    const text = { zh: { title: '停水', body: '停水' } };
    const notice = { kind: 'notice' as const, text, area: '540322', stations: [ID], until: '2026-12-31' };
    const by = { kind: 'staff' as const, id: TSOMO };
    await expect(write('gonjo-union', notice, { by, at: '2026-12-01T00:00:00.000Z' })).rejects.toMatchObject({
      fields: [{ path: 'stations.0', code: 'unknown-station' }],
    });
  });

  test('keeps its record, and may be taken into service again', async () => {
    const { body } = await call('GET /stations/kept', { as: TSOMO });
    expect(body.stations.find((s: { id: string }) => s.id === ID)).toMatchObject({ active: false });
    await setActive(true);
    expect((await get(ID)).status).toBe(200);
    expect((await find({})).map((s) => s.id)).toContain(ID);
  });
});
