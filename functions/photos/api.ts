import * as z from 'zod';
import { environment } from '../../shared/env.ts';
import { notFound } from '../../shared/errors.ts';
import { serve } from '../../shared/http.ts';
import { translator } from '../../shared/i18n.ts';
import { newId } from '../../shared/ids.ts';
import { type Route, route } from '../../shared/route.ts';
import { now } from '../../shared/time.ts';
import { loadCase, mustSee } from '../cases/access.ts';
import { caseOfReceipt, receiptAt } from '../cases/receipts.ts';
import { addressOf, uploadForm } from './bucket.ts';
import { photosForReporter } from './for-reporter.ts';
import { messages } from './messages.ts';
import { uploadPolicy } from './policy.ts';
import { MOST } from './rules.ts';
import * as s from './schema.ts';
import { announce, photosOf } from './store.ts';
import { photoViews } from './views.ts';

const site = environment(z.object({ SITE_URL: z.string().min(1) }));

const caseAt = z.strictObject({ id: z.string().regex(/^[0-9a-f]{32}$/) });
const nth = { n: z.coerce.number().int().min(1).max(999) };
const inLanguage = z.object({ lang: z.string().optional() });

/** The address that opens one photo; throws `not-found` for one that is not kept. */
const openPhoto = async (subject: s.Subject, n: number): Promise<string> => {
  const found = (await photosOf(subject)).find((p) => p.n === n);
  if (!found?.picture) throw notFound('photo');
  return addressOf(subject, n, found.picture);
};

export const routes: Route[] = [
  route({
    method: 'POST',
    path: '/reports/{receipt}/photos',
    summary: 'Announce a photo of a report: answers the form that sends it. The same `photo` again is the same photo',
    access: 'public',
    limited: true,
    params: receiptAt,
    query: inLanguage,
    body: s.announced,
    reply: s.placed,
    status: 201,
    handle: async ({ params: { receipt }, body, language, wantsPage }) => {
      const { record } = await caseOfReceipt(receipt);
      const subject: s.Subject = { kind: 'case', id: record.id };
      const photo = await announce(subject, { client: body.photo ?? newId() }, now());
      const back = `/reports/${receipt}?lang=${language}`;
      if (photo.state !== 'expected') return { status: 200, body: { n: photo.n, state: photo.state } };
      const then = wantsPage ? site().SITE_URL + back : undefined;
      const upload = await uploadForm(subject, photo, then);
      if (!wantsPage) return { body: { n: photo.n, state: photo.state, upload } };
      const { uploadPage } = await import('./pages.ts');
      return { page: uploadPage(upload, back, language), headers: uploadPolicy() };
    },
  }),
  route({
    method: 'GET',
    path: '/reports/{receipt}/photos',
    summary: 'The photos of a report, and what became of them',
    access: 'public',
    limited: true,
    params: receiptAt,
    query: inLanguage,
    reply: s.photoList,
    handle: async ({ params: { receipt }, language }) => {
      const { record } = await caseOfReceipt(receipt);
      return { body: { photos: await photosForReporter(record.id, receipt, language), most: MOST } };
    },
  }),
  route({
    method: 'GET',
    path: '/reports/{receipt}/photos/{n}',
    summary: 'One photo of a report',
    access: 'public',
    limited: true,
    params: receiptAt.extend(nth),
    status: 302,
    handle: async ({ params: { receipt, n } }) => {
      const { record } = await caseOfReceipt(receipt);
      return { headers: { location: await openPhoto({ kind: 'case', id: record.id }, n) } };
    },
  }),
  route({
    method: 'GET',
    path: '/cases/{id}/photos',
    summary: 'The photos of a case, each with an address that opens it for some minutes',
    access: 'staff',
    params: caseAt,
    query: inLanguage,
    reply: s.photoList,
    handle: async ({ actor, params: { id }, language }) => {
      const { type, record } = await loadCase(id);
      mustSee(type, record, actor);
      const subject: s.Subject = { kind: 'case', id };
      const t = translator(language, messages);
      const address = (n: number, picture: s.Picture) => addressOf(subject, n, picture);
      return { body: { photos: await photoViews(await photosOf(subject), now(), t, address), most: MOST } };
    },
  }),
  route({
    method: 'GET',
    path: '/cases/{id}/photos/{n}',
    summary: 'An address that opens one photo of a case for some minutes',
    access: 'staff',
    params: caseAt.extend(nth),
    reply: z.object({ address: z.string() }),
    handle: async ({ actor, params: { id, n } }) => {
      const { type, record } = await loadCase(id);
      mustSee(type, record, actor);
      return { body: { address: await openPhoto({ kind: 'case', id }, n) } };
    },
  }),
];

export const handler = serve(routes);
