import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Mail } from '../../shared/mail.ts';
import type { LifeRecord, Step } from '../../shared/workflow/lifecycle.ts';
import { startEngine } from '../support/engine.ts';
import { sent } from '../support/held.ts';

const engine = await startEngine();
const { seedDirectory } = await import('../../functions/directory/seed.ts');
const { getUnit, putSpecies, putUnit } = await import('../../functions/directory/store.ts');
const { forget } = await import('../../functions/directory/cache.ts');
const { readToken } = await import('../../functions/cases/links.ts');
const { actorByEmail } = await import('../../shared/actor.ts');
const { staffDoer } = await import('../../shared/workflow/open-actions.ts');
const { wildlife } = await import('../../functions/wildlife/case.ts');
const { effects } = await import('../../functions/wildlife/jobs.ts');
const { messages } = await import('../../functions/wildlife/messages.ts');
const { options, resolve } = await import('../../functions/wildlife/resolve.ts');
const { queuePage } = await import('../../functions/cases/queue.ts');
const { rewardFactsOf } = await import('../../functions/wildlife/reward-facts.ts');
const { handler: species } = await import('../../functions/wildlife/api.ts');
const { translator } = await import('../../shared/i18n.ts');
const { act } = await import('../../shared/workflow/act.ts');
const { begin } = await import('../../shared/workflow/decide.ts');
const { deliver } = await import('../../shared/workflow/deliver.ts');
const { create, load } = await import('../../shared/workflow/store.ts');
const { dataOf, INPUTS, SANGYE } = await import('../support/wildlife.ts');

afterAll(engine.stop);
beforeAll(async () => void (await seedDirectory()));
beforeEach(() => void sent.splice(0));

const t = translator('zh', messages);
const OFFICIALS = ['lixuemei', 'pema', 'sonam'].map((n) => `${n}@medog-forestry.kora.example`);
const RANGERS = ['choden', 'dorje', 'sangye'].map((n) => `${n}@beibeng-rangers.kora.example`);

const at = () => new Date().toISOString();
const minutesAgo = (n: number) => new Date(Date.now() - n * 60_000).toISOString();
let made = 0;

const read = async (id: string) =>
  (await load(wildlife.life, id)) as NonNullable<Awaited<ReturnType<typeof load>>> as LifeRecord<
    ReturnType<typeof dataOf>
  >;

/** Delivers what the record asks for, and what its follow-ups ask for. */
const settle = async (id: string) => {
  for (let record = await read(id); record.delivered < record.version; record = await read(id))
    await deliver(wildlife.life, effects, record);
  return read(id);
};

/** A report that has come in, been triaged and mailed about. */
const reported = async (change: Record<string, unknown> = {}, area = '540423206') => settle(await stored(change, area));

/** A report that has come in, and nothing more. */
const stored = async (change: Record<string, unknown>, area: string) => {
  made += 1;
  const id = made.toString(16).padStart(32, '0');
  const data = { ...dataOf({ foundAt: minutesAgo(10), ...change }), area };
  await create(
    wildlife.life,
    begin(wildlife.life, id, data, { type: 'report', at: at(), by: { kind: 'reporter', id: 'reporter' } }),
  );
  return id;
};

/** What a person of the team names, as the case is to remember it. */
type Named = Parameters<typeof resolve>;
const resolves = async (action: Named[0], input: Named[1], record: Named[2], part?: Named[3]) =>
  resolve(action, input, record, part, staffDoer(await actorByEmail(SANGYE.id)));

/** A person's step with its input resolved, delivered. */
const does = async (
  id: string,
  type: string,
  input: Record<string, unknown> = INPUTS[type] ?? {},
  more: Partial<Step> = {},
) => {
  const record = await read(id);
  const parts = record.data.animals.filter((a) => more.parts?.includes(a.id));
  const doer = staffDoer(await actorByEmail((more.by ?? SANGYE).id));
  const resolved = await resolve(type, input, record, parts as never, doer);
  await act(wildlife.life, id, { type, at: at(), by: SANGYE, input: resolved, ...more });
  return settle(id);
};

