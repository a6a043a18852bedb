import { effective } from '../../shared/effective-settings.ts';
import type { Section, SettingsOf } from '../../shared/settings.ts';

/** A section of settings as tests need it. */

const stored = <S extends Section>(section: S, own: unknown) => effective(section, [{ unit: 'unit', stored: own }]);

/** The paths of what a unit may not set, with the code of each complaint. */
export const refused = (section: Section, own: unknown): string[] =>
  stored(section, own).ignored.flatMap(({ wrong }) => wrong.map(({ path, code }) => `${path} ${code}`));

/** What holds where a unit has set these, which it may. */
export const having = <S extends Section>(section: S, own: unknown = {}): SettingsOf<S> => {
  const wrong = refused(section, own);
  if (wrong.length > 0) throw new Error(`not to be set: ${wrong.join(', ')}`);
  return stored(section, own).values;
};
