import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caller } from '../support/call.ts';
import { startEngine } from '../support/engine.ts';

const engine = await startEngine();
const { handler } = await import('../../functions/directory/api.ts');
const { seedDirectory } = await import('../../functions/directory/seed.ts');

afterAll(engine.stop);
beforeAll(async () => void (await seedDirectory()));

const ADMIN = 'tsering@medog-forestry.kora.example';
const call = caller(handler);

const BUREAU = { params: { id: 'medog-forestry' } };

describe('what an administrator changes', () => {
  test('is refused field by field where a unit could not work with it, and nothing changes', async () => {
    const before = (await call('GET /directory/units/{id}', { as: ADMIN, ...BUREAU })).body;
    const settings = { wildlife: { acceptance: { urgent: '10 minutes' }, revue: 'P2D' }, wildlive: {} };
    const body = { ...before, settings };
    delete body.id;
    const refused = await call('PUT /directory/units/{id}', { as: ADMIN, ...BUREAU, body });
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-input' } });
    expect((await call('GET /directory/units/{id}', { as: ADMIN, ...BUREAU })).body).toEqual(before);
  });
});
