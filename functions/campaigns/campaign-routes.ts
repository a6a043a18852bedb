import * as z from 'zod';
import type { Actor } from '../../shared/auth.ts';
import { forbidden } from '../../shared/errors.ts';
import type { Language } from '../../shared/fields.ts';
import { type Route, route } from '../../shared/route.ts';
import { inLanguage } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { openAction } from '../../shared/workflow/lifecycle.ts';
import { staffDoer } from '../../shared/workflow/open-actions.ts';
import { recordRoutes } from '../../shared/workflow/record-routes.ts';
import { unitAt } from '../directory/schema.ts';
import { mustBelong } from './access.ts';
import { plan } from './campaign/begin.ts';
import { type Campaign, campaign, mayLead } from './campaign/campaign.ts';
import { act } from './campaign/note.ts';
import { campaignInput } from './campaign/schema.ts';
import { sessionsOf } from './campaign/sessions.ts';
import {
  type CampaignView,
  campaignForms,
  campaignRow,
  campaignRowOf,
  campaignView,
  campaignViewOf,
} from './campaign/view.ts';
import { campaignsOf } from './lists.ts';

const viewOf = async (record: Campaign, actor: Actor, language: Language): Promise<CampaignView> =>
  campaignViewOf(record, await sessionsOf(record.id), actor, language, now());

export const campaignRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/campaigns/units/{unit}',
    summary: 'The campaigns of a unit, last to end first; with the form for a new one for who leads the unit',
    access: 'staff',
    params: unitAt,
    query: inLanguage,
    reply: z.object({ campaigns: z.array(campaignRow), forms: z.array(openAction) }),
    handle: async ({ actor, params: { unit }, language }) => {
      mustBelong(actor, unit);
      const [cards, forms] = await Promise.all([campaignsOf(unit), campaignForms(actor, unit, language)]);
      return { body: { campaigns: cards.map((c) => campaignRowOf(c, language)), forms } };
    },
  }),
  route({
    method: 'POST',
    path: '/campaigns/units/{unit}',
    summary: 'Plan a campaign of a unit',
    access: 'staff',
    params: unitAt,
    body: campaignInput,
    reply: campaignView,
    status: 201,
    handle: async ({ actor, params: { unit }, body, headers, language }) => {
      if (!mayLead(actor, unit)) throw forbidden('You do not lead this unit.');
      const { by } = staffDoer(actor);
      const record = await plan(unit, body, { by, at: now(), key: headers['idempotency-key'] });
      return { body: await viewOf(record, actor, language) };
    },
  }),
  ...recordRoutes({
    life: campaign,
    at: '/campaigns/{id}',
    shownAt: '/campaigns/{id}/record',
    summary: {
      record: 'A campaign as its unit sees it: every session, its summary, and the actions open to the caller now',
      actions: 'Plan, note, correct or call off a session; change, close or cancel the campaign',
    },
    reply: campaignView,
    view: viewOf,
    mustSee: (actor, { data }) => mustBelong(actor, data.unit),
    act,
  }),
];