const runsOut = async (id: string) => {
  const [clock = '', running] = Object.entries((await read(id)).clocks)[0] ?? [];
  await act(wildlife.life, id, {
    type: running?.event ?? '',
    at: at(),
    by: { kind: 'system', id: 'kora' },
    clock,
    parts: running?.parts,
  });
  return settle(id);
};

const to = () => sent.map((m) => m.to).sort();
const fields = (e: unknown) => (e as { fields: { path: string; code: string }[] }).fields.map((f) => [f.path, f.code]);
const tokenOf = (m: Mail | undefined) => readToken(m?.link?.url.split('token=')[1] ?? '', at());

describe('triage', () => {
  test('numbers, classifies, rates and places a report, and asks the team by a link that stays good', async () => {
    const record = await reported();
    expect(record.state).toEqual({ awaiting: 'team' });
    expect(record.data).toMatchObject({
      ...{ number: expect.stringMatching(/^W\d\d-540423-\d{4}$/), unit: 'beibeng-rangers', bureau: 'medog-forestry' },
      ...{ urgency: 'urgent', identification: { status: 'listed', nameZh: '红头咬鹃', classCode: 'national-2' } },
    });
    expect(to()).toEqual(RANGERS);
    expect(tokenOf(sent[0])).toMatchObject({
      id: record.id,
      version: record.version,
      action: 'accept',
      person: sent[0]?.to,
    });
  });

  test('gives a report from where no route leads to the platform, so that it is not lost', async () => {
    const record = await reported({}, '540102002');
    expect(record.data).toMatchObject({ unit: 'kora-platform', bureau: 'kora-platform' });
    expect(to()).toEqual(['office@platform.kora.example']);
  });

  test('goes on by the default where what is stored as a setting is none', async () => {
    const unit = await getUnit('medog-forestry');
    if (!unit) throw new Error('the bureau is not there');
    const change = { by: { id: 'x', name: 'x' }, at: at() };
    const wrong = { acceptance: { urgent: '10 minutes', critical: 'PT5M' } };
    const stored = await putUnit({ ...unit, settings: { wildlife: wrong } }, change);
    const record = await reported();
    expect(record.state).toEqual({ awaiting: 'team' });
    expect(record.data.delays.acceptance).toBe(30 * 60_000);
    const critical = await reported({ peopleInDanger: true });
    expect(critical.data.delays.acceptance).toBe(5 * 60_000);
    await putUnit({ ...stored, settings: {} }, change);
  });

  test('delivered twice changes nothing', async () => {
    const record = await reported();
    await deliver(wildlife.life, effects, { ...record, delivered: 0 });
    expect((await read(record.id)).version).toBe(record.version);
  });

  test('leaves a name that no list knows to a person', async () => {
    const record = await reported({ species: '喜山鸢' });
    expect(record.data.identification).toMatchObject({ status: 'open', nameZh: '喜山鸢' });
    expect(record.data.identification?.classCode).toBeUndefined();
    expect((await options('identify', record, t)).speciesKey?.[0]).toEqual({
      value: 'milvus-migrans',
      label: '黑鸢 国家二级',
    });
    const settled = await does(record.id, 'identify', { speciesKey: 'milvus-migrans' });
    expect(settled.data.identification).toMatchObject({ status: 'settled', nameZh: '黑鸢', classCode: 'national-2' });
  });

  test('tells the reporter in their language, if there is an address', async () => {
    await reported({ reporter: { email: 'a@x.example' } });
    expect(sent.filter((m) => m.to === 'a@x.example').map((m) => m.language)).toEqual(['zh']);
  });
});

describe('escalation', () => {
  test('asks officials, then the lead, each once; whoever was asked is not asked again', async () => {
    const { id } = await reported({ species: '蛇', foundAt: minutesAgo(3000) });
    sent.splice(0);
    await runsOut(id);
    expect(to()).toEqual(OFFICIALS);
    expect(tokenOf(sent[0])).toMatchObject({ action: 'accept', person: sent[0]?.to });
    sent.splice(0);
    await runsOut(id);
    expect(to()).toEqual(['office@medog-forestry.kora.example']);
    expect(sent[0]?.link?.url).toContain('/desk/case/');
  });

  test('stops once somebody has accepted', async () => {
    const { id } = await reported();
    const record = await does(id, 'accept');
    sent.splice(0);
    await deliver(wildlife.life, effects, { ...record, delivered: 1 });
    expect(sent.filter((m) => m.subject.includes('请接单'))).toEqual([]);
  });
});

