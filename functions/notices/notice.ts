import { type Actor, holds } from '../../shared/auth.ts';
import { lists } from '../../shared/keys.ts';
import type { ActionRule, Lifecycle, LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { listedUnder } from '../directory/nearness.ts';
import { machine } from './machine.ts';
import { checkChange, checkPublishable } from './rules.ts';
import * as s from './schema.ts';

export type Notice = LifeRecord<s.NoticeData>;

/** Who writes for a unit. */
export const mayWrite = (actor: Actor, unit: string): boolean =>
  holds(actor, unit, 'official', 'first-secretary', 'worker', 'responder');

/** Who answers for what a unit publishes: its officials, in a community its first secretary. */
export const mayAnswer = (actor: Actor, unit: string): boolean => holds(actor, unit, 'official', 'first-secretary');

const writer = (actor: Actor, d: s.NoticeData) => mayWrite(actor, d.unit);
const official = (actor: Actor, d: s.NoticeData) => mayAnswer(actor, d.unit);
const nobody = () => false;

/** Who may do what to a notice; anybody may complain of one, by its page. */
const actions: Record<string, ActionRule<s.NoticeData>> = {
  publish: { input: s.nothing, may: official, check: checkPublishable, tone: 'primary' },
  keep: { input: s.nothing, may: official, check: checkPublishable, tone: 'primary' },
  change: { input: s.change, may: writer, check: checkChange },
  withdraw: { input: s.withReason, may: official, tone: 'danger' },
  discard: { input: s.nothing, may: writer, tone: 'danger' },
  complain: { input: s.complaintInput, may: nobody, byReporter: true },
};

/** The stage of a notice as its state says it; whether its time is over is a matter of the time. */
export const stageOf = (state: unknown): s.NoticeStage => {
  if (typeof state === 'string') return s.noticeStage.parse(state);
  return (state as { published: string }).published === 'held' ? 'held' : 'published';
};

/** A notice as lists hold it. */
export const cardOf = ({ id, state, data }: Notice): s.NoticeCard =>
  s.noticeCard.parse({ ...data, id, stage: stageOf(state), complaints: data.complaints.length + data.settled });

/** Only what is published stands in the public list. */
const index = (record: Notice) => {
  const { data, id, createdAt } = record;
  const card = cardOf(record);
  return {
    ...{ queue: lists.notices(data.unit), queueOrder: `${createdAt}#${id}`, card },
    ...(card.stage === 'published'
      ? { area: lists.noticesAround(listedUnder(data.area)), areaOrder: `${data.ends}#${id}`, facts: card }
      : {}),
  };
};

export const notice: Lifecycle<s.NoticeData> = {
  ...{ type: 'notice', kind: 'NOTICE', machine, actions, index },
  data: s.noticeData as Lifecycle<s.NoticeData>['data'],
};
