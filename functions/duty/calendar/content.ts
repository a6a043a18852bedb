import { notFound } from '../../../shared/errors.ts';
import { translator } from '../../../shared/i18n.ts';
import { type Moment, now } from '../../../shared/time.ts';
import { words } from '../../../shared/words.ts';
import { AHEAD_WEEKS } from '../changes.ts';
import { servingIn } from '../handover/rules.ts';
import type { HandoverData } from '../handover/schema.ts';
import { messages } from '../messages.ts';
import { teamOf, withPast } from '../people.ts';
import { nextWeek, peopleOf, presentWeek, turns, weeksUpTo, whoIsOn } from '../rules.ts';
import type { Rota, Turn } from '../schema.ts';
import { handoversOf, mustRota } from '../store.ts';
import type { Feed } from './addresses.ts';
import { icsOf, personEvents, unitEvents } from './feed.ts';

/** Weeks behind that calendars keep showing. */
const BACK = 12;

/** A frozen week as a turn of the rota. */
export const turnOf = (data: HandoverData): Turn => {
  const who = servingIn(data);
  if (who === undefined)
    return data.pause === undefined
      ? { kind: 'gap', week: data.week, reason: data.gap ?? 'not-begun' }
      : { kind: 'pause', week: data.week, reason: data.pause };
  const instead = data.who !== undefined && data.who !== who ? { instead: data.who } : {};
  return { kind: 'turn', week: data.week, who, via: data.via ?? 'rota', ...instead };
};

export interface Weeks {
  turns: Turn[];
  /** The frozen ones. */
  kept: Map<string, HandoverData>;
}

/** The farthest that anybody looks back, in weeks. */
const MOST_BACK = 160;

const asKept = (rota: Rota, week: string, data: HandoverData | undefined): Turn =>
  data ? turnOf(data) : whoIsOn(rota, week);

/** The weeks of a unit around an instant: as they were frozen, and where they are not yet, as the rota has them. */
export const weeksOf = async (rota: Rota, first: string, count: number, at: Moment): Promise<Weeks> => {
  const next = nextWeek(rota, at);
  const behind = weeksUpTo(rota, presentWeek(rota, at), MOST_BACK)
    .filter((w) => w >= first)
    .slice(0, count);
  const kept = new Map((await handoversOf(rota.unit, behind)).map((k) => [k.data.week, k.data]));
  const ahead = turns(rota, first > next ? first : next, count - behind.length);
  return { turns: [...behind.map((w) => asKept(rota, w, kept.get(w))), ...ahead], kept };
};

/** The content of a calendar, now. Throws `not-found` once whoever made it has left the unit. */
export const contentOf = async (feed: Feed): Promise<string> => {
  const [rota, team] = await Promise.all([mustRota(feed.unit), teamOf(feed.unit, feed.language)]);
  if (!team.members.some((m) => m.email === feed.person)) throw notFound('calendar');
  const [first = ''] = weeksUpTo(rota, presentWeek(rota, now()), BACK + 1);
  const { turns: all, kept } = await weeksOf(rota, first, BACK + 1 + AHEAD_WEEKS, now());
  const { nameOf } = await withPast(team, peopleOf(all));
  const t = translator(feed.language, messages, words);
  const began = all.filter((x) => x.kind !== 'gap' || x.reason !== 'not-begun');
  const standIns = new Map([...kept].map(([week, data]) => [week, data.standIns?.length ?? 0]));
  const about = { rota, turns: began, standIns, unitName: team.unitName, nameOf, t };
  switch (feed.scope) {
    case 'unit':
      return icsOf(t('duty.calendar.unit', { unit: team.unitName }), unitEvents(about), rota, t);
    case 'person':
      return icsOf(
        t('duty.calendar.person', { name: team.nameOf(feed.person) }),
        personEvents(feed.person, about),
        rota,
        t,
      );
  }
};
