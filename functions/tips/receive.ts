import * as z from 'zod';
import { conflict, invalidField } from '../../shared/errors.ts';
import { contentDigest, newReceipt } from '../../shared/ids.ts';
import { isReceipt } from '../../shared/receipt.ts';
import { type Moment, monthOf, now } from '../../shared/time.ts';
import { begin } from '../../shared/workflow/decide.ts';
import { REPORTER } from '../../shared/workflow/open-actions.ts';
import { create, fromItem } from '../../shared/workflow/store.ts';
import { isPublished } from '../directory/areas.ts';
import { routeFor, settingsOf } from '../directory/lookup.ts';
import { tipIdOf } from './receipts.ts';
import { checkReport } from './rules.ts';
import { type TipData, type TipReport, terms, tipData } from './schema.ts';
import { life, type Tip } from './tip.ts';

export interface Received {
  receipt: string;
  record: Tip;
}

/**
 * Accepts a tip-off: whose it is, is looked up first, so that it never stands anywhere but with the unit that may read it;
 * then one conditional write. The same receipt with the same content is answered as the first time. Throws `invalid-input`
 * with fields, `receipt-taken` for other content.
 */
export const receive = async (report: TipReport, idempotencyKey: string | undefined): Promise<Received> => {
  const at = now();
  checkReport(report, at);
  const receipt = receiptOf(report.receipt, idempotencyKey);
  const record = begin(life, tipIdOf(receipt), await dataOf(report, at), { type: 'report', at, by: REPORTER.by });
  const before = await create(life, record);
  if (!before) return { receipt, record };
  const there = fromItem(life, before);
  if (there.data.content !== record.data.content)
    throw conflict('receipt-taken', 'This receipt already belongs to a report with other content.');
  return { receipt, record: there };
};

const receiptOf = (field: string | undefined, header: string | undefined): string => {
  if (header !== undefined && !isReceipt(header))
    throw invalidField('receipt', 'bad-receipt', 'is not a receipt number');
  if (field !== undefined && header !== undefined && field !== header)
    throw invalidField('receipt', 'bad-receipt', 'is not the one in the header Idempotency-Key');
  return header ?? field ?? newReceipt();
};

/** A unit's settings, section `tips`. */
const section = z.object(terms.shape);

const dataOf = async ({ receipt: _, ...content }: TipReport, at: Moment): Promise<TipData> => {
  const unit = await unitOf(content.county);
  return tipData.parse({
    ...content,
    unit,
    content: contentDigest(content),
    month: monthOf(at),
    terms: await settingsOf(unit, section, 'tips'),
  });
};

/** The unit whose officers take tip-offs of a county; throws `invalid-input` where there is none, or no such county. */
export const unitOf = async (county: string): Promise<string> => {
  if (!(await isPublished(county))) throw invalidField('county', 'not-a-choice', 'is no county of the list');
  const unit = await routeFor('tip', county);
  if (!unit) throw invalidField('county', 'outside', 'is served by no unit that takes tip-offs');
  return unit;
};
