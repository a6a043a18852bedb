import type { FieldError } from '../../shared/errors.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Reply } from '../../shared/route.ts';
import { type Format, written } from './format.ts';

/** Refusals as the specification has them: a list of codes with a description each. */

/** 404 for what does not exist, 403 for the key, 400 for anything else that is wrong with a request. */
const statusOf = ({ status }: Problem): number => {
  if (status === 429 || status >= 500) return status;
  return status === 404 || status === 403 ? status : 400;
};

const sentence = ({ path, code, message }: FieldError): string =>
  code === 'required' ? `${path} was not provided` : `${path} ${message}`.trim();

export const refused = (format: Format, problem: Problem): Reply => {
  const code = statusOf(problem);
  const told = (problem.fields ?? []).map(sentence);
  const errors = (told.length > 0 ? told : [problem.detail]).map((description) => ({ code, description }));
  return written(format, code, errors, { errors: { error: errors } });
};
