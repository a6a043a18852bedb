import * as z from 'zod';
import { line } from '../../shared/fields.ts';
import { excerpt } from '../../shared/text.ts';
import type { Moment } from '../../shared/time.ts';
import type { Report } from './handover/schema.ts';

/** Why something stands in an agenda or a brief. */
export const lineKind = z.enum(['overdue', 'due', 'new', 'follow-up', 'plan', 'waiting', 'note']);

const MOST_TEXT = 200;

/** One line of a morning's agenda or of a hand-over's brief, with what it is about. */
export const agendaLine = z.strictObject({
  kind: lineKind,
  text: line(MOST_TEXT),
  who: line(60).optional(),
  due: z.iso.date().optional(),
  ref: z
    .strictObject({ type: line(30), id: line(80) })
    .optional()
    .meta({ widget: 'hidden' }),
});
export type AgendaLine = z.infer<typeof agendaLine>;

/** A morning: its date, the last date of its week, and since when things are new. */
export interface Morning {
  date: string;
  weekEnds: string;
  since: Moment;
}

/** A span of time, its end not included. */
export interface Span {
  from: Moment;
  to: Moment;
}

/**
 * What a capability adds to the community's week: lines of the morning's agenda, lines of the brief that a new duty secretary
 * gets, figures of the week's report. A capability with something to add makes one and is listed in sources.ts.
 */
export interface Source {
  name: string;
  agenda?: (unit: string, morning: Morning) => Promise<AgendaLine[]>;
  brief?: (unit: string) => Promise<AgendaLine[]>;
  report?: (unit: string, span: Span) => Promise<Partial<Report>>;
}

/** Text cut to what a line holds. */
export const short = (text: string): string => excerpt(text, MOST_TEXT);
