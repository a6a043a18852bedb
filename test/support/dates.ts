import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DRUG_LAW } from '../../functions/campaigns/seed.ts';
import { IN_FORCE_FROM } from '../../functions/rewards/seed.ts';
import { addDays } from '../../shared/time.ts';

/** The dates under which the suite is run as a whole: those on which programs that reckon with dates go wrong. */

/** The last day of which the State Council's holidays are known here. */
const years = readdirSync(join(import.meta.dirname, '../../shared/holidays')).map((file) => Number.parseInt(file, 10));
const lastKnown = `${Math.max(...years)}-12-31`;

/** What begins or ends in the examples that a new Kora is filled with. Before the measure nothing can be rewarded. */
const seeded = [IN_FORCE_FROM, DRUG_LAW.from, DRUG_LAW.until, addDays(DRUG_LAW.until, 1)];

const LOSAR = '2027-02-07'; // the first day of the year of the fire sheep; the Spring Festival is the day before
const LEAP_DAY = '2028-02-29';
const MONTH_ENDS = ['2026-04-30', '2027-02-28'];

export const DATES = [...new Set([...seeded, ...MONTH_ENDS, lastKnown, addDays(lastKnown, 1), LOSAR, LEAP_DAY])].sort();
