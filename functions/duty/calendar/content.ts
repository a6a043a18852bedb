import { translator } from '../../../shared/i18n.ts';
import { type Moment, now } from '../../../shared/time.ts';
import { words } from '../../../shared/words.ts';
import { AHEAD_WEEKS } from '../changes.ts';
import { servingIn } from '../handover/rules.ts';
import type { HandoverData } from '../handover/schema.ts';
import { messages } from '../messages.ts';
import { teamOf } from '../people.ts';
import { turns } from '../rules.ts';
import type { Rota, Turn } from '../schema.ts';
import { handoversOf, mustRota } from '../store.ts';
import { addWeeks, weekOf, weeksFrom } from '../week.ts';
import type { Feed } from './addresses.ts';
import { icsOf, personEvents, unitEvents } from './feed.ts';

/** Weeks behind that calendars keep showing. */
const BACK = 12;

/** A frozen week as a turn of the rota. */
const turnOf = (data: HandoverData): Turn => {
  const who = servingIn(data);
  if (who === undefined)
    return data.pause === undefined
      ? { kind: 'gap', week: data.week, reason: data.gap ?? 'not-begun' }
      : { kind: 'pause', week: data.week, reason: data.pause };
  const instead = data.who !== undefined && data.who !== who ? { instead: data.who } : {};
  return { kind: 'turn', week: data.week, who, via: data.via ?? 'rota', ...instead };
};

/** The weeks of a unit around an instant: as they were frozen, and where they are not yet, as the rota has them. */
export const weeksAround = async (rota: Rota, at: Moment, back = BACK, ahead = AHEAD_WEEKS): Promise<Turn[]> => {
  const present = weekOf(at, rota.week);
  const first = addWeeks(present, -back);
  const kept = await handoversOf(rota.unit, weeksFrom(first, back + 1));
  const frozen = new Map(kept.map((k) => [k.data.week, turnOf(k.data)]));
  return turns(rota, first, back + 1 + ahead).map((t) => frozen.get(t.week) ?? t);
};

/** The content of a calendar, now. */
export const contentOf = async (feed: Feed): Promise<string> => {
  const [rota, team] = await Promise.all([mustRota(feed.unit), teamOf(feed.unit, feed.language)]);
  const all = await weeksAround(rota, now());
  const t = translator(feed.language, messages, words);
  const began = all.filter((x) => x.kind !== 'gap' || x.reason !== 'not-begun');
  const about = { rota, turns: began, unitName: team.unitName, nameOf: team.nameOf, t };
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
