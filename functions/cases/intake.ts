import * as z from 'zod';
import { type Actor, isAdmin } from '../../shared/auth.ts';
import { forbidden } from '../../shared/errors.ts';
import type { Language } from '../../shared/fields.ts';
import { phone } from '../../shared/fields.ts';
import { spacedReceipt } from '../../shared/receipt.ts';
import { type Route, route } from '../../shared/route.ts';
import { inLanguage, lang } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { receiptOf } from '../../shared/workflow/accept.ts';
import { staffDoer } from '../../shared/workflow/open-actions.ts';
import { loadCase, maySee, mustTakeCalls } from './access.ts';
import { asAsked } from './asked.ts';
import { takeCall } from './call-taken.ts';
import { type CallerReading, callerReading, readingsOf, writeDown } from './caller-readings.ts';
import { casesOfCaller } from './callers.ts';
import type { AnyReport } from './case-type.ts';
import { cardViews } from './case-view.ts';
import { reportForm } from './pages.ts';
import { choicesOf } from './places.ts';
import type { Card } from './queue.ts';
import { caseIdOf, receive } from './receive.ts';
import { caseType, caseTypes } from './registry.ts';
import { receivedView } from './schema.ts';
import { acknowledged, wordsOf } from './track.ts';
import { caseCard } from './views.ts';

/** What an operator does while somebody is on the telephone: who calls, what is open under the number, a report for them. */

const ofType = z.strictObject({ type: z.string().max(40) });

/** Of a case of another unit no more than that there is one, where, and how far it has come. */
const calledAbout = caseCard.partial({ title: true, place: true });
type CalledAbout = z.infer<typeof calledAbout>;

const option = z.object({ value: z.string(), label: z.string(), group: z.string().optional() });

export const intakeRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/intake/caller',
    summary: 'What is open under a caller’s telephone number, newest first; who asks stands on record',
    access: 'staff',
    query: z.object({ phone: phone(), lang }),
    reply: z.object({ cases: z.array(calledAbout) }),
    handle: async ({ actor, query, language }) => {
      mustTakeCalls(actor);
      const cases = await openUnder(query.phone, actor, language);
      await writeDown(query.phone, { what: 'cases', shown: cases.length, ...readBy(actor) });
      return { body: { cases } };
    },
  }),
  route({
    method: 'GET',
    path: '/intake/caller/reads',
    summary: 'Who has looked up a telephone number, newest first; this stands on record too',
    access: 'staff',
    query: z.object({ phone: phone() }),
    reply: z.object({ reads: z.array(callerReading) }),
    handle: async ({ actor, query }) => {
      if (!isAdmin(actor)) throw forbidden('Who looked up a number is for administrators.', 'not-admin');
      const reads = await readingsOf(query.phone);
      await writeDown(query.phone, { what: 'reads', shown: reads.length, ...readBy(actor) });
      return { body: { reads } };
    },
  }),
  route({
    method: 'GET',
    path: '/intake/forms',
    summary: 'The kinds of report that an operator can take down',
    access: 'staff',
    query: inLanguage,
    reply: z.object({ types: z.array(z.object({ type: z.string(), title: z.string() })) }),
    handle: async ({ language }) => ({
      body: {
        types: (await caseTypes()).map((c) => ({ type: c.type, title: wordsOf(c, language)(`site.report.${c.type}`) })),
      },
    }),
  }),
  route({
    method: 'GET',
    path: '/intake/forms/{type}',
    summary: 'The form of a report in the order in which an operator asks, and what there is to choose from',
    access: 'staff',
    params: ofType,
    query: inLanguage,
    reply: z.object({
      type: z.string(),
      questions: z.array(z.string()),
      form: z.record(z.string(), z.unknown()),
      options: z.record(z.string(), z.array(option)),
    }),
    handle: async ({ params, language }) => {
      const type = await caseType(params.type);
      const { questions } = type;
      const form = asAsked(reportForm(type, language), questions, wordsOf(type, language));
      return { body: { type: type.type, questions, form, options: await choicesOf(type, language) } };
    },
  }),
  route({
    method: 'POST',
    path: '/intake/{type}',
    summary:
      'A report on behalf of somebody who calls; answers the receipt to be read back to them. `again` where a colleague has just taken another such call from this number',
    access: 'staff',
    params: ofType,
    query: inLanguage.extend({ again: z.literal('1').optional() }),
    body: async ({ type }) => (await caseType(type)).report,
    reply: receivedView.extend({ id: z.string(), readBack: z.string() }),
    status: 201,
    handle: async ({ actor, params, query, body, headers, language }) => {
      mustTakeCalls(actor);
      const type = await caseType(params.type);
      const report = body as AnyReport;
      const idempotencyKey = receiptOf(report.receipt, headers['idempotency-key']);
      const { phone } = report.reporter;
      if (phone && !query.again) {
        const by = { id: actor.id, name: actor.name };
        await takeCall(phone, type.type, { case: caseIdOf(idempotencyKey), by, at: now() });
      }
      const { receipt, record } = await receive(type, report, { by: staffDoer(actor).by, language, idempotencyKey });
      const view = acknowledged(type, record, receipt, language);
      return {
        status: 201,
        headers: { location: view.location },
        body: { ...view, id: record.id, readBack: spacedReceipt(receipt) },
      };
    },
  }),
];

const readBy = ({ id, name }: Actor): Pick<CallerReading, 'at' | 'by'> => ({ at: now(), by: { id, name } });

const openUnder = async (number: string, actor: Actor, language: Language): Promise<CalledAbout[]> => {
  const found = await Promise.all((await casesOfCaller(number)).map((id) => loadCase(id)));
  const listed = found.map((f) => ({ ...f, index: f.type.life.index(f.record) }));
  const open = listed.filter(({ index }) => !String(index.queue).endsWith('#closed'));
  const views = await cardViews(
    open.map(({ index }) => index.card as Card),
    language,
  );
  return views.map((view, i) => (isSeen(open[i], actor) ? view : { ...view, title: undefined, place: undefined }));
};

const isSeen = (found: Awaited<ReturnType<typeof loadCase>> | undefined, actor: Actor): boolean =>
  found !== undefined && maySee(found.type, found.record, actor);
