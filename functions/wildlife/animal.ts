import { assign, setup } from 'xstate';
import type { AnimalEvent } from './events.ts';
import type { Animal } from './schema.ts';

/** Of whom a transfer was asked, and by whom. */
export interface AskedTransfer {
  to?: string;
  askedBy?: string;
}

/** One animal from the assessment on site to its outcome. A dead one needs inspection and harmless disposal. */
export const animalMachine = setup({
  types: {} as { context: Animal; events: AnimalEvent },
  delays: {
    transport: ({ context }) => minutesOf(context.legs.at(-1)) * 60_000,
  },
  guards: { isDead: ({ context }) => context.condition === 'dead' },
  actions: {
    alarmTransport: () => {},
    inviteReceiver: () => {},
    transferAnswered: (_, _params: AskedTransfer) => {},
    noted: assign({}),
    left: assign(({ context, event }) =>
      event.type === 'start-transport' ? { legs: [...context.legs, legOf(event)] } : {},
    ),
    reached: assign(({ context, event }) => ({
      legs: context.legs.map((l, i) => (i === context.legs.length - 1 ? { ...l, arrivedAt: event.at } : l)),
    })),
    asked: assign(({ event }) => (event.type === 'request-transfer' ? { transfer: transferOf(event) } : {})),
    declined: assign(() => ({ transfer: undefined })),
    handedOver: assign(({ event }) => ({ outcome: received(event), outcomeAt: event.at })),
    freed: assign(({ event }) =>
      event.type === 'release' ? { release: event.input, outcome: 'released' as const, outcomeAt: event.at } : {},
    ),
    died: assign(({ event }) =>
      event.type === 'record-death'
        ? { death: event.input, outcome: 'died_in_treatment' as const, outcomeAt: event.at }
        : {},
    ),
    foundDead: assign(({ context }) => ({ outcome: 'found_dead' as const, outcomeAt: context.assessedAt })),
    ranOff: assign(({ event }) => ({ outcome: 'escaped' as const, outcomeAt: event.at })),
    inspected: assign(({ event }) =>
      event.type === 'inspect'
        ? {
            inspection: {
              passed: event.input.passed,
              by: event.input.inspector,
              report: event.input.report,
              at: event.at,
            },
          }
        : {},
    ),
    disposed: assign(({ event }) => (event.type === 'dispose' ? { disposal: { ...event.input, at: event.at } } : {})),
    revised: assign(() => ({ outcome: undefined, outcomeAt: undefined, release: undefined, transfer: undefined })),
  },
}).createMachine({
  id: 'animal',
  context: ({ input }) => input as Animal,
  initial: 'assessed',
  states: {
    assessed: { always: [{ guard: 'isDead', target: 'dead', actions: 'foundDead' }, { target: 'inCare' }] },
    inCare: {
      on: {
        'start-transport': { target: 'inTransport', actions: 'left' },
        'log-care': { actions: 'noted' },
        'request-transfer': { target: 'awaitingReceiver', actions: 'asked' },
        release: { target: 'released', actions: 'freed' },
        'record-death': { target: 'dead', actions: 'died' },
        'record-escape': { target: 'escaped', actions: 'ranOff' },
      },
    },
    inTransport: {
      initial: 'onTime',
      states: { onTime: { after: { transport: { target: 'overdue', actions: 'alarmTransport' } } }, overdue: {} },
      on: {
        'end-transport': { target: 'inCare', actions: 'reached' },
        'log-care': { actions: 'noted' },
        'record-death': { target: 'dead', actions: ['reached', 'died'] },
        'record-escape': { target: 'escaped', actions: ['reached', 'ranOff'] },
      },
    },
    awaitingReceiver: {
      entry: 'inviteReceiver',
      exit: {
        type: 'transferAnswered',
        params: ({ context: { transfer } }): AskedTransfer => ({ to: transfer?.to, askedBy: transfer?.askedBy }),
      },
      on: {
        'accept-transfer': { target: 'transferred', actions: 'handedOver' },
        'decline-transfer': { target: 'inCare', actions: 'declined' },
        'log-care': { actions: 'noted' },
        'record-death': { target: 'dead', actions: ['declined', 'died'] },
      },
    },
    dead: {
      initial: 'awaitingInspection',
      states: {
        awaitingInspection: { on: { inspect: { target: 'awaitingDisposal', actions: 'inspected' } } },
        awaitingDisposal: { on: { dispose: { target: 'disposed', actions: 'disposed' } } },
        disposed: {},
      },
    },
    released: { on: { revise: { target: 'inCare', actions: 'revised' } } },
    transferred: { on: { revise: { target: 'inCare', actions: 'revised' } } },
    escaped: { on: { revise: { target: 'inCare', actions: 'revised' } } },
  },
});

type Start = Extract<AnimalEvent, { type: 'start-transport' }>;

const legOf = ({ at, input }: Start): Animal['legs'][number] => ({ graceMinutes: 0, ...input, departedAt: at });

/** After how many minutes a leg is overdue. */
const minutesOf = (leg: Animal['legs'][number] | undefined): number =>
  (leg?.expectedMinutes ?? 0) + (leg?.graceMinutes ?? 0);

type Ask = Extract<AnimalEvent, { type: 'request-transfer' }>;

const transferOf = ({ by, input }: Ask): Animal['transfer'] => ({
  to: input.to,
  purpose: input.purpose,
  askedBy: by.id,
  ...(input.approvalLevel && input.approvalNumber
    ? { approval: { level: input.approvalLevel, number: input.approvalNumber } }
    : {}),
});

/** Which outcome it is depends on who received the animal. */
const received = (event: AnimalEvent): Animal['outcome'] =>
  event.type === 'accept-transfer' && event.input.kind === 'institute'
    ? 'transferred_to_institute'
    : 'transferred_to_rescue_centre';
