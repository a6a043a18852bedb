import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { log } from '../../shared/log.ts';
import { type QueuedMail, queuedMail } from '../../shared/mail.ts';
import { now } from '../../shared/time.ts';
import { render } from './render.ts';
import { claim, markSent, release } from './sent.ts';
import { mailEnv, transport } from './transport.ts';

/** Sends the mails of a batch. Each stands for itself: those that fail are reported and come again, the others are done. */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const done = await Promise.all(event.Records.map(attempt));
  return { batchItemFailures: event.Records.filter((_, i) => !done[i]).map((r) => ({ itemIdentifier: r.messageId })) };
};

/** True when the message is done with; false when it must come again, and end with the failed mail if it never succeeds. */
const attempt = async (record: SQSRecord): Promise<boolean> => {
  try {
    return await sendOnce(queuedMail.parse(JSON.parse(record.body)));
  } catch (e) {
    const times = Number(record.attributes.ApproximateReceiveCount);
    log.error('mail failed', { messageId: record.messageId, times, error: nameOf(e) });
    if (times % COUNTED_EVERY === 0) await count(record, e);
    return false;
  }
};

/** After so many tries people see it beside the record; again and again, should that itself fail. */
const COUNTED_EVERY = 3;

const count = async ({ body, messageId }: SQSRecord, error: unknown): Promise<void> => {
  try {
    const { effect } = queuedMail.parse(JSON.parse(body));
    const { countFailedMail } = await import('../workflow/failed-mail.ts');
    await countFailedMail(effect, error);
  } catch (e) {
    log.error('a mail that failed could not be counted', { messageId, error: nameOf(e) });
  }
};

const sendOnce = async (queued: QueuedMail): Promise<boolean> => {
  const message = render(queued, mailEnv().MAIL_FROM);
  const at = now();
  const state = await claim(queued.effect, at);
  if (state !== 'mine') return state === 'sent';
  try {
    await (await transport()).sendMail(message);
  } catch (e) {
    await release(queued.effect, at);
    throw e;
  }
  await remember(queued.effect, at);
  return true;
};

/** The mail is out: where that cannot be noted, the message is still done with, for a repeat would be the greater harm. */
const remember = async (effect: string, at: string): Promise<void> => {
  try {
    await markSent(effect, at);
  } catch (e) {
    log.warn('a mail that went out could not be marked', { error: nameOf(e) });
  }
};

/** What kind of error it was; its message may quote an address. */
const nameOf = (e: unknown): string => {
  if (!(e instanceof Error)) return typeof e;
  const { code, responseCode } = e as { code?: unknown; responseCode?: unknown };
  return [e.name, code, responseCode].filter((x) => x !== undefined).join(' ');
};
