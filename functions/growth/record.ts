import { keys } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { dateOf, type Moment } from '../../shared/time.ts';
import { fromItem } from '../../shared/workflow/store.ts';
import { handover, handoverId } from '../duty/handover/handover.ts';
import { servingIn } from '../duty/handover/rules.ts';
import type { HandoverData } from '../duty/handover/schema.ts';
import { addWeeks, weekLabel, weekOf, weeksFrom } from '../duty/week.ts';
import { closedOf as rectificationsOf } from '../journal/board.ts';
import { ruleIn } from '../journal/weeks.ts';
import { closedOf as tasksOf } from '../tasks/board.ts';
import { activitiesOf, mentorshipsOf } from './lists.ts';
import { type Mentorship, mentorship } from './mentorship/mentorship.ts';
import { entryKind, type RecordEntry, type WorkRecord } from './record-schema.ts';

/** What one person did in a community over time, gathered from where each thing is kept. */

/** Weeks of duty that are looked back on: two years. */
const WEEKS = 104;

interface Of {
  unit: string;
  person: string;
  zone: string;
}

/** Everything of the community that records are made of, read once for all of its people. */
interface Kept {
  weeks: HandoverData[];
  pairs: Mentorship[];
  activities: Awaited<ReturnType<typeof activitiesOf>>;
  zone: string;
}

const keptIn = async (unit: string, at: Moment): Promise<Kept> => {
  const rule = await ruleIn(unit);
  const [weeks, pairs, activities] = await Promise.all([
    servedWeeks(unit, weekOf(at, rule)),
    pairsOf(unit),
    activitiesOf(unit),
  ]);
  return { weeks, pairs, activities, zone: rule.zone };
};

/** The weeks of duty that have begun, as they were frozen. */
const servedWeeks = async (unit: string, present: string): Promise<HandoverData[]> => {
  const weeks = weeksFrom(addWeeks(present, 1 - WEEKS), WEEKS);
  const items = await records.items(weeks.map((w) => keys.record(handover.kind, handoverId(unit, w))));
  return items.map((i) => fromItem(handover, i).data);
};

const pairsOf = async (unit: string): Promise<Mentorship[]> => {
  const cards = await mentorshipsOf(unit);
  const items = await records.items(cards.map((c) => keys.record(mentorship.kind, c.id)));
  return items.map((i) => fromItem(mentorship, i));
};

const entry = (kind: RecordEntry['kind'], date: string, text: string, id: string): RecordEntry => ({
  date,
  kind,
  text,
  id,
});

const weeksOf = ({ weeks }: Kept, { unit, person }: Of): RecordEntry[] =>
  weeks
    .filter((w) => servingIn(w) === person)
    .map((w) => entry('week', w.week, weekLabel(w.week), handoverId(unit, w.week)));

const sessionsOf = ({ pairs }: Kept, { person }: Of): RecordEntry[] =>
  pairs
    .filter(({ data }) => [data.newcomer.id, data.mentor.id].includes(person))
    .flatMap(({ id, data }) => {
      const other = data.newcomer.id === person ? data.mentor : data.newcomer;
      return data.sessions.map((s) => entry('session', s.date, other.name, id));
    });

const activitiesIn = ({ activities }: Kept, { person, zone }: Of): RecordEntry[] =>
  activities
    .filter((a) => a.attended.includes(person) && a.stage !== 'cancelled')
    .map((a) => entry('activity', dateOf(a.starts, zone), a.title, a.id));

/** What was closed: tasks and rectifications that somebody else has verified. */
const closedOf = async ({ unit, person, zone }: Of): Promise<RecordEntry[]> => {
  const [tasks, rectifications] = await Promise.all([tasksOf(person), rectificationsOf(person)]);
  const verified = <T extends { unit: string; stage: string; closedAt?: string }>(all: T[]) =>
    all.filter((x) => x.unit === unit && x.stage === 'verified' && x.closedAt !== undefined);
  return [
    ...verified(tasks).map((x) => entry('task', dateOf(x.closedAt ?? '', zone), x.what, x.id)),
    ...verified(rectifications).map((x) => entry('rectification', dateOf(x.closedAt ?? '', zone), x.what, x.id)),
  ];
};

const gathered = async (kept: Kept, of: Of): Promise<RecordEntry[]> => {
  const all = [...weeksOf(kept, of), ...(await closedOf(of)), ...sessionsOf(kept, of), ...activitiesIn(kept, of)];
  return all.sort((a, b) => (a.date < b.date || (a.date === b.date && a.kind < b.kind) ? -1 : 1));
};

const countsOf = (entries: RecordEntry[]): WorkRecord['totals'] =>
  Object.fromEntries(
    entryKind.options.map((kind) => [kind, entries.filter((e) => e.kind === kind).length]),
  ) as WorkRecord['totals'];

const byMonth = (entries: RecordEntry[]): WorkRecord['months'] =>
  [...Map.groupBy(entries, (e) => e.date.slice(0, 7))].map(([month, of]) => ({ month, ...countsOf(of) }));

/** The records of some people of a unit within dates, both included; oldest entry first. */
export const recordsOf = async (
  unit: string,
  people: { id: string; name: string }[],
  { from, to }: { from?: string; to?: string },
  at: Moment,
): Promise<WorkRecord[]> => {
  const kept = await keptIn(unit, at);
  return Promise.all(
    people.map(async (person) => {
      const all = await gathered(kept, { unit, person: person.id, zone: kept.zone });
      const entries = all.filter((e) => (from ?? '') <= e.date && (to === undefined || e.date <= to));
      return { person, totals: countsOf(entries), months: byMonth(entries), entries };
    }),
  );
};
