import * as z from 'zod';
import { environment } from '../../shared/env.ts';
import { serve } from '../../shared/http.ts';
import { newId } from '../../shared/ids.ts';
import { type Route, route } from '../../shared/route.ts';
import { inLanguage } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { caseOfReceipt, receiptAt } from '../cases/receipts.ts';
import { uploadForm } from './bucket.ts';
import { photosForReporter } from './for-reporter.ts';
import { uploadPolicy } from './policy.ts';
import { isReporters, MOST, nameAfter } from './rules.ts';
import * as s from './schema.ts';
import { nth, openPhoto, staffRoutes } from './staff-routes.ts';
import { announce } from './store.ts';

const site = environment(z.object({ SITE_URL: z.string().min(1) }));

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
      const place = wantsPage ? placeOfForm : placeOf;
      const photo = await place(subject, body.photo ?? newId());
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
      return { headers: { location: await openPhoto({ kind: 'case', id: record.id }, n, isReporters) } };
    },
  }),
  ...staffRoutes,
];

const placeOf = (subject: s.Subject, client: string): Promise<s.Photo> => announce(subject, { client }, now());

/** A page that was open for a while names a photo that has come since: the next is the one to be sent now. */
const placeOfForm = async (subject: s.Subject, client: string): Promise<s.Photo> => {
  const photo = await placeOf(subject, client);
  return photo.state === 'expected' ? photo : placeOfForm(subject, nameAfter(photo.n));
};

export const handler = serve(routes);
