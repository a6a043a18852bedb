import { conflict, isDomainError } from '../../shared/errors.ts';
import { log } from '../../shared/log.ts';
import { now } from '../../shared/time.ts';
import { act } from '../../shared/workflow/act.ts';
import type { ClockInput } from '../../shared/workflow/clocks.ts';
import type { Failing } from '../../shared/workflow/failures.ts';
import { type LifeRecord, type Step, SYSTEM } from '../../shared/workflow/lifecycle.ts';
import { managedBy } from './registry.ts';

/** A deadline has passed: raises its event, unless the clock was stopped or set again meanwhile. Firing twice is once. */
export const fire = async (input: ClockInput): Promise<void> => {
  const { life } = await managedBy(input.kind, input.type);
  try {
    await act(life, input.id, async (record) => runOut(record, input));
  } catch (e) {
    if (!isDomainError(e, 'clock-stopped') && !isDomainError(e, 'not-found')) throw e;
    log.info('the clock runs no more', { record: input.id, code: e.code });
  }
};

const runOut = (record: LifeRecord, { clock, seq }: ClockInput): Step => {
  const running = record.clocks[clock];
  if (running?.seq !== seq) throw conflict('clock-stopped', 'This clock was stopped, or set again.');
  return { type: running.event, at: now(), by: SYSTEM, parts: running.parts, clock };
};

/** A deadline that could not be raised, as it is counted. */
export const ofDeadline = ({ clock, seq }: Pick<ClockInput, 'clock' | 'seq'>) =>
  ({ cause: 'deadline', name: clock, clock, seq, what: `deadline#${clock}#${seq}` }) satisfies Partial<Failing>;
