import { invalidField } from '../../shared/errors.ts';
import type { Translate } from '../../shared/i18n.ts';
import { leadOf, unit, unitsCovering } from '../directory/lookup.ts';
import { covers } from '../directory/rules.ts';
import type { Unit } from '../directory/schema.ts';
import type { CaseData } from './schema.ts';

/** A case that is given to another unit. */

export type Options = Record<string, { value: string; label: string }[]>;

export const unitOptions = (units: Unit[], t: Translate): Options[string] =>
  units.map((u) => ({ value: u.id, label: u.name[t.language] ?? u.name.zh }));

/** The bureau of the unit that gets the case; throws `unknown-unit` for one that does not work in the area. */
export const otherUnit = async (id: string, area: string): Promise<string> => {
  const to = await unit(id);
  if (!to || !covers(to.areas, area))
    throw invalidField('unit', 'unknown-unit', 'is no unit that works in the place of the case');
  return leadOf(to.id);
};

/** The units that a case can be given to. */
export const otherUnits = async ({ unit: own, area }: Pick<CaseData, 'unit' | 'area'>, t: Translate) =>
  unitOptions(
    (await unitsCovering(area)).filter((u) => u.id !== own),
    t,
  );