describe('duplicates', () => {
  test('are proposed, merged by number, and the case that is kept and its responder are told', async () => {
    const first = await reported({ species: '眼镜王蛇', foundAt: minutesAgo(21) });
    const second = await reported({ species: '蛇', foundAt: minutesAgo(10) });
    expect(second.data.duplicates.map((d) => d.id)).toContain(first.id);
    sent.splice(0);
    const merged = await does(second.id, 'merge', { into: first.data.number });
    expect(wildlife.stage(merged.state)).toBe('duplicate');
    const kept = await settle(first.id);
    expect(kept.data.merged.map((m) => m.id)).toEqual([second.id]);
    expect(to()).toEqual(RANGERS);
    expect(tokenOf(sent[0])).toMatchObject({ id: first.id, version: kept.version });
    await deliver(wildlife.life, effects, { ...merged, delivered: merged.version - 1 });
    expect((await read(first.id)).data.merged).toHaveLength(1);
    const facts = await rewardFactsOf(kept);
    expect(facts?.reports.map((r) => [r.caseId, r.valid])).toEqual([
      [first.id, true],
      [second.id, true],
    ]);
    await does(second.id, 'reopen');
    expect((await settle(first.id)).data.merged).toEqual([]);
  });

  test('that come in at the same moment are still found, and the button that is sent then is good', async () => {
    const at = { coordinates: { latitude: 29.01, longitude: 95.01 }, township: '540423201', words: '渡口' };
    const change = { species: '绿孔雀', condition: 'dead', count: 2, place: at };
    const both = await Promise.all([1, 2].map(() => stored(change, '540423201')));
    const images = await Promise.all(both.map(read));
    await Promise.all(images.map((record) => deliver(wildlife.life, effects, record)));
    await Promise.all(both.map(settle));
    const [a, b] = await Promise.all(both.map(read));
    expect([a, b].some((r) => r?.data.duplicates.some((d) => both.includes(d.id)))).toBe(true);
    expect([a, b].some((r) => r?.data.cluster?.length === 2)).toBe(true);
    expect(sent.some((m) => m.subject.includes('警报'))).toBe(true);
    const told = sent.find((m) => m.subject.includes('可能重复') && m.link?.url.includes('token='));
    expect([a, b].map((r) => r?.version)).toContain(tokenOf(told).version);
  });

  test.each([
    ['itself', async (id: string) => ({ into: id })],
    ['what is not there', async () => ({ into: 'W26-540423-9999' })],
  ])('are not merged into %s', async (_, input) => {
    const { id } = await reported();
    const refused = await does(id, 'merge', await input(id)).catch(fields);
    expect(refused).toEqual([['into', 'unknown-case']]);
  });

  test('are not merged into a case of another team, which is answered as one that there is not; the bureau may', async () => {
    const own = await reported({ species: '蛇' });
    const theirs = await reported({ species: '眼镜王蛇', foundAt: minutesAgo(21) }, '540423205');
    expect([own.data.unit, theirs.data.unit]).toEqual(['beibeng-rangers', 'dexing-rangers']);
    for (const into of [theirs.id, theirs.data.number])
      expect(await does(own.id, 'merge', { into }).catch(fields)).toEqual([['into', 'unknown-case']]);
    expect((await read(theirs.id)).data.merged).toEqual([]);
    const official = { kind: 'staff' as const, id: OFFICIALS[0] as string };
    const merged = await does(own.id, 'merge', { into: theirs.id }, { by: official });
    expect(wildlife.stage(merged.state)).toBe('duplicate');
  });

  test('are kept apart only where they were proposed', async () => {
    const record = await reported();
    expect(await resolves('keep-apart', { other: 'x' }, record).catch(fields)).toEqual([['other', 'not-a-duplicate']]);
  });
});

