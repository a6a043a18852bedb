import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { environment } from './env.ts';
import { cut } from './text.ts';

const MOST_SUBJECT = 200;

/** A mail as data, made by a capability's pure builders. The subject is one line by its schema. */
export const mail = z.object({
  to: z.email(),
  subject: z
    .string()
    .regex(/^[^\u0000-\u001f\u007f]+$/)
    .max(MOST_SUBJECT),
  text: z.string(),
  /** An action as a link of its own, shown as a button. */
  link: z.object({ label: z.string(), url: z.string() }).optional(),
  language: z.enum(['zh', 'bo', 'en']).default('zh'),
});
export type Mail = z.input<typeof mail>;

/** What stands in the queue: the mail and the effect it carries out, remembered so that it goes out once. */
export const queuedMail = z.object({ effect: z.string(), mail });
export type QueuedMail = z.infer<typeof queuedMail>;

const env = environment(z.object({ MAIL_QUEUE_URL: z.string() }));
const sqs = new SQSClient({ maxAttempts: 5 });

/** Text for a subject: line breaks and other control characters become spaces, and what is too long for a subject is cut. */
export const subjectLine = (s: string): string => cut(s.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim(), MOST_SUBJECT);

/** Puts the mails of one effect into the queue, ten a request; throws if any was not taken. */
export const queueMail = async (effect: string, mails: Mail[]): Promise<void> => {
  const entries = mails.map((m, i) => ({
    Id: String(i),
    MessageBody: JSON.stringify({ effect: `${effect}#${m.to}`, mail: mail.parse(m) } satisfies QueuedMail),
  }));
  for (let i = 0; i < entries.length; i += 10) {
    const answer = await sqs.send(
      new SendMessageBatchCommand({ QueueUrl: env().MAIL_QUEUE_URL, Entries: entries.slice(i, i + 10) }),
    );
    if (answer.Failed?.length) throw new Error(`${answer.Failed.length} mails of ${effect} were not queued`);
  }
};
