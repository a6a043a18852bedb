import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { caller } from './call.ts';
import { startEngine } from './engine.ts';
import { sent } from './held.ts';

/** One community on a Monday with its rota, its APIs and its store; tests of duty import this before all else of Kora. */

export const queued: { kind: string; weeks: string[]; units: string[] }[] = [];
vi.mock('../../functions/duty/fan-out.ts', async (original) => ({
  ...(await original<object>()),
  fanOut: async (kind: string, weeks: string[], units: string[]) => void queued.push({ kind, weeks, units }),
}));

/** A Monday, five minutes after nine in Lhasa's zone. */
export const MONDAY = '2026-11-23T01:05:00.000Z';
export const at = (moment: string) => vi.setSystemTime(new Date(moment));
vi.useFakeTimers({ toFake: ['Date'] });
at(MONDAY);

const engine = await startEngine();
const { seedDirectory } = await import('../../functions/directory/seed.ts');
const { seedDuty } = await import('../../functions/duty/seed.ts');
const { handler: dutyApi } = await import('../../functions/duty/api.ts');
const { handler: tasksApi } = await import('../../functions/tasks/api.ts');
const { handler: rounds } = await import('../../functions/duty/rounds.ts');
const { handler: work } = await import('../../functions/duty/jobs.ts');
const { deliverAll } = await import('./outbox.ts');

export const UNIT = 'jiarong-community';
export const FIRST = 'dekyi.wangmo@jiarong.kora.example';
export const OUTSIDER = 'sonam@medog-forestry.kora.example';
export const THIS = '2026-11-23';
export const NEXT = '2026-11-30';

export const duty = caller(dutyApi);
export const tasks = caller(tasksApi);
export const unit = { params: { unit: UNIT } };

afterAll(async () => {
  vi.useRealTimers();
  await engine.stop();
});
beforeAll(async () => {
  await seedDirectory();
  await seedDuty();
  await turnOfWeek();
});
beforeEach(async () => {
  await deliverAll();
  sent.splice(0);
});

/** What a round has put into the queue, carried out. */
export const carryOut = async (): Promise<void> => {
  for (const message of queued.splice(0))
    await work({ Records: [{ messageId: 'm', body: JSON.stringify(message) }] } as never);
};

/** A round, and all that comes of it. */
export const turnOfWeek = async (): Promise<void> => {
  await rounds();
  await carryOut();
  await deliverAll();
};

export const rota = async (as = FIRST, query: Record<string, string> = {}) =>
  (await duty('GET /duty/{unit}/rota', { as, ...unit, query })).body;
export const whoIn = async (week: string): Promise<string> =>
  (await rota(FIRST, { from: THIS, weeks: '30' })).turns.find((t: { week: string }) => t.week === week).who.id;
export const stranger = async (...known: string[]) =>
  (await rota()).rosters
    .at(-1)
    .members.map((m: { id: string }) => m.id)
    .find((id: string) => !known.includes(id));
