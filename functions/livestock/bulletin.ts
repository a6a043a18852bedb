import * as z from 'zod';
import { eachAnimal } from '../cases/animal-facts.ts';
import { allCases, many, medianMinutes, openCases, quiet, sum, type TypeBulletin } from '../cases/bulletin-figures.ts';
import { outcome, problem, role, verdict } from './schema.ts';

const facts = z.object({
  receivedAt: z.string(),
  area: z.string(),
  problem,
  ended: z.string().optional(),
  acceptedAt: z.string().optional(),
  departedAt: z.string().optional(),
  lossAvertedFen: z.number().optional(),
  epidemic: z.union([verdict, z.literal('open')]).optional(),
  animals: eachAnimal(z.object({ role, outcome: outcome.optional() })),
});

const NO_CASE = ['duplicate', 'false', 'withdrawn'];

/** The monthly figures of livestock emergencies. */
export const bulletin: TypeBulletin<z.infer<typeof facts>> = {
  facts,
  isCase: (c) => !NO_CASE.includes(c.ended ?? ''),
  numbers: {
    cases: allCases,
    animals: sum((c) => c.animals.length),
    saved: sum((c) => c.animals.filter((a) => a.outcome === 'alive').length),
    openCases,
    lossAvertedFen: { ...sum((c) => c.lossAvertedFen ?? 0), unit: 'fen' },
    epidemicsSuspected: quiet(many((c) => c.epidemic !== undefined)),
    epidemicsConfirmed: quiet(many((c) => c.epidemic === 'confirmed')),
    minutesToAccept: medianMinutes((c) => [c.receivedAt, c.acceptedAt]),
    minutesToLeave: medianMinutes((c) => [c.acceptedAt, c.departedAt]),
  },
  tallies: {
    byProblem: { of: (c) => c.problem, order: problem.options, words: 'choice.problem' },
    byOutcome: { of: (c) => c.animals.map((a) => a.outcome), order: outcome.options, words: 'outcome' },
  },
  each: ['cases', 'animals', 'saved'],
  sentences: () => [['cases', 'animals', 'saved'], ['epidemicsSuspected', 'epidemicsConfirmed'], ['lossAverted']],
};
