import * as z from 'zod';
import { csv } from '../../shared/csv.ts';
import { notFound } from '../../shared/errors.ts';
import { areaCode, type Language } from '../../shared/fields.ts';
import { type Route, route } from '../../shared/route.ts';
import { lang, recordAt } from '../../shared/route-parts.ts';
import { type Moment, now, plus } from '../../shared/time.ts';
import { load } from '../../shared/workflow/store.ts';
import { areaName } from '../directory/areas.ts';
import { units } from '../directory/lookup.ts';
import { concerns } from '../directory/nearness.ts';
import { isVerified } from '../directory/verified.ts';
import { type Campaign, campaign, cardOf as campaignCardOf, stageOf } from './campaign/campaign.ts';
import { campaignPageOf, campaignPageView, publicCampaign, publicCampaigns } from './campaign/public-view.ts';
import { shownSessions } from './campaign/sessions.ts';
import { summaryRows } from './campaign/summary.ts';
import { campaignListPage, campaignPage } from './campaign-pages.ts';
import { eventLink } from './desk-links.ts';
import { cardOf, publicEvent } from './event/event.ts';
import { icsOf } from './event/feed.ts';
import { isAhead, matches, soonestFirst } from './event/rules.ts';
import { type EventCard, eventKind } from './event/schema.ts';
import { publicEventView, publicViews } from './event/view.ts';
import { eventListPage, eventPage } from './event-pages.ts';
import { campaignsAround, eventsAround } from './lists.ts';
import { wordsIn } from './words.ts';

const format = z.enum(['json']).optional();
const around = z.object({ area: areaCode().optional(), format, lang });
const askedEvents = around.extend({ kind: eventKind.optional() });

const DAY = 86_400_000;
/** Days that a campaign stays in the public list after its last. */
const LISTED_AFTER = 60 * DAY;
/** Days that calendars keep what is over. */
const KEPT_AFTER = 90 * DAY;

const listedCampaigns = async (area: string | undefined, language: Language, at: Moment) => {
  const found = await campaignsAround(area, plus(at, -LISTED_AFTER));
  const asked = found.filter((c) => area === undefined || concerns(c.area, area));
  return publicCampaigns(
    asked.sort((a, b) => (a.ends < b.ends ? 1 : -1)),
    language,
    at,
  );
};

const mustCampaign = async (id: string): Promise<Campaign> => {
  const record = await load(campaign, id);
  if (!record || stageOf(record.state) === 'cancelled') throw notFound('campaign');
  return record;
};

/** What is on or will be, what was called off before its time among it; soonest first. */
const aheadEvents = async (asked: z.infer<typeof askedEvents>, at: Moment): Promise<EventCard[]> =>
  (await eventsAround(asked.area, at)).filter((e) => isAhead(e, at) && matches(e, asked)).sort(soonestFirst);

export const publicRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/campaigns',
    summary: 'Campaigns that are planned, under way or lately closed, around an area',
    access: 'public',
    limited: true,
    query: around,
    reply: z.object({ campaigns: z.array(publicCampaign) }),
    handle: async ({ query, language, wantsPage }) => {
      const campaigns = await listedCampaigns(query.area, language, now());
      return wantsPage && !query.format ? { page: campaignListPage(campaigns, language) } : { body: { campaigns } };
    },
  }),
  route({
    method: 'GET',
    path: '/campaigns/{id}',
    summary: 'A campaign with its summary against the plan (JSON, CSV or a page), and what people asked',
    access: 'public',
    limited: true,
    params: recordAt,
    query: z.object({ format: z.enum(['json', 'csv']).optional(), lang }),
    reply: campaignPageView,
    handle: async ({ params: { id }, query, language, wantsPage }) => {
      const record = await mustCampaign(id);
      const at = now();
      const view = await campaignPageOf(record, await shownSessions(id), language, at);
      if (query.format === 'csv') return { file: csvFile(id, csv(summaryRows(view.summary))) };
      if (!wantsPage || query.format === 'json') return { body: view };
      return { page: campaignPage(view, await eventsOfCampaign(record, language, at), language) };
    },
  }),
  route({
    method: 'GET',
    path: '/events',
    summary: 'Public events and exhibitions that are on or to come, around an area, of a kind',
    access: 'public',
    limited: true,
    query: askedEvents,
    reply: z.object({ events: z.array(publicEventView) }),
    handle: async ({ query, language, wantsPage }) => {
      const at = now();
      const events = await publicViews(await aheadEvents(query, at), language, at);
      return wantsPage && !query.format ? { page: await eventListPage(events, query, language) } : { body: { events } };
    },
  }),
  route({
    method: 'GET',
    path: '/events/calendar.ics',
    summary: 'Public events as iCalendar (RFC 5545); those that were called off stay as cancelled',
    access: 'public',
    limited: true,
    query: z.object({ area: areaCode().optional(), kind: eventKind.optional(), lang }),
    handle: async ({ query, language }) => {
      const found = await eventsAround(query.area, plus(now(), -KEPT_AFTER));
      const events = await ofVerified(found.filter((e) => matches(e, query)).sort(soonestFirst));
      const names = await areaNames(events, language);
      const areaOf = (code: string) => names.get(code) ?? code;
      const content = icsOf({ events, address: eventLink, areaName: areaOf, t: wordsIn(language) });
      return { file: { content, type: 'text/calendar; charset=utf-8', name: 'events.ics' } };
    },
  }),
  route({
    method: 'GET',
    path: '/events/{id}',
    summary: 'A public event or exhibition; it says so when it is over or was called off',
    access: 'public',
    limited: true,
    params: recordAt,
    query: z.object({ format, lang }),
    reply: publicEventView,
    handle: async ({ params: { id }, query, language, wantsPage }) => {
      const record = await load(publicEvent, id);
      const [view] = record ? await publicViews([cardOf(record)], language, now()) : [];
      if (!view) throw notFound('event');
      return wantsPage && !query.format ? { page: eventPage(view, language) } : { body: view };
    },
  }),
];

const csvFile = (id: string, content: string) => ({
  ...{ content, type: 'text/csv; charset=utf-8', name: `campaign-${id}.csv` },
});

const eventsOfCampaign = async (record: Campaign, language: Language, at: Moment) => {
  const { id, area } = campaignCardOf(record);
  const found = await aheadEvents({ area }, at);
  return publicViews(
    found.filter((e) => e.campaign === id),
    language,
    at,
  );
};

const ofVerified = async (events: EventCard[]): Promise<EventCard[]> => {
  const known = new Set((await units(events.map((e) => e.unit))).filter(isVerified).map((u) => u.id));
  return events.filter((e) => known.has(e.unit));
};

const areaNames = async (events: EventCard[], language: Language): Promise<Map<string, string>> => {
  const codes = [...new Set(events.map((e) => e.area))];
  return new Map(await Promise.all(codes.map(async (c) => [c, await areaName(c, language)] as const)));
};
