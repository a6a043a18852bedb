import { freezeWeek, planned } from '../../functions/duty/handover/freeze.ts';
import { handover } from '../../functions/duty/handover/handover.ts';
import type { Rota } from '../../functions/duty/schema.ts';
import { create, toItem } from '../../shared/workflow/store.ts';

/** Loaded once the store is there. */
export const freeze = freezeWeek;

/** The week before, as it would be there. */
export const freezeOne = async (rota: Rota, week: string, at: string): Promise<void> => {
  const record = planned(rota, week, undefined, at);
  if (record) await create(handover, record);
};

interface Week {
  week: string;
  at: string;
  rotaOf: (unit: string) => Rota;
}

export interface Computed {
  /** Milliseconds of a processor that one community's plan takes, in each batch; and the same of the few beside them. */
  each: number[];
  floor: number[];
  /** Write units of the largest record. */
  units: number;
}

/** Plans the week of many communities, in turns with few, so that what else the machine does meets both. */
export const computed = (many: string[][], few: string[][], week: Week): Computed => {
  const each: number[] = [];
  const floor: number[] = [];
  let units = 0;
  plan(few[0] ?? [], week); // warm-up, not counted
  const every = many.length / few.length;
  for (const [i, batch] of many.entries()) {
    const planned_ = plan(batch, week);
    each.push(planned_.ms);
    units = Math.max(units, planned_.units);
    if (i % every === 0) floor.push(plan(few[i / every] ?? [], week).ms);
  }
  return { each, floor, units };
};

const plan = (units: string[], { week, at, rotaOf }: Week): { ms: number; units: number } => {
  const rotas = units.map(rotaOf);
  const began = process.cpuUsage();
  const records = rotas.map((r) => planned(r, week, undefined, at));
  const { user, system } = process.cpuUsage(began);
  const written = records.map((r) => (r ? writeUnits(toItem(handover, r)) : 0));
  return { ms: (user + system) / 1000 / units.length, units: Math.max(...written) };
};

/** One for each kilobyte begun, and one for the entry in the index of the outbox. */
const writeUnits = (item: object): number => Math.ceil(bytes(item) / 1024) + 1;

/** Bytes of a value as DynamoDB counts them: names and texts in UTF-8, numbers by their digits, a little for each container. */
const bytes = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1;
  if (value === null || typeof value !== 'object') return 1;
  if (Array.isArray(value)) return 3 + value.reduce((sum: number, v) => sum + 1 + bytes(v), 0);
  const fields = Object.entries(value).filter(([, v]) => v !== undefined);
  return 3 + fields.reduce((sum, [name, v]) => sum + 1 + Buffer.byteLength(name) + bytes(v), 0);
};
