import * as z from 'zod';
import { DomainError } from '../../shared/errors.ts';
import { receipt } from '../../shared/fields.ts';
import { keys } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { fromItem } from '../../shared/workflow/store.ts';
import type { CaseType } from './case-type.ts';
import { caseIdOf } from './receive.ts';
import { caseType } from './registry.ts';
import type { CaseData } from './schema.ts';

/** The way back to a report: whoever holds its receipt may follow it. */

/** A receipt in a path. */
export const receiptAt = z.strictObject({ receipt: receipt() });

/** Nothing here knows of tip-offs: whoever holds the receipt of one is told where to go, and so is everybody else. */
const unknownReceipt = () =>
  new DomainError('not-found', 'not-found', 'No such report. A tip-off is followed at POST /tips/follow.', {
    extra: { tips: '/tips/follow' },
  });

/** The case behind a receipt: one read. A wrong receipt and an unknown one are told apart only by their check digit. */
export const caseOfReceipt = async (receipt: string): Promise<{ type: CaseType; record: LifeRecord<CaseData> }> => {
  const item = await records.item(keys.record('CASE', caseIdOf(receipt)));
  if (!item) throw unknownReceipt();
  const type = await caseType(String(item.type));
  return { type, record: fromItem(type.life, item) };
};
