import { assertEvent, assign, setup } from 'xstate';
import { personOf } from '../../shared/workflow/lifecycle.ts';
import { withNewest } from '../../shared/workflow/lists.ts';
import { informed } from '../cases/information.ts';
import { MERGE_EVENTS, mayBeTwice, mergedBy, mergedIn, mergedOut, type TellsOriginal } from '../cases/merging.ts';
import { untilReminded } from '../cases/rules.ts';
import type { CaseEvent } from './events.ts';
import { epidemicOpen, epidemicsOf, mayClose, untilEvening } from './rules.ts';
import { type Epidemic, type LivestockData, MOST_EPIDEMICS, MOST_RULINGS, MOST_VISITS } from './schema.ts';

/** A livestock emergency from the call to its end. Named actions are effects, carried out after the stream. */
export const machine = setup({
  types: {} as { context: LivestockData; events: CaseEvent },
  delays: {
    acceptance: ({ context }) => context.delays.acceptance ?? 300_000,
    departure: ({ context }) => context.delays.departure ?? 900_000,
    reminder: ({ context, event }) => untilReminded(context.delays.reminder ?? 900_000, context.waitingSince, event.at),
    review: ({ context }) => context.delays.review ?? 172_800_000,
    followUp: ({ context }) => context.delays.followUp ?? 86_400_000,
    lateVisit: ({ context }) => context.delays.lateVisit ?? 86_400_000,
  },
  guards: {
    mayClose: ({ context }) => mayClose(context),
    noEpidemic: ({ context }) => !epidemicOpen(context),
    maySuspect: ({ context }) => !epidemicOpen(context) && context.closedAt === undefined,
    ruledOn: ({ context }) => context.epidemic?.verdict !== undefined,
    epidemicOpen: ({ context }) => epidemicOpen(context),
    isSuspicious: ({ event }) => event.type === 'triaged' && event.input.suspicious,
    hasAnimals: ({ context }) => context.animals.length > 0,
    mayBeTwice: ({ context }) => mayBeTwice(context),
  },
  actions: {
    // Effects: carried out after the stream, see jobs.ts
    triage: () => {},
    lookAgain: () => {},
    askToAccept: (_, _params: { level: 'team' | 'station' | 'county' }) => {},
    alarmNotLeft: () => {},
    remindOfCare: () => {},
    remindOfFollowUp: () => {},
    raiseEpidemicAlarm: () => {},
    tellReporter: (_, _params: { stage: string }) => {},
    tellResponders: (_, _params: { what: 'information' | 'merged' | 'duplicates' | 'ruled' }) => {},
    tellOriginal: (_, _params: TellsOriginal) => {},
    // What the record remembers of a step
    waits: assign(({ event }) => ({ waitingSince: event.at })),
    noted: assign({}),
    placed: assign(({ event }) => (event.type === 'triaged' ? placedAt(event) : {})),
    compared: assign(({ event }) => (event.type === 'duplicates.found' ? event.input : {})),
    suspected: assign(({ context, event }) => ({
      epidemic: suspicionOf(context, event),
      earlierEpidemics: epidemicsOf(context).slice(-MOST_EPIDEMICS),
    })),
    ruled: assign(({ context, event }) =>
      event.type === 'rule-on-epidemic' && context.epidemic
        ? { epidemic: { ...context.epidemic, ...rulingOf(event) } }
        : {},
    ),
    corrected: assign(({ context, event }) =>
      event.type === 'correct-verdict' && context.epidemic
        ? { epidemic: { ...context.epidemic, ...rulingOf(event), corrected: rulingsOf(context.epidemic) } }
        : {},
    ),
    accepted: assign(({ event }) => ({
      responder: personOf(event.by),
      acceptedAt: event.at,
    })),
    released: assign(() => ({
      ...{ responder: undefined, acceptedAt: undefined, departedAt: undefined, arrivedAt: undefined },
      ...{ team: [], instruments: undefined },
    })),
    moved: assign(({ event }) => (event.type === 'reassign' ? movedTo(event) : {})),
    departed: assign(({ event }) =>
      event.type === 'depart'
        ? { departedAt: event.at, team: event.input.people, instruments: event.input.instruments }
        : {},
    ),
    advised: assign(({ event }) => (event.type === 'advise' ? { advice: event.input.advice } : {})),
    arrived: assign(({ context, event }) => ({ arrivedAt: context.arrivedAt ?? event.at })),
    examined: assign(({ context, event }) => (event.type === 'examine' ? withExamined(context, event) : {})),
    planned: assign(({ context, event }) => (event.type === 'plan-follow-up' ? plannedOn(context, event) : {})),
    visited: assign(({ context, event }) =>
      event.type === 'record-follow-up'
        ? {
            followUp: undefined,
            visits: withNewest(
              context.visits,
              { at: event.at, by: personOf(event.by).name, ...event.input },
              MOST_VISITS,
            ),
          }
        : {},
    ),
    unplanned: assign(() => ({ followUp: undefined })),
    informed: assign(({ context, event }) => (event.type === 'add-information' ? informed(context, event) : {})),
    estimated: assign(({ event }) => (event.type === 'close' ? { lossAvertedFen: event.input.lossAvertedFen } : {})),
    merged: assign(({ context, event }) => {
      assertEvent(event, MERGE_EVENTS);
      return mergedBy(context, event);
    }),
    closed: assign(({ event }) => ({ closedAt: event.at })),
    reopened: assign(() => ({
      ...{ closedAt: undefined, duplicateOf: undefined, lossAvertedFen: undefined, advice: undefined },
    })),
  },
}).createMachine({
  id: 'livestock',
  context: ({ input }) => input as LivestockData,
  initial: 'received',
  on: {
    'merged.in': { actions: ['merged', { type: 'tellResponders', params: { what: 'merged' } }] },
    'merged.out': { actions: 'merged' },
    'keep-apart': { guard: 'mayBeTwice', actions: 'merged' },
    'correct-verdict': {
      guard: 'ruledOn',
      actions: ['corrected', { type: 'tellResponders', params: { what: 'ruled' } }],
    },
    'duplicates.found': { actions: ['compared', { type: 'tellResponders', params: { what: 'duplicates' } }] },
  },
  states: {
    received: {
      entry: ['triage', { type: 'tellReporter', params: { stage: 'received' } }],
      on: {
        triaged: [
          {
            ...{ guard: 'isSuspicious', target: 'open' },
            actions: ['placed', 'suspected', 'raiseEpidemicAlarm', 'lookAgain'],
          },
          { target: 'open', actions: ['placed', 'lookAgain'] },
        ],
        withdraw: 'closed.withdrawn',
      },
    },
    open: {
      initial: 'awaiting',
      on: {
        'suspect-epidemic': { guard: 'maySuspect', actions: ['suspected', 'raiseEpidemicAlarm'] },
        'rule-on-epidemic': {
          guard: 'epidemicOpen',
          actions: ['ruled', { type: 'tellResponders', params: { what: 'ruled' } }],
        },
        'add-information': { actions: ['informed', { type: 'tellResponders', params: { what: 'information' } }] },
        'declare-false': { guard: 'noEpidemic', target: 'closed.false' },
      },
      states: {
        awaiting: {
          entry: 'waits',
          initial: 'team',
          states: {
            team: { entry: { type: 'askToAccept', params: { level: 'team' } }, after: { acceptance: 'station' } },
            station: { entry: { type: 'askToAccept', params: { level: 'station' } }, after: { acceptance: 'county' } },
            county: {
              entry: { type: 'askToAccept', params: { level: 'county' } },
              after: { reminder: { target: 'county', reenter: true } },
            },
          },
          on: {
            accept: { target: 'responding', actions: 'accepted' },
            reassign: { target: 'awaiting', actions: 'moved', reenter: true },
            advise: { guard: 'noEpidemic', target: '#livestock.closed.advised', actions: 'advised' },
            merge: { guard: 'noEpidemic', target: '#livestock.closed.duplicate', actions: 'merged' },
            withdraw: { guard: 'noEpidemic', target: '#livestock.closed.withdrawn' },
          },
        },
        responding: {
          entry: { type: 'tellReporter', params: { stage: 'responding' } },
          initial: 'preparing',
          states: {
            preparing: {
              initial: 'inTime',
              states: {
                inTime: { after: { departure: 'late' } },
                late: { entry: 'alarmNotLeft', after: { reminder: { target: 'late', reenter: true } } },
              },
              on: { depart: { target: 'enRoute', actions: 'departed' } },
            },
            enRoute: { on: { arrive: { target: 'onSite', actions: 'arrived' } } },
            onSite: { after: { review: { target: 'onSite', actions: 'remindOfCare', reenter: true } } },
          },
          on: {
            examine: { target: 'caring', actions: ['arrived', 'examined'] },
            'hand-back': { target: 'awaiting.station', actions: 'released' },
            reassign: { target: 'awaiting', actions: ['released', 'moved'] },
            advise: { guard: 'noEpidemic', target: '#livestock.closed.advised', actions: 'advised' },
            merge: { guard: 'noEpidemic', target: '#livestock.closed.duplicate', actions: 'merged' },
            withdraw: { guard: 'noEpidemic', target: '#livestock.closed.withdrawn' },
          },
        },
        caring: {
          entry: { type: 'tellReporter', params: { stage: 'caring' } },
          initial: 'tended',
          states: {
            tended: {
              after: { review: { target: 'tended', actions: 'remindOfCare', reenter: true } },
              on: { close: { guard: 'mayClose', target: '#livestock.closed.completed', actions: 'estimated' } },
            },
            followedUp: {
              initial: 'planned',
              states: {
                planned: { after: { followUp: 'late' } },
                late: { entry: 'remindOfFollowUp', after: { lateVisit: { target: 'late', reenter: true } } },
              },
              on: {
                'record-follow-up': { target: 'tended', actions: 'visited' },
                'cancel-follow-up': { target: 'tended', actions: 'unplanned' },
              },
            },
          },
          on: {
            'parts.changed': { actions: 'noted' },
            examine: { actions: 'examined' },
            'plan-follow-up': { target: '.followedUp', actions: 'planned' },
          },
        },
      },
    },
    closed: {
      initial: 'completed',
      entry: 'closed',
      states: {
        completed: { entry: { type: 'tellReporter', params: { stage: 'completed' } } },
        advised: { entry: { type: 'tellReporter', params: { stage: 'advised' } } },
        false: { entry: { type: 'tellReporter', params: { stage: 'false' } } },
        withdrawn: { entry: { type: 'tellReporter', params: { stage: 'withdrawn' } } },
        duplicate: {
          entry: [
            { type: 'tellReporter', params: { stage: 'duplicate' } },
            { type: 'tellOriginal', params: mergedIn },
          ],
          exit: { type: 'tellOriginal', params: mergedOut },
        },
      },
      on: {
        reopen: [
          { guard: 'hasAnimals', target: 'open.caring', actions: 'reopened' },
          { target: 'open.awaiting.station', actions: ['reopened', 'released'] },
        ],
      },
    },
  },
});

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

