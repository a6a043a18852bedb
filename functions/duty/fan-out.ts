import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { environment } from '../../shared/env.ts';

/** The queue between the moment of a slot and the units that hand over in it: as many messages as there are units to do. */

const env = environment(z.object({ DUTY_QUEUE_URL: z.string() }));
const sqs = new SQSClient({ maxAttempts: 5 });

/** Units of one message: together one batch read, and well under a function's time. */
export const UNITS_PER_MESSAGE = 50;

/** Hand over these weeks, in this order; or remind those who come after a week. */
export const dutyMessage = z.object({
  kind: z.enum(['hand-over', 'reminder']),
  weeks: z.array(z.string()),
  units: z.array(z.string()),
});
export type DutyMessage = z.infer<typeof dutyMessage>;

const cut = <T>(list: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

/** Puts the work for some units into the queue, ten messages a request; throws if any was not taken. */
export const fanOut = async (kind: DutyMessage['kind'], weeks: string[], units: string[]): Promise<void> => {
  const entries = cut(units, UNITS_PER_MESSAGE).map((part, i) => ({
    Id: String(i),
    MessageBody: JSON.stringify({ kind, weeks, units: part } satisfies DutyMessage),
  }));
  for (const Entries of cut(entries, 10)) {
    const answer = await sqs.send(new SendMessageBatchCommand({ QueueUrl: env().DUTY_QUEUE_URL, Entries }));
    if (answer.Failed?.length) throw new Error(`${answer.Failed.length} messages of a ${kind} were not queued`);
  }
};
