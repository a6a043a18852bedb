import type { Lifecycle, LifeRecord, Part } from '../../shared/workflow/lifecycle.ts';
import type { CaseType } from '../cases/case-type.ts';
import { caseIndex } from '../cases/index-attributes.ts';
import { consultationActions, requestActions } from './actions.ts';
import { consultationMachine } from './consultation.ts';
import { machine } from './machine.ts';
import { form } from './public-form.ts';
import { checkReport } from './rules.ts';
import { type Consultation, type Report, type RequestData, requestData } from './schema.ts';
import { cardTitle, consultationFacts, reportFacts, short, titleOf, told } from './view.ts';

/** `answered` for `{ answered: 'toCall' }`; of what is open or closed, the state within. */
export const stage = (state: unknown): string => {
  if (typeof state === 'string') return state;
  const [outer = 'received', inner] = Object.entries(state as object)[0] ?? [];
  if (outer === 'answered') return outer;
  return typeof inner === 'string' ? inner : (Object.keys(inner as object)[0] ?? outer);
};

const isOpen = ({ data }: LifeRecord<RequestData>) => data.closedAt === undefined;

/** What the bulletin counts; without anything personal. */
export const factsOf = (record: LifeRecord<RequestData>) => {
  const { data, createdAt } = record;
  return {
    ...{ receivedAt: createdAt, area: data.area, number: data.number, kind: data.report.kind },
    ...{ answeredAt: data.answer?.at, late: data.late, reopened: data.reopened, rating: data.rating },
    ended: isOpen(record) ? undefined : stage(record.state),
  };
};

const life: Lifecycle<RequestData, Consultation> = {
  ...{ type: 'request', kind: 'CASE', machine, data: requestData, actions: requestActions },
  parts: { key: 'consultations', machine: consultationMachine, actions: consultationActions },
  index: (record) => {
    const { kind, matter } = record.data.report;
    return caseIndex(record, { kind, matter: short(matter) }, factsOf(record), isOpen(record));
  },
};

/** The request. */
export const request: CaseType<Report, RequestData> = {
  ...form,
  letter: 'R',
  life,
  check: checkReport,
  receive: ({ receipt: _, place, reporter, consent, kind, matter }, common) => ({
    ...{ ...common, place, reporter, consent, report: { kind, matter } },
  }),
  effects: async () => (await import('./jobs.ts')).effects,
  resolve: async (action, input, record) => (await import('./resolve.ts')).resolve(action, input, record),
  options: async (...call) => (await import('./resolve.ts')).options(...call),
  alsoSeenBy: ({ consultations }) => consultations.map((c) => c.unit),
  way: ['received', 'waiting', 'working', 'answered', 'settled'],
  stage,
  title: titleOf,
  cardTitle,
  partStage: (part: Part) => String(part.state),
  reportFacts,
  told,
  partView: (part: Part, _data, t, names) => consultationFacts(part as Consultation, t, names),
  facts: factsOf,
  bulletin: async () => (await import('./bulletin.ts')).bulletin,
};
