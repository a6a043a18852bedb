import * as z from 'zod';
import type { Words } from '../../shared/i18n.ts';
import { between, type Moment } from '../../shared/time.ts';

/** What a bulletin states. A case type declares its figures here as data; bulletin-told.ts counts and tells them. */

/** What every type's bulletin says; its figures stand beside, as the type counts them. */
export const bulletinView = z.looseObject({
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

/** One number as it is told; money in yuan. */
export interface Total {
  name: string;
  label: string;
  value: number;
  unit?: 'yuan' | 'minutes' | 'points';
  quiet?: boolean;
}

/** One table; a single column is also drawn as bars. */
export interface Table {
  name: string;
  caption: string;
  columns: { name: string; label: string }[];
  rows: { code: string; label: string; values: number[] }[];
  /** Its last column is also drawn as a chart under this caption; the rows are months. */
  chart?: string;
  quiet?: boolean;
}

/** What the index by area keeps of a case of any type. */
export interface Fact {
  receivedAt: Moment;
  area: string;
  ended?: string | undefined;
}

/** One number, of the cases to handle or of all reports; undefined where there is nothing to measure. */
export interface Measure<F> {
  of: (cases: F[], reports: F[]) => number | undefined;
  /** What it is measured in; a number of things where nothing is said. */
  unit?: 'fen' | 'minutes' | 'points';
  /** In the data, and not on the page. */
  quiet?: boolean;
}

/** How many there are of each code. */
export interface Tally<F> {
  /** The codes of one case. */
  of: (fact: F) => string | undefined | (string | undefined)[];
  /** Codes in the order in which they are told; others follow. */
  order?: readonly string[];
  /** What a code is called: words of the catalogues under `<words>.<code>`, or a name that the cases know. */
  words: string | ((code: string, cases: F[]) => string);
  quiet?: boolean;
}

/**
 * The figures of a case type, by the names they have in the data. `bulletin.<name>` is what each is called,
 * `notice.<name>` the clause that tells it (both with the name in kebab case).
 */
// biome-ignore lint/suspicious/noExplicitAny: the figures of all types stand behind one route
export interface TypeBulletin<F extends Fact = any> {
  facts: z.ZodType<F>;
  /** Whether a report was a case to handle; each was where nothing is said. */
  isCase?: (fact: F) => boolean;
  numbers: Record<string, Measure<F>> & { cases: Measure<F>; openCases: Measure<F> };
  tallies: Record<string, Tally<F>>;
  /** Numbers that are also told for each township and month; the cases of each month where nothing is said. */
  each?: string[];
  /**
   * The sentences of a notice, each the names of what its clauses tell; a variant of a clause stands behind a dot. From all
   * that can be told: each number, each tally as a list, and how many a tally counts, under `<name>Count`.
   */
  sentences: (told: Words) => string[][];
}

/** How many cases there are for which something holds. */
export const many = <F>(holds: (fact: F) => boolean): Measure<F> => ({ of: (cases) => cases.filter(holds).length });

/** The sum over all cases. */
export const sum = <F>(amount: (fact: F) => number): Measure<F> => ({
  of: (cases) => cases.reduce((n, c) => n + amount(c), 0),
});

export const quiet = <F>(measure: Measure<F>): Measure<F> => ({ ...measure, quiet: true });

export const allCases: Measure<unknown> = many(() => true);
export const openCases: Measure<Fact> = quiet(many((f) => f.ended === undefined));

/** The median of the spans between two moments of each case, in whole minutes. */
export const medianMinutes = <F>(
  span: (fact: F) => [from: Moment | undefined, to: Moment | undefined],
): Measure<F> => ({
  unit: 'minutes',
  of: (cases) => {
    const spans = cases.map(span).flatMap(([from, to]) => (from && to ? [between(from, to) / 60_000] : []));
    const middle = spans.sort((a, b) => a - b)[Math.floor((spans.length - 1) / 2)];
    return middle === undefined ? undefined : Math.round(middle);
  },
});

/** The average of what was rated, to one decimal. */
export const averagePoints = <F>(points: (fact: F) => number | undefined): Measure<F> => ({
  unit: 'points',
  of: (cases) => {
    const given = cases.flatMap((c) => points(c) ?? []);
    return given.length === 0 ? undefined : Math.round((10 * given.reduce((a, b) => a + b, 0)) / given.length) / 10;
  },
});
