import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Issuer } from '../../infra/local/issuer.ts';
import { type Kora, startKora } from '../support/app.ts';

let kora: Kora;
let people: string[];
beforeAll(async () => {
  kora = await startKora();
  const { default: seed } = await import('../../functions/directory/seed.json', { with: { type: 'json' } });
  people = seed.people.map((p) => p.email);
});
afterAll(() => kora?.stop());

const ask = (path: string, given?: Record<string, string>) =>
  fetch(kora.url + path, {
    method: given ? 'POST' : 'GET',
    redirect: 'manual',
    body: given && new URLSearchParams(given),
  });

/** What the desk begins a sign-in with. */
const begin = (more: Record<string, string> = {}) => {
  const verifier = randomBytes(32).toString('base64url');
  const asked = {
    response_type: 'code',
    client_id: 'kora',
    redirect_uri: `${kora.url}/desk/`,
    scope: 'openid email',
    state: 'state-1',
    nonce: 'nonce-1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  };
  return { verifier, asked };
};

const signIn = async () => {
  const { verifier, asked } = begin();
  const picked = await ask('/oidc/authorize', { ...asked, email: people[0] ?? '' });
  const back = new URL(picked.headers.get('location') ?? '');
  const code = back.searchParams.get('code') ?? '';
  const token = (more: Record<string, string> = {}) =>
    ask('/oidc/token', {
      grant_type: 'authorization_code',
      client_id: 'kora',
      redirect_uri: asked.redirect_uri,
      code,
      code_verifier: verifier,
      ...more,
    });
  return { back, token };
};

describe('signing in', () => {
  test('the site says who signs in, and the issuer where', async () => {
    const config = (await kora.api('GET', '/config.json')).body;
    expect(config).toEqual({ issuer: `${kora.url}/oidc`, clientId: 'kora', api: '', stage: 'local' });
    const { body } = await kora.api('GET', '/oidc/.well-known/openid-configuration');
    expect(body).toMatchObject({
      issuer: config.issuer,
      code_challenge_methods_supported: ['S256'],
      id_token_signing_alg_values_supported: ['RS256'],
    });
    expect((await kora.api('GET', new URL(body.jwks_uri).pathname)).body.keys[0]).toMatchObject({
      kty: 'RSA',
      use: 'sig',
    });
  });

  test('everybody of the directory may be picked, in Chinese and in English', async () => {
    const { asked } = begin();
    const page = async (lang: string) =>
      (await ask(`/oidc/authorize?${new URLSearchParams({ ...asked, lang })}`)).text();
    expect(await page('zh')).toContain('选择登录人');
    const english = await page('en');
    expect(english).toContain('Who signs in?');
    for (const email of people) expect(english).toContain(email);
  });

  test('a code is exchanged once, for a token that opens the API', async () => {
    const { back, token } = await signIn();
    expect(back.origin + back.pathname).toBe(`${kora.url}/desk/`);
    expect(back.searchParams.get('state')).toBe('state-1');
    const given = await (await token()).json();
    expect(decodeJwt(given.id_token)).toMatchObject({ email: people[0], nonce: 'nonce-1', aud: 'kora' });
    const me = await kora.api('GET', '/me', { headers: { authorization: `Bearer ${given.id_token}` } });
    expect([me.status, me.body.email]).toEqual([200, people[0]]);
    const again = await token();
    expect([again.status, (await again.json()).error]).toEqual([400, 'invalid_grant']);
  });

  test('a refresh token gives a new one; an ID token is none', async () => {
    const given = await (await (await signIn()).token()).json();
    const refresh = (refresh_token: string) =>
      ask('/oidc/token', { grant_type: 'refresh_token', client_id: 'kora', refresh_token });
    expect(decodeJwt((await (await refresh(given.refresh_token)).json()).id_token).email).toBe(people[0]);
    expect((await refresh(given.id_token)).status).toBe(400);
    const bearer = { authorization: `Bearer ${given.refresh_token}` };
    expect((await kora.api('GET', '/me', { headers: bearer })).status).toBe(401);
  });

  test('a wrong verifier, address or client gets nothing', async () => {
    expect((await (await signIn()).token({ code_verifier: 'other' })).status).toBe(400);
    expect((await (await signIn()).token({ redirect_uri: `${kora.url}/` })).status).toBe(400);
    expect((await (await signIn()).token({ client_id: 'other' })).status).toBe(400);
  });

  test('codes go to the site only, and only with a challenge', async () => {
    const astray = begin({ redirect_uri: 'https://elsewhere.example/desk/' }).asked;
    const refused = await ask(`/oidc/authorize?${new URLSearchParams(astray)}`);
    expect([refused.status, refused.headers.get('location')]).toEqual([400, null]);
    expect((await ask('/oidc/authorize', { ...astray, email: people[0] ?? '' })).status).toBe(400);
    const plain = begin({ code_challenge_method: 'plain' }).asked;
    const sent = await ask(`/oidc/authorize?${new URLSearchParams(plain)}`);
    expect(sent.headers.get('location')).toContain('error=invalid_request');
    expect((await ask('/oidc/authorize', { ...begin().asked, email: 'nobody@kora.example' })).status).toBe(400);
  });

  test('signing out leads back to the site and nowhere else', async () => {
    const to = (post_logout_redirect_uri: string) =>
      ask(`/oidc/end-session?${new URLSearchParams({ post_logout_redirect_uri })}`);
    expect((await to(`${kora.url}/desk/`)).headers.get('location')).toBe(`${kora.url}/desk/`);
    expect((await to('https://elsewhere.example/')).headers.get('location')).toBe('/');
  });
});

describe('the authorizer', () => {
  const me = (authorization?: string) =>
    kora.api('GET', '/me', { headers: authorization === undefined ? {} : { authorization } });

  test('a token of the directory passes; a stranger gets none', async () => {
    expect((await kora.api('GET', '/me', { as: people[0] })).status).toBe(200);
    const stranger = await kora.api('POST', '/local/token', { body: { email: 'nobody@kora.example' } });
    expect(stranger).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  test('no token, nonsense, or a scheme of its own are refused as API Gateway does', async () => {
    for (const authorization of [undefined, 'Bearer', 'Bearer nonsense', `Basic ${await kora.token(people[0] ?? '')}`])
      expect(await me(authorization)).toMatchObject({ status: 401, body: { message: 'Unauthorized' } });
    expect((await me('Bearer nonsense')).headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  test('another audience, another issuer, another key or an old token are refused', async () => {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const key = { ...(await exportJWK(privateKey)), kid: 'k' };
    const person = { email: people[0] ?? '', name: 'x' };
    const forged = new Issuer({ url: `${kora.url}/oidc`, clientId: 'kora', key, personOf: async () => person });
    expect((await me(`Bearer ${await forged.idToken(person)}`)).status).toBe(401);
    const sign = (issuer: string, audience: string, life: number) =>
      new Issuer({ url: issuer, clientId: audience, key, personOf: async () => person }).idToken(
        person,
        undefined,
        life,
      );
    const ours = new Issuer({ url: 'https://a.example', clientId: 'kora', key, personOf: async () => person });
    expect((await ours.verify(await sign('https://a.example', 'kora', 60), 'kora')).email).toBe(person.email);
    await expect(ours.verify(await sign('https://a.example', 'other', 60), 'kora')).rejects.toThrow('"aud"');
    await expect(ours.verify(await sign('https://b.example', 'kora', 60), 'kora')).rejects.toThrow('"iss"');
    await expect(ours.verify(await sign('https://a.example', 'kora', -60), 'kora')).rejects.toThrow('"exp"');
    const unsigned = new SignJWT({ email: person.email }).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32));
    await expect(ours.verify(await unsigned, 'kora')).rejects.toThrow();
  });
});

describe('the controls', () => {
  /** What is answered to a request that names the machine and the page it comes from in this way. */
  const settled = (headers: { host?: string; origin?: string }) =>
    new Promise<number | undefined>((resolve, reject) => {
      const { hostname, port } = new URL(kora.url);
      request({ hostname, port, path: '/local/settle', method: 'POST', headers }, (r) => {
        r.resume();
        resolve(r.statusCode);
      })
        .once('error', reject)
        .end('{}');
    });

  test('are listed, and answer under both names of this machine', async () => {
    const { body } = await kora.api('GET', '/local');
    expect(body.routes.map((r: { route: string }) => r.route)).toContain('POST /local/clock');
    expect(body.functions).toContain('mailer');
    const { port } = new URL(kora.url);
    for (const name of ['127.0.0.1', 'localhost']) {
      const host = `${name}:${port}`;
      expect(await settled({ host })).toBe(200);
      expect(await settled({ host, origin: `http://${host}` })).toBe(200);
    }
  });

  test('answer no page from elsewhere, and nobody who gave this machine a name', async () => {
    const { host, port } = new URL(kora.url);
    const pages = ['https://elsewhere.example', 'null', `https://${host}`, 'http://localhost', 'http://127.0.0.1:1'];
    for (const origin of [...pages, `http://elsewhere.example:${port}`])
      for (const to of [host, `localhost:${port}`]) expect(await settled({ host: to, origin })).toBe(403);
    for (const name of ['elsewhere.example', 'localhost.elsewhere.example', '127.0.0.1.elsewhere.example'])
      expect(await settled({ host: `${name}:${port}` })).toBe(403);
    expect(await settled({ host: 'localhost' })).toBe(403);
  });

  test('what is not known is not found', async () => {
    expect((await kora.api('POST', '/local/kill', { body: { function: 'nobody' } })).status).toBe(404);
    expect((await kora.api('GET', '/local/nothing')).status).toBe(404);
  });
});
