import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadRoutes } from '../../infra/functions.ts';
import { signingKey } from '../../infra/local/issuer.ts';
import { State } from '../../infra/local/state.ts';
import type { Route } from '../../shared/route.ts';
import { type Answer, type Kora, startKora } from '../support/app.ts';
import { machineTime } from '../support/at.ts';
import { Inside } from '../support/inside.ts';
import { act, done, type Handed, handIn, PEOPLE } from '../support/journey.ts';

/** Who may not: every route of every function, without a person, and with the wrong one. */

/** What anybody may ask for. A route that is to be public is entered here knowingly. */
const PUBLIC = [
  'POST /reports/wildlife',
  'POST /reports/livestock',
  'POST /reports/request',
  'POST /reports/station-help',
  'POST /reports/{type}',
  'POST /reports/find',
  'GET /reports/{receipt}',
  'POST /reports/{receipt}/actions/{action}',
  'POST /reports/{receipt}/photos',
  'GET /reports/{receipt}/photos',
  'GET /reports/{receipt}/photos/{n}',
  'POST /links/preview',
  'POST /links/confirm',
  'GET /bulletin',
  ...['json', 'xml'].flatMap((format) => [
    `GET /open311/v2/discovery.${format}`,
    `GET /open311/v2/services.${format}`,
    `GET /open311/v2/requests.${format}`,
    `POST /open311/v2/requests.${format}`,
  ]),
  'GET /open311/v2/services/{file}',
  'GET /open311/v2/requests/{file}',
  'GET /open311/v2/tokens/{file}',
  'GET /wildlife/species',
  'GET /data',
  'GET /data/datapackage.json',
  'GET /data/wildlife.zip',
  'GET /areas',
  'GET /calendar/{file}',
  'POST /reports/tip',
  'POST /tips/follow',
  'POST /tips/follow/reply',
  'POST /tips/follow/claim',
  'POST /tips/follow/withdraw-claim',
  'GET /tips/figures',
  'GET /campaigns',
  'GET /campaigns/{id}',
  'GET /events',
  'GET /events/calendar.ics',
  'GET /events/{id}',
  'GET /stations',
  'GET /stations/{id}',
  'GET /stations/{id}/sheet',
  'GET /stations/{id}/screen',
  'GET /stations/{id}/help',
  'POST /stations/{id}/faults',
  'GET /notices',
  'GET /notices/{id}',
  'POST /notices/{id}/complaints',
];

/** What any member of the staff may ask for, because it answers with what is theirs. */
const OWN = [
  'GET /me',
  'GET /me/stuck',
  'GET /cases',
  'GET /rewards',
  'GET /tasks',
  'GET /duty/week',
  'GET /duty/calendars',
  'GET /visits/mine',
  'GET /cases/search',
  'GET /cases/views',
  'GET /stations/kept',
];

/** What is no secret among the staff: units by name, which unit answers for which place, the published measures, and the forms. */
const KNOWN_TO_STAFF = [
  'GET /directory/units',
  'GET /directory/units/{id}',
  'GET /directory/routes',
  'GET /directory/routes/{type}/{area}',
  'GET /rewards/policies/{unit}',
  'GET /rewards/policies/{unit}/{from}',
  'GET /intake/forms',
  'GET /intake/forms/{type}',
];

const tables = await loadRoutes();
const routes = [...tables.values()].flat();
const keyOf = ({ method, path }: Pick<Route, 'method' | 'path'>) => `${method} ${path}`;
const staff = routes.filter((r) => r.access === 'staff');

let kora: Kora;
let inside: Inside;
let data: string;
let sign: (email: string, options?: Signing) => Promise<string>;
let rescue: Handed;
let reward = '';
/** A draft of a notice, an event, and a campaign, by the first part of their addresses. */
const told: Record<string, string> = { campaigns: '5eed0000000000000004' };

interface Signing {
  audience?: string;
  issuer?: string;
  life?: number;
  claims?: object;
}

