import { invalidField } from '../../shared/errors.ts';
import type { Translate } from '../../shared/i18n.ts';
import { now, plus } from '../../shared/time.ts';
import type { LifeRecord, Part } from '../../shared/workflow/lifecycle.ts';
import { load } from '../../shared/workflow/store.ts';
import { nearby } from '../cases/nearby.ts';
import { type Options, otherUnit, otherUnits, unitOptions } from '../cases/other-unit.ts';
import { receivingUnits, settingsOf, unit } from '../directory/lookup.ts';
import { wildlife } from './case.ts';
import type { Identified } from './events.ts';
import { checkTransfer, graceMinutes } from './rules.ts';
import { type Animal, type requestTransfer, settings, type WildlifeData } from './schema.ts';
import { speciesOfHere } from './species/here.ts';
import { plainName } from './species/search.ts';
import { classText } from './view.ts';

type Input = Record<string, unknown>;
type Record_ = LifeRecord<WildlifeData>;
type Resolver = (input: Input, record: Record_, part?: Animal) => Promise<Input>;

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

const requestTransferTo: Resolver = async (input, { data }, animal) => {
  const to = await unit(String(input.to));
  if (!to?.receives) throw unknownUnit('to', 'is no unit that takes in animals');
  const { approval } = await settingsOf(data.bureau ?? '', settings, 'wildlife');
  checkTransfer(input as Transfer, animal as Animal, approval);
  return input;
};

const startTransport: Resolver = async (input, { data }) => ({
  ...input,
  graceMinutes: graceMinutes(await settingsOf(data.unit ?? '', settings, 'wildlife')),
});

/** An institute or a rescue centre: the outcome follows from who received the animal. */
const acceptTransfer: Resolver = async (input, _, animal) => ({
  ...input,
  kind: (await unit(animal?.transfer?.to ?? ''))?.kind ?? 'rescue-centre',
});

const merge: Resolver = async (input, record) => {
  const target = await caseOf(String(input.into), record);
  if (!target || target.id === record.id) throw invalidField('into', 'unknown-case', 'is no other case');
  const { duplicateOf, number } = target.data;
  if (duplicateOf)
    throw invalidField('into', 'unknown-case', `was itself merged into ${duplicateOf.number ?? 'another'}`);
  return { ...input, into: target.id, number };
};

const A_YEAR = 366 * 86_400_000;

/** A case by its id, or by the number that people use for it. */
const caseOf = async (said: string, record: Record_): Promise<Record_ | undefined> => {
  if (/^[0-9a-f]{32}$/.test(said)) return load(wildlife.life, said);
  const number = said.toUpperCase();
  const area = /^W\d\d-(\d{6})-/.exec(number)?.[1] ?? record.data.area;
  const found = (await nearby('wildlife', area, plus(now(), -A_YEAR))).find((c) => c.facts.number === number);
  return found && load(wildlife.life, found.id);
};

const keepApart: Resolver = async (input, { data }) => {
  const other = data.duplicates.find((d) => d.id === input.other || d.number === String(input.other).toUpperCase());
  if (!other) throw invalidField('other', 'not-a-duplicate', 'is not among the likely duplicates');
  return { ...input, other: other.id };
};

const RESOLVERS: Record<string, Resolver> = {
  identify: species,
  assess: species,
  reassign,
  merge,
  'keep-apart': keepApart,
  'request-transfer': requestTransferTo,
  'start-transport': startTransport,
  'accept-transfer': acceptTransfer,
};

/** Turns what an action's input refers to (species, unit, case) into what the statechart remembers; throws for unknown ones. */
export const resolve = async (action: string, input: Input, record: Record_, part?: Part): Promise<Input> =>
  (await RESOLVERS[action]?.(input, record, part as Animal | undefined)) ?? input;

type Choices = (record: Record_, t: Translate) => Promise<Options>;

const suggested: Choices = async ({ data }, t) => ({
  speciesKey: (data.identification?.suggestions ?? []).map((s) => ({
    value: s.key,
    label: `${s.nameZh} ${classText(s.classCode, t)}`,
  })),
});

const receivers: Choices = async (_, t) => ({ to: unitOptions(await receivingUnits(), t) });

const duplicates = ({ data }: Record_, t: Translate) =>
  data.duplicates.map(({ id, number, reasons }) => ({
    value: id,
    label: `${number ?? id} (${reasons.map((r) => t(`likeness.${r}`)).join(', ')})`,
  }));

/** Any case's number may be typed where nothing likely was found. */
const mergeable: Choices = async (record, t): Promise<Options> =>
  record.data.duplicates.length > 0 ? { into: duplicates(record, t) } : {};

const CHOICES: Record<string, Choices> = {
  identify: suggested,
  assess: suggested,
  reassign: async ({ data }, t) => ({ unit: await otherUnits(data, t) }),
  'request-transfer': receivers,
  merge: mergeable,
  'keep-apart': async (record, t) => ({ other: duplicates(record, t) }),
};

/** Choices for the fields of an action's form; no entry where any text may stand. */
export const options = async (action: string, record: Record_, t: Translate): Promise<Options> =>
  (await CHOICES[action]?.(record, t)) ?? {};
