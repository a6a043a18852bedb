import { fault, stageOf } from '../../functions/stations/fault/fault.ts';
import type { FaultData } from '../../functions/stations/fault/schema.ts';
import { begin } from '../../shared/workflow/decide.ts';
import type { By, LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { everyStep, type Graph } from './paths.ts';

/** Faults of rest stations, for tests. */

export const AT = '2026-11-25T02:00:00.000Z';
const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const keeper: By = { kind: 'staff', id: 'tsomo@x.example', name: '次姆' };
const someone: By = { kind: 'reporter', id: 'reporter' };

export const data = (change: Partial<FaultData> = {}): FaultData => ({
  ...{ station: 's1', unit: 'u1', facility: 'charging-socket', extent: 'some', count: 1, openedAt: AT },
  ...{
    reports: [{ trouble: 'broken', extent: 'some', at: AT }],
    remind: { acknowledge: DAY, mend: 3 * DAY },
    ...change,
  },
});
export const reported = (change: Partial<FaultData> = {}): LifeRecord<FaultData> =>
  begin(fault, 'a'.repeat(20), data(change), { type: 'reported', at: AT, by: someone });
export const again = (said: object) => ({
  type: 'reported-again',
  by: someone,
  input: { trouble: 'broken', extent: 'some', ...said },
});
export const seen = (input: Record<string, unknown> = {}) => ({ type: 'acknowledge', by: keeper, input });
export const mended = { type: 'mended', by: keeper, input: { note: '换了插座' } };

/** A fault from its report on; one further report, which says that it is dangerous. */
export const graph: Graph<FaultData> = {
  life: fault,
  start: reported(),
  steps: (record) => [
    ...everyStep(
      fault,
      record,
      (type) => ({ type, at: AT, by: keeper, input: type === 'acknowledge' ? {} : { note: '看过' } }),
      AT,
    ),
    ...(stageOf(record.state) === 'reported' && record.data.count < 2
      ? [{ at: AT, ...again({ trouble: 'unsafe' }) }]
      : []),
  ],
  marks: (record) => record.data.count,
};
