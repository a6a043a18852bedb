import { type Actor, holds, leads } from '../../../shared/auth.ts';
import { lists } from '../../../shared/keys.ts';
import type { ActionRule, Lifecycle, LifeRecord } from '../../../shared/workflow/lifecycle.ts';
import { machine } from './machine.ts';
import { checkChange, checkResult, checkSeat } from './rules.ts';
import * as s from './schema.ts';

export type Activity = LifeRecord<s.ActivityData>;

const hasSigned = (actor: Actor, d: s.ActivityData) => d.signedUp.some((p) => p.id === actor.id);
const inside = (actor: Actor, d: s.ActivityData) => holds(actor, d.unit, 'worker', 'first-secretary');
const leader = (actor: Actor, d: s.ActivityData) => leads(actor, d.unit);
const keeper = (actor: Actor, d: s.ActivityData) =>
  leader(actor, d) || (inside(actor, d) && [d.setBy.id, d.debate?.chair.id].includes(actor.id));

/** Who may do what to an activity; whoever set it, or chairs it, tells how it went. */
const actions: Record<string, ActionRule<s.ActivityData>> = {
  'sign-up': { input: s.nothing, may: (a, d) => inside(a, d) && !hasSigned(a, d), check: checkSeat, tone: 'primary' },
  'sign-off': { input: s.nothing, may: (a, d) => inside(a, d) && hasSigned(a, d) },
  hold: { input: s.hold, may: keeper, tone: 'primary' },
  conclude: { input: s.conclude, may: keeper, check: checkResult, tone: 'primary' },
  change: { input: s.change, may: leader, check: checkChange },
  cancel: { input: s.cancel, may: leader, tone: 'danger' },
};

/** The stage of an activity as people are told it. */
export const stageOf = (state: unknown): s.ActivityStage => {
  if (typeof state !== 'string') return 'announced';
  return state === 'unrecorded' ? 'underway' : s.activityStage.parse(state);
};

/** An activity as lists hold it. */
export const cardOf = ({ id, state, data }: Activity): s.ActivityCard => ({
  ...{ id, unit: data.unit, kind: data.kind, title: data.title, place: data.place, starts: data.starts },
  stage: stageOf(state),
  signedUp: data.signedUp.map((p) => p.id),
  attended: data.attended.map((p) => p.id),
  best: data.result?.best?.id,
});

const index = (record: Activity) => ({
  queue: lists.activities(record.data.unit),
  queueOrder: `${record.data.starts}#${record.id}`,
  card: cardOf(record),
});

export const activity: Lifecycle<s.ActivityData> = {
  ...{ type: 'activity', kind: 'ACTIVITY', machine, actions, index },
  data: s.activityData as Lifecycle<s.ActivityData>['data'],
};
