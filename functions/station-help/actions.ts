import { type Actor, holds } from '../../shared/auth.ts';
import type { ActionRule } from '../../shared/workflow/lifecycle.ts';
import { information } from '../cases/schema.ts';
import { checkMediation, checkPlan } from './rules.ts';
import * as s from './schema.ts';

type Rules = Record<string, ActionRule<s.HelpData>>;

const leaders = (actor: Actor, d: s.HelpData) =>
  holds(actor, d.union ?? d.bureau, 'official', 'approver') || holds(actor, d.keeper ?? d.unit, 'official');

/** Whoever of the post, of the station's unit or of the union may come. */
const team = (actor: Actor, d: s.HelpData) =>
  [d.post, d.keeper, d.unit].some((u) => holds(actor, u, 'responder', 'worker', 'official')) || leaders(actor, d);
const nobody = () => false;

/** Who may do what to help that is asked for, and with which input. */
export const actions: Rules = {
  accept: { input: s.accept, may: team, tone: 'primary' },
  'record-help': { input: s.recordHelp, may: team, tone: 'primary' },
  mediate: { input: s.reason, may: team },
  'plan-mediation': { input: s.planMediation, may: team, tone: 'primary', check: checkPlan },
  'record-mediation': { input: s.recordMediation, may: team, tone: 'primary', check: checkMediation },
  'record-check': { input: s.recordCheck, may: team, tone: 'primary' },
  refer: { input: s.refer, may: team },
  'hand-back': { input: s.reason, may: team },
  'declare-false': { input: s.reason, may: leaders, tone: 'danger', signInOnly: true },
  reopen: { input: s.reason, may: leaders, tone: 'danger', signInOnly: true },
  'add-information': { input: information, may: team, byReporter: true },
  withdraw: { input: s.reason, may: nobody, byReporter: true, tone: 'danger' },
};
