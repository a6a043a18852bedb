import { invalidField } from '../../shared/errors.ts';
import type { Translate } from '../../shared/i18n.ts';
import { now } from '../../shared/time.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { type Options, otherUnit, otherUnits } from '../cases/other-unit.ts';
import { clockName } from '../cases/rules.ts';
import { membersOf, unit } from '../directory/lookup.ts';
import { callBackOf, dueOf, extendedFrom } from './rules.ts';
import type { RequestData } from './schema.ts';
import { setUpOf } from './triage.ts';

type Input = Record<string, unknown>;
type Record_ = LifeRecord<RequestData>;
type Resolver = (input: Input, record: Record_) => Promise<Input>;

/** Both deadlines that may begin with a step, counted from now in the unit's working days. */
const deadlines: Resolver = async (input, { data }) => {
  const at = now();
  const { own, local } = await setUpOf(data.unit ?? '');
  return {
    ...input,
    answerBy: dueOf(data.report.kind, at, own, local),
    callBackBy: callBackOf(at, own, local),
  };
};

const answerDue = ({ clocks }: Record_): string | undefined =>
  Object.entries(clocks).find(([id]) => clockName(id) === 'answer')?.[1].due;

const extend: Resolver = async (input, record) => {
  const due = answerDue(record);
  if (due === undefined) return input;
  const { local } = await setUpOf(record.data.unit ?? '');
  return { ...input, answerBy: extendedFrom(due, Number(input.workingDays), local) };
};

const assignLead: Resolver = async (input, { data }) => {
  const found = (await membersOf(data.unit ?? '')).find((m) => m.email === input.person);
  if (!found) throw invalidField('person', 'unknown-person', 'is nobody of this unit');
  return { ...input, name: found.name };
};

const consult: Resolver = async (input) => {
  if (!(await unit(String(input.unit)))) throw invalidField('unit', 'unknown-unit', 'is no unit');
  return input;
};

const RESOLVERS: Record<string, Resolver> = {
  'assign-lead': assignLead,
  reassign: async (input, { data }) => ({ ...input, bureau: await otherUnit(String(input.unit), data.area) }),
  consult,
  extend,
  answer: deadlines,
  'record-call': deadlines,
  'not-settled': deadlines,
  reopen: deadlines,
};

/** Turns what an action's input refers to (a person, a unit, working days) into what the statechart remembers. */
export const resolve = async (action: string, input: Input, record: Record_): Promise<Input> =>
  (await RESOLVERS[action]?.(input, record)) ?? input;

const people = async ({ data }: Record_): Promise<Options> => ({
  person: (await membersOf(data.unit ?? '')).map((m) => ({ value: m.email, label: m.name })),
});

/** Choices for the fields of an action's form. */
export const options = async (action: string, record: Record_, t: Translate): Promise<Options> => {
  if (action === 'assign-lead') return people(record);
  return action === 'consult' || action === 'reassign' ? { unit: await otherUnits(record.data, t) } : {};
};
