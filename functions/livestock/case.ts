import type { Lifecycle, LifeRecord, Part } from '../../shared/workflow/lifecycle.ts';
import { grouped } from '../cases/animal-facts.ts';
import type { CaseType } from '../cases/case-type.ts';
import { caseIndex } from '../cases/index-attributes.ts';
import { animalActions, caseActions } from './actions.ts';
import { animalMachine } from './animal.ts';
import { machine } from './machine.ts';
import { form } from './public-form.ts';
import { checkReport, epidemicFact } from './rules.ts';
import { type Animal, type LivestockData, livestockData, type Report } from './schema.ts';
import { animalFacts, cardTitle, reportFacts, staffFacts, titleOf, told } from './view.ts';

/** `open.awaiting.team` and the like as one code: what people are told of it. */
const path = (state: unknown): string[] =>
  typeof state === 'string' ? [state] : Object.entries(state as object).flatMap(([k, v]) => [k, ...path(v)]);

export const stage = (state: unknown): string => path(state)[1] ?? 'received';

const isOpen = (record: LifeRecord<LivestockData>) => path(record.state)[0] !== 'closed';

/** What the bulletin counts and the search for duplicates compares; without anything personal. */
export const factsOf = (record: LifeRecord<LivestockData>) => {
  const { data, createdAt } = record;
  return {
    ...{ at: createdAt, receivedAt: createdAt, area: data.area, number: data.number },
    ...{ species: data.report.species, problem: data.report.problem, coordinates: data.place.coordinates },
    ...{ acceptedAt: data.acceptedAt, departedAt: data.departedAt, arrivedAt: data.arrivedAt },
    ...{ lossAvertedFen: data.lossAvertedFen, epidemic: epidemicFact(data) },
    ended: isOpen(record) ? undefined : stage(record.state),
    animals: grouped(data.animals.map(({ id, role, outcome }) => ({ id, role, outcome }))),
  };
};

const life: Lifecycle<LivestockData, Animal> = {
  ...{ type: 'livestock', kind: 'CASE', machine, data: livestockData, actions: caseActions },
  parts: { key: 'animals', machine: animalMachine, actions: animalActions },
  index: (record) => {
    const { species, problem, count } = record.data.report;
    return caseIndex(record, { species, problem, count }, factsOf(record), isOpen(record));
  },
};

/** The livestock emergency. */
export const livestock: CaseType<Report, LivestockData> = {
  ...form,
  letter: 'L',
  life,
  check: checkReport,
  receive: ({ receipt: _, place, reporter, consent, language: _l, ...own }, common) => ({
    ...{ ...common, place, reporter, consent, report: own },
  }),
  effects: async () => (await import('./jobs.ts')).effects,
  resolve: async (action, input, record, _, doer) =>
    (await import('./resolve.ts')).resolve(action, input, record, doer),
  options: async (...call) => (await import('./resolve.ts')).options(...call),
  alsoSeenBy: ({ county }) => (county ? [county] : []),
  way: ['received', 'awaiting', 'responding', 'caring', 'completed'],
  stage,
  title: titleOf,
  cardTitle,
  partStage: (part: Part) => path(part.state)[0] ?? 'inTreatment',
  reportFacts,
  staffFacts,
  told,
  partView: (part: Part, _data, t) => animalFacts(part as Animal, t),
  facts: factsOf,
  bulletin: async () => (await import('./bulletin.ts')).bulletin,
};
