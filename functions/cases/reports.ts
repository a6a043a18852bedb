import * as z from 'zod';
import { type FieldError, isDomainError } from '../../shared/errors.ts';
import { serve } from '../../shared/http.ts';
import { type Route, route } from '../../shared/route.ts';
import { actionName, inLanguage } from '../../shared/route-parts.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { REPORTER, ruleOf } from '../../shared/workflow/open-actions.ts';
import { perform } from '../../shared/workflow/perform.ts';
import { pagePolicy } from '../photos/policy.ts';
import type { AnyReport, CaseType } from './case-type.ts';
import { caseOfReceipt, receiptAt } from './receipts.ts';
import { receive } from './receive.ts';
import { caseType, caseTypes, typeNames } from './registry.ts';
import { type CaseData, receivedView, reportView } from './schema.ts';
import { acknowledged, trackedView } from './track.ts';

/** What the public may do: hand in a report, follow it by its receipt, add to it. */

/** Pages for browsers, and all that draws forms: an app's JSON starts without them. */
const pages = () => import('./pages.ts');
const shell = () => import('../../shared/page.ts');

const actionAt = receiptAt.extend({ action: actionName });

/** What a reporter's action takes; an action of a name takes the same in every case type that has it. */
const reporterInput = async (action: string): Promise<z.ZodType> => {
  const rules = (await caseTypes()).map((c) => ruleOf(c.life, action));
  const ofCase = rules.find((r) => r?.byReporter)?.input;
  if (ofCase) return ofCase;
  const { rewardInput } = await import('../rewards/schema.ts'); // what a report does not need is not loaded for it
  return rewardInput(action) ?? z.record(z.string(), z.unknown());
};

/** Where photos are kept leads a browser back here and says under which key it put one. */
const photoSent = (key?: string): number | undefined =>
  Number(/^incoming\/.*\/(\d+)$/.exec(key ?? '')?.[1]) || undefined;

/** A form that was refused for its fields comes back with what was filled in; anything else is told on a page of its own. */
const fieldsOf = (error: unknown): FieldError[] => (isDomainError(error, 'invalid-input') ? error.fields : []);

const intake = (name: string): Route =>
  route({
    method: 'POST',
    path: `/reports/${name}`,
    summary: `Hand in a report: ${name}`,
    access: 'public',
    limited: true,
    query: inLanguage,
    body: async () => (await caseType(name)).report,
    reply: receivedView,
    status: 201,
    handle: async ({ body, headers, language, wantsPage }) => {
      const type = await caseType(name);
      const idempotencyKey = headers['idempotency-key'];
      const sender = { by: REPORTER.by, language, idempotencyKey, plain: wantsPage };
      const { receipt, record } = await receive(type, body as AnyReport, sender);
      const view = acknowledged(type, record, receipt, language);
      const reply = { status: 201, headers: { location: view.location } };
      return wantsPage ? { ...reply, page: (await pages()).receivedPage(view, language) } : { ...reply, body: view };
    },
    errorPage: async (error, request) => {
      const errors = fieldsOf(error);
      if (errors.length === 0) return (await shell()).errorPage(error, request);
      const type = await caseType(name);
      const language = request.language ?? 'zh';
      const options = await (await import('./places.ts')).choicesOf(type, language);
      return (await pages()).reportFormPage(type, { values: request.raw, errors, options }, language);
    },
  });

export const routes: Route[] = [
  ...typeNames.map(intake),
  route({
    method: 'POST',
    path: '/reports/{type}',
    summary: 'Any other type: told which there are',
    access: 'public',
    params: z.strictObject({ type: z.string() }),
    handle: async ({ params }) => {
      await caseType(params.type);
      return {};
    },
  }),
  route({
    method: 'POST',
    path: '/reports/find',
    summary: 'To the page of a receipt, from a form',
    access: 'public',
    limited: true,
    query: inLanguage,
    body: receiptAt,
    handle: async ({ body: { receipt }, language }) => {
      await caseOfReceipt(receipt); // that of a tip-off, typed here, does not get into an address
      return { status: 303, headers: { location: `/reports/${receipt}?lang=${language}` } };
    },
  }),
  route({
    method: 'GET',
    path: '/reports/{receipt}',
    summary: 'What has become of a report',
    access: 'public',
    limited: true,
    params: receiptAt,
    query: inLanguage.extend({ key: z.string().max(200).optional() }),
    reply: reportView,
    handle: async ({ params, query: { key }, language, wantsPage }) => {
      const { type, record } = await caseOfReceipt(params.receipt);
      const view = await trackedView(type, record, params.receipt, language);
      if (!wantsPage) return { body: view };
      const page = (await pages()).statusPage(type, view, language, { sent: photoSent(key) });
      return { page, headers: pagePolicy() };
    },
  }),
  route({
    method: 'POST',
    path: '/reports/{receipt}/actions/{action}',
    summary: 'What the reporter may do: add to the report, withdraw it, claim a reward',
    access: 'public',
    limited: true,
    params: actionAt,
    query: inLanguage,
    body: ({ action }) => reporterInput(action),
    reply: reportView,
    handle: async ({ params: { receipt, action }, body, language, wantsPage }) => {
      const { type, record } = await caseOfReceipt(receipt);
      const after = await reporterActs(type, record, action, body);
      if (wantsPage) return { status: 303, headers: { location: `/reports/${receipt}?lang=${language}` } };
      return { body: await trackedView(type, after, receipt, language) };
    },
    errorPage: async (error, request) => {
      const errors = fieldsOf(error);
      const { receipt, action } = actionAt.safeParse(request.params).data ?? {};
      if (errors.length === 0 || !receipt || !action) return (await shell()).errorPage(error, request);
      const { type, record } = await caseOfReceipt(receipt);
      const view = await trackedView(type, record, receipt, request.language ?? 'zh');
      const returned = { action, values: request.raw, errors };
      const photos = view.photos.map((p) => ({ ...p, address: undefined })); // a refusal's policy shows none
      return (await pages()).statusPage(type, { ...view, photos }, request.language ?? 'zh', { returned });
    },
  }),
];

/** Claims go to the reward; everything else is an action of the case. Answers the case as it then is. */
const reporterActs = async (
  type: CaseType,
  record: LifeRecord<CaseData>,
  action: string,
  input: unknown,
): Promise<LifeRecord<CaseData>> => {
  if (ruleOf(type.life, action))
    return perform(type.life, record.id, { action, input }, REPORTER, { resolve: type.resolve });
  const { actOnReward } = await import('../rewards/for-reporter.ts');
  await actOnReward(record.id, action, input);
  return record;
};

export const handler = serve(routes);
