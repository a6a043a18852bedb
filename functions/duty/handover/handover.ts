import { type Actor, holds } from '../../../shared/auth.ts';
import { contentDigest } from '../../../shared/ids.ts';
import type { ActionRule, Lifecycle } from '../../../shared/workflow/lifecycle.ts';
import { machine } from './machine.ts';
import { servingIn, unsigned } from './rules.ts';
import * as s from './schema.ts';

/** The id of a unit's week of duty: the same whoever asks, so that it is frozen once, and found without a list. */
export const handoverId = (unit: string, week: string): string => contentDigest(['handover', unit, week]).slice(0, 20);

const party = (actor: Actor, d: s.HandoverData) => unsigned(d).includes(actor.id);
const first = (actor: Actor, d: s.HandoverData) => holds(actor, d.unit, 'first-secretary');
const serving = (actor: Actor, d: s.HandoverData) => servingIn(d) === actor.id;

const actions: Record<string, ActionRule<s.HandoverData>> = {
  sign: { input: s.sign, may: party, tone: 'primary' },
  'sign-for': { input: s.signFor, may: first, tone: 'primary' },
  'leave-words': { input: s.leaveWords, may: serving },
  'stand-in': { input: s.standIn, may: (a, d) => first(a, d) || serving(a, d) },
};

/** The stage of a week of duty as people are told it. */
export const handoverStage = (state: unknown): s.HandoverStage => {
  if (typeof state === 'string') return s.handoverStage.parse(state);
  const inner = (state as { signing: string }).signing;
  return inner === 'late' ? 'late' : 'signing';
};

/** Found by its id alone: no index, so that freezing a week costs two write units, one of them for the outbox. */
export const handover: Lifecycle<s.HandoverData> = {
  ...{ type: 'handover', kind: 'HANDOVER', machine, data: s.handoverData, actions, index: () => ({}) },
};
