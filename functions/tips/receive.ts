import { invalidField } from '../../shared/errors.ts';
import { contentDigest } from '../../shared/ids.ts';
import { type Moment, monthOf, now } from '../../shared/time.ts';
import { accept, defaultsOf, receiptOf } from '../../shared/workflow/accept.ts';
import { begin } from '../../shared/workflow/decide.ts';
import { REPORTER } from '../../shared/workflow/open-actions.ts';
import { isPublished } from '../directory/areas.ts';
import { routeFor, settingsOf } from '../directory/lookup.ts';
import { receiptOfPlain, tipIdOf } from './receipts.ts';
import { checkReport } from './rules.ts';
import { type TipData, type TipReport, tipData } from './schema.ts';
import { tipSettings } from './settings.ts';
import { life, type Tip } from './tip.ts';

export interface Received {
  receipt: string;
  record: Tip;
}

/**
 * Accepts a tip-off: whose it is, is looked up first, so that it never stands anywhere but with the unit that may read it;
 * then one conditional write. The same receipt with the same content is answered as the first time; `plain` is from a form
 * without script, which brings no receipt. Throws `invalid-input` with fields, `receipt-taken` for other content.
 */
export const receive = async (
  { receipt: field, ...report }: TipReport,
  idempotencyKey: string | undefined,
  { plain = false } = {},
): Promise<Received> => {
  const at = now();
  checkReport(report, at);
  const content = contentDigest(report);
  const receipt = receiptOf(field, idempotencyKey, plain ? () => receiptOfPlain(content, at) : undefined);
  const data = await dataOf(report, content, at);
  const record = begin(life, tipIdOf(receipt), data, { type: 'report', at, by: REPORTER.by });
  return { receipt, record: await accept(life, record) };
};

const dataOf = async (report: Omit<TipReport, 'receipt'>, content: string, at: Moment): Promise<TipData> => {
  const unit = await unitOf(report.county);
  const own = { unit, content, month: monthOf(at), terms: await settingsOf(unit, tipSettings) };
  return { ...defaultsOf(tipData), ...report, ...own } as TipData;
};

/** The unit whose officers take tip-offs of a county; throws `invalid-input` where there is none, or no such county. */
export const unitOf = async (county: string): Promise<string> => {
  if (!(await isPublished(county))) throw invalidField('county', 'not-a-choice', 'is no county of the list');
  const unit = await routeFor('tip', county);
  if (!unit) throw invalidField('county', 'outside', 'is served by no unit that takes tip-offs');
  return unit;
};
