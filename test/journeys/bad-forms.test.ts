import { describe, expect, test } from 'vitest';
import { must, PEOPLE } from '../support/journey.ts';
import { AT, atRescue, BROWSER, type Fields, LONG, refused } from '../support/unchanged.ts';

/** What is wrong in the other forms of the public, of visitors and of units. Each is told at its field, and changes nothing. */

const here = atRescue();

test.each<[name: string, change: object, fields: Fields]>([
  ['a station that there is not', { station: 'nowhere' }, { station: 'unknown-station' }],
  ['a station by the name of what every object has', { station: '__proto__' }, { station: 'unknown-station' }],
  ['no station', { station: undefined }, { station: 'required' }],
  ['a place of its own', { place: { township: '莫洛镇', words: 'x' } }, { place: 'unknown-field' }],
  ['a kind that is none', { kind: 'chat' }, { kind: 'not-a-choice' }],
])('help asked for at %s', async (_, change, fields) => {
  const body = { station: 'gonjo-dongfeng', kind: 'urgent', matter: '有人摔倒', consent: '2026-11', ...change };
  refused(await here.kora.api('POST', '/reports/station-help', { body }), 400, 'invalid-input', fields);
  await here.unchanged();
});

test('help asked for at a station that there is not comes back with what was filled in, and the stations there are', async () => {
  const form = { station: 'nowhere', kind: 'urgent', matter: '有人摔倒', consent: '2026-11' };
  const { status, body } = await here.kora.api('POST', '/reports/station-help', { form, headers: BROWSER });
  expect([status, body]).toEqual([400, expect.stringMatching(/f-station-error[\s\S]*有人摔倒/)]);
  expect(body).toContain('凯旋路警务站爱心驿站');
});

test.each<[name: string, body: Record<string, unknown>, fields: Fields]>([
  ['nothing', {}, { facility: 'required', trouble: 'required' }],
  ['what every object has', { facility: '__proto__', trouble: 'broken' }, { facility: 'wrong-format' }],
  ['what the station does not have', { facility: 'microwave', trouble: 'broken' }, { facility: 'not-a-choice' }],
  ['NUL', { facility: 'water', trouble: 'broken', words: 'a\u0000b' }, { words: 'bad-characters' }],
  ['a field that nobody asked for', { facility: 'water', trouble: 'broken', more: 1 }, { more: 'unknown-field' }],
])('a broken %s', async (_, body, fields) => {
  const answer = await here.kora.api('POST', '/stations/gonjo-kaixuan/faults', { body });
  refused(answer, 400, 'invalid-input', fields);
  await here.unchanged();
});

test.each(['/stations/no-such', '/stations/no-such/screen', '/stations/no-such/help'])('%s', async (path) => {
  const page = await here.kora.api('GET', path, { headers: BROWSER });
  expect([page.status, page.body]).toEqual([404, expect.stringContaining('看全部驿站')]);
});

const HERD = {
  ...{ species: 'yak', problem: 'sick', since: AT, place: { township: '比如镇', words: '扎西塔隆村' } },
  ...{ reporter: { phone: '13908961234' }, consent: '2026-11' },
};
const ASKED = {
  ...{ kind: 'help', matter: '灯坏了', place: { township: '540102007', words: '二区' } },
  ...{ reporter: { phone: '13908911234' }, consent: '2026-11' },
};

test.each<[type: string, name: string, change: object, fields: Fields]>([
  ['livestock', 'an animal that is none', { species: 'dragon' }, { species: 'not-a-choice' }],
  ['livestock', 'no animal', { count: 0 }, { count: 'too-small' }],
  ['livestock', 'more dead than there are', { count: 2, dead: 5 }, { dead: 'too-large' }],
  ['livestock', 'tomorrow', { since: '2026-06-11T16:00:00+08:00' }, { since: 'future' }],
  ['livestock', 'the spring before', { since: '2026-03-01T16:00:00+08:00' }, { since: 'too-old' }],
  ['livestock', 'nobody to call', { reporter: {} }, { 'reporter.phone': 'required' }],
  ['livestock', 'no number', { waitingPhone: 'at home' }, { waitingPhone: 'not-a-phone' }],
  ['livestock', 'NUL on the way', { wayThere: 'a\u0000b' }, { wayThere: 'bad-characters' }],
  ['livestock', '5000 characters', { details: LONG }, { details: 'too-long' }],
  ['request', 'a kind that is none', { kind: 'joke' }, { kind: 'not-a-choice' }],
  ['request', 'nothing', { matter: '  ' }, { matter: 'too-short' }],
  ['request', '5000 characters', { matter: LONG }, { matter: 'too-long' }],
  ['request', 'nobody to call back', { reporter: { name: '次央' } }, { 'reporter.phone': 'required' }],
  ['request', 'a field that nobody asked for', { more: 1 }, { more: 'unknown-field' }],
])('a report of %s with %s', async (type, _, change, fields) => {
  const body = { ...(type === 'livestock' ? HERD : ASKED), ...change };
  refused(await here.kora.api('POST', `/reports/${type}`, { body }), 400, 'invalid-input', fields);
  await here.unchanged();
});

