import * as z from 'zod';
import { allCases, averagePoints, many, openCases, type TypeBulletin } from '../cases/bulletin-figures.ts';
import { kind } from './schema.ts';

const facts = z.object({
  receivedAt: z.string(),
  area: z.string(),
  kind,
  late: z.boolean(),
  reopened: z.number(),
  rating: z.number().optional(),
  ended: z.string().optional(),
});

/** The figures of requests. */
export const bulletin: TypeBulletin<z.infer<typeof facts>> = {
  facts,
  numbers: {
    cases: allCases,
    settled: many((r) => r.ended === 'settled'),
    openCases,
    reopened: many((r) => r.reopened > 0),
    late: many((r) => r.late),
    rating: averagePoints((r) => r.rating),
  },
  tallies: {
    byKind: { of: (r) => r.kind, order: kind.options, words: 'choice.kind' },
    byOutcome: { of: (r) => r.ended, order: ['settled', 'unreached', 'withdrawn'], words: 'stage' },
  },
  sentences: () => [['cases', 'settled']],
};
