import * as z from 'zod';
import { type Actor, unitsOf } from '../../shared/auth.ts';
import { forbidden, notFound } from '../../shared/errors.ts';
import { text } from '../../shared/fields.ts';
import { serve } from '../../shared/http.ts';
import { type Route, route } from '../../shared/route.ts';
import { anyInput, caseActionAt, caseAt, inLanguage, stepQuery } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { act } from '../../shared/workflow/act.ts';
import { staffDoer } from '../../shared/workflow/open-actions.ts';
import { APPROVAL, isApprover, isOfficer } from './actions.ts';
import { figuresOf } from './counts.ts';
import { wordsIn } from './form.ts';
import { unitOf } from './receive.ts';
import { senderRoutes } from './sender.ts';
import { loadTip, messagesOf, performOn, queueOfUnit, readingsOf, writeDown } from './store.ts';
import { life, stageOf, type Tip } from './tip.ts';
import { cardOf, officerView, outline, outlineOf, rewardOf, tipCard, viewOfOfficer } from './view.ts';

/** What the sender, the officers and the public may do with tip-offs. */

const figure = z.object({
  month: z.string(),
  received: z.number(),
  founded: z.number(),
  unfounded: z.number(),
  passedOn: z.number(),
  open: z.number(),
  rewarded: z.number(),
});

const officerUnits = (actor: Actor) => unitsOf(actor, 'tip-officer').filter((unit) => isOfficer(actor, unit));
const approverUnits = (actor: Actor) =>
  unitsOf(actor, 'tip-officer', 'approver').filter((unit) => isApprover(actor, unit));

/** To everybody else a tip-off is not there: neither another unit's officer nor an administrator learns that it is. */
const mustBeOfficer =
  (actor: Actor) =>
  ({ data, state }: Tip): void => {
    if (!isOfficer(actor, data.unit) || stageOf(state) === 'erased') throw notFound('tip-off');
  };

/** Whoever only approves knows of a tip-off while its reward waits for them. */
const mustBeConcerned =
  (actor: Actor, action: string) =>
  (record: Tip): void => {
    const approving = APPROVAL.includes(action) && stageOf(record.state) === 'proposed';
    if (!(approving && isApprover(actor, record.data.unit))) mustBeOfficer(actor)(record);
  };

/** The reading is written down before anything of it is shown; the first one begins the handling, and none stays unread. */
const read = async (record: Tip, actor: Actor, reason: string): Promise<Tip> => {
  const at = now();
  await writeDown(record.id, { at, by: { id: actor.id, name: actor.name }, reason });
  if (!record.data.unread) return record;
  return act(life, record.id, { type: 'read', at, by: staffDoer(actor).by });
};

const WAITING = ['proposed', 'claimable', 'claimed'];

export const routes: Route[] = [
  ...senderRoutes,
  route({
    method: 'GET',
    path: '/tips',
    summary: 'The tip-offs of an officer’s units, without what they say',
    access: 'staff',
    query: inLanguage.extend({ closed: z.stringbool().default(false) }),
    reply: z.object({ tips: z.array(tipCard) }),
    handle: async ({ query, actor, language }) => {
      const units = officerUnits(actor);
      if (units.length === 0) throw forbidden('Tip-offs are for the tip officers of their unit alone.');
      const found = (await Promise.all(units.map((u) => queueOfUnit(u, !query.closed)))).flat();
      const t = wordsIn(language);
      return { body: { tips: found.map((q) => cardOf(q, t)) } };
    },
  }),
  route({
    method: 'GET',
    path: '/tips/figures',
    summary: 'Tip-offs by month: numbers alone, for everybody',
    access: 'public',
    limited: true,
    query: z.object({
      area: z
        .string()
        .regex(/^54\d{4}$/)
        .default('540102'),
    }),
    reply: z.object({ months: z.array(figure) }),
    handle: async ({ query }) => ({ body: { months: await figuresOf(await unitOf(query.area)) } }),
  }),
  route({
    method: 'GET',
    path: '/tips/rewards',
    summary: 'Rewards that wait, for officers and for whoever approves: amount and reason, nothing of the tip-off',
    access: 'staff',
    query: inLanguage,
    reply: z.object({ rewards: z.array(outline) }),
    handle: async ({ actor, language }) => {
      const units = approverUnits(actor);
      if (units.length === 0) throw forbidden('Rewards of tip-offs are for those who approve them.');
      const found = (await Promise.all(units.map((u) => queueOfUnit(u, true)))).flat();
      const tips = await Promise.all(found.filter((q) => WAITING.includes(q.card.stage)).map((q) => loadTip(q.id)));
      const outlines = await Promise.all(tips.map((r) => outlineOf(r, staffDoer(actor), wordsIn(language))));
      return { body: { rewards: outlines.map(rewardOf) } };
    },
  }),
  route({
    method: 'POST',
    path: '/tips/{id}/readings',
    summary: 'Read a tip-off, for a reason that is put on record',
    access: 'staff',
    params: caseAt,
    query: inLanguage,
    body: z.strictObject({ reason: text(500) }),
    reply: officerView,
    handle: async ({ params: { id }, body, actor, language }) => {
      const before = await loadTip(id);
      mustBeOfficer(actor)(before);
      const record = await read(before, actor, body.reason);
      const [written, readings] = await Promise.all([messagesOf(id), readingsOf(id)]);
      return { body: await viewOfOfficer(record, staffDoer(actor), { written, readings }, wordsIn(language)) };
    },
  }),
  route({
    method: 'POST',
    path: '/tips/{id}/actions/{action}',
    summary: 'Act on a tip-off; what it says is not in the answer',
    access: 'staff',
    params: caseActionAt,
    query: stepQuery,
    body: anyInput,
    reply: outline,
    handle: async ({ params: { id, action }, query, body, actor, language }) => {
      const doer = staffDoer(actor);
      const visible = mustBeConcerned(actor, action);
      const record = await performOn(id, { action, input: body, version: query.version }, doer, { visible });
      const whole = await outlineOf(record, doer, wordsIn(language));
      return { body: isOfficer(actor, record.data.unit) ? whole : rewardOf(whole) };
    },
  }),
];

export const handler = serve(routes);
