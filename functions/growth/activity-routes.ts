import * as z from 'zod';
import type { Actor } from '../../shared/auth.ts';
import type { Language } from '../../shared/fields.ts';
import { type Route, route } from '../../shared/route.ts';
import { inLanguage } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { openAction } from '../../shared/workflow/lifecycle.ts';
import { staffDoer } from '../../shared/workflow/open-actions.ts';
import { recordRoutes } from '../../shared/workflow/record-routes.ts';
import { unitAt } from '../directory/schema.ts';
import { teamOf } from '../duty/people.ts';
import { withDuty } from '../duty/powers.ts';
import { mustBeInside, mustLead } from './access.ts';
import { type Activity, activity } from './activity/activity.ts';
import { announce, resolve } from './activity/announce.ts';
import { type ActivityView, activityInput, activityRow, activityView } from './activity/schema.ts';
import { activitiesOf } from './lists.ts';
import { activityForms, activityRowOf, activityViewOf } from './views.ts';

const viewOf = async (record: Activity, actor: Actor, language: Language): Promise<ActivityView> =>
  activityViewOf(record, actor, await teamOf(record.data.unit, language), language);

export const activityRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/growth/units/{unit}/activities',
    summary: 'Debates, trainings and culture, newest first; with the form for a new one for who leads the unit now',
    access: 'staff',
    params: unitAt,
    query: inLanguage,
    reply: z.object({ activities: z.array(activityRow), forms: z.array(openAction) }),
    handle: async ({ actor, params: { unit }, language }) => {
      mustBeInside(actor, unit);
      const [cards, team, doer] = await Promise.all([activitiesOf(unit), teamOf(unit, language), withDuty(actor)]);
      const activities = cards.map((c) => activityRowOf(c, actor, language));
      return { body: { activities, forms: activityForms(doer, team, language) } };
    },
  }),
  route({
    method: 'POST',
    path: '/growth/units/{unit}/activities',
    summary: 'Announce a debate, a training or culture',
    access: 'staff',
    params: unitAt,
    body: activityInput,
    reply: activityView,
    status: 201,
    handle: async ({ actor, params: { unit }, body, language }) => {
      const doer = await withDuty(actor);
      mustLead(doer, unit);
      return { body: await viewOf(await announce(unit, body, staffDoer(actor).by, now()), doer, language) };
    },
  }),
  ...recordRoutes({
    life: activity,
    at: '/growth/activities/{id}',
    summary: {
      record:
        'An activity: its sides, who signed up, who came, what was learned; and the actions open to the caller now',
      actions: 'Sign up or off; say who came and what was learned; change or cancel',
    },
    reply: activityView,
    view: viewOf,
    mustSee: (actor, { data }) => mustBeInside(actor, data.unit),
    empowered: withDuty,
    resolve,
  }),
];
