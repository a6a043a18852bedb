import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import * as z from 'zod';
import { environment } from '../env.ts';
import { contentDigest } from '../ids.ts';
import { later, now, plus } from '../time.ts';
import type { Clock, Lifecycle, LifeRecord } from './lifecycle.ts';

/** Deadlines: each running clock of a record is a one-off schedule, named after what it is, so that setting it twice is once. */

const env = environment(
  z.object({
    SCHEDULE_GROUP: z.string(),
    CLOCK_FUNCTION_ARN: z.string(),
    SCHEDULE_ROLE_ARN: z.string(),
    SCHEDULE_DLQ_ARN: z.string(),
  }),
);

const scheduler = new SchedulerClient({ maxAttempts: 5 });

/** What a schedule hands to the clock function. */
export const clockInput = z.object({
  kind: z.string(),
  type: z.string(),
  id: z.string(),
  clock: z.string(),
  seq: z.number(),
});
export type ClockInput = z.infer<typeof clockInput>;

const nameOf = (id: string, clock: string, seq: number): string => `${id}-${seq}-${contentDigest(clock).slice(0, 8)}`;

/** Creates the schedule of a running clock; one that exists already is the same one. */
export const setClock = async (life: Lifecycle, record: LifeRecord, id: string, clock: Clock): Promise<void> => {
  const input: ClockInput = { kind: life.kind, type: life.type, id: record.id, clock: id, seq: clock.seq };
  const soon = plus(now(), 1000); // a deadline that passed while delivery was held up fires at once
  const at = later(clock.due, soon);
  try {
    await scheduler.send(
      new CreateScheduleCommand({
        Name: nameOf(record.id, id, clock.seq),
        GroupName: env().SCHEDULE_GROUP,
        ScheduleExpression: `at(${at.slice(0, 19)})`,
        ScheduleExpressionTimezone: 'UTC',
        FlexibleTimeWindow: { Mode: 'OFF' },
        ActionAfterCompletion: 'DELETE',
        Target: {
          Arn: env().CLOCK_FUNCTION_ARN,
          RoleArn: env().SCHEDULE_ROLE_ARN,
          Input: JSON.stringify(input),
          DeadLetterConfig: { Arn: env().SCHEDULE_DLQ_ARN },
        },
      }),
    );
  } catch (e) {
    if (!(e instanceof ConflictException)) throw e;
  }
};

/** Deletes the schedule of a clock that was cleared; one that is gone (fired, deleted) is fine. */
export const clearClock = async (record: string, id: string, seq: number): Promise<void> => {
  try {
    await scheduler.send(new DeleteScheduleCommand({ Name: nameOf(record, id, seq), GroupName: env().SCHEDULE_GROUP }));
  } catch (e) {
    if (!(e instanceof ResourceNotFoundException)) throw e;
  }
};
