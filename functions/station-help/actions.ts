import { type Actor, holds } from '../../shared/auth.ts';
import { conflict } from '../../shared/errors.ts';
import type { ActionRule } from '../../shared/workflow/lifecycle.ts';
import { information } from '../cases/schema.ts';
import { checkMediation, checkPlan, MAX_INFORMATION, MAX_MEDIATIONS } from './rules.ts';
import * as s from './schema.ts';

type Rules = Record<string, ActionRule<s.HelpData>>;

const leaders = (actor: Actor, d: s.HelpData) =>
  holds(actor, d.union ?? d.bureau, 'official', 'approver') || holds(actor, d.keeper ?? d.unit, 'official');

/** Whoever of the post, of the station's unit or of the union may come. */
const team = (actor: Actor, d: s.HelpData) =>
  [d.post, d.keeper, d.unit].some((u) => holds(actor, u, 'responder', 'worker', 'official')) || leaders(actor, d);
const nobody = () => false;

const fewEnough = (_: unknown, d: s.HelpData): void => {
  if (d.information.length >= MAX_INFORMATION)
    throw conflict('too-many', `At most ${MAX_INFORMATION} additions to a report.`);
};

const mediation: ActionRule<s.HelpData>['check'] = (input, d, at) => {
  if (d.mediations.length >= MAX_MEDIATIONS) throw conflict('too-many', `At most ${MAX_MEDIATIONS} mediations.`);
  checkMediation(input, d, at);
};

/** Who may do what to help that is asked for, and with which input. */
export const actions: Rules = {
  accept: { input: s.accept, may: team, tone: 'primary' },
  'record-help': { input: s.recordHelp, may: team, tone: 'primary' },
  mediate: { input: s.reason, may: team },
  'plan-mediation': { input: s.planMediation, may: team, tone: 'primary', check: checkPlan },
  'record-mediation': { input: s.recordMediation, may: team, tone: 'primary', check: mediation },
  'record-check': { input: s.recordCheck, may: team, tone: 'primary' },
  refer: { input: s.refer, may: team },
  'hand-back': { input: s.reason, may: team },
  'declare-false': { input: s.reason, may: leaders, tone: 'danger', signInOnly: true },
  reopen: { input: s.reason, may: leaders, tone: 'danger', signInOnly: true },
  'add-information': { input: information, may: team, byReporter: true, check: fewEnough },
  withdraw: { input: s.reason, may: nobody, byReporter: true, tone: 'danger' },
};
