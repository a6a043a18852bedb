import type { PublicForm } from '../cases/case-type.ts';
import { messages } from './messages.ts';
import { type Report, report } from './schema.ts';

/** What is asked of whoever needs help at a station, and of a caller by an operator. */
export const form: PublicForm<Report> = {
  ...{ type: 'station-help', report, messages },
  questions: ['kind', 'station', 'matter'],
};
