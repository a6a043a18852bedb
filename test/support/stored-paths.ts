import { expect } from 'vitest';
import type { Lifecycle, LifeRecord } from '../../shared/workflow/lifecycle.ts';
import type { Walk } from './paths.ts';

/** Takes paths through the real store. Call it once the engine runs. */

const AT_ONCE = 16;

/** Every path, step by step and each read anew, ends where the charts alone say. `series` keeps the records of several calls apart. */
export const walkThroughStore = async <D>(life: Lifecycle<D>, start: LifeRecord<D>, walks: Walk<D>[], series = 0) => {
  const { act } = await import('../../shared/workflow/act.ts');
  const { create, load } = await import('../../shared/workflow/store.ts');
  const walked = async ({ steps, record }: Walk<D>, n: number): Promise<void> => {
    const id = `${series}${(n + 1).toString(16).padStart(31, '0')}`;
    await create(life, { ...start, id });
    for (const step of steps) await act(life, id, step);
    const stored = await load(life, id);
    const { state, clocks, version } = record;
    expect(stored).toMatchObject({ id, state, clocks, version });
    expect(stored?.data).toEqual(life.data.parse(record.data));
    expect(stored?.history.map((e) => e.event)).toEqual(record.history.map((e) => e.event));
  };
  for (let i = 0; i < walks.length; i += AT_ONCE)
    await Promise.all(walks.slice(i, i + AT_ONCE).map((walk, j) => walked(walk, i + j)));
};
