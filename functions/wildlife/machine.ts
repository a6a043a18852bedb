import { assertEvent, assign, setup } from 'xstate';
import { personOf } from '../../shared/workflow/lifecycle.ts';
import { informed } from '../cases/information.ts';
import { MERGE_EVENTS, mayBeTwice, mergedBy, mergedIn, mergedOut, type TellsOriginal } from '../cases/merging.ts';
import { untilReminded } from '../cases/rules.ts';
import type { CaseEvent } from './events.ts';
import { allSettled, isHandIn, noAnimals } from './rules.ts';
import type { WildlifeData } from './schema.ts';

/** A wildlife rescue from the report to its end. Named actions are effects, carried out after the stream. */
export const machine = setup({
  types: {} as { context: WildlifeData; events: CaseEvent },
  delays: {
    acceptance: ({ context }) => context.delays.acceptance ?? 1_800_000,
    reminder: ({ context, event }) =>
      untilReminded(context.delays.reminder ?? 14_400_000, context.waitingSince, event.at),
    arrival: ({ context }) => context.delays.arrival ?? 14_400_000,
    review: ({ context }) => context.delays.review ?? 604_800_000,
  },
  guards: {
    allSettled: ({ context }) => allSettled(context),
    isHandIn: ({ context }) => isHandIn(context),
    hasAnimals: ({ context }) => !noAnimals(context),
    isCluster: ({ event }) =>
      (event.type === 'triaged' || event.type === 'duplicates.found') && event.input.cluster !== undefined,
    mayBeTwice: ({ context }) => mayBeTwice(context),
  },
  actions: {
    // Effects: carried out after the stream, see jobs.ts
    triage: () => {},
    lookAgain: () => {},
    lookForCluster: () => {},
    raiseClusterAlarm: () => {},
    askToAccept: (_, _params: { level: 'team' | 'official' | 'lead' }) => {},
    alarmNoArrival: () => {},
    remindOfCare: () => {},
    tellReporter: (_, _params: { stage: string }) => {},
    tellResponders: (_, _params: { what: 'information' | 'merged' | 'duplicates' }) => {},
    tellOriginal: (_, _params: TellsOriginal) => {},
    considerReward: () => {},
    holdReward: () => {},
    // What the record remembers of a step
    waits: assign(({ event }) => ({ waitingSince: event.at })),
    noted: assign({}),
    placed: assign(({ event }) => (event.type === 'triaged' || event.type === 'duplicates.found' ? event.input : {})),
    clustered: assign(({ event }) => (event.type === 'cluster.found' ? { cluster: event.input.cases } : {})),
    accepted: assign(({ event }) => ({
      responder: personOf(event.by),
      acceptedAt: event.at,
    })),
    released: assign(() => ({
      responder: undefined,
      acceptedAt: undefined,
      departedAt: undefined,
      arrivedAt: undefined,
    })),
    moved: assign(({ event }) => (event.type === 'reassign' ? movedTo(event) : {})),
    departed: assign(({ event }) => ({ departedAt: event.at })),
    arrived: assign(({ event }) => ({ arrivedAt: event.at })),
    identified: assign(({ context, event }) =>
      event.type === 'identify'
        ? {
            identification: {
              suggestions: context.identification?.suggestions ?? [],
              ...event.input,
              status: 'settled' as const,
            },
          }
        : {},
    ),
    assessed: assign(({ context, event }) => (event.type === 'assess' ? assessedOn(context, event) : {})),
    merged: assign(({ context, event }) => {
      assertEvent(event, MERGE_EVENTS);
      return mergedBy(context, event);
    }),
    informed: assign(({ context, event }) => (event.type === 'add-information' ? informed(context, event) : {})),
    closed: assign(({ event }) => ({ closedAt: event.at })),
    reopened: assign(() => ({ closedAt: undefined, duplicateOf: undefined })),
  },
}).createMachine({
  id: 'wildlife',
  context: ({ input }) => input as WildlifeData,
  initial: 'received',
  on: {
    'merged.in': { actions: ['merged', { type: 'tellResponders', params: { what: 'merged' } }] },
    'merged.out': { actions: 'merged' },
    'duplicates.found': [
      {
        guard: 'isCluster',
        actions: ['placed', 'raiseClusterAlarm', { type: 'tellResponders', params: { what: 'duplicates' } }],
      },
      { actions: ['placed', { type: 'tellResponders', params: { what: 'duplicates' } }] },
    ],
    'cluster.found': { actions: ['clustered', 'raiseClusterAlarm'] },
    'keep-apart': { guard: 'mayBeTwice', actions: 'merged' },
  },
  states: {
    received: {
      entry: ['triage', { type: 'tellReporter', params: { stage: 'received' } }],
      on: {
        triaged: [
          { guard: 'isCluster', target: 'awaiting', actions: ['placed', 'raiseClusterAlarm', 'lookAgain'] },
          { target: 'awaiting', actions: ['placed', 'lookAgain'] },
        ],
        withdraw: 'closed.withdrawn',
      },
    },
    awaiting: {
      entry: 'waits',
      initial: 'team',
      states: {
        team: { entry: { type: 'askToAccept', params: { level: 'team' } }, after: { acceptance: 'official' } },
        official: { entry: { type: 'askToAccept', params: { level: 'official' } }, after: { acceptance: 'lead' } },
        lead: {
          entry: { type: 'askToAccept', params: { level: 'lead' } },
          after: { reminder: { target: 'lead', reenter: true } },
        },
      },
      on: {
        accept: [
          { guard: 'isHandIn', target: 'responding.onSite', actions: ['accepted', 'departed', 'arrived'] },
          { target: 'responding', actions: 'accepted' },
        ],
        reassign: { target: 'awaiting', actions: 'moved', reenter: true },
        identify: { actions: 'identified' },
        merge: { target: 'closed.duplicate', actions: 'merged' },
        'declare-false': 'closed.false',
        'declare-not-wildlife': 'closed.notWildlife',
        withdraw: 'closed.withdrawn',
        'add-information': { actions: ['informed', { type: 'tellResponders', params: { what: 'information' } }] },
      },
    },
    responding: {
      initial: 'preparing',
      entry: { type: 'tellReporter', params: { stage: 'responding' } },
      states: {
        preparing: {
          after: { arrival: { actions: 'alarmNoArrival' } },
          on: { depart: { target: 'enRoute', actions: 'departed' }, arrive: { target: 'onSite', actions: 'arrived' } },
        },
        enRoute: {
          after: { arrival: { actions: 'alarmNoArrival' } },
          on: { arrive: { target: 'onSite', actions: 'arrived' } },
        },
        onSite: { after: { review: { target: 'onSite', actions: 'remindOfCare', reenter: true } } },
      },
      on: {
        assess: { target: 'caring', actions: ['assessed', 'lookForCluster'] },
        'hand-back': { target: 'awaiting.official', actions: 'released' },
        reassign: { target: 'awaiting', actions: ['released', 'moved'] },
        identify: { actions: 'identified' },
        merge: { target: 'closed.duplicate', actions: 'merged' },
        'declare-false': 'closed.false',
        'declare-not-wildlife': 'closed.notWildlife',
        'declare-gone': 'closed.gone',
        withdraw: 'closed.withdrawn',
        'add-information': { actions: ['informed', { type: 'tellResponders', params: { what: 'information' } }] },
      },
    },
    caring: {
      entry: { type: 'tellReporter', params: { stage: 'caring' } },
      initial: 'tended',
      states: { tended: { after: { review: { target: 'tended', actions: 'remindOfCare', reenter: true } } } },
      on: {
        'parts.changed': { actions: 'noted' },
        assess: { actions: ['assessed', 'lookForCluster'] },
        'add-information': { actions: ['informed', { type: 'tellResponders', params: { what: 'information' } }] },
        close: { guard: 'allSettled', target: 'closed.completed' },
      },
    },
    closed: {
      initial: 'completed',
      entry: ['closed', 'considerReward'],
      states: {
        completed: {
          entry: { type: 'tellReporter', params: { stage: 'completed' } },
          on: { 'merged.in': { actions: ['merged', 'considerReward'] } },
        },
        false: { entry: { type: 'tellReporter', params: { stage: 'false' } } },
        notWildlife: { entry: { type: 'tellReporter', params: { stage: 'notWildlife' } } },
        gone: { entry: { type: 'tellReporter', params: { stage: 'gone' } } },
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
          { guard: 'hasAnimals', target: 'caring', actions: ['reopened', 'holdReward'] },
          { target: 'awaiting.official', actions: ['reopened', 'released', 'holdReward'] },
        ],
      },
    },
  },
});

