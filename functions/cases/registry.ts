import { DomainError } from '../../shared/errors.ts';
import type { CaseType } from './case-type.ts';

/** Every kind of case, one line each; read when it is asked for, so that a report starts with its own type alone. */
const registered: Record<string, () => Promise<CaseType>> = {
  wildlife: async () => (await import('../wildlife/case.ts')).wildlife,
  livestock: async () => (await import('../livestock/case.ts')).livestock,
  request: async () => (await import('../requests/case.ts')).request,
};

export const typeNames = Object.keys(registered);

/** All of them. */
export const caseTypes = (): Promise<CaseType[]> => Promise.all(Object.values(registered).map((read) => read()));

/** The case type of a name; throws `unknown-case-type` with those there are. */
export const caseType = async (type: string): Promise<CaseType> => {
  if (Object.hasOwn(registered, type)) return (registered[type] as () => Promise<CaseType>)();
  const detail = `There is no case type ${JSON.stringify(type.slice(0, 40))}.`;
  throw new DomainError('not-found', 'unknown-case-type', detail, { extra: { types: typeNames } });
};