test.each(['livestock', 'request'])(
  'an empty form of %s comes back, wrong at each field that is needed',
  async (type) => {
    const { status, body } = await here.kora.api('POST', `/reports/${type}?lang=en`, { form: {}, headers: BROWSER });
    expect(status).toBe(400);
    for (const id of ['f-place-township', 'f-place-words', 'f-consent']) {
      expect(body).toContain(`id="${id}-error"`);
      expect(body).toContain(`<a href="#${id}">`);
    }
    await here.unchanged();
  },
);

test.each<[name: string, path: string, body: object, status: number, code: string, fields?: Fields]>([
  ['at a household that there is not', '/visits', { household: 'h9' }, 404, 'not-found'],
  ['at what is no household', '/visits', { household: '二区3栋' }, 400, 'invalid-input', { household: 'wrong-format' }],
  [
    'with a choice that is none',
    '/visits',
    { household: 'h9', met: 'ghost' },
    400,
    'invalid-input',
    { met: 'not-a-choice' },
  ],
  ['of another unit', '/visits', { unit: 'medog-response', household: 'h9' }, 403, 'other-unit'],
  [
    'planned by a stranger',
    '/visits/plans',
    { who: PEOPLE.responder, on: '2026-06-12', households: ['h9'] },
    400,
    'invalid-input',
    { who: 'unknown-person' },
  ],
  [
    'planned for a day that is over',
    '/visits/plans',
    { who: PEOPLE.worker, on: '2026-06-01', households: ['h9'] },
    400,
    'invalid-input',
    { on: 'past' },
  ],
  [
    'planned nowhere',
    '/visits/plans',
    { who: PEOPLE.worker, on: '2026-06-12' },
    400,
    'invalid-input',
    { households: 'required' },
  ],
  [
    'to households that a worker enters',
    '/visits/households',
    { households: [{ id: 'h9', grid: '1', householder: 'x', address: 'y' }] },
    403,
    'forbidden',
  ],
])('a visit %s', async (_, path, body, status, code, fields) => {
  const answer = await here.kora.api('POST', path, { as: PEOPLE.worker, body: { unit: 'jiarong-community', ...body } });
  refused(answer, status, code, fields);
  await here.unchanged();
});

