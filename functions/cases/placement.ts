import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { leadOf, routeFor, unitsCovering } from '../directory/lookup.ts';
import { rememberCaller } from './callers.ts';
import type { CaseType } from './case-type.ts';
import { numberFor } from './number.ts';
import type { CaseData } from './schema.ts';

/** What triage does alike for every type of case. */

export interface Placement {
  number: string;
  /** The unit whose turn it is. */
  unit: string;
  /** The unit that answers for it. */
  bureau: string;
}

/**
 * Where a new case belongs, and its number; whoever left a telephone number can be found by it from now on. A case that
 * came with its unit keeps it. Throws where nobody answers for the place.
 */
export const placed = async (
  { type, letter }: Pick<CaseType, 'type' | 'letter'>,
  record: LifeRecord<CaseData>,
): Promise<Placement> => {
  const { data, createdAt } = record;
  const unit = data.unit ?? (await unitFor(type, data.area));
  const bureau = await leadOf(unit);
  await rememberCaller(record);
  return { number: await numberFor(letter, data.area, createdAt, record.id), unit, bureau };
};

/** The unit that a route leads to; the platform's own where none does, whose administrators give the case on. */
const unitFor = async (type: string, area: string): Promise<string> => {
  const routed = await routeFor(type, area);
  const id = routed ?? (await unitsCovering(area)).find((u) => u.kind === 'platform')?.id;
  if (id === undefined) throw new Error(`nobody answers for ${type} in ${area}`);
  return id;
};
