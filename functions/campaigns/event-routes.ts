import * as z from 'zod';
import { forbidden, notFound } from '../../shared/errors.ts';
import { type Route, route } from '../../shared/route.ts';
import { actionAt, anyInput, inLanguage, recordAt, stepQuery } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { openAction } from '../../shared/workflow/lifecycle.ts';
import { staffDoer } from '../../shared/workflow/open-actions.ts';
import { perform } from '../../shared/workflow/perform.ts';
import { load } from '../../shared/workflow/store.ts';
import { unitAt } from '../directory/schema.ts';
import { mustBelong } from './access.ts';
import { mayLead } from './campaign/campaign.ts';
import { announce, resolve } from './event/announce.ts';
import { type PublicEvent, publicEvent } from './event/event.ts';
import { eventInput } from './event/schema.ts';
import { eventForms, eventRow, eventView, eventViewOf, rowOf } from './event/view.ts';
import { eventsOf } from './lists.ts';

export const eventRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/events/units/{unit}',
    summary: 'The public events of a unit, last to end first; with the form for a new one for who leads the unit',
    access: 'staff',
    params: unitAt,
    query: inLanguage,
    reply: z.object({ events: z.array(eventRow), forms: z.array(openAction) }),
    handle: async ({ actor, params: { unit }, language }) => {
      mustBelong(actor, unit);
      const events = (await eventsOf(unit)).map((e) => rowOf(e, language, now()));
      return { body: { events, forms: await eventForms(actor, unit, language) } };
    },
  }),
  route({
    method: 'POST',
    path: '/events/units/{unit}',
    summary: 'Announce a public event of a verified unit: a talk, a consultation, an exhibition',
    access: 'staff',
    params: unitAt,
    body: eventInput,
    reply: eventView,
    status: 201,
    handle: async ({ actor, params: { unit }, body, headers, language }) => {
      if (!mayLead(actor, unit)) throw forbidden('You do not lead this unit.');
      const { by } = staffDoer(actor);
      const record = await announce(unit, body, { by, at: now(), key: headers['idempotency-key'] });
      return { body: await eventViewOf(record, actor, language, now()) };
    },
  }),
  route({
    method: 'GET',
    path: '/events/{id}/record',
    summary: 'A public event as its unit sees it, with the actions open to the caller now',
    access: 'staff',
    params: recordAt,
    query: inLanguage,
    reply: eventView,
    handle: async ({ actor, params, language }) => {
      const record = await load(publicEvent, params.id);
      if (!record) throw notFound('event');
      mustBelong(actor, record.data.unit);
      return { body: await eventViewOf(record, actor, language, now()) };
    },
  }),
  route({
    method: 'POST',
    path: '/events/{id}/actions/{action}',
    summary: 'Change a public event, or call it off',
    access: 'staff',
    params: actionAt,
    query: stepQuery,
    body: anyInput,
    reply: eventView,
    handle: async ({ actor, params: { id, action }, query: { version }, body, language }) => {
      const visible = (r: PublicEvent) => mustBelong(actor, r.data.unit);
      const asked = { action, version, input: body };
      const record = await perform(publicEvent, id, asked, staffDoer(actor), { visible, resolve });
      return { body: await eventViewOf(record, actor, language, now()) };
    },
  }),
];
