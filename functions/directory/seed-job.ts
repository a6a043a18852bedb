import { log } from '../../shared/log.ts';
import { seedAll } from './seed.ts';

/** Fills a new table at deployment and at every local start; changes nothing that is there. */
export const handler = async (): Promise<void> => {
  await seedAll();
  log.info('seeded');
};
