import type { PublicForm } from '../cases/case-type.ts';
import { messages } from './messages.ts';
import { type Report, report } from './schema.ts';

/** The wildlife report as the public, and an operator on the telephone, fills it in. */
export const form: PublicForm<Report> = {
  ...{ type: 'wildlife', report, messages },
  questions: ['species', 'condition', 'foundAt'],
};
