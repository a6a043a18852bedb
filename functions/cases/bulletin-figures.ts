import * as z from 'zod';
import type { Translate } from '../../shared/i18n.ts';

/** What a bulletin states: the figures of each type are its own, totals and tables are how all of them are shown. */

export const counted = z.object({ code: z.string(), label: z.string(), count: z.number() });
export type Counted = z.infer<typeof counted>;

/** What every type's bulletin says; its figures stand beside, as the type counts them. */
export const bulletinView = z.looseObject({
  type: z.string(),
  area: z.object({ code: z.string(), name: z.string() }),
  /** First and last day, in Asia/Shanghai. */
  from: z.string(),
  to: z.string(),
  sentences: z.object({ zh: z.array(z.string()), bo: z.array(z.string()), en: z.array(z.string()) }),
});
export type BulletinView<F = object> = z.infer<typeof bulletinView> & F;

/** Where and when, with names for the places in it. */
export interface BulletinScope {
  name: string;
  from: string;
  to: string;
  areaName: (code: string) => string;
}

/** One number of a bulletin; those with a label are shown on the page, all are in the data. */
export interface Total {
  name: string;
  value: number;
  /** What it is measured in; a number of things where nothing is said. */
  unit?: 'yuan' | 'minutes' | 'points';
  label?: string;
}

/** One table of a bulletin; those with a caption are shown on the page, all are in the data. */
export interface Table {
  name: string;
  caption?: string;
  /** A single column is also drawn as bars. */
  columns: { name: string; label: string }[];
  rows: { code: string; label: string; values: number[] }[];
  /** Its last column is also drawn as a chart under this caption; the rows are months. */
  chart?: string;
}

/** How a case type counts and tells its figures, from the facts that the index by area keeps. Pure. */
// biome-ignore lint/suspicious/noExplicitAny: the figures of all types stand behind one route
export interface TypeBulletin<F extends object = any> {
  figures: (facts: unknown[], scope: BulletinScope, t: Translate) => F;
  sentences: (figures: F, scope: BulletinScope, t: Translate) => string[];
  totals: (figures: F, t: Translate) => Total[];
  tables: (figures: F, t: Translate) => Table[];
}

/** How many things there are of each code, in the order given, then by code; things without a code are not counted. */
export const count = <T>(
  things: T[],
  keyOf: (thing: T) => string | undefined,
  order: readonly string[],
  label: (code: string) => string,
): Counted[] => {
  const by = Map.groupBy(things, keyOf);
  const rank = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length);
  return [...by]
    .flatMap(([code, all]) => (code === undefined ? [] : [{ code, label: label(code), count: all.length }]))
    .sort((a, b) => rank(a.code) - rank(b.code) || (a.code < b.code ? -1 : 1));
};

/** A table of counted things. */
export const countTable = (name: string, rows: Counted[], t: Translate, caption?: string): Table => ({
  ...{ name, caption, columns: [{ name: '', label: t('bulletin.count') }] },
  rows: rows.map((r) => ({ code: r.code, label: r.label, values: [r.count] })),
});
