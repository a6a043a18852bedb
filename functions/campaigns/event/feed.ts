import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Translate } from '../../../shared/i18n.ts';
import { addDays, type Moment } from '../../../shared/time.ts';
import { wordingIn } from './rules.ts';
import type { EventCard } from './schema.ts';

/** How often calendar programs should look again, in seconds. */
const AGAIN = 3600;

export interface FeedAbout {
  events: EventCard[];
  /** An event's page. */
  address: (id: string) => string;
  areaName: (code: string) => string;
  t: Translate;
}

const instant = (moment: Moment): Temporal.Instant => Temporal.Instant.from(moment);

const day = (date: string): Temporal.PlainDate => Temporal.PlainDate.from(date);

/**
 * One day with hours stands at its hours, as instants (RFC 5545 3.3.5, form 2); whatever lasts longer, or has none, as whole
 * days, whose end is exclusive.
 */
const whenOf = ({ first, last, opens, begins, ends }: EventCard) =>
  first === last && opens !== undefined
    ? { start: instant(begins), end: instant(ends) }
    : { start: day(first), end: day(addDays(last, 1)), allDay: true };

const hoursOf = ({ opens, closes, closedOn }: EventCard, t: Translate): string | undefined =>
  opens === undefined || closes === undefined
    ? undefined
    : [t('event.hours', { opens, closes }), closedText(closedOn, t)].filter(Boolean).join(' ');

/** The days of the week on which it is not open. */
export const closedText = (closedOn: string[], t: Translate): string | undefined =>
  closedOn.length === 0
    ? undefined
    : t('event.closed-on', { days: closedOn.map((d) => t(`choice.closedOn.${d}`)).join(t('summary.and')) });

/**
 * Public events as an iCalendar stream (RFC 5545). An event keeps its UID for life; each change is a higher SEQUENCE with its
 * own DTSTAMP, and one that is called off stays as CANCELLED so that calendars take it out.
 */
export const icsOf = ({ events, address, areaName, t }: FeedAbout): string => {
  const calendar = ical({
    ...{ name: t('events.title'), prodId: { company: 'kora', product: 'events', language: t.language.toUpperCase() } },
    ...{ ttl: AGAIN, method: ICalCalendarMethod.PUBLISH },
  });
  for (const e of events) {
    const { title, about } = wordingIn(e, t.language);
    const isCancelled = e.stage === 'cancelled';
    calendar.createEvent({
      ...{ id: `event-${e.id}@kora`, sequence: e.revision, stamp: instant(e.changedAt), ...whenOf(e) },
      ...{ lastModified: instant(e.changedAt), url: address(e.id), location: `${areaName(e.area)} ${e.place}` },
      summary: isCancelled ? t('event.cancelled', { title }) : title,
      description: [about, hoursOf(e, t), e.free ? t('event.free') : undefined].filter(Boolean).join('\n'),
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
};
