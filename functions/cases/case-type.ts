import type * as z from 'zod';
import type { Language } from '../../shared/fields.ts';
import type { Option } from '../../shared/form-fields.ts';
import type { Catalogue, Translate } from '../../shared/i18n.ts';
import type { Moment } from '../../shared/time.ts';
import type { Effects } from '../../shared/workflow/deliver.ts';
import type { Lifecycle, LifeRecord, Part } from '../../shared/workflow/lifecycle.ts';
import type { Doer } from '../../shared/workflow/open-actions.ts';
import type { TypeBulletin } from './bulletin-figures.ts';
import type { CaseData, Labelled, Place, Reporter } from './schema.ts';

/** The fields every report form has; the rest is the type's own. */
export interface AnyReport {
  receipt?: string;
  /** Absent where the type finds it out by what else is said, see `placeOf`. */
  place?: Place;
  reporter: Reporter;
  consent: string;
  language?: 'zh' | 'bo' | 'en';
}

/** A name for a unit or person id, as far as the page that shows it has looked it up. */
export type Names = (id: string | undefined) => string;

/** What the public, or an operator for somebody who calls, fills in for one kind of case. The site makes a page of each `public-form.ts`. */
// biome-ignore lint/suspicious/noExplicitAny: forms of all types stand together
export interface PublicForm<R extends AnyReport = any> {
  type: string;
  report: z.ZodType<R>;
  messages: Catalogue;
  /** The questions an operator asks first, besides the number and the place; the others can wait. */
  questions: string[];
}

/** One kind of case. A new kind is a folder that makes one of these, and one line in registry.ts. */
// biome-ignore lint/suspicious/noExplicitAny: case types of all data types stand in one registry
export interface CaseType<R extends AnyReport = any, D extends CaseData = any> extends PublicForm<R> {
  /** First letter of the numbers that people use for its cases. */
  letter: string;
  life: Lifecycle<D>;
  /** Rules across the fields of a report; throws `invalid-input`. */
  check: (report: R, at: Moment) => void;
  /** Where it is, for a form that asks for no place of its own; throws `invalid-input`. */
  placeOf?: (report: R) => Promise<Place>;
  /** Choices for fields of the form that are plain text in its schema, besides the townships. */
  choices?: (language: Language) => Promise<Record<string, Option[]>>;
  /** What the data of a new case says; the rest is what its schema fills in. */
  receive: (
    report: R,
    common: Pick<CaseData, 'area' | 'content' | 'submittedBy' | 'language' | 'unit' | 'responder'> & { place?: Place },
  ) => Partial<D>;
  /** How its effects are carried out; loaded only where they are. */
  effects: () => Promise<Effects<D>>;
  /** Turns references in an action's input (a species key, a unit) into what the statechart remembers; throws for unknown ones. */
  resolve?: (
    action: string,
    input: Record<string, unknown>,
    record: LifeRecord<D>,
    parts: Part[] | undefined,
    doer: Doer,
  ) => Promise<Record<string, unknown>>;
  /** Choices for the fields of an action's form, by field path; undefined where any text may stand. */
  options?: (
    action: string,
    record: LifeRecord<D>,
    t: Translate,
  ) => Promise<Record<string, { value: string; label: string }[]>>;
  /** Units besides the responsible one and its bureau that may see the case. */
  alsoSeenBy: (data: D) => string[];
  /** The straight way of its stages, from the first to the last; other ends stand in the place of the last. */
  way: string[];
  /** Stages that are no steps of that way, and the step at which they stand. */
  standsAt?: Record<string, string>;
  /** Code of the stage as people are told it, for the case and for a part. */
  stage: (state: unknown) => string;
  title: (data: D, t: Translate) => string;
  /** The same from what the queue’s index keeps (the card that `index` makes). */
  cardTitle: (card: Record<string, unknown>, t: Translate) => string;
  /** Code of a part’s stage, for the words `part.<code>`. */
  partStage?: (part: Part) => string;
  /** What both the reporter and the staff see of it. */
  reportFacts: (data: D, t: Translate) => Labelled[];
  /** What was said to the reporter by a stage: an answer, advice. It stands first on their page, and in their mail. */
  told?: (data: D, stage: string, t: Translate) => Labelled[];
  /** What the staff alone see: it may name others. */
  staffFacts?: (data: D, t: Translate) => Labelled[];
  partView?: (
    part: Part,
    data: D,
    t: Translate,
    names: Names,
  ) => { name: string; title: string; class?: { code: string; text: string }; outcome?: string; facts: Labelled[] };
  /** What the bulletin and the search for duplicates need, kept in the index by area. */
  facts: (record: LifeRecord<D>) => Record<string, unknown>;
  /** Its public figures; absent where there are none. */
  bulletin?: () => Promise<TypeBulletin>;
}
