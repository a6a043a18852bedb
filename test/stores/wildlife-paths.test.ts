import { afterAll, describe, expect, test } from 'vitest';
import { startEngine } from '../support/engine.ts';

const engine = await startEngine();
const { wildlife } = await import('../../functions/wildlife/case.ts');
const { walkThroughStore } = await import('../support/stored-paths.ts');
const { begun } = await import('../support/wildlife.ts');
const { animalWalks, caseWalks } = await import('../support/wildlife-paths.ts');

afterAll(engine.stop);

describe('every simple path that xstate/graph finds, through the store', () => {
  test('of the case', { timeout: 300_000 }, async () => {
    const walks = caseWalks();
    expect(walks.length).toBeGreaterThan(500);
    await walkThroughStore(wildlife.life, begun(), walks, 1);
  });

  test('of the animal', async () => {
    const walks = animalWalks();
    expect(walks.length).toBeGreaterThan(20);
    await walkThroughStore(wildlife.life, begun(), walks, 2);
  });
});
