import { invalidField } from '../../shared/errors.ts';
import type { Translate } from '../../shared/i18n.ts';
import { now } from '../../shared/time.ts';
import { act } from '../../shared/workflow/act.ts';
import type { Delivery } from '../../shared/workflow/deliver.ts';
import { type Lifecycle, type LifeRecord, SYSTEM } from '../../shared/workflow/lifecycle.ts';
import { type Doer, permits, ruleOf } from '../../shared/workflow/open-actions.ts';
import { load } from '../../shared/workflow/store.ts';
import type { TellsOriginal } from './merging.ts';
import { caseOfNumber, typedNumber } from './number.ts';
import type { Options } from './other-unit.ts';
import type { CaseData } from './schema.ts';

/** Merging one case into another of its type: what its input refers to, its choices, and what the other one hears. */

type Input = Record<string, unknown>;
type Record_ = LifeRecord<CaseData>;

/** A case by its id, or by the number that people use for it. */
const caseOf = async (life: Lifecycle, said: string): Promise<Record_ | undefined> => {
  const id = /^[0-9a-f]{32}$/.test(said) ? said : await caseOfNumber(typedNumber(said));
  return id === undefined ? undefined : load(life, id);
};

const noCase = (message: string) => invalidField('into', 'unknown-case', message);

/** Whether the doer could merge that case as well: who may not act on it does not move a report, or a reward, into it. */
const isTheirs = (life: Lifecycle, target: Record_, doer: Doer): boolean => {
  const rule = ruleOf(life, 'merge');
  return rule !== undefined && permits(rule, doer, target.data);
};

/**
 * The inputs of `merge` and `keep-apart` with the case that they mean; throws where it is none that they can mean. A case of
 * others is answered as one that there is not.
 */
export const resolversOf = (life: Lifecycle) => ({
  merge: async (input: Input, { id }: Pick<Record_, 'id'>, doer: Doer): Promise<Input> => {
    const target = await caseOf(life, String(input.into));
    if (!target || target.type !== life.type || target.id === id || !isTheirs(life, target, doer))
      throw noCase('is no other case');
    const { duplicateOf, number } = target.data;
    if (duplicateOf) throw noCase(`was itself merged into ${duplicateOf.number ?? 'another'}`);
    return { ...input, into: target.id, number };
  },
  'keep-apart': async (input: Input, { data }: Record_): Promise<Input> => {
    const other = data.duplicates.find((d) => d.id === input.other || d.number === typedNumber(String(input.other)));
    if (!other) throw invalidField('other', 'not-a-duplicate', 'is not among the likely duplicates');
    return { ...input, other: other.id };
  },
});

const likely = ({ data }: Record_, t: Translate) =>
  data.duplicates.map(({ id, number, reasons }) => ({
    value: id,
    label: `${number ?? id} (${reasons.map((r) => t(`likeness.${r}`)).join(', ')})`,
  }));

type Choices = (record: Record_, t: Translate) => Promise<Options>;

/** The choices of both forms. Any case's number may be typed where nothing likely was found. */
export const mergeOptions: Record<'merge' | 'keep-apart', Choices> = {
  merge: async (record, t): Promise<Options> => (record.data.duplicates.length > 0 ? { into: likely(record, t) } : {}),
  'keep-apart': async (record, t) => ({ other: likely(record, t) }),
};

/** The case that is kept learns that another report was merged into it, or opened again. */
export const tellsOriginal =
  (life: Lifecycle) =>
  async ({ record, effect }: Delivery<CaseData>): Promise<void> => {
    const { that, into } = effect.params as unknown as TellsOriginal;
    const original = into === undefined ? undefined : ((await load(life, into)) as Record_ | undefined);
    const isIn = original?.data.merged.some((m) => m.id === record.id);
    if (!original || isIn === (that === 'merged.in')) return; // told at an earlier delivery
    await act(life, original.id, { type: that, at: now(), by: SYSTEM, input: { id: record.id } });
  };
