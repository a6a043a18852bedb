import type { Language } from '../../shared/fields.ts';
import type { Option } from '../../shared/form-fields.ts';
import { divisions } from '../directory/divisions/divisions.ts';
import names from '../directory/divisions/names.json' with { type: 'json' };

/** Counties as the form offers them: the published ones, which asks no table. */

const translated: Record<string, Partial<Record<Language, string>>> = names;

/** What a county is called, in Chinese where no other name is known. */
export const countyName = (code: string, language: Language): string =>
  translated[code]?.[language] ?? divisions.find((d) => d.code === code)?.name ?? code;

/** The counties of the form, those of one prefecture together. */
export const countyOptions = (language: Language): Option[] =>
  divisions
    .filter((d) => d.level === 'county')
    .map(({ code, parent }) => ({
      value: code,
      label: countyName(code, language),
      group: countyName(parent ?? '', language),
    }));
