import { assign, setup } from 'xstate';
import type { AnimalEvent } from './events.ts';
import { withdrawnUntil } from './rules.ts';
import type { Animal, Treatment } from './schema.ts';

/** One animal from the examination on site to its outcome. */
export const animalMachine = setup({
  types: {} as { context: Animal; events: AnimalEvent },
  actions: {
    treated: assign(({ context, event }) =>
      event.type === 'treat' ? { treatments: [...context.treatments, treatmentOf(event)] } : {},
    ),
    ended: assign(({ event }) =>
      event.type === 'record-outcome'
        ? { outcome: event.input.outcome, note: event.input.note, outcomeAt: event.at }
        : {},
    ),
    revised: assign(() => ({ outcome: undefined, outcomeAt: undefined, note: undefined })),
  },
}).createMachine({
  id: 'patient',
  context: ({ input }) => input as Animal,
  initial: 'inTreatment',
  states: {
    inTreatment: {
      on: {
        treat: { actions: 'treated' },
        'record-outcome': { target: 'ended', actions: 'ended' },
      },
    },
    ended: { on: { revise: { target: 'inTreatment', actions: 'revised' } } },
  },
});

type Treat = Extract<AnimalEvent, { type: 'treat' }>;

const treatmentOf = ({ at, by, input }: Treat): Treatment => ({
  ...{ at, by: by.name ?? by.id, procedure: input.procedure, drugs: input.drugs, people: input.people ?? [] },
  withdrawnUntil: withdrawnUntil(at, input.withdrawalDays),
});
