import * as z from 'zod';
import { type FieldError, isDomainError, notFound } from '../../shared/errors.ts';
import { type Language, receipt } from '../../shared/fields.ts';
import { type Request, type Route, route } from '../../shared/route.ts';
import { inLanguage } from '../../shared/route-parts.ts';
import { REPORTER } from '../../shared/workflow/open-actions.ts';
import { load } from '../../shared/workflow/store.ts';
import { actions } from './actions.ts';
import { FOLLOW, wordsIn } from './form.ts';
import { formAgainPage, LEAVE_POLICY, problemPage, receivedPage, senderPage } from './pages.ts';
import { tipIdOf } from './receipts.ts';
import { receive } from './receive.ts';
import { tipReport } from './schema.ts';
import { messagesOf, performOn } from './store.ts';
import { life, stageOf, type Tip } from './tip.ts';
import { acknowledged, receivedTip, senderView, viewOfSender } from './view.ts';

/** What the sender may do: hand in a tip-off, and come back to it with the receipt, which stands in bodies alone. */

const bearer = z.strictObject({ receipt: receipt() });

const SENDERS = Object.entries(actions).filter(([, rule]) => rule.byReporter);

/** A tip-off by its receipt; one that is being deleted is as unknown as any other. */
const tipOf = async (receipt: string): Promise<Tip> => {
  const found = await load(life, tipIdOf(receipt));
  if (!found || stageOf(found.state) === 'erased') throw notFound('tip-off');
  return found;
};

const shown = async (
  record: Tip,
  receipt: string,
  { language, wantsPage }: Pick<Request, 'language' | 'wantsPage'>,
) => {
  const view = await viewOfSender(record, receipt, await messagesOf(record.id), wordsIn(language));
  return wantsPage ? { page: senderPage(view, receipt, language), headers: LEAVE_POLICY } : { body: view };
};

/** A page that answers a form is sent again when it is loaded again: the same words are not written twice. */
const isSaidAgain = async ({ id }: Tip, action: string, { text }: Record<string, unknown>): Promise<boolean> =>
  action === 'reply' && (await messagesOf(id)).findLast((m) => m.from === 'sender')?.text === text;

const fieldsOf = (error: unknown): FieldError[] => (isDomainError(error, 'invalid-input') ? error.fields : []);

const languageOf = ({ language }: { language?: Language }): Language => language ?? 'zh';

/** An action of the sender: the receipt beside the action's own fields. */
const senderAction = ([action, rule]: (typeof SENDERS)[number]): Route =>
  route({
    method: 'POST',
    path: `${FOLLOW}/${action}`,
    summary: `What the sender of a tip-off may do: ${action}`,
    access: 'public',
    limited: true,
    query: inLanguage,
    body: bearer.extend((rule.input as z.ZodObject).shape),
    reply: senderView,
    handle: async ({ body, ...request }) => {
      const { receipt, ...input } = body as z.infer<typeof bearer> & Record<string, unknown>;
      const there = await tipOf(receipt);
      if (await isSaidAgain(there, action, input)) return shown(there, receipt, request);
      return shown(await performOn(there.id, { action, input }, REPORTER, { receipt }), receipt, request);
    },
    errorPage: async (error, request) => {
      const errors = fieldsOf(error);
      const { receipt: typed, ...values } = (request.raw ?? {}) as Record<string, unknown>;
      const { receipt } = bearer.safeParse({ receipt: typed }).data ?? {};
      if (errors.length === 0 || receipt === undefined) return problemPage(error, languageOf(request));
      const language = languageOf(request);
      const record = await tipOf(receipt).catch(() => undefined);
      if (!record) return problemPage(error, language);
      const view = await viewOfSender(record, receipt, await messagesOf(record.id), wordsIn(language));
      return senderPage(view, receipt, language, { action, values, errors });
    },
  });

export const senderRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/reports/tip',
    summary: 'Hand in a tip-off, without a name',
    access: 'public',
    limited: true,
    query: inLanguage,
    body: tipReport,
    reply: receivedTip,
    status: 201,
    handle: async ({ body, headers, language, wantsPage }) => {
      const { receipt, record } = await receive(body, headers['idempotency-key'], { plain: wantsPage });
      const view = acknowledged(record, receipt, wordsIn(language));
      const location = { location: view.location };
      if (!wantsPage) return { status: 201, headers: location, body: view };
      return { status: 201, headers: { ...location, ...LEAVE_POLICY }, page: receivedPage(view, language) };
    },
    errorPage: async (error, request) => {
      const errors = fieldsOf(error);
      if (errors.length === 0) return problemPage(error, languageOf(request));
      return formAgainPage(request.raw, errors, languageOf(request));
    },
  }),
  route({
    method: 'POST',
    path: FOLLOW,
    summary: 'What has become of a tip-off: its messages, its reward, what the sender can do',
    access: 'public',
    limited: true,
    query: inLanguage,
    body: bearer,
    reply: senderView,
    handle: async ({ body: { receipt }, ...request }) => shown(await tipOf(receipt), receipt, request),
    errorPage: async (error, request) => problemPage(error, languageOf(request)),
  }),
  ...SENDERS.map(senderAction),
];