describe('a cluster', () => {
  test('of three dead at one place raises one alarm of its own', async () => {
    const dead = { species: '岩羊', condition: 'dead' };
    await reported({ ...dead, count: 2 }, '540423204');
    expect(sent.filter((m) => m.subject.includes('警报'))).toEqual([]);
    const record = await reported({ ...dead, count: 1 }, '540423204');
    expect(record.data.cluster).toHaveLength(2);
    const alarms = sent.filter((m) => m.subject.includes('警报'));
    expect(alarms.map((m) => m.to)).toEqual(expect.arrayContaining(OFFICIALS));
    expect(new Set(alarms.map((m) => m.effect)).size).toBe(1);
  });

  test('is found too when an assessment finds the animals dead', async () => {
    const { id } = await reported({ foundAt: minutesAgo(8000) });
    await does(id, 'accept');
    const record = await does(id, 'assess', { speciesKey: 'macaca-mulatta', condition: 'dead', count: 3 });
    expect(record.data.cluster).toEqual([id]);
    expect(sent.some((m) => m.subject.includes('警报'))).toBe(true);
  });
});

describe('care', () => {
  const inCare = async () => {
    const { id } = await reported();
    await does(id, 'accept');
    return does(id, 'assess', { speciesKey: 'macaca-mulatta', condition: 'injured', count: 1 });
  };

  test('transport that is overdue alarms the responder and the officials', async () => {
    const { id } = await inCare();
    await does(
      id,
      'start-transport',
      { carrier: '多吉', to: '格当乡', expectedMinutes: 60, checklist: ['water'] },
      { parts: ['a1'] },
    );
    const record = await read(id);
    expect(record.data.animals[0]?.legs[0]).toMatchObject({ graceMinutes: 15 });
    sent.splice(0);
    const [clock = '', running] = Object.entries(record.clocks).find(([, c]) => c.parts?.[0] === 'a1') ?? [];
    await act(wildlife.life, id, {
      type: running?.event ?? '',
      at: at(),
      by: { kind: 'system', id: 'kora' },
      clock,
      parts: ['a1'],
    });
    await settle(id);
    expect(to()).toEqual([...OFFICIALS, SANGYE.id].sort());
  });

  test('a transfer is offered to the receiver by a link; the answer goes to who asked', async () => {
    const { id } = await inCare();
    sent.splice(0);
    const asked = await does(
      id,
      'request-transfer',
      { to: 'plateau-biology-institute', purpose: 'rehabilitation' },
      { parts: ['a1'] },
    );
    expect(to()).toEqual(['chenjianguo@plateau-biology.kora.example', 'lhamo@plateau-biology.kora.example']);
    expect(tokenOf(sent[0])).toMatchObject({ action: 'accept-transfer', parts: ['a1'], version: asked.version });
    sent.splice(0);
    const taken = await does(id, 'accept-transfer', {}, { parts: ['a1'] });
    expect(taken.data.animals[0]).toMatchObject({ outcome: 'transferred_to_institute' });
    expect(sent.map((m) => [m.to, m.subject.includes('已同意接收')])).toEqual([[SANGYE.id, true]]);
  });

  test('waits in the receiver’s queue until it has answered for every animal', async () => {
    const { id } = await inCare();
    const waiting = async () => {
      const { cards } = await queuePage(['gedang-rescue-centre'], { closed: false, limit: 50 });
      return cards.some((c) => c.id === id);
    };
    await does(id, 'assess', { speciesKey: 'macaca-mulatta', condition: 'weak', count: 1 });
    for (const part of ['a1', 'a2']) await does(id, 'request-transfer', INPUTS['request-transfer'], { parts: [part] });
    expect(await waiting()).toBe(true);
    await does(id, 'accept-transfer', {}, { parts: ['a1'] });
    expect(await waiting()).toBe(true);
    await does(id, 'decline-transfer', { reason: '满了' }, { parts: ['a2'] });
    expect(await waiting()).toBe(false);
  });

  test('declined, the reason goes to who asked', async () => {
    const { id } = await inCare();
    await does(id, 'request-transfer', INPUTS['request-transfer'], { parts: ['a1'] });
    sent.splice(0);
    await does(id, 'decline-transfer', { reason: '没有笼舍' }, { parts: ['a1'] });
    expect(sent.map((m) => [m.to, m.text.includes('没有笼舍')])).toEqual([[SANGYE.id, true]]);
  });

  test.each<[string, Record<string, unknown>, [string, string]]>([
    ['to a unit that takes in no animals', { to: 'dexing-rangers', purpose: 'rehabilitation' }, ['to', 'unknown-unit']],
    ['to nobody', { to: 'nowhere', purpose: 'rehabilitation' }, ['to', 'unknown-unit']],
    [
      'for good, approved by the county only',
      { to: 'plateau-biology-institute', purpose: 'unfit-for-release', approvalLevel: 'county', approvalNumber: '1' },
      ['approvalLevel', 'level-too-low'],
    ],
  ])('a transfer %s is refused', async (_, input, expected) => {
    const record = await inCare();
    expect(await resolves('request-transfer', input, record, record.data.animals as never).catch(fields)).toEqual([
      expected,
    ]);
  });

  test.each<[string, Record<string, unknown>, [string, string]]>([
    ['of no list', { speciesKey: 'no-such-thing' }, ['speciesKey', 'unknown-species']],
    ['said to be unlisted and is listed', { unlistedName: '猕猴' }, ['unlistedName', 'listed']],
  ])('a species %s is refused', async (_, input, expected) => {
    const record = await reported();
    expect(await resolves('assess', { ...input, condition: 'weak', count: 1 }, record).catch(fields)).toEqual([
      expected,
    ]);
  });

  test('a species that is on no list has no class', async () => {
    const record = await reported({ species: '野猪' });
    expect(await resolves('identify', { unlistedName: '野猪' }, record)).toEqual({ nameZh: '野猪', classCode: 'none' });
  });

  test('another unit gets the case if it works there', async () => {
    const record = await reported();
    const choices = (await options('reassign', record, t)).unit?.map((u) => u.value);
    expect(choices).toContain('medog-response-team');
    expect(choices).not.toContain('beibeng-rangers');
    expect(await resolves('reassign', { unit: 'dexing-rangers', reason: 'x' }, record).catch(fields)).toEqual([
      ['unit', 'unknown-unit'],
    ]);
    expect(await resolves('reassign', { unit: 'medog-response-team', reason: 'x' }, record)).toMatchObject({
      bureau: 'medog-forestry',
    });
  });
});

