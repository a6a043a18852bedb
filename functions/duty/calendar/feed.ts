import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Translate } from '../../../shared/i18n.ts';
import type { Moment } from '../../../shared/time.ts';
import type { Rota, Turn, WeekRule } from '../schema.ts';
import { endOf, startOf } from '../week.ts';
import { vtimezone } from './zone.ts';

/** One week in a calendar. */
export interface Event {
  uid: string;
  week: string;
  summary: string;
  cancelled: boolean;
}

export interface FeedAbout {
  rota: Rota;
  /** The weeks as they are: frozen ones behind, computed ones ahead. */
  turns: Turn[];
  unitName: string;
  nameOf: (id: string) => string;
  t: Translate;
}

const uidOf = (...parts: string[]): string => `${parts.join('-').replace(/[^\w.-]/g, '_')}@kora`;

/** A community's weeks: one event a week, whoever serves it; a pause or a gap cancels it. */
export const unitEvents = ({ rota, turns, unitName, nameOf, t }: FeedAbout): Event[] =>
  turns.map((turn) => ({
    ...{ uid: uidOf('duty', rota.unit, turn.week), week: turn.week, cancelled: turn.kind !== 'turn' },
    summary:
      turn.kind === 'turn'
        ? t('duty.calendar.event', { name: nameOf(turn.who), unit: unitName })
        : t('duty.calendar.cancelled', { unit: unitName }),
  }));

/** A person's weeks, and as cancelled those that were theirs and went to somebody else, so that calendars take them out. */
export const personEvents = (person: string, { rota, turns, unitName, nameOf, t }: FeedAbout): Event[] => {
  const mine = turns.filter((x) => x.kind === 'turn' && x.who === person).map((x) => x.week);
  const given = turns.filter((x) => x.kind === 'turn' && x.instead === person).map((x) => x.week);
  const lost = rota.lost.filter((l) => l.who === person).map((l) => l.week);
  const gone = [...new Set([...given, ...lost])].filter((w) => !mine.includes(w));
  const uid = (week: string) => uidOf('duty', rota.unit, week, person);
  const name = t('duty.calendar.event', { name: nameOf(person), unit: unitName });
  return [
    ...mine.map((week) => ({ uid: uid(week), week, summary: name, cancelled: false })),
    ...gone.map((week) => ({
      ...{ uid: uid(week), week, cancelled: true },
      summary: t('duty.calendar.cancelled', { unit: unitName }),
    })),
  ];
};

/** A day before a week of duty begins, in seconds. */
const ALARM = 86_400;
/** How often calendar programs should look again, in seconds. */
const AGAIN = 3600;

/**
 * Events as an iCalendar stream (RFC 5545). Every change of the rota is a higher SEQUENCE of every week, which calendar
 * programs take as the newer version; the times are wall-clock times of the unit's zone, which the stream describes.
 */
export const icsOf = (
  name: string,
  events: Event[],
  rota: Pick<Rota, 'week' | 'version' | 'changedAt'>,
  t: Translate,
): string => {
  const { zone } = rota.week;
  const calendar = ical({
    ...{ name, prodId: { company: 'kora', product: 'duty', language: t.language.toUpperCase() }, ttl: AGAIN },
    ...{ method: ICalCalendarMethod.PUBLISH, timezone: { name: zone, generator: () => zoneOf(events, rota.week) } },
  });
  for (const { uid, week, summary, cancelled } of events)
    calendar.createEvent({
      ...{ id: uid, summary, sequence: rota.version, timezone: zone },
      ...{ start: instant(startOf(week, rota.week)), end: instant(endOf(week, rota.week)) },
      ...{ stamp: instant(rota.changedAt), lastModified: instant(rota.changedAt) },
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: cancelled ? [] : [{ type: ICalAlarmType.display, trigger: ALARM, description: t('duty.calendar.alarm') }],
    });
  return calendar.toString();
};

const instant = (moment: Moment): Temporal.Instant => Temporal.Instant.from(moment);

const zoneOf = (events: Event[], rule: WeekRule): string => {
  const weeks = events.map((e) => e.week).sort();
  const [first = '1970-01-01', last = first] = [weeks[0], weeks.at(-1)];
  return vtimezone(rule.zone, startOf(first, rule), endOf(last, rule));
};
