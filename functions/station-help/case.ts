import type { Lifecycle, LifeRecord } from '../../shared/workflow/lifecycle.ts';
import type { CaseType } from '../cases/case-type.ts';
import { caseIndex } from '../cases/index-attributes.ts';
import { actions } from './actions.ts';
import { machine } from './machine.ts';
import { form } from './public-form.ts';
import { type HelpData, helpData, type Report } from './schema.ts';
import { cardTitle, reportFacts, short, staffFacts, titleOf, told } from './view.ts';

/** What people are told of a state: below what is open or closed; of a mediation, that it is arranged. */
export const stage = (state: unknown): string => {
  if (typeof state === 'string') return state;
  const [outer = 'received', inner] = Object.entries(state as object)[0] ?? [];
  if (typeof inner === 'string') return inner;
  const [name = outer, within] = Object.entries(inner as object)[0] ?? [];
  return within === 'planned' ? within : name;
};

const isOpen = ({ data }: LifeRecord<HelpData>) => data.closedAt === undefined;

/** What the bulletin counts; without anything personal. */
export const factsOf = (record: LifeRecord<HelpData>) => {
  const { data, createdAt } = record;
  return {
    ...{ receivedAt: createdAt, area: data.area, number: data.number, kind: data.report.kind },
    ...{ station: data.report.station, stationName: data.stationName, acceptedAt: data.acceptedAt },
    ...{ result: data.mediations.at(-1)?.result, reopened: data.reopened },
    ended: isOpen(record) ? undefined : stage(record.state),
  };
};

const life: Lifecycle<HelpData> = {
  ...{ type: 'station-help', kind: 'CASE', machine, data: helpData, actions },
  index: (record) => {
    const { kind, matter } = record.data.report;
    return caseIndex(record, { kind, matter: short(matter) }, factsOf(record), isOpen(record));
  },
};

/** Help at a rest station. */
export const stationHelp: CaseType<Report, HelpData> = {
  ...form,
  letter: 'H',
  life,
  check: () => {},
  placeOf: async ({ station }) => (await import('./place.ts')).placeOf(station),
  choices: async (language) => ({ station: await (await import('./place.ts')).stationOptions(language) }),
  receive: ({ reporter, consent, station, kind, matter }, common) => ({
    ...{ ...common, reporter, consent, report: { station, kind, matter } },
  }),
  effects: async () => (await import('./jobs.ts')).effects,
  alsoSeenBy: ({ post, keeper, union }) => [post, keeper, union].filter((u) => u !== undefined),
  way: ['received', 'awaiting', 'mediating', 'settled'],
  standsAt: { helping: 'mediating', planned: 'mediating', agreed: 'mediating' },
  stage,
  title: titleOf,
  cardTitle,
  reportFacts,
  told,
  staffFacts,
  facts: factsOf,
  bulletin: async () => (await import('./bulletin.ts')).bulletin,
};
