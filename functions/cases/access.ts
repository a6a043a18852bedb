import { type Actor, holds, type Role, unitsOf } from '../../shared/auth.ts';
import { forbidden, notFound } from '../../shared/errors.ts';
import { keys } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { fromItem } from '../../shared/workflow/store.ts';
import type { CaseType } from './case-type.ts';
import { caseType } from './registry.ts';
import type { CaseData } from './schema.ts';

/** A case with its type. One read; throws `not-found`. */
export const loadCase = async (id: string): Promise<{ type: CaseType; record: LifeRecord<CaseData> }> => {
  const item = await records.item(keys.caseRecord(id));
  if (!item) throw notFound('case');
  const type = await caseType(String(item.type));
  return { type, record: fromItem(type.life, item) };
};

/**
 * Throws `forbidden` unless the actor belongs to the unit that has the case, to the bureau that answers for it, or to one that
 * was asked to take something over. A case that triage has not placed yet is nobody's.
 */
export const mustSee = (type: CaseType, record: LifeRecord<CaseData>, actor: Actor): void => {
  if (!maySee(type, record, actor)) throw forbidden('This case belongs to another unit.', 'other-unit');
};

export const maySee = (type: CaseType, { data }: LifeRecord<CaseData>, actor: Actor): boolean =>
  [data.unit, data.bureau, ...type.alsoSeenBy(data)].some((u) => holds(actor, u));

/** Who answers the telephone: those who handle cases. Approvers, administrators and tip officers do not. */
const OPERATORS: Role[] = ['worker', 'first-secretary', 'responder', 'official'];

/** Throws `forbidden` for whoever takes no calls: what is open under a number is for those who may be asked about it. */
export const mustTakeCalls = (actor: Actor): void => {
  if (unitsOf(actor, ...OPERATORS).length === 0) throw forbidden('Calls are taken by those who handle cases.');
};
