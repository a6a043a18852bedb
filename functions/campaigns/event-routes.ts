import * as z from 'zod';
import { forbidden } from '../../shared/errors.ts';
import { type Route, route } from '../../shared/route.ts';
import { inLanguage } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { openAction } from '../../shared/workflow/lifecycle.ts';
import { staffDoer } from '../../shared/workflow/open-actions.ts';
import { recordRoutes } from '../../shared/workflow/record-routes.ts';
import { unitAt } from '../directory/schema.ts';
import { mustBelong } from './access.ts';
import { mayLead } from './campaign/campaign.ts';
import { announce, resolve } from './event/announce.ts';
import { publicEvent } from './event/event.ts';
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
  ...recordRoutes({
    life: publicEvent,
    at: '/events/{id}',
    shownAt: '/events/{id}/record',
    summary: {
      record: 'A public event as its unit sees it, with the actions open to the caller now',
      actions: 'Change a public event, or call it off',
    },
    reply: eventView,
    view: (record, actor, language) => eventViewOf(record, actor, language, now()),
    mustSee: (actor, { data }) => mustBelong(actor, data.unit),
    resolve,
  }),
];
