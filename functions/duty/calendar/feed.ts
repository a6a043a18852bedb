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
  /** Rises with every change of the week: by the rota's versions, and by stand-ins once it is frozen. */
  sequence: number;
}

export interface FeedAbout {
  rota: Rota;
  /** The weeks as they are: frozen ones behind, computed ones ahead. */
  turns: Turn[];
  /** How often a frozen week was given to a stand-in. */
  standIns: ReadonlyMap<string, number>;
  unitName: string;
  nameOf: (id: string) => string;
  t: Translate;
}

const uidOf = (...parts: string[]): string => `${parts.join('-').replace(/[^\w.-]/g, '_')}@kora`;

const sequenceOf = ({ rota, standIns }: FeedAbout, week: string): number => rota.version + (standIns.get(week) ?? 0);

/** A community's weeks: one event a week, whoever serves it; a pause or a gap cancels it. */
export const unitEvents = (about: FeedAbout): Event[] => {
  const { rota, turns, unitName, nameOf, t } = about;
  return turns.map((turn) => ({
    ...{ uid: uidOf('duty', rota.unit, turn.week), week: turn.week, cancelled: turn.kind !== 'turn' },
    summary:
      turn.kind === 'turn'
        ? t('duty.calendar.event', { name: nameOf(turn.who), unit: unitName })
        : t('duty.calendar.cancelled', { unit: unitName }),
    sequence: sequenceOf(about, turn.week),
  }));
};

/** A person's weeks, and as cancelled those that were theirs and went to somebody else, so that calendars take them out. */
export const personEvents = (person: string, about: FeedAbout): Event[] => {
  const { rota, turns, unitName, nameOf, t } = about;
  const mine = turns.filter((x) => x.kind === 'turn' && x.who === person).map((x) => x.week);
  const given = turns.filter((x) => x.kind === 'turn' && x.instead === person).map((x) => x.week);
  const lost = rota.lost.filter((l) => l.who === person).map((l) => l.week);
  const gone = [...new Set([...given, ...lost])].filter((w) => !mine.includes(w));
  const common = (week: string) => ({
    ...{ uid: uidOf('duty', rota.unit, week, person), week, sequence: sequenceOf(about, week) },
  });
  const name = t('duty.calendar.event', { name: nameOf(person), unit: unitName });
  return [
    ...mine.map((week) => ({ ...common(week), summary: name, cancelled: false })),
    ...gone.map((week) => ({
      ...common(week),
      summary: t('duty.calendar.cancelled', { unit: unitName }),
      cancelled: true,
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
export const icsOf = (name: string, events: Event[], rota: Pick<Rota, 'week' | 'changedAt'>, t: Translate): string => {
  const { zone } = rota.week;
  const calendar = ical({
    ...{ name, prodId: { company: 'kora', product: 'duty', language: t.language.toUpperCase() }, ttl: AGAIN },
    ...{
      method: ICalCalendarMethod.PUBLISH,
      timezone: { name: zone, generator: () => describedZone(events, rota.week) },
    },
  });
  for (const { uid, week, summary, cancelled, sequence } of events)
    calendar.createEvent({
      ...{ id: uid, summary, sequence, timezone: zone },
      ...{ start: instant(startOf(week, rota.week)), end: instant(endOf(week, rota.week)) },
      ...{ stamp: instant(rota.changedAt), lastModified: instant(rota.changedAt) },
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: cancelled ? [] : [{ type: ICalAlarmType.display, trigger: ALARM, description: t('duty.calendar.alarm') }],
    });
  return calendar.toString().replace(STAMPS, (_, name: string) => `${name}:${utc(rota.changedAt)}`);
};

/** The library writes these in the calendar's zone; they have to be in UTC (RFC 5545, 3.8.7.2 and 3.8.7.3). */
const STAMPS = /^(DTSTAMP|LAST-MODIFIED):\d{8}T\d{6}(?=\r?$)/gm;

const utc = (moment: Moment): string => `${moment.slice(0, 19).replace(/[-:]/g, '')}Z`;

const instant = (moment: Moment): Temporal.Instant => Temporal.Instant.from(moment);

const describedZone = (events: Event[], rule: WeekRule): string => {
  const weeks = events.map((e) => e.week).sort();
  const [first = '1970-01-01', last = first] = [weeks[0], weeks.at(-1)];
  return vtimezone(rule.zone, startOf(first, rule), endOf(last, rule));
};
