import * as z from 'zod';
import { isDomainError } from '../../shared/errors.ts';
import { keys } from '../../shared/keys.ts';
import { now } from '../../shared/time.ts';
import * as s from './schema.ts';
import seed from './seed.json' with { type: 'json' };
import * as store from './store.ts';

const seedFile = z.strictObject({
  units: z.array(s.unitInput),
  people: z.array(z.strictObject(s.staff.shape)),
  routes: z.array(z.strictObject(s.route.shape)),
});

/**
 * Puts the first units, people and routes into the table; answers how many were new. What is there already, or was there
 * and an admin removed it, stays as it is: it may run at every start.
 */
export const seedDirectory = async (): Promise<number> => {
  const { units, people, routes } = seedFile.parse(seed);
  const change = { by: { id: 'kora', name: 'kora' }, at: now() };
  const added: boolean[] = [];
  for (const u of units) added.push(await addOnce(await store.getUnit(u.id), () => store.putUnit(u, change)));
  for (const p of people)
    added.push(await addOnce(await store.getPerson(p.email), () => store.putPerson(p, undefined, change)));
  for (const r of routes) added.push(await addOnce(await everRouted(r), () => store.putRoute(r, change)));
  return added.filter(Boolean).length;
};

const everRouted = async ({ type, area }: s.AreaRoute) => (await store.auditOf(keys.route(type, area)))[0];

const addOnce = async (there: unknown, put: () => Promise<unknown>): Promise<boolean> => {
  if (there) return false;
  try {
    await put();
    return true;
  } catch (e) {
    if (!isDomainError(e, 'duplicate')) throw e; // somebody else was faster
    return false;
  }
};

/** Everything a new table starts with: the directory, the example rewards, a community with its duty, a mentor, a debate, the rest stations, a campaign. */
export const seedAll = async (): Promise<void> => {
  await seedDirectory();
  const { seedRewards } = await import('../rewards/seed.ts');
  await seedRewards();
  const { seedDuty } = await import('../duty/seed.ts');
  await seedDuty();
  const { seedGrowth } = await import('../growth/seed.ts');
  await seedGrowth();
  const { seedStations } = await import('../stations/seed.ts');
  await seedStations();
  const { seedCampaigns } = await import('../campaigns/seed.ts');
  await seedCampaigns();
};
