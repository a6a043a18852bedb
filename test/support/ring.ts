import { vi } from 'vitest';
import { handler as clocks } from '../../functions/workflow/clocks.ts';
import { keys } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { deliverAll } from './outbox.ts';

/** Fires the clock of a record whose id holds the name, at the instant at which it is due. Asked for with `await import`, as what is tested. */
export const ring = async (kind: string, id: string, name: string): Promise<void> => {
  const item = (await records.item(keys.record(kind, id))) as {
    type: string;
    clocks: Record<string, { due: string; seq: number }>;
  };
  const [clock, running] = Object.entries(item.clocks).find(([c]) => c.includes(`.${name}.`)) ?? [];
  if (!clock || !running) throw new Error(`${name} does not run`);
  vi.setSystemTime(new Date(running.due));
  await clocks({ kind, type: item.type, id, clock, seq: running.seq });
  await deliverAll();
};