const placedAt = ({ input: { suspicious: _, ...found } }: Of<'triaged'>): Partial<LivestockData> => found;

/** Suspected by the report alone, or by somebody who saw the signs. */
const suspicionOf = ({ report }: LivestockData, event: CaseEvent): LivestockData['epidemic'] => ({
  ...{ at: event.at, by: event.by },
  signs: event.type === 'suspect-epidemic' ? event.input.signs : report.details,
  corrected: [],
});

const rulingOf = ({ at, by, input }: Of<'rule-on-epidemic' | 'correct-verdict'>) => ({
  ...{ verdict: input.verdict, ruledAt: at, ruledBy: by },
});

/** Every ruling on a suspicion so far, the last one included. */
const rulingsOf = ({ verdict, ruledAt, ruledBy, corrected }: Epidemic): Epidemic['corrected'] =>
  verdict && ruledAt ? withNewest(corrected, { verdict, ruledAt, ruledBy }, MOST_RULINGS) : corrected;

/** Each examined animal becomes a part with a chart of its own. */
const withExamined = (data: LivestockData, { at, input }: Of<'examine'>): Partial<LivestockData> => {
  const { count, role, species, findings } = input;
  const first = data.animals.length + 1;
  const born = Array.from({ length: count }, (_, i) => ({
    ...{ id: `a${first + i}`, role, species, findings, examinedAt: at, treatments: [] },
  }));
  return { animals: [...data.animals, ...born] };
};

const plannedOn = (data: LivestockData, { at, input }: Of<'plan-follow-up'>): Partial<LivestockData> => ({
  followUp: input,
  delays: { ...data.delays, followUp: untilEvening(input.on, at) },
});

const movedTo = ({ input }: Of<'reassign'>): Partial<LivestockData> => ({
  unit: input.unit,
  ...(input.bureau === undefined ? {} : { bureau: input.bureau, county: input.county }),
});