describe('what a unit tells the public, and is wrong', () => {
  const CAMPAIGN = '/campaigns/5eed0000000000000004/actions/hold';
  const EVENTS = '/events/units/lhasa-anti-drug';
  const NOTICES = '/notices/units/gonjo-union';
  const text = { zh: { title: '招骑手', body: '包午餐' } };
  const notice = { kind: 'notice', text, area: '540322', until: '2026-06-20' };
  const event = {
    kind: 'talk',
    text: { zh: { title: '讲座', about: 'x' } },
    place: 'x',
    area: '5401',
    last: '2026-06-20',
  };
  const pay = { per: 'day', fromFen: 100.5 };
  const job = { employer: 'x', pay, openings: 0, for: [] };

  test.each<[name: string, path: string, as: string, body: object, fields: Fields]>([
    ['no text', NOTICES, PEOPLE.union, { ...notice, text: {} }, { 'text.zh.title': 'required' }],
    ['no title', NOTICES, PEOPLE.union, { ...notice, text: { zh: { body: 'x' } } }, { 'text.zh.title': 'required' }],
    ['no end', NOTICES, PEOPLE.union, { ...notice, until: undefined }, { until: 'required' }],
    ['over', NOTICES, PEOPLE.union, { ...notice, until: '2026-06-09' }, { until: 'past' }],
    ['no such day', NOTICES, PEOPLE.union, { ...notice, until: '2026-06-31' }, { until: 'wrong-format' }],
    ['an area that there is not', NOTICES, PEOPLE.union, { ...notice, area: '549999' }, { area: 'unknown-area' }],
    [
      'a station of nowhere',
      NOTICES,
      PEOPLE.union,
      { ...notice, stations: ['x-y'] },
      { 'stations.0': 'unknown-station' },
    ],
    ['a text too long', NOTICES, PEOPLE.union, { ...notice, contact: LONG }, { contact: 'too-long' }],
    ['a line with a break', NOTICES, PEOPLE.union, { ...notice, place: 'a\nb' }, { place: 'bad-characters' }],
    [
      'half a fen, nobody wanted, for nobody',
      NOTICES,
      PEOPLE.union,
      { ...notice, kind: 'job', job },
      { 'job.pay.fromFen': 'wrong-type', 'job.openings': 'too-small', 'job.for': 'too-small' },
    ],
    ['a session of nobody', CAMPAIGN, PEOPLE.outreach, { place: 'x', people: -1 }, { people: 'too-small' }],
    ['a session nowhere', CAMPAIGN, PEOPLE.outreach, { people: 1 }, { place: 'required' }],
    [
      'a session before its campaign',
      CAMPAIGN,
      PEOPLE.outreach,
      { place: 'x', people: 1, at: '2026-04-01T10:00:00+08:00' },
      { at: 'outside-campaign' },
    ],
    [
      'somebody’s number in a question',
      CAMPAIGN,
      PEOPLE.outreach,
      { place: 'x', people: 1, questions: [{ asked: '我是 13908940001，能领奖吗' }] },
      { 'questions.0.asked': 'personal' },
    ],
    [
      'hours that are none',
      EVENTS,
      PEOPLE.outreach,
      { ...event, opens: '9am', closes: '17:00' },
      { opens: 'wrong-format' },
    ],
    ['an event that is over', EVENTS, PEOPLE.outreach, { ...event, last: '2026-06-01' }, { last: 'too-small' }],
  ])('%s', async (_, path, as, body, fields) => {
    await here.remember();
    refused(await here.kora.api('POST', path, { as, body }), 400, 'invalid-input', fields);
    await here.unchanged();
  });

  test.each<[path: string, fields: Fields]>([
    ['/notices?area=5', { area: 'wrong-format' }],
    ['/notices?kind=fraud', { kind: 'not-a-choice' }],
    ['/notices?page=0', { page: 'too-small' }],
    ['/notices?q=%00', { q: 'bad-characters' }],
    ['/notices/__proto__', { id: 'wrong-format' }],
    ['/events?kind=party', { kind: 'not-a-choice' }],
    ['/campaigns/constructor', { id: 'wrong-format' }],
  ])('%s', async (path, fields) => {
    refused(await here.kora.api('GET', path), 400, 'invalid-input', fields);
    expect((await here.kora.api('GET', path, { headers: BROWSER })).status).toBe(400);
  });

  test('a notice that has ended is gone, to readers, programs and those who report it', async () => {
    const today = { ...notice, until: '2026-06-10' };
    const { id } = must(await here.kora.api('POST', NOTICES, { as: PEOPLE.union, body: today }), 201).body;
    must(await here.kora.api('POST', `/notices/${id}/actions/publish`, { as: PEOPLE.union, body: {} }), 200);
    await here.kora.settle();
    must(await here.kora.api('GET', `/notices/${id}`), 200);
    await here.kora.setClock('2026-06-10T16:00:01.000Z');
    await here.remember();
    refused(await here.kora.api('GET', `/notices/${id}`), 410, 'notice-ended');
    refused(
      await here.kora.api('POST', `/notices/${id}/complaints`, { body: { reason: 'fraud' } }),
      410,
      'notice-ended',
    );
    const page = await here.kora.api('GET', `/notices/${id}`, { headers: BROWSER });
    expect([page.status, page.body]).toEqual([410, expect.stringContaining('这条信息已经到期或撤回')]);
    expect((await here.kora.api('GET', '/notices')).body.notices).toEqual([]);
    const late = await here.kora.api('POST', `/notices/${id}/actions/change`, { as: PEOPLE.union, body: today });
    refused(late, 409, 'not-possible');
    await here.unchanged();
  });
});
