import * as z from 'zod';
import type { Translate } from '../../shared/i18n.ts';

/** What a bulletin states; the same for every type of case, as far as the type has it. */

const counted = z.object({ code: z.string(), label: z.string(), count: z.number() });
export type Counted = z.infer<typeof counted>;

const amount = { cases: z.number(), animals: z.number() };

export const figures = z.object({
  ...amount,
  reportsReceived: z.number(),
  duplicateReports: z.number(),
  openCases: z.number(),
  harmlessDisposals: z.number(),
  byClass: z.array(counted),
  byOutcome: z.array(counted),
  diedOf: z.array(counted),
  bySource: z.array(counted),
  byTownship: z.array(z.object({ code: z.string(), name: z.string(), ...amount })),
  byMonth: z.array(z.object({ month: z.string(), ...amount })),
});
export type Figures = z.infer<typeof figures>;

export const bulletinView = figures.extend({
  type: z.string(),
  area: z.object({ code: z.string(), name: z.string() }),
  /** First and last day, in Asia/Shanghai. */
  from: z.string(),
  to: z.string(),
  sentences: z.object({ zh: z.array(z.string()), bo: z.array(z.string()), en: z.array(z.string()) }),
});
export type BulletinView = z.infer<typeof bulletinView>;

/** Where and when, with names for the places in it. */
export interface BulletinScope {
  name: string;
  from: string;
  to: string;
  areaName: (code: string) => string;
}

/** How a case type counts and tells its figures, from the facts that the index by area keeps. Pure. */
export interface TypeBulletin {
  figures: (facts: unknown[], scope: BulletinScope, t: Translate) => Figures;
  sentences: (figures: Figures, scope: BulletinScope, t: Translate) => string[];
}
