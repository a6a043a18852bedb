import { type Actor, unitsOf } from '../../shared/auth.ts';
import { forbidden } from '../../shared/errors.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import type { TaskData } from './schema.ts';

/** A task is seen by the members of its unit; throws `other-unit` for anybody else. */
export const mustSee = (actor: Actor, record: LifeRecord<TaskData>): void => {
  if (!unitsOf(actor).includes(record.data.unit)) throw forbidden('You do not belong to this unit.', 'other-unit');
};
