import { type Actor, leads } from '../../../shared/auth.ts';
import { conflict, invalidField } from '../../../shared/errors.ts';
import { contentDigest } from '../../../shared/ids.ts';
import { dateOf, type Moment } from '../../../shared/time.ts';
import type { ActionRule, Lifecycle } from '../../../shared/workflow/lifecycle.ts';
import { machine } from './machine.ts';
import * as s from './schema.ts';

/** The id of a unit's meeting on a date. */
export const meetingId = (unit: string, date: string): string => contentDigest(['meeting', unit, date]).slice(0, 20);

const leader = (actor: Actor, d: s.MeetingData) => leads(actor, d.unit);

const inTime = ({ decisions }: { decisions: { due: string }[] }, { date }: s.MeetingData): void => {
  const late = decisions.findIndex((d) => d.due < date);
  if (late >= 0) throw invalidField(`decisions.${late}.due`, 'past', 'lies before the meeting');
};

/** A meeting is held on its day or noted later, never before. */
const begunDay = (_: unknown, { date }: s.MeetingData, at: Moment): void => {
  if (date > dateOf(at)) throw conflict('not-yet', 'This meeting is still to come.');
};

const actions: Record<string, ActionRule<s.MeetingData>> = {
  edit: { input: s.edit, may: leader },
  hold: { input: s.hold, may: leader, tone: 'primary', check: begunDay },
  minute: { input: s.minute, may: leader, tone: 'primary', check: inTime },
};

export const meeting: Lifecycle<s.MeetingData> = {
  ...{ type: 'meeting', kind: 'MEETING', machine, actions, index: () => ({}) },
  data: s.meetingData as Lifecycle<s.MeetingData>['data'],
};
