import * as z from 'zod';
import { notFound } from '../../shared/errors.ts';
import { language as languageField } from '../../shared/fields.ts';
import { type Route, route } from '../../shared/route.ts';
import { caseAt } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { unitAt } from '../directory/schema.ts';
import { createFeed, feed, feedOf, feedScope, feedsOf, revokeFeed } from './calendar/addresses.ts';
import { contentOf } from './calendar/content.ts';
import { mustBelong } from './change-rota.ts';
import { calendarLink } from './desk-links.ts';
import { mustRota } from './store.ts';

/** `<secret>.ics`: the ending tells calendar programs what it is. */
const file = z.string().regex(/^[0-9a-f]{40}\.ics$/);

export const calendarRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/duty/calendars',
    summary: 'The calendar addresses that I have made; their secrets are not kept',
    access: 'staff',
    reply: z.object({ calendars: z.array(feed) }),
    handle: async ({ actor }) => ({ body: { calendars: await feedsOf(actor.id) } }),
  }),
  route({
    method: 'POST',
    path: '/duty/{unit}/calendars',
    summary: 'Make a secret address of a calendar, my own weeks or the unit’s; it is shown this once',
    access: 'staff',
    params: unitAt,
    body: z.strictObject({ scope: feedScope.default('person'), language: languageField().default('zh') }),
    reply: z.object({ address: z.string(), calendar: feed }),
    status: 201,
    handle: async ({ actor, params: { unit }, body }) => {
      mustBelong(actor, unit);
      await mustRota(unit);
      const made = await createFeed({ ...body, unit, person: actor.id, createdAt: now() });
      return { body: { address: calendarLink(made.secret), calendar: made.feed } };
    },
  }),
  route({
    method: 'DELETE',
    path: '/duty/calendars/{id}',
    summary: 'End a calendar address of mine at once',
    access: 'staff',
    params: caseAt,
    status: 204,
    handle: async ({ actor, params }) => {
      await revokeFeed(params.id, actor.id, now());
      return {};
    },
  }),
  route({
    method: 'GET',
    path: '/calendar/{file}',
    summary: 'A calendar by its secret address, as iCalendar (RFC 5545)',
    access: 'public',
    params: z.strictObject({ file: z.string().max(80) }),
    handle: async ({ params }) => {
      if (!file.safeParse(params.file).success) throw notFound('calendar');
      const content = await contentOf(await feedOf(params.file.slice(0, -4)));
      return { file: { content, type: 'text/calendar; charset=utf-8', name: 'duty.ics' } };
    },
  }),
];
