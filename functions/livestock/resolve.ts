import type { Translate } from '../../shared/i18n.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { type Options, otherUnit, otherUnits } from '../cases/other-unit.ts';
import { countyAbove } from './people.ts';
import type { LivestockData } from './schema.ts';

type Input = Record<string, unknown>;
type Record_ = LifeRecord<LivestockData>;

/** Turns the unit that a case is given to into all that the statechart remembers of it; throws for an unknown one. */
export const resolve = async (action: string, input: Input, { data }: Record_): Promise<Input> => {
  if (action !== 'reassign') return input;
  const bureau = await otherUnit(String(input.unit), data.area);
  return { ...input, bureau, county: await countyAbove(bureau) };
};

/** Choices for the fields of an action's form. */
export const options = async (action: string, { data }: Record_, t: Translate): Promise<Options> =>
  action === 'reassign' ? { unit: await otherUnits(data, t) } : {};
