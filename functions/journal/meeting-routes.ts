import type { Actor } from '../../shared/auth.ts';
import { notFound } from '../../shared/errors.ts';
import type { Language } from '../../shared/fields.ts';
import { type Route, route } from '../../shared/route.ts';
import { now } from '../../shared/time.ts';
import { recordRoutes } from '../../shared/workflow/record-routes.ts';
import { load } from '../../shared/workflow/store.ts';
import { unitAt } from '../directory/schema.ts';
import { teamOf } from '../duty/people.ts';
import { withDuty } from '../duty/powers.ts';
import { mustBeInside } from './access.ts';
import { closedInUnit, openInUnit } from './board.ts';
import { resolve, weekOfMeeting } from './meeting/items.ts';
import { type WeeklyView, weeklyView } from './meeting/schema.ts';
import { weeklyViewOf } from './meeting/view.ts';
import { type Weekly, weekly, weeklyId } from './meeting/weekly.ts';
import { weekAsked, weekQuery } from './week-routes.ts';
import { ruleIn } from './weeks.ts';

const viewOf = async (record: Weekly, actor: Actor, language: Language): Promise<WeeklyView> => {
  const { unit, openedAt } = record.data;
  const [team, journals, open, closed] = await Promise.all([
    teamOf(unit, language),
    weekOfMeeting(record.data),
    openInUnit(unit),
    closedInUnit(unit, openedAt),
  ]);
  const rectifications = [...open, ...closed];
  return weeklyViewOf(record, { team, journals, rectifications, actor, language, at: now() });
};

export const meetingRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/journal/units/{unit}/meeting',
    summary:
      'The weekly meeting: everybody’s two items in order with times, suggestions and notes, and what can be done now',
    access: 'staff',
    params: unitAt,
    query: weekQuery,
    reply: weeklyView,
    handle: async ({ actor, params: { unit }, query, language }) => {
      mustBeInside(actor, unit);
      const record = await load(weekly, weeklyId(unit, weekAsked(query.week, await ruleIn(unit), now())));
      if (!record) throw notFound('meeting');
      return { body: await viewOf(record, await withDuty(actor), language) };
    },
  }),
  ...recordRoutes({
    life: weekly,
    at: '/journal/meetings/{id}',
    summary: {
      record: 'A weekly meeting by its id',
      actions: 'Begin the weekly meeting, go on to the next item, take a note, conclude it',
    },
    reply: weeklyView,
    view: viewOf,
    mustSee: (actor, { data }) => mustBeInside(actor, data.unit),
    empowered: withDuty,
    resolve,
  }),
];
