import type { PublicForm } from '../cases/case-type.ts';
import { messages } from './messages.ts';
import { type Report, report } from './schema.ts';

/** The request as the public, and an operator on the telephone, fills it in. */
export const form: PublicForm<Report> = {
  ...{ type: 'request', report, messages },
  questions: ['kind', 'matter', 'reporter'],
};
