import { rectificationSource } from '../journal/agenda.ts';
import type { Report } from './handover/schema.ts';
import type { AgendaLine, Morning, Source, Span } from './lines.ts';
import { caseSource } from './sources/cases.ts';
import { meetingSource } from './sources/meetings.ts';
import { taskSource } from './sources/tasks.ts';

/** Every capability that has something to say about a community's week, in the order in which its lines stand. */
const sources: Source[] = [taskSource, rectificationSource, caseSource, meetingSource];

/** The lines of a morning's agenda. */
export const agendaOf = async (unit: string, morning: Morning): Promise<AgendaLine[]> =>
  (await Promise.all(sources.map((s) => s.agenda?.(unit, morning) ?? []))).flat();

/** The lines of the brief that a new duty secretary gets. */
export const briefOf = async (unit: string): Promise<AgendaLine[]> =>
  (await Promise.all(sources.map((s) => s.brief?.(unit) ?? []))).flat();

/** A week in which nothing was counted. */
export const NOTHING: Report = {
  ...{ tasksSet: 0, tasksClosed: 0, tasksOpen: 0, casesReceived: 0, casesMoved: 0, casesClosed: 0, casesOpen: 0 },
  ...{ requestsReceived: 0, requestsAnswered: 0, meetings: 0 },
};

/** The figures of a week. */
export const reportOf = async (unit: string, span: Span): Promise<Report> =>
  Object.assign({ ...NOTHING }, ...(await Promise.all(sources.map((s) => s.report?.(unit, span) ?? {}))));
