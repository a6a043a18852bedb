import * as z from 'zod';
import { type Actor, holds } from '../../shared/auth.ts';
import { forbidden } from '../../shared/errors.ts';
import { type Route, route } from '../../shared/route.ts';
import { inLanguage } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { openAction } from '../../shared/workflow/lifecycle.ts';
import { staffDoer } from '../../shared/workflow/open-actions.ts';
import { recordRoutes } from '../../shared/workflow/record-routes.ts';
import { unitAt } from '../directory/schema.ts';
import { noticesOf } from './list.ts';
import { mayWrite, notice } from './notice.ts';
import { noticeInput } from './schema.ts';
import { noticeForms, noticeRow, noticeView, noticeViewOf, rowOf } from './view.ts';
import { resolve, write } from './write.ts';

const mustBelong = (actor: Actor, unit: string): void => {
  if (!holds(actor, unit)) throw forbidden('You do not belong to this unit.', 'other-unit');
};

export const staffRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/notices/units/{unit}',
    summary: 'The notices of a unit in every stage, newest first; with the form for a new one for who may write',
    access: 'staff',
    params: unitAt,
    query: inLanguage,
    reply: z.object({ notices: z.array(noticeRow), forms: z.array(openAction) }),
    handle: async ({ actor, params: { unit }, language }) => {
      mustBelong(actor, unit);
      const [cards, forms] = await Promise.all([noticesOf(unit), noticeForms(actor, unit, language)]);
      return { body: { notices: cards.map((c) => rowOf(c, language, now())), forms } };
    },
  }),
  route({
    method: 'POST',
    path: '/notices/units/{unit}',
    summary: 'Write the draft of a notice or job of a verified unit',
    access: 'staff',
    params: unitAt,
    body: noticeInput,
    reply: noticeView,
    status: 201,
    handle: async ({ actor, params: { unit }, body, headers, language }) => {
      if (!mayWrite(actor, unit)) throw forbidden('You do not write for this unit.');
      const { by } = staffDoer(actor);
      const record = await write(unit, body, { by, at: now(), key: headers['idempotency-key'] });
      return { body: await noticeViewOf(record, actor, language, now()) };
    },
  }),
  ...recordRoutes({
    life: notice,
    at: '/notices/{id}',
    shownAt: '/notices/{id}/record',
    summary: {
      record:
        'A notice as its unit sees it: reports of it, what it said before, and the actions open to the caller now',
      actions: 'Publish, change or withdraw a notice; settle reports of it',
    },
    reply: noticeView,
    view: (record, actor, language) => noticeViewOf(record, actor, language, now()),
    mustSee: (actor, { data }) => mustBelong(actor, data.unit),
    resolve,
  }),
];
