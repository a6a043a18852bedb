/**
 * When the tests take place: the clock of every test process, of every Kora that they start and of every browser begins here.
 * `npm run test:dates` runs them at other dates. A Wednesday on which everything that is seeded is in force.
 */
export const AT = process.env.KORA_TEST_AT ?? '2026-06-10T09:00:00+08:00';

/** The time by the machine's own clock, in milliseconds since 1970: to reckon with what other processes say. */
export const machineTime = (): number => performance.timeOrigin + performance.now();
