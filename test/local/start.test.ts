import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findStore, thisMachine } from '../../infra/local/store/found.ts';
import { end, launchAnywhere } from '../../infra/local/store/launch.ts';
import { processes } from '../../infra/local/store/processes.ts';
import { type Kora, startKora } from '../support/app.ts';

const tablesAt = async (endpoint: string): Promise<string[]> => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'ap-southeast-1', credentials });
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  client.destroy();
  return TableNames;
};

const started: Kora[] = [];
const begin = async (...options: Parameters<typeof startKora>): Promise<Kora> => {
  const kora = await startKora(...options);
  started.push(kora);
  return kora;
};
beforeAll(async () => {
  await begin();
});
afterAll(() => Promise.all(started.map((k) => k.stop())));

/** Processes of this machine whose command line names the folder. */
const processesOf = (folder: string): number[] =>
  processes()
    .filter(({ command }) => command.includes(folder))
    .map(({ pid }) => pid);

describe('the site', () => {
  test('folders are their index, files have their types, and what is not there is a page that says so', async () => {
    const url = started[0]?.url;
    const get = async (path: string) => {
      const answer = await fetch(url + path, { redirect: 'manual' });
      return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text(), answer };
    };
    const home = await get('/');
    expect([home.status, home.type]).toEqual([200, 'text/html; charset=utf-8']);
    expect((await get('/desk')).text).toBe((await get('/desk/')).text);
    expect((await get('/mark.svg')).type).toBe('image/svg+xml');
    expect((await get('/kora.css')).type).toBe('text/css; charset=utf-8');
    const missing = await get('/nothing/here');
    expect([missing.status, missing.type]).toEqual([404, 'text/html; charset=utf-8']);
    expect(missing.text).toContain('<html');
    for (const path of ['/..%2f..%2fpackage.json', '/%00', '/%zz']) expect((await get(path)).status).toBe(404);
  });

  test('pages carry the headers of the distribution, with this address as the issuer’s', async () => {
    const { headers } = await fetch(`${started[0]?.url}/`);
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).toContain(`connect-src 'self' ${started[0]?.url}`);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });
});

describe('several on one machine', () => {
  test('run side by side, each with its own data', async () => {
    const [a, b] = await Promise.all([begin({ at: '2026-04-06T09:20:00+08:00' }), begin()]);
    await a?.advance('P1D');
    expect((await a?.now())?.slice(0, 10)).toBe('2026-04-07');
    expect(Date.parse((await b?.now()) ?? '') / 1000).toBeCloseTo(Date.now() / 1000, -1);
    await a?.stop();
    expect((await b?.api('GET', '/areas'))?.status).toBe(200);
  });

  test('but not in the same folder, nor at the same address', async () => {
    const data = mkdtempSync(join(tmpdir(), 'kora-twice-'));
    const first = await begin({ data });
    await expect(startKora({ data })).rejects.toThrow('in use by another Kora');
    await expect(startKora({ port: Number(new URL(first.url).port) })).rejects.toThrow('EADDRINUSE');
    expect((await first.api('GET', '/areas')).status).toBe(200);
    await first.stop();
    rmSync(data, { recursive: true, force: true });
  });
});

describe('a store that runs already', () => {
  test('is used, and left running at the end', async () => {
    const found = findStore({ ...thisMachine(), env: { PATH: process.env.PATH } });
    if (!('program' in found)) throw new Error('no program');
    const { child, port } = await launchAnywhere(found.program, {});
    try {
      const kora = await begin({ store: `http://127.0.0.1:${port}` });
      expect(processesOf(kora.data)).toEqual([]);
      const { table } = (await kora.api('GET', '/local/services')).body;
      expect(await tablesAt(`http://127.0.0.1:${port}`)).toContain(table);
      expect((await kora.api('GET', '/areas')).status).toBe(200);
      await kora.stop();
      expect((await fetch(`http://127.0.0.1:${port}`)).status).toBeLessThan(500);
    } finally {
      await end(child);
    }
  });
});

describe('its end', () => {
  test('leaves no process', async () => {
    const kora = await begin();
    expect(processesOf(kora.data).length).toBe(1); // the store
    await kora.end();
    expect(processesOf(kora.data)).toEqual([]);
  });

  test('kill -9 leaves the store, which the next start ends; nothing is lost', async () => {
    const kora = await begin();
    const [left] = processesOf(kora.data);
    const token = await kora.token('admin@platform.kora.example').catch(() => undefined);
    await kora.crash();
    expect(processesOf(kora.data)).toEqual([left]);
    await kora.start();
    expect(processesOf(kora.data)).not.toContain(left);
    expect(processesOf(kora.data).length).toBe(1);
    if (token)
      expect((await kora.api('GET', '/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
  });
});
