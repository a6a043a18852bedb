import * as z from 'zod';
import { type Actor, leads, unitsOf } from '../../shared/auth.ts';
import type { Language } from '../../shared/fields.ts';
import { type Route, route } from '../../shared/route.ts';
import { inLanguage } from '../../shared/route-parts.ts';
import { dateOf, type Moment, now } from '../../shared/time.ts';
import { named } from '../../shared/workflow/lifecycle.ts';
import { load } from '../../shared/workflow/store.ts';
import { localDaysOf } from '../directory/local-days.ts';
import { openOf } from '../tasks/board.ts';
import { taskRow } from '../tasks/schema.ts';
import { rowOf as taskRowOf, wordsIn as taskWordsIn } from '../tasks/views.ts';
import { turnOf } from './calendar/content.ts';
import { handover, handoverId } from './handover/handover.ts';
import { handoverView } from './handover/schema.ts';
import { morningOf } from './meeting/morning.ts';
import { meetingView } from './meeting/schema.ts';
import { meetingViewOf } from './meeting/view.ts';
import { teamOf, withPast } from './people.ts';
import { withDuty } from './powers.ts';
import { nextWeek, peopleOf, presentWeek, turns, whoIsOn } from './rules.ts';
import type { Rota, Turn } from './schema.ts';
import { getRota } from './store.ts';
import { openSwaps } from './swap/ask.ts';
import { swapView } from './swap/schema.ts';
import * as view from './views.ts';

/** A week in one of my units. */
export const unitWeek = z.object({
  unit: named,
  /** I am duty secretary now; I lead the unit now, on duty or as first secretary. */
  onDuty: z.boolean(),
  leads: z.boolean(),
  present: view.turnRow,
  next: view.turnRow,
  /** My next week of duty within half a year. */
  mine: z.string().optional(),
  handover: handoverView.optional(),
  meeting: meetingView,
  swaps: z.array(swapView),
});

/** How far ahead one’s own next week is looked for. */
const AHEAD = 26;

const weekIn = async (rota: Rota, actor: Actor, language: Language, at: Moment): Promise<z.infer<typeof unitWeek>> => {
  const { unit } = rota;
  const present = presentWeek(rota, at);
  const t = view.wordsIn(language);
  const [members, local, record, morning, swaps] = await Promise.all([
    teamOf(unit, language),
    localDaysOf(unit),
    load(handover, handoverId(unit, present)),
    morningOf(unit, dateOf(at, rota.week.zone), rota.week),
    openSwaps(unit, actor),
  ]);
  const list = turns(rota, nextWeek(rota, at), AHEAD);
  const first = record ? turnOf(record.data) : whoIsOn(rota, present);
  const team = await withPast(members, peopleOf([first, ...list.slice(0, 1)]));
  const row = (turn: Turn, frozen: boolean) => view.rowOf(turn, rota, team, t, local, frozen);
  const shown = record && (await view.handoverViewOf(record, rota.week, team, actor, t));
  return {
    ...{
      unit: { id: unit, name: team.unitName },
      onDuty: actor.onDuty?.includes(unit) ?? false,
      leads: leads(actor, unit),
    },
    present: row(first, record !== undefined),
    ...{ next: row(list[0] as Turn, false), handover: shown },
    mine: list.find((x) => x.kind === 'turn' && x.who === actor.id)?.week,
    meeting: await meetingViewOf(morning, { team, actor, t, at }),
    swaps: await Promise.all(swaps.map((x) => view.swapViewOf(x, actor, t))),
  };
};

export const myWeek: Route = route({
  method: 'GET',
  path: '/duty/week',
  summary: 'My week: in each of my units whether I am on duty, the hand-over, today’s meeting, swaps; and my tasks',
  access: 'staff',
  query: inLanguage,
  reply: z.object({ units: z.array(unitWeek), tasks: z.array(taskRow) }),
  handle: async ({ actor, language }) => {
    const at = now();
    const doer = await withDuty(actor, at);
    const rotas = (await Promise.all(unitsOf(actor).map(getRota))).filter((r) => r !== undefined);
    const [units, tasks] = await Promise.all([
      Promise.all(rotas.map((r) => weekIn(r, doer, language, at))),
      openOf(actor.id),
    ]);
    const t = taskWordsIn(language);
    return { body: { units, tasks: tasks.map((c) => taskRowOf(c, t, at)) } };
  },
});
