import * as z from 'zod';
import { type Actor, holds } from '../../shared/auth.ts';
import { forbidden, notFound } from '../../shared/errors.ts';
import { type Route, route } from '../../shared/route.ts';
import { actionAt, anyInput, inLanguage, recordAt, stepQuery } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { openAction } from '../../shared/workflow/lifecycle.ts';
import { staffDoer } from '../../shared/workflow/open-actions.ts';
import { perform } from '../../shared/workflow/perform.ts';
import { load } from '../../shared/workflow/store.ts';
import { unitAt } from '../directory/schema.ts';
import { noticesOf } from './list.ts';
import { mayWrite, type Notice, notice } from './notice.ts';
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
  route({
    method: 'GET',
    path: '/notices/{id}/record',
    summary: 'A notice as its unit sees it: reports of it, what it said before, and the actions open to the caller now',
    access: 'staff',
    params: recordAt,
    query: inLanguage,
    reply: noticeView,
    handle: async ({ actor, params, language }) => {
      const record = await load(notice, params.id);
      if (!record) throw notFound('notice');
      mustBelong(actor, record.data.unit);
      return { body: await noticeViewOf(record, actor, language, now()) };
    },
  }),
  route({
    method: 'POST',
    path: '/notices/{id}/actions/{action}',
    summary: 'Publish, change or withdraw a notice; settle reports of it',
    access: 'staff',
    params: actionAt,
    query: stepQuery,
    body: anyInput,
    reply: noticeView,
    handle: async ({ actor, params: { id, action }, query: { version }, body, language }) => {
      const visible = (r: Notice) => mustBelong(actor, r.data.unit);
      const asked = { action, version, input: body };
      const record = await perform(notice, id, asked, staffDoer(actor), { visible, resolve });
      return { body: await noticeViewOf(record, actor, language, now()) };
    },
  }),
];
