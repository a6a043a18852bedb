import type { Translate } from '../../shared/i18n.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import type { Doer } from '../../shared/workflow/open-actions.ts';
import { mergeOptions, resolversOf } from '../cases/merge.ts';
import { type Options, otherUnit, otherUnits } from '../cases/other-unit.ts';
import { livestock } from './case.ts';
import { countyAbove } from './people.ts';
import type { LivestockData } from './schema.ts';

type Input = Record<string, unknown>;
type Record_ = LifeRecord<LivestockData>;
type Resolver = (input: Input, record: Record_, doer: Doer) => Promise<Input>;

const reassign: Resolver = async (input, { data }) => {
  const bureau = await otherUnit(String(input.unit), data.area);
  return { ...input, bureau, county: await countyAbove(bureau) };
};

const RESOLVERS: Record<string, Resolver> = { reassign, ...resolversOf(livestock.life) };

/** Turns the unit or the case that an action names into all that the statechart remembers of it; throws for an unknown one. */
export const resolve = async (action: string, input: Input, record: Record_, doer: Doer): Promise<Input> =>
  (await RESOLVERS[action]?.(input, record, doer)) ?? input;

type Choices = (record: Record_, t: Translate) => Promise<Options>;

const CHOICES: Record<string, Choices> = {
  reassign: async ({ data }, t) => ({ unit: await otherUnits(data, t) }),
  ...mergeOptions,
};

/** Choices for the fields of an action's form. */
export const options = async (action: string, record: Record_, t: Translate): Promise<Options> =>
  (await CHOICES[action]?.(record, t)) ?? {};
