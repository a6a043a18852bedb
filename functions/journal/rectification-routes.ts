import * as z from 'zod';
import type { Actor } from '../../shared/auth.ts';
import { invalidField } from '../../shared/errors.ts';
import type { Language } from '../../shared/fields.ts';
import { type Route, route } from '../../shared/route.ts';
import { lang } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { recordRoutes } from '../../shared/workflow/record-routes.ts';
import { membersOf } from '../directory/lookup.ts';
import { unitAt } from '../directory/schema.ts';
import { teamOf } from '../duty/people.ts';
import { withDuty } from '../duty/powers.ts';
import { mustHavePhoto } from '../photos/evidence.ts';
import { mustBeInside } from './access.ts';
import { closedInUnit, openInUnit } from './board.ts';
import { type Rectification, rectification } from './rectification/rectification.ts';
import { type RectificationView, rectificationRow, rectificationView } from './rectification/schema.ts';
import { rectificationRowOf, rectificationViewOf } from './views.ts';
import { settingsIn } from './weeks.ts';

const viewOf = async (record: Rectification, actor: Actor, language: Language): Promise<RectificationView> => {
  const [team, { topics }] = await Promise.all([teamOf(record.data.unit, language), settingsIn(record.data.unit)]);
  return rectificationViewOf(record, team, { actor, topics, language, at: now() });
};

/** A new owner is a worker of the community; a photo that is named as evidence is there. */
const resolve = async (action: string, input: Record<string, unknown>, { id, data }: Rectification) => {
  if (action === 'finish') await mustHavePhoto({ kind: 'rectification', id }, input.photo);
  if (action !== 'amend' || input.owner === undefined) return input;
  const found = (await membersOf(data.unit, 'worker', 'first-secretary')).find((m) => m.email === input.owner);
  if (!found) throw invalidField('owner', 'unknown-person', 'is not an active worker of this community');
  return { ...input, owner: { id: found.email, name: found.name } };
};

const boardQuery = z.object({
  state: z.enum(['open', 'closed']).default('open'),
  /** Only those of one owner. */
  owner: z.email().max(200).toLowerCase().optional(),
  topic: z.string().max(40).optional(),
  lang,
});

export const rectificationRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/journal/units/{unit}/rectifications',
    summary: 'The board: what is to be put right, due first, with its age in days and returns; or what was closed',
    access: 'staff',
    params: unitAt,
    query: boardQuery,
    reply: z.object({ rectifications: z.array(rectificationRow) }),
    handle: async ({ actor, params: { unit }, query: { state, owner, topic }, language }) => {
      mustBeInside(actor, unit);
      const [cards, { topics }] = await Promise.all([
        state === 'open' ? openInUnit(unit) : closedInUnit(unit),
        settingsIn(unit),
      ]);
      const wanted = cards.filter(
        (c) => (owner === undefined || c.owner.id === owner) && (topic === undefined || c.topics.includes(topic)),
      );
      const reading = { topics, language, at: now() };
      return { body: { rectifications: wanted.map((c) => rectificationRowOf(c, reading)) } };
    },
  }),
  ...recordRoutes({
    life: rectification,
    at: '/journal/rectifications/{id}',
    summary: {
      record: 'A rectification with its history, and the actions open to the caller now',
      actions: 'Finish a rectification with evidence; verify or return somebody else’s; change or waive it',
    },
    reply: rectificationView,
    view: viewOf,
    mustSee: (actor, { data }) => mustBeInside(actor, data.unit),
    empowered: withDuty,
    resolve,
  }),
];
