import { type Actor, holds } from '../../shared/auth.ts';
import { invalidField } from '../../shared/errors.ts';
import type { ActionRule } from '../../shared/workflow/lifecycle.ts';
import { information } from '../cases/schema.ts';
import * as s from './schema.ts';

type Rules<P = unknown> = Record<string, ActionRule<s.RequestData, P>>;

/** Whoever stands behind the unit's workers. */
const leaders = (actor: Actor, d: s.RequestData) =>
  holds(actor, d.unit, 'first-secretary', 'official', 'approver') || holds(actor, d.bureau, 'official', 'approver');
const team = (actor: Actor, d: s.RequestData) => holds(actor, d.unit, 'worker', 'responder') || leaders(actor, d);
const lead = (actor: Actor, d: s.RequestData) => actor.id === d.responder?.id || leaders(actor, d);
const nobody = () => false;

/** A unit is not asked once more before it has answered, nor is the one that keeps the request. */
const askable = ({ unit }: { unit: string }, d: s.RequestData): void => {
  if (unit === d.unit || d.consultations.some((c) => c.unit === unit && c.opinion === undefined))
    throw invalidField('unit', 'already-asked', 'has the request, or was asked and has not answered yet');
};

const noRating = ({ result, rating }: { result: string; rating?: number }): void => {
  if (result !== 'settled' && rating !== undefined)
    throw invalidField('rating', 'not-settled', 'is only for what is settled');
};

/** Who may do what to a request, and with which input. Nothing here gives it to another unit: the first one keeps it. */
export const requestActions: Rules = {
  take: { input: s.take, may: team, tone: 'primary' },
  'assign-lead': { input: s.assignLead, may: lead },
  consult: { input: s.consult, may: lead, check: askable },
  answer: { input: s.answer, may: lead, tone: 'primary' },
  extend: { input: s.extend, may: leaders },
  'record-call': { input: s.recordCall, may: team, tone: 'primary', check: noRating },
  settle: { input: s.settle, may: nobody, byReporter: true, tone: 'primary' },
  'not-settled': { input: s.reason, may: nobody, byReporter: true },
  reassign: { input: s.reassign, may: (a, d) => leaders(a, d) || holds(a, d.unit, 'admin') },
  reopen: { input: s.reason, may: leaders, tone: 'danger', signInOnly: true },
  'add-information': { input: information, may: team, byReporter: true },
  withdraw: { input: s.reason, may: nobody, byReporter: true, tone: 'danger' },
};

/** The same for one unit that was asked. */
export const consultationActions: Rules<s.Consultation> = {
  'give-opinion': { input: s.giveOpinion, may: (actor, _, part) => holds(actor, part?.unit), tone: 'primary' },
};
