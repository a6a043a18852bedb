import * as z from 'zod';
import { allCases, many, medianMinutes, openCases, type TypeBulletin } from '../cases/bulletin-figures.ts';
import { kind, mediationResult } from './schema.ts';

const facts = z.object({
  receivedAt: z.string(),
  area: z.string(),
  kind,
  station: z.string(),
  stationName: z.string().optional(),
  acceptedAt: z.string().optional(),
  result: mediationResult.optional(),
  ended: z.string().optional(),
});

/** Ends of what was no case to handle. */
const NO_CASE = ['false', 'withdrawn'];
const ENDS = ['helped', 'handedOn', 'nobodyThere', 'settled', 'notAgreed', 'referred', 'withdrawn', 'false'];

/** The figures of help at stations. */
export const bulletin: TypeBulletin<z.infer<typeof facts>> = {
  facts,
  isCase: (c) => c.result !== undefined || !NO_CASE.includes(c.ended ?? ''),
  numbers: {
    cases: allCases,
    urgent: many((c) => c.kind === 'urgent'),
    helped: many((c) => c.ended === 'helped'),
    mediations: many((c) => c.result !== undefined),
    agreed: many((c) => c.result === 'agreed'),
    openCases,
    minutesToAccept: medianMinutes((c) => [c.receivedAt, c.kind === 'urgent' ? c.acceptedAt : undefined]),
  },
  tallies: {
    byKind: { of: (c) => c.kind, order: kind.options, words: 'choice.kind' },
    byStation: {
      of: (c) => c.station,
      words: (id, cases) => cases.findLast((c) => c.station === id)?.stationName ?? id,
    },
    byOutcome: { of: (c) => c.ended, order: ENDS, words: 'stage' },
  },
  sentences: () => [
    ['cases', 'urgent'],
    ['mediations', 'agreed'],
  ],
};
