import { instantOf } from '../../shared/calendar.ts';
import { addDays, dateOf, type Moment, now, ZONE } from '../../shared/time.ts';
import { begin, decide } from '../../shared/workflow/decide.ts';
import { type LifeRecord, SYSTEM } from '../../shared/workflow/lifecycle.ts';
import { create } from '../../shared/workflow/store.ts';
import { membersOf } from '../directory/lookup.ts';
import { activity } from './activity/activity.ts';
import type { ActivityData } from './activity/schema.ts';
import { mentorship } from './mentorship/mentorship.ts';
import type { MentorshipData } from './mentorship/schema.ts';

const UNIT = 'jiarong-community';
/** Who joined last has a mentor. */
const NEWCOMER = 'yangki@jiarong.kora.example';
const PAIR = '5eed0000000000000001';
const DEBATE = '5eed0000000000000002';
const NOON = '12:00';

/** A community's newcomer with a mentor of two weeks, and a debate in nine days. Changes nothing that is there. */
export const seedGrowth = async (): Promise<void> => {
  const people = (await membersOf(UNIT, 'worker')).map((m) => ({ id: m.email, name: m.name }));
  const newcomer = people.find((p) => p.id === NEWCOMER);
  const [mentor, ...others] = people.filter((p) => p.id !== NEWCOMER);
  if (!newcomer || !mentor || others.length < 5) return;
  const at = now();
  await create(mentorship, quiet(pairOf(newcomer, mentor, at)));
  await create(activity, quiet(debateOf(mentor, others, at)));
};

type Person = MentorshipData['mentor'];

/** Deadlines run as they would; of what went before nobody is told. */
const quiet = <D>(record: LifeRecord<D>): LifeRecord<D> => ({
  ...record,
  history: record.history.map((e) => ({ ...e, effects: e.effects.filter((x) => x.type.startsWith('clock.')) })),
});

const pairOf = (newcomer: Person, mentor: Person, at: Moment): LifeRecord<MentorshipData> => {
  const from = addDays(dateOf(at), -14);
  const data: MentorshipData = {
    ...{ unit: UNIT, zone: ZONE, newcomer, mentor, mentorIsFirst: false, focus: 'dispute-mediation' },
    ...{ goal: '独立主持一次邻里纠纷调解', from, until: addDays(from, 90), nudgeDays: 21 },
    ...{ openedAt: instantOf(from, NOON), sessions: [], judgements: [] },
  };
  const begun = begin(mentorship, PAIR, data, { type: 'begun', at: data.openedAt, by: SYSTEM });
  const date = addDays(from, 4);
  const by = { kind: 'staff' as const, ...mentor };
  const input = { date, note: '一起走访两户，先听后说，把双方的诉求各写成一句话。' };
  return decide(mentorship, begun, { type: 'session', at: instantOf(date, NOON), by, input });
};

const debateOf = (chair: Person, people: Person[], at: Moment): LifeRecord<ActivityData> => {
  const [a, b, c, d, setBy] = people as [Person, Person, Person, Person, Person];
  const data: ActivityData = {
    ...{ unit: UNIT, zone: ZONE, kind: 'debate', title: '辩论会：走访先走谁家', place: '社区会议室' },
    starts: instantOf(addDays(dateOf(at), 9), '15:30'),
    debate: { motion: '入户走访应当困难户优先，还是普通户也要走到', for: [a, b], against: [c, d], chair },
    ...{ setBy, openedAt: at, signedUp: [a, b, c, d], attended: [] },
  };
  return begin(activity, DEBATE, data, { type: 'announced', at, by: SYSTEM });
};
