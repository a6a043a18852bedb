import { DomainError } from '../../shared/errors.ts';
import { livestock } from '../livestock/case.ts';
import { request } from '../requests/case.ts';
import { wildlife } from '../wildlife/case.ts';
import type { CaseType } from './case-type.ts';

/** Every kind of case, one line each. */
export const caseTypes: CaseType[] = [wildlife, livestock, request];

/** The case type of a name; throws `unknown-case-type` with those there are. */
export const caseType = (type: string): CaseType => {
  const found = caseTypes.find((c) => c.type === type);
  if (found) return found;
  throw new DomainError(
    'not-found',
    'unknown-case-type',
    `There is no case type ${JSON.stringify(type.slice(0, 40))}.`,
    {
      extra: { types: caseTypes.map((c) => c.type) },
    },
  );
};
