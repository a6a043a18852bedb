import { type Actor, holds } from '../../shared/auth.ts';
import { forbidden, notFound } from '../../shared/errors.ts';
import { keys } from '../../shared/keys.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { fromItem, loadItem } from '../../shared/workflow/store.ts';
import type { CaseType } from './case-type.ts';
import { caseType } from './registry.ts';
import type { CaseData } from './schema.ts';

/** A case with its type. One read; throws `not-found`. */
export const loadCase = async (id: string): Promise<{ type: CaseType; record: LifeRecord<CaseData> }> => {
  const item = await loadItem(keys.caseRecord(id));
  if (!item) throw notFound('case');
  const type = caseType(String(item.type));
  return { type, record: fromItem(type.life, item) };
};

/**
 * Throws `forbidden` unless the actor belongs to the unit that has the case, to the bureau that answers for it, or to one that
 * was asked to take something over. A case that triage has not placed yet is nobody's.
 */
export const mustSee = (type: CaseType, record: LifeRecord<CaseData>, actor: Actor): void => {
  const { unit, bureau } = record.data;
  const seenBy = [unit, bureau, ...type.alsoSeenBy(record.data)];
  if (!seenBy.some((u) => holds(actor, u))) throw forbidden('This case belongs to another unit.', 'other-unit');
};
