import { DomainError } from '../../shared/errors.ts';
import { cut } from '../../shared/text.ts';
import type { CaseType } from './case-type.ts';

/** Every kind of case, one line each; read when it is asked for, so that a report starts with its own type alone. */
const registered: Record<string, () => Promise<CaseType>> = {
  wildlife: async () => (await import('../wildlife/case.ts')).wildlife,
  livestock: async () => (await import('../livestock/case.ts')).livestock,
  request: async () => (await import('../requests/case.ts')).request,
  'station-help': async () => (await import('../station-help/case.ts')).stationHelp,
};

export const typeNames = Object.keys(registered);

const asked = new Map<string, Promise<CaseType>>();

/** Asked for once a process: `import()` of what is there already still costs more than parsing a report's place. */
const typeOf = (name: string): Promise<CaseType> => {
  const known = asked.get(name) ?? (registered[name] as () => Promise<CaseType>)();
  asked.set(name, known);
  return known;
};

/** All of them. */
export const caseTypes = (): Promise<CaseType[]> => Promise.all(typeNames.map(typeOf));

/** The case type of a name; throws `unknown-case-type` with those there are. */
export const caseType = async (type: string): Promise<CaseType> => {
  if (Object.hasOwn(registered, type)) return typeOf(type);
  const detail = `There is no case type ${JSON.stringify(cut(type, 40))}.`;
  throw new DomainError('not-found', 'unknown-case-type', detail, { extra: { types: typeNames } });
};
