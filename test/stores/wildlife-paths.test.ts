import { afterAll, describe, expect, test } from 'vitest';
import { startEngine } from '../support/engine.ts';

const engine = await startEngine();
const { act } = await import('../../shared/workflow/act.ts');
const { create, load } = await import('../../shared/workflow/store.ts');
const { wildlife } = await import('../../functions/wildlife/case.ts');
const { begun } = await import('../support/wildlife.ts');
const { animalWalks, caseWalks } = await import('../support/wildlife-paths.ts');

afterAll(engine.stop);

type Walk = ReturnType<typeof caseWalks>[number];
let made = 0;

/** Takes the steps one by one through the store, each read anew; answers what is stored in the end. */
const walked = async ({ steps }: Walk) => {
  made += 1;
  const first = { ...begun(), id: made.toString(16).padStart(32, '0') };
  await create(wildlife.life, first);
  for (const step of steps) await act(wildlife.life, first.id, step);
  const stored = await load(wildlife.life, first.id);
  return { stored, id: first.id };
};

const AT_ONCE = 16;

/** Every path through the real store ends where the charts alone say. */
const check = async (walks: Walk[]): Promise<void> => {
  for (let i = 0; i < walks.length; i += AT_ONCE)
    await Promise.all(
      walks.slice(i, i + AT_ONCE).map(async (walk) => {
        const { stored, id } = await walked(walk);
        const { state, clocks, version } = walk.record;
        expect(stored).toMatchObject({ id, state, clocks, version });
        expect(stored?.data).toEqual(wildlife.life.data.parse(walk.record.data));
        expect(stored?.history.map((e) => e.event)).toEqual(walk.record.history.map((e) => e.event));
      }),
    );
};

describe('every simple path that xstate/graph finds, through the store', () => {
  test('of the case', { timeout: 120_000 }, async () => {
    const walks = caseWalks();
    expect(walks.length).toBeGreaterThan(500);
    await check(walks);
  });

  test('of the animal', async () => {
    const walks = animalWalks();
    expect(walks.length).toBeGreaterThan(20);
    await check(walks);
  });
});