/** Another key's signature, or a token of the right key for another time, audience or issuer. */
const signer = async (folder: string) => {
  const state = new State(folder);
  const key = await signingKey(state);
  state.close();
  const secret = await importJWK(key, 'RS256');
  return (email: string, { audience = 'kora', issuer = `${kora.url}/oidc`, life = 3600, claims }: Signing = {}) => {
    const at = Math.floor(machineTime() / 1000); // sign-in goes by the clock of the machine
    return new SignJWT({ sub: email, email, ...(claims ?? { email_verified: true }) })
      .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(at - 7200)
      .setExpirationTime(at + life)
      .sign(secret);
  };
};

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'kora-access-'));
  sign = await signer(data);
  kora = await startKora({ data, at: '2026-06-10T08:00:00.000Z' });
  inside = await Inside.of(kora);
  rescue = await handIn(kora, { wantsReward: true, reporter: { name: '措姆拉珍', phone: '13908940001' } });
  await settled(rescue.id);
  reward = await rewardOf(rescue.id);
  told.notices = await written('/notices/units/gonjo-union', PEOPLE.union, NOTICE);
  told.events = await written('/events/units/lhasa-anti-drug', PEOPLE.outreach, EVENT);
});
afterAll(async () => {
  inside?.close();
  await kora?.stop();
  rmSync(data, { recursive: true, force: true });
});

/** A case with all there can be: an animal, care, an end, and a reward that waits to be proposed. */
const settled = async (id: string) => {
  await done(kora, id, 'accept');
  await done(kora, id, 'arrive');
  const { body } = await kora.api('GET', `/wildlife/species?q=${encodeURIComponent('黑鸢')}`);
  await done(kora, id, 'assess', { speciesKey: body.species[0].key, condition: 'injured' });
  await done(kora, id, 'release', { place: '林缘', suits: '同一生境' }, { part: 'a1' });
  await done(kora, id, 'close');
};

const rewardOf = async (id: string) => {
  const { rewards } = (await kora.api('GET', `/cases/${id}`, { as: PEOPLE.official })).body;
  return rewards[0].id as string;
};

const NOTICE = {
  ...{ kind: 'notice', area: '540322', until: '2026-07-01' },
  text: { zh: { title: '措姆拉珍的草稿', body: 'x' } },
};
const EVENT = { kind: 'talk', text: { zh: { title: 'x', about: 'y' } }, place: 'z', area: '5401', last: '2026-07-01' };

const written = async (path: string, as: string, body: object): Promise<string> => {
  const { id } = (await kora.api('POST', path, { as, body })).body;
  await kora.settle();
  return id;
};

/** The address of a route, led to things that there are. */
const addressOf = ({ path }: Route): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'id' && path.startsWith('/rewards')) return reward;
    const ofUnit = told[path.split('/')[1] ?? ''];
    if (name === 'id' && ofUnit) return ofUnit;
    const known: Record<string, string> = {
      id: path.startsWith('/directory/units') ? 'medog-forestry' : rescue.id,
      action: path.startsWith('/rewards') ? 'propose' : 'reopen',
      unit: path.startsWith('/rewards') ? 'medog-biodiversity-association' : 'jiarong-community',
      ...{ year: '2026', from: '2026-07-01', date: '2026-06-10', week: '2026-06-08', type: 'wildlife', area: '540423' },
      ...{
        email: PEOPLE.responder,
        code: '540423',
        key: 'no-such-species',
        file: 'x.ics',
        receipt: rescue.receipt,
        n: '1',
      },
    };
    return encodeURIComponent(known[name] ?? 'x');
  });

/** What GET routes must be asked with, so that a refusal is about the person. */
const QUERY: Record<string, string> = {
  'GET /rewards/{id}/payee': '?reason=x',
  'GET /rewards/ledger': '?unit=medog-biodiversity-association',
  'GET /intake/caller/reads': '?phone=13908940001',
};

