import type { Lifecycle, LifeRecord, Part } from '../../shared/workflow/lifecycle.ts';
import { grouped } from '../cases/animal-facts.ts';
import type { CaseType } from '../cases/case-type.ts';
import { caseIndex } from '../cases/index-attributes.ts';
import { animalActions, caseActions } from './actions.ts';
import { animalMachine } from './animal.ts';
import { machine } from './machine.ts';
import { form } from './public-form.ts';
import { checkReport, isDead } from './rules.ts';
import { type Animal, type Report, type WildlifeData, wildlifeData } from './schema.ts';
import { animalFacts, cardTitle, reportFacts, titleOf, told } from './view.ts';

/** `awaiting.team` and the like as one code: outermost state, then its child. */
const path = (state: unknown): string[] =>
  typeof state === 'string' ? [state] : Object.entries(state as object).flatMap(([k, v]) => [k, ...path(v)]);

export const stage = (state: unknown): string => {
  const [outer = 'received', inner] = path(state);
  return outer === 'closed' ? (inner ?? 'completed') : outer;
};

const isOpen = (record: LifeRecord<WildlifeData>) => path(record.state)[0] !== 'closed';

/** What the bulletin counts and the search for duplicates compares; without anything personal. */
export const factsOf = (record: LifeRecord<WildlifeData>) => {
  const { data, state } = record;
  return {
    at: data.report.foundAt,
    receivedAt: record.createdAt,
    area: data.area,
    number: data.number,
    species: data.identification?.nameZh ?? data.report.species,
    speciesKey: data.identification?.speciesKey,
    coordinates: data.place.coordinates,
    source: data.reporter.source,
    reported: data.report.count,
    dead: data.animals.length > 0 ? data.animals.filter(isDead).length : deadReported(data),
    ended: isOpen(record) ? undefined : path(state)[1],
    animals: grouped(
      data.animals.map((a) => ({
        id: a.id,
        species: a.nameZh,
        scientificName: a.scientificName,
        class: a.classCode,
        outcome: a.outcome,
        disposed: a.disposal !== undefined,
      })),
    ),
  };
};

const deadReported = ({ report }: WildlifeData) => (report.condition === 'dead' ? report.count : report.dead);

const life: Lifecycle<WildlifeData, Animal> = {
  type: 'wildlife',
  kind: 'CASE',
  machine,
  data: wildlifeData,
  actions: caseActions,
  parts: { key: 'animals', machine: animalMachine, actions: animalActions },
  index: (record) =>
    caseIndex(
      record,
      { species: record.data.identification?.nameZh ?? record.data.report.species, count: record.data.report.count },
      factsOf(record),
      isOpen(record),
    ),
};

/** The wildlife rescue case. */
export const wildlife: CaseType<Report, WildlifeData> = {
  ...form,
  letter: 'W',
  life,
  check: checkReport,
  receive: ({ receipt: _, place, reporter, consent, language: _l, ...own }, common) => ({
    ...common,
    place,
    reporter,
    consent,
    report: own,
  }),
  effects: async () => (await import('./jobs.ts')).effects,
  resolve: async (...call) => (await import('./resolve.ts')).resolve(...call),
  options: async (...call) => (await import('./resolve.ts')).options(...call),
  alsoSeenBy: (data) => data.animals.flatMap((a) => (a.transfer ? [a.transfer.to] : [])),
  way: ['received', 'awaiting', 'responding', 'caring', 'completed'],
  stage,
  title: titleOf,
  cardTitle,
  partStage: (part: Part) => path(part.state)[1] ?? path(part.state)[0] ?? 'inCare',
  reportFacts,
  told,
  partView: (part: Part, _data, t, names) => animalFacts(part as Animal, t, names),
  facts: factsOf,
  bulletin: async () => (await import('./bulletin.ts')).bulletin,
};
