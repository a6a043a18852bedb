import * as z from 'zod';
import { type Actor, leads, unitsOf } from '../../shared/auth.ts';
import { forbidden, invalidField } from '../../shared/errors.ts';
import { serve } from '../../shared/http.ts';
import { type Route, route } from '../../shared/route.ts';
import { lang } from '../../shared/route-parts.ts';
import { dateOf, now } from '../../shared/time.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { staffDoer } from '../../shared/workflow/open-actions.ts';
import { recordRoutes } from '../../shared/workflow/record-routes.ts';
import { membersOf } from '../directory/lookup.ts';
import { withDuty, zoneOf } from '../duty/powers.ts';
import { mustHavePhoto } from '../photos/evidence.ts';
import { mustSee } from './access.ts';
import * as board from './board.ts';
import * as s from './schema.ts';
import { setTask } from './set-task.ts';
import { task } from './task.ts';
import { formOf, rowOf, taskForm, viewOf, wordsIn } from './views.ts';

const boardQuery = z.object({
  /** A unit's board; without one, my own. */
  unit: z.string().max(60).optional(),
  state: z.enum(['open', 'closed']).default('open'),
  q: z.string().max(100).optional(),
  lang,
});

const cards = ({ unit, state }: z.infer<typeof boardQuery>, actor: Actor): Promise<s.TaskCard[]> => {
  if (unit === undefined) return state === 'open' ? board.openOf(actor.id) : board.closedOf(actor.id);
  if (!unitsOf(actor).includes(unit)) throw forbidden('You do not belong to this unit.', 'other-unit');
  return state === 'open' ? board.openInUnit(unit) : board.closedInUnit(unit);
};

/** The member of a unit behind an address; throws `invalid-input` for anybody else. */
const memberOf = async (unit: string, email: string): Promise<{ id: string; name: string }> => {
  const found = (await membersOf(unit)).find((m) => m.email === email);
  if (!found) throw invalidField('who', 'unknown-person', 'is not an active member of this unit');
  return { id: found.email, name: found.name };
};

/** Who takes a task on is a member of its unit; a photo that is named as evidence is there. */
const resolve = async (action: string, input: Record<string, unknown>, { id, data }: LifeRecord<s.TaskData>) => {
  if (action === 'finish') await mustHavePhoto({ kind: 'task', id }, input.photo);
  return action === 'hand-on' ? { ...input, who: await memberOf(data.unit, String(input.who)) } : input;
};

export const routes: Route[] = [
  route({
    method: 'GET',
    path: '/tasks',
    summary:
      'A board of tasks, mine or a unit’s, with the form for a new one where the caller leads the unit; `q` searches',
    access: 'staff',
    query: boardQuery,
    reply: z.object({ tasks: z.array(s.taskRow), form: taskForm.optional() }),
    handle: async ({ actor, query, language }) => {
      const found = board.matching(await cards(query, actor), query.q);
      const t = wordsIn(language);
      const { unit } = query;
      const mayFill = unit !== undefined && leads(await withDuty(actor), unit);
      const form = mayFill ? formOf(await membersOf(unit), t) : undefined;
      return { body: { tasks: found.map((c) => rowOf(c, t, now())), form } };
    },
  }),
  route({
    method: 'POST',
    path: '/tasks',
    summary: 'Set a task; for who leads the unit now: its duty secretary or first secretary',
    access: 'staff',
    body: s.taskInput,
    reply: s.taskView,
    status: 201,
    handle: async ({ actor, body, language }) => {
      const doer = await withDuty(actor);
      if (!leads(doer, body.unit))
        throw forbidden('Only the secretary on duty, or the first secretary, sets tasks.', 'not-on-duty');
      const zone = await zoneOf(body.unit);
      if (body.due < dateOf(now(), zone)) throw invalidField('due', 'past', 'lies before today');
      const who = await memberOf(body.unit, body.who);
      const record = await setTask({ ...body, who, zone }, staffDoer(doer).by, now());
      return { body: await viewOf(record, doer, await membersOf(body.unit), language, now()) };
    },
  }),
  ...recordRoutes({
    life: task,
    at: '/tasks/{id}',
    summary: {
      record: 'A task with its history, and the actions open to the caller now with their forms',
      actions: 'One action on a task; `version` is the one the caller looked at',
    },
    reply: s.taskView,
    view: async (record, actor, language) => viewOf(record, actor, await membersOf(record.data.unit), language, now()),
    mustSee,
    empowered: withDuty,
    resolve,
  }),
];

/** The Lambda function of these routes. */
export const handler = serve(routes);
