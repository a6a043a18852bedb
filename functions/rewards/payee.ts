import { DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { environment } from '../../shared/env.ts';
import { DomainError } from '../../shared/errors.ts';
import { newId } from '../../shared/ids.ts';
import { keys } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { type Item, recordsTable, table } from '../../shared/table.ts';
import type { Moment } from '../../shared/time.ts';
import { named } from '../../shared/workflow/lifecycle.ts';
import { type Payee, payee } from './schema.ts';

/**
 * Who is paid: encrypted under a key of its own, bound to its reward (with another reward's context it does not open), beside
 * the reward and never in its history. Every reading is written down before it happens.
 */

const env = environment(z.object({ PAYEE_KEY_ID: z.string().min(1) }));
const kms = new KMSClient({ maxAttempts: 3 });

const contextOf = (reward: string) => ({ reward });

/** The details as they are kept, in base64. Throws where the key cannot be used. */
export const sealed = async (reward: string, details: Payee): Promise<string> => {
  const { CiphertextBlob } = await kms.send(
    new EncryptCommand({
      KeyId: env().PAYEE_KEY_ID,
      Plaintext: Buffer.from(JSON.stringify(details), 'utf8'),
      EncryptionContext: contextOf(reward),
    }),
  );
  if (!CiphertextBlob) throw new DomainError('unavailable', 'unavailable', 'Payment details cannot be kept now.');
  return Buffer.from(CiphertextBlob).toString('base64');
};

const opened = async (reward: string, ciphertext: string): Promise<Payee> => {
  const { Plaintext } = await kms.send(
    new DecryptCommand({
      KeyId: env().PAYEE_KEY_ID,
      CiphertextBlob: Buffer.from(ciphertext, 'base64'),
      EncryptionContext: contextOf(reward),
    }),
  );
  return payee.parse(JSON.parse(Buffer.from(Plaintext ?? []).toString('utf8')));
};

/** The item that keeps sealed details, with which consent they were given, and when. */
export const payeeItem = (reward: string, ciphertext: string, details: Payee, at: Moment, by: string): Item => ({
  ...keys.payee(reward),
  entity: 'payee',
  ciphertext,
  consent: { version: details.payeeConsent, at, by, guardian: details.under14 },
});

const payeeRecord = z.object({ ciphertext: z.string() });

export const payeeReading = z.object({
  at: z.string(),
  by: named,
  reason: z.string(),
});
export type PayeeReading = z.infer<typeof payeeReading>;

/** The details in clear, for one reading that is written down first; undefined where none are kept. */
export const readPayee = async (reward: string, reading: PayeeReading): Promise<Payee | undefined> => {
  const item = await records.item(keys.payee(reward));
  if (!item) return undefined;
  await writeDown(reward, reading);
  return opened(reward, payeeRecord.parse(item).ciphertext);
};

const writeDown = async (reward: string, reading: PayeeReading): Promise<void> => {
  const Item = { ...keys.payeeRead(reward, reading.at, newId()), entity: 'payee-reading', ...reading };
  await table.send(new PutCommand({ TableName: recordsTable(), Item }));
};

/** Who has read the details, when and why; oldest first. */
export const readingsOf = async (reward: string): Promise<PayeeReading[]> =>
  (await records.partition(keys.payee(reward).pk, 'PAYEEREAD#')).map((i) => payeeReading.parse(i));
