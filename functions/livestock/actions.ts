import { type Actor, holds } from '../../shared/auth.ts';
import type { ActionRule } from '../../shared/workflow/lifecycle.ts';
import { keepApart, merge } from '../cases/merging.ts';
import { information } from '../cases/schema.ts';
import { checkCorrection, checkFollowUp } from './rules.ts';
import * as s from './schema.ts';

type Rules<P = unknown> = Record<string, ActionRule<s.LivestockData, P>>;

/** The county’s own people: whoever is asked last, and rules on epidemics. */
const county = (actor: Actor, d: s.LivestockData) => holds(actor, d.county ?? d.bureau, 'official', 'approver');
const officials = (actor: Actor, d: s.LivestockData) =>
  holds(actor, d.bureau, 'official', 'approver') || holds(actor, d.unit, 'official') || county(actor, d);
const team = (actor: Actor, d: s.LivestockData) =>
  holds(actor, d.unit, 'responder', 'worker') || holds(actor, d.bureau, 'responder') || officials(actor, d);
const nobody = () => false;

/** Whoever suspected an epidemic, or has the case in hand, does not rule on it: the team alone cannot close it. */
const teamOf = ({ epidemic, responder }: s.LivestockData) => [epidemic?.by.id, responder?.id];

/** Nor does anybody correct what they have said themselves. */
const rulersOf = (d: s.LivestockData) => [...teamOf(d), d.epidemic?.ruledBy?.id];

/** Who may do what to a livestock case, and with which input. */
export const caseActions: Rules = {
  accept: { input: s.accept, may: team, tone: 'primary' },
  depart: { input: s.depart, may: team, tone: 'primary' },
  arrive: { input: s.arrive, may: team, tone: 'primary' },
  examine: { input: s.examine, may: team, tone: 'primary', grows: true },
  'plan-follow-up': { input: s.planFollowUp, may: team, check: checkFollowUp },
  'record-follow-up': { input: s.recordFollowUp, may: team, tone: 'primary' },
  'cancel-follow-up': { input: s.reason, may: team },
  close: { input: s.close, may: team, tone: 'primary' },
  advise: { input: s.advise, may: team },
  'suspect-epidemic': { input: s.suspectEpidemic, may: team, tone: 'danger' },
  'rule-on-epidemic': { input: s.ruleOnEpidemic, may: county, notBy: teamOf, tone: 'danger', signInOnly: true },
  'correct-verdict': {
    input: s.correctVerdict,
    may: county,
    notBy: rulersOf,
    check: checkCorrection,
    tone: 'danger',
    signInOnly: true,
  },
  'hand-back': { input: s.reason, may: team },
  reassign: { input: s.reassign, may: (a, d) => officials(a, d) || holds(a, d.unit, 'admin') },
  merge: { input: merge, may: team },
  'keep-apart': { input: keepApart, may: team },
  'declare-false': { input: s.reason, may: officials, tone: 'danger', signInOnly: true },
  reopen: { input: s.reason, may: officials, tone: 'danger', signInOnly: true },
  'add-information': { input: information, may: team, byReporter: true },
  withdraw: { input: s.reason, may: nobody, byReporter: true, tone: 'danger' },
};

/** The same for one animal of the case. */
export const animalActions: Rules<s.Animal> = {
  treat: { input: s.treat, may: team, tone: 'primary', grows: true },
  'record-outcome': { input: s.recordOutcome, may: team, tone: 'primary' },
  revise: { input: s.reason, may: officials, tone: 'danger', signInOnly: true },
};
