import * as z from 'zod';
import { eachAnimal } from '../cases/animal-facts.ts';
import { allCases, openCases, quiet, sum, type TypeBulletin } from '../cases/bulletin-figures.ts';
import { type Outcome, outcome } from './schema.ts';

const facts = z.object({
  receivedAt: z.string(),
  area: z.string(),
  source: z.string(),
  ended: z.string().optional(),
  animals: eachAnimal(z.object({ class: z.string(), outcome: outcome.optional(), disposed: z.boolean() })),
});

/** Ends of a report that was no case to handle. */
const NO_CASE = ['duplicate', 'false', 'withdrawn', 'notWildlife'];

const isDead = (o: Outcome | undefined) => o === 'died_in_treatment' || o === 'found_dead';

const CLASSES = ['national-1', 'national-2', 'regional', 'protected', 'none'];
const OUTCOMES = ['released', 'transferred_to_rescue_centre', 'transferred_to_institute', 'died', 'escaped'];

/** The figures of wildlife rescues. The public counts both kinds of death as `died`. */
export const bulletin: TypeBulletin<z.infer<typeof facts>> = {
  facts,
  isCase: (c) => !NO_CASE.includes(c.ended ?? ''),
  numbers: {
    cases: allCases,
    animals: sum((c) => c.animals.length),
    reportsReceived: { of: (_, reports) => reports.length, quiet: true },
    duplicateReports: { of: (_, reports) => reports.filter((r) => r.ended === 'duplicate').length, quiet: true },
    openCases,
    harmlessDisposals: quiet(sum((c) => c.animals.filter((a) => isDead(a.outcome) && a.disposed).length)),
  },
  tallies: {
    byClass: { of: (c) => c.animals.map((a) => a.class), order: CLASSES, words: 'class' },
    byOutcome: {
      of: (c) => c.animals.map(({ outcome }) => (isDead(outcome) ? 'died' : outcome)),
      order: OUTCOMES,
      words: 'outcome',
    },
    diedOf: { of: (c) => c.animals.map((a) => a.outcome).filter(isDead), words: 'outcome', quiet: true },
    bySource: { of: (c) => c.source, words: 'choice.source' },
  },
  each: ['cases', 'animals'],
  sentences: ({ harmlessDisposals, diedOfCount }) => [
    ['cases', 'animals', 'byClass'],
    ['byOutcome'],
    ['diedOf'],
    [harmlessDisposals === diedOfCount ? 'harmlessDisposals.all' : 'harmlessDisposals'],
    ['bySource', 'reportsReceived', 'duplicateReports'],
  ],
};