const ask = (route: Route, token?: string): Promise<Answer> =>
  kora.api(route.method, addressOf(route) + (QUERY[keyOf(route)] ?? ''), {
    body: route.body ? {} : undefined,
    headers: token === undefined ? {} : { authorization: token },
  });

/** What a group of refusals must leave as it was. */
const nothingChanges = () => {
  let before: Record<string, unknown>;
  beforeAll(async () => {
    before = await inside.everything();
  });
  test('and nothing has changed', async () => expect(await inside.everything()).toEqual(before));
};

const tried = staff.map((r) => [keyOf(r), r] as const);

describe('what is public is public knowingly', () => {
  test('the list is the list', () => {
    expect(
      routes
        .filter((r) => r.access === 'public')
        .map(keyOf)
        .sort(),
    ).toEqual([...PUBLIC].sort());
  });

  test('a public form counts its callers', () => {
    const forms = routes.filter((r) => r.access === 'public' && r.method === 'POST' && r.body);
    expect(forms.filter((r) => !r.limited).map(keyOf)).toEqual([]);
  });

  test('every function has routes, and no address has two', () => {
    expect([...tables].filter(([, r]) => r.length === 0)).toEqual([]);
    expect(new Set(routes.map(keyOf)).size).toBe(routes.length);
  });
});