type Assess = Extract<CaseEvent, { type: 'assess' }>;

/** Whoever assesses is there, and what they found counts more than what was reported. */
const assessedOn = (data: WildlifeData, event: Assess): Partial<WildlifeData> => {
  const { speciesKey, nameZh, scientificName, classCode, limit } = event.input;
  const suggestions = data.identification?.suggestions ?? [];
  const found = { status: 'settled' as const, speciesKey, nameZh, scientificName, classCode, limit, suggestions };
  return {
    animals: withAssessed(data, event),
    arrivedAt: data.arrivedAt ?? event.at,
    ...(data.identification?.status === 'settled' ? {} : { identification: found }),
  };
};

/** Each assessed animal becomes a part with a chart of its own. */
const withAssessed = (data: WildlifeData, { at, input }: Assess): WildlifeData['animals'] => {
  const { count, condition, findings, speciesKey, nameZh, scientificName, classCode } = input;
  const first = data.animals.length + 1;
  const born = Array.from({ length: count }, (_, i) => ({
    ...{ id: `a${first + i}`, speciesKey, nameZh, scientificName, classCode, condition, findings },
    ...{ assessedAt: at, legs: [] },
  }));
  return [...data.animals, ...born];
};

type Reassign = Extract<CaseEvent, { type: 'reassign' }>;

const movedTo = ({ input }: Reassign): Partial<WildlifeData> => ({
  unit: input.unit,
  ...(input.bureau === undefined ? {} : { bureau: input.bureau }),
});
