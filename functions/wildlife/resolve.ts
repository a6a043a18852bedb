import { conflict, invalidField } from '../../shared/errors.ts';
import type { Translate } from '../../shared/i18n.ts';
import type { LifeRecord, Part } from '../../shared/workflow/lifecycle.ts';
import type { Doer } from '../../shared/workflow/open-actions.ts';
import { mergeOptions, resolversOf } from '../cases/merge.ts';
import { type Options, otherUnit, otherUnits, unitOptions } from '../cases/other-unit.ts';
import { receivingUnits, settingsOf, unit } from '../directory/lookup.ts';
import { wildlife } from './case.ts';
import type { Identified } from './events.ts';
import { checkTransfer, graceMinutes } from './rules.ts';
import type { Animal, requestTransfer, WildlifeData } from './schema.ts';
import { wildlifeSettings } from './settings.ts';
import { speciesOfHere } from './species/here.ts';
import { plainName } from './species/search.ts';
import { classText } from './view.ts';

type Input = Record<string, unknown>;
type Record_ = LifeRecord<WildlifeData>;
type Resolver = (input: Input, record: Record_, animals: Animal[], doer: Doer) => Promise<Input>;

/** What a person chose or named, as the case is to remember it. */
const species: Resolver = async ({ speciesKey, unlistedName, ...rest }) => ({
  ...rest,
  ...(speciesKey === undefined ? await unlisted(String(unlistedName)) : await listed(String(speciesKey))),
});

const listed = async (key: string): Promise<Identified> => {
  const found = (await speciesOfHere()).find((s) => s.key === key);
  if (!found) throw invalidField('speciesKey', 'unknown-species', 'is not in the list of species');
  const { nameZh, classCode, limit } = found;
  return { speciesKey: key, nameZh, scientificName: found.scientificName || undefined, classCode, limit };
};

/** A name that no list has means no protection; one that a list does have must be chosen there. */
const unlisted = async (name: string): Promise<Identified> => {
  const said = plainName(name);
  if ((await speciesOfHere()).some((s) => [s.nameZh, ...s.aliases].some((n) => plainName(n) === said)))
    throw invalidField('unlistedName', 'listed', 'is in the list: choose it there');
  return { nameZh: name, classCode: 'none' };
};

const unknownUnit = (field: string, message: string) => invalidField(field, 'unknown-unit', message);

const reassign: Resolver = async (input, { data }) => ({
  ...input,
  bureau: await otherUnit(String(input.unit), data.area),
});

type Transfer = Pick<typeof requestTransfer._output, 'purpose' | 'approvalLevel' | 'approvalNumber'>;

const requestTransferTo: Resolver = async (input, { data }, animals) => {
  const to = await unit(String(input.to));
  if (!to?.receives) throw unknownUnit('to', 'is no unit that takes in animals');
  const { approval } = await settingsOf(data.bureau ?? '', wildlifeSettings);
  for (const animal of animals) checkTransfer(input as Transfer, animal, approval);
  return input;
};

const startTransport: Resolver = async (input, { data }) => ({
  ...input,
  graceMinutes: graceMinutes(await settingsOf(data.unit ?? '', wildlifeSettings)),
});

/** An institute or a rescue centre: the outcome follows from who received the animal. */
const acceptTransfer: Resolver = async (input, _, animals) => {
  const [to = '', other] = new Set(animals.map((a) => a.transfer?.to));
  if (other !== undefined) throw conflict('parts-differ', 'These animals were offered to different units.');
  return { ...input, kind: (await unit(to))?.kind ?? 'rescue-centre' };
};

const resolvers = resolversOf(wildlife.life);

const RESOLVERS: Record<string, Resolver> = {
  identify: species,
  assess: species,
  reassign,
  merge: (input, record, _, doer) => resolvers.merge(input, record, doer),
  'keep-apart': (input, record) => resolvers['keep-apart'](input, record),
  'request-transfer': requestTransferTo,
  'start-transport': startTransport,
  'accept-transfer': acceptTransfer,
};

/** Turns what an action's input refers to (species, unit, case) into what the statechart remembers; throws for unknown ones. */
export const resolve = async (
  action: string,
  input: Input,
  record: Record_,
  parts: Part[] = [],
  doer: Doer,
): Promise<Input> => (await RESOLVERS[action]?.(input, record, parts as Animal[], doer)) ?? input;

type Choices = (record: Record_, t: Translate) => Promise<Options>;

const suggested: Choices = async ({ data }, t) => ({
  speciesKey: (data.identification?.suggestions ?? []).map((s) => ({
    value: s.key,
    label: `${s.nameZh} ${classText(s.classCode, t)}`,
  })),
});

const receivers: Choices = async (_, t) => ({ to: unitOptions(await receivingUnits(), t) });

const CHOICES: Record<string, Choices> = {
  identify: suggested,
  assess: suggested,
  reassign: async ({ data }, t) => ({ unit: await otherUnits(data, t) }),
  'request-transfer': receivers,
  ...mergeOptions,
};

/** Choices for the fields of an action's form; no entry where any text may stand. */
export const options = async (action: string, record: Record_, t: Translate): Promise<Options> =>
  (await CHOICES[action]?.(record, t)) ?? {};