describe('without a good token', () => {
  test.each(tried)('%s', async (_, route) => {
    const other = await sign(PEOPLE.admin, { audience: `${kora.url}/oidc/refresh` });
    const forged = `${(await sign(PEOPLE.admin)).split('.').slice(0, 2).join('.')}.${'A'.repeat(342)}`;
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${forged.split('.')[1]}.`;
    const tokens = {
      none: undefined,
      rubbish: 'Bearer rubbish',
      'another scheme': `Basic ${Buffer.from(`${PEOPLE.admin}:x`).toString('base64')}`,
      expired: `Bearer ${await sign(PEOPLE.admin, { life: -60 })}`,
      'another audience': `Bearer ${other}`,
      'another issuer': `Bearer ${await sign(PEOPLE.admin, { issuer: 'https://elsewhere.example' })}`,
      forged: `Bearer ${forged}`,
      unsigned: `Bearer ${unsigned}`,
    };
    const statuses = Object.entries(tokens).map(async ([name, t]) => [name, (await ask(route, t)).status]);
    const answered = Object.fromEntries(await Promise.all(statuses));
    expect(answered).toEqual(Object.fromEntries(Object.keys(tokens).map((name) => [name, 401])));
  });
  nothingChanges();
});

test('the same signer’s good token is good', async () => {
  const { status, body } = await kora.api('GET', '/me', {
    headers: { authorization: `Bearer ${await sign(PEOPLE.responder)}` },
  });
  expect([status, body.email ?? body.id]).toEqual([200, PEOPLE.responder]);
});

test.each([true, 'true'])('an issuer says that an address is verified as %o', async (email_verified) => {
  const token = await sign(PEOPLE.responder, { claims: { email_verified } });
  expect((await kora.api('GET', '/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
});

describe('an administrator’s address that the issuer has not verified', () => {
  const UNVERIFIED = [{ email_verified: false }, { email_verified: 'false' }, { email_verified: null }, {}];

  test.each(tried)('%s', async (_, route) => {
    for (const claims of UNVERIFIED) {
      const answer = await ask(route, `Bearer ${await sign(PEOPLE.admin, { claims })}`);
      expect([answer.status, answer.body.code]).toEqual([403, 'email-unverified']);
    }
  });
  nothingChanges();
});

describe('somebody whom the directory does not know, or no longer', () => {
  test.each(tried)('%s', async (_, route) => {
    const answer = await ask(route, `Bearer ${await sign('stranger@elsewhere.example')}`);
    expect([answer.status, answer.body.code]).toEqual([403, 'not-staff']);
  });
});

/** A responder of an institute: of no unit that the routes below are asked about. */
const OUTSIDER = 'lhamo@plateau-biology.kora.example';

describe('somebody with another unit’s role', () => {
  const elsewhere = tried.filter(([key]) => ![...OWN, ...KNOWN_TO_STAFF].includes(key));
  test.each(elsewhere)('%s', async (_, route) => {
    const answer = await ask(route, `Bearer ${await kora.token(OUTSIDER)}`);
    expect(answer.status, JSON.stringify(answer.body)).toBeOneOf([400, 403, 404]);
    expect(answer.body).toHaveProperty('code');
  });

  nothingChanges();

  test.each(OWN)('%s holds nothing of others', async (key) => {
    const route = staff.find((r) => keyOf(r) === key) as Route;
    const { status, body } = await ask(route, `Bearer ${await kora.token(OUTSIDER)}`);
    expect(status).toBe(200);
    const text = JSON.stringify(body);
    for (const secret of [rescue.id, rescue.number, reward, '措姆拉珍', '13908940001'])
      expect(text).not.toContain(secret);
  });
});

describe('a case is shown to those whom it concerns', () => {
  test.each([
    ['a responder of another team', PEOPLE.otherTeam],
    ['somebody of the association', PEOPLE.proposer],
    ['a worker of a community', PEOPLE.worker],
    ['an administrator of the platform', PEOPLE.admin],
    ['a rescue centre that nobody asked', PEOPLE.centre],
  ])('not to %s', async (_, as) => {
    const seen = await kora.api('GET', `/cases/${rescue.id}`, { as });
    expect([seen.status, seen.body.code]).toEqual([403, 'other-unit']);
    expect((await act(kora, rescue.id, 'reopen', { reason: 'x' }, { as })).status).toBe(403);
    expect((await kora.api('GET', `/cases/${rescue.id}/photos`, { as })).status).toBe(403);
    const queue = await kora.api('GET', '/cases?state=closed', { as });
    expect(JSON.stringify(queue.body)).not.toContain(rescue.number);
    const foreign = await kora.api('GET', '/cases?unit=medog-response-team', { as });
    expect([403, 200]).toContain(foreign.status);
    expect(JSON.stringify(foreign.body)).not.toContain(rescue.number);
  });
});

test('a draft is nobody’s to read but its unit’s', async () => {
  expect((await kora.api('GET', `/notices/${told.notices}`)).status).toBe(404);
  expect(JSON.stringify((await kora.api('GET', '/notices')).body)).not.toContain('措姆拉珍');
  for (const as of [PEOPLE.worker, PEOPLE.admin, PEOPLE.official])
    expect((await kora.api('GET', `/notices/${told.notices}/record`, { as })).body.code).toBe('other-unit');
});

describe('four eyes on a reward', () => {
  const decide = (as: string, action: string, body: object = {}) =>
    kora.api('POST', `/rewards/${reward}/actions/${action}`, { as, body });

  test('who proposes cannot approve; who approves cannot propose; each is told why and nothing changes', async () => {
    expect((await decide(PEOPLE.approver, 'propose')).status).toBe(403);
    expect((await decide(PEOPLE.proposer, 'propose')).status).toBe(200);
    await kora.settle();
    const before = await inside.everything();
    expect((await decide(PEOPLE.proposer, 'approve', { note: 'x' })).status).toBe(403);
    expect(await inside.everything()).toEqual(before);
  });

  test('not even where the proposer has meanwhile become an approver', async () => {
    const unit = 'medog-biodiversity-association';
    const path = `/directory/people/${PEOPLE.proposer}`;
    const { name, version } = (await kora.api('GET', path, { as: PEOPLE.admin })).body;
    const roles = ['official', 'approver'].map((role) => ({ unit, role }));
    const put = await kora.api('PUT', path, { as: PEOPLE.admin, body: { name, roles, version } });
    expect(put.status, JSON.stringify(put.body)).toBe(200);
    const answer = await decide(PEOPLE.proposer, 'approve', { note: 'x' });
    expect([answer.status, answer.body.code]).toEqual([403, 'four-eyes']);
  });
});
