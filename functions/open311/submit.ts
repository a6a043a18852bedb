import { inputSchema } from '../../shared/body.ts';
import { DomainError, invalidField, isDomainError } from '../../shared/errors.ts';
import type { Language } from '../../shared/fields.ts';
import { decodeForm } from '../../shared/form.ts';
import { translator } from '../../shared/i18n.ts';
import { parseInput } from '../../shared/problem.ts';
import { spacedReceipt } from '../../shared/receipt.ts';
import { REPORTER } from '../../shared/workflow/open-actions.ts';
import type { AnyReport, CaseType } from '../cases/case-type.ts';
import { receive } from '../cases/receive.ts';
import { complaintOf, entriesOf, type Posted } from './attributes.ts';
import { mustKnow } from './clients.ts';
import { messages } from './messages.ts';
import type { SubmittedRequest } from './schema.ts';
import { serviceOf } from './services.ts';

/** A service request that a program posts: an ordinary report, by the same way and with the same one write. */

const one = (posted: Posted, name: string): string | undefined => posted[name]?.[0]?.trim() || undefined;

/** Throws `bad-api-key`, `unknown-service`, and `invalid-input` with the parameters that are wrong. */
export const submitted = async (
  posted: Posted,
  language: Language,
  idempotencyKey: string | undefined,
): Promise<SubmittedRequest> => {
  mustKnow(one(posted, 'api_key'));
  const code = one(posted, 'service_code');
  if (code === undefined) throw invalidField('service_code', 'required', 'is needed');
  const type = await serviceOf(code);
  const { receipt, record } = await byItsParameters(type, async () => {
    const report = reportOf(type, posted);
    return receive(type, report, { by: REPORTER.by, language, idempotencyKey });
  });
  const notice = translator(language, messages)('open311.notice', { receipt: spacedReceipt(receipt) });
  return { service_request_id: record.id, service_notice: notice, account_id: null };
};

const reportOf = (type: CaseType, posted: Posted): AnyReport => {
  const form = inputSchema(type.report);
  return parseInput(type.report, decodeForm(form, entriesOf(form, posted)));
};

/** What a form complains of is told by the names that it was posted with. */
const byItsParameters = async <T>(type: CaseType, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (e) {
    if (!isDomainError(e, 'invalid-input')) throw e;
    const fields = e.fields.map((f) => complaintOf(inputSchema(type.report), f));
    throw new DomainError(e.kind, e.code, e.message, { fields });
  }
};