describe('GET /wildlife/species', () => {
  const ask = async (query: Record<string, string>) => {
    const event = {
      ...{ routeKey: 'GET /wildlife/species', headers: {}, queryStringParameters: query, isBase64Encoded: false },
      requestContext: { requestId: 'r1', http: { sourceIp: '127.0.0.1' } },
    };
    const { statusCode, body } = await species(event as never, {} as never);
    return { status: statusCode, body: JSON.parse(String(body)) };
  };

  test('answers in the caller’s language', async () => {
    const { body } = await ask({ q: 'heiyuan', lang: 'en' });
    expect(body.species).toEqual([
      {
        key: 'milvus-migrans',
        nameZh: '黑鸢',
        scientificName: 'Milvus migrans',
        classCode: 'national-2',
        classText: 'National class II',
      },
    ]);
    expect((await ask({ q: '梅花鹿' })).body.species[0]?.classText).toBe('国家一级, 仅限野外种群');
  });

  test('knows what administrators added', async () => {
    const change = { by: { id: 'x', name: 'x' }, at: at() };
    await putSpecies(
      { key: 'ama-bird', nameZh: '阿妈鸟', classCode: 'regional', aliases: ['阿妈雀'], version: 0 },
      change,
    );
    forget();
    expect((await ask({ q: '阿妈雀' })).body.species).toMatchObject([{ key: 'ama-bird', classText: '自治区重点保护' }]);
  });

  test.each([[{ q: '' }], [{}], [{ q: 'x'.repeat(61) }]])('refuses %j', async (query) =>
    expect(await ask(query as Record<string, string>)).toMatchObject({ status: 400 }),
  );
});
