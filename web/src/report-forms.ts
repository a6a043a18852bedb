/// <reference types="astro/client" />
import type { PublicForm } from '../../functions/cases/case-type.ts';
import { byCode, townshipsOf } from '../../functions/directory/divisions/divisions.ts';
import names from '../../functions/directory/divisions/names.json' with { type: 'json' };
import seed from '../../functions/directory/seed.json' with { type: 'json' };
import { stations } from '../../functions/stations/seeded.ts';
import { inputSchema } from '../../shared/body.ts';
import { errorWords } from '../../shared/error-words.ts';
import type { Language } from '../../shared/fields.ts';
import type { JsonSchema } from '../../shared/form.ts';
import type { Option } from '../../shared/form-fields.ts';
import { localised } from '../../shared/form-labels.ts';
import { type Translate, translator } from '../../shared/i18n.ts';
import { words } from '../../shared/words.ts';
import { inEveryLanguage, PHOTO_WORDS } from './site.ts';
import { siteWords } from './words.ts';

/** What the public can hand in: a capability with a `public-form.ts` has a page of its own, a tile, and figures. */

/** The forms of all capabilities; no list names them. */
export const forms: PublicForm[] = Object.values(
  import.meta.glob<PublicForm>('../../functions/*/public-form.ts', { eager: true, import: 'form' }),
).sort((a, b) => counties(b.type).length - counties(a.type).length || (a.type < b.type ? 1 : -1));

/** The form of a type, which there is. */
export const formOf = (type: string): PublicForm => forms.find((f) => f.type === type) as PublicForm;

/** A page of each form in each language. */
export const inEveryForm = () =>
  inEveryLanguage().flatMap(({ params, props }) =>
    forms.map(({ type }) => ({ params: { ...params, type }, props: { ...props, type } })),
  );

/** The words of a form's page. */
export const wordsOf = ({ messages }: PublicForm, language: Language): Translate =>
  translator(language, siteWords, messages, words);

export const schemaOf = ({ type, report, messages }: PublicForm, language: Language): JsonSchema =>
  localised(inputSchema(report), translator(language, messages, words), type);

/** What a form's tile says below its name. */
export const leadOf = (form: PublicForm, t: Translate): string => t(`home.report.${form.type}`);

const nameOf = (code: string, language: Language): string => {
  const translated: Record<string, Partial<Record<Language, string>>> = names;
  return translated[code]?.[language] ?? byCode.get(code)?.name ?? code;
};

/** The counties that routes of a type lead from at first. */
function counties(type: string): string[] {
  const areas = seed.routes.filter((r) => r.type === type).map((r) => r.area.slice(0, 6));
  return [...new Set(areas)].sort();
}

/** The counties that have figures. */
export const areas = (language: Language): Option[] =>
  [...new Set(forms.flatMap((f) => counties(f.type)))].map((code) => ({
    value: code,
    label: nameOf(code, language),
  }));

/** The townships that a report of a type may choose from, as published; by county where there are several. */
const townships = (type: string, language: Language): Option[] => {
  const served = counties(type);
  return served.flatMap((county) =>
    townshipsOf(county).map(({ code, name }) => ({
      ...{ value: code, label: name },
      ...(served.length > 1 ? { group: nameOf(county, language) } : {}),
    })),
  );
};

/** What a form's fields may be chosen from, as a new stage begins with it. */
export const choices = (form: PublicForm, language: Language): Record<string, Option[]> => ({
  'place.township': townships(form.type, language),
  ...(schemaOf(form, language).properties?.station ? { station: stationsIn(language) } : {}),
});

const stationsIn = (language: Language): Option[] =>
  stations.map(({ id, name }) => ({ value: id, label: name[language] ?? name.zh }));

/** What report.ts says to people. */
export const SCRIPT_WORDS = [
  ...[
    'locate',
    'locate.consent',
    'located',
    'located.not',
    'forget-place',
    'suggestions',
    'sending',
    'waiting',
    'retry',
    'sent',
    'receipt',
    'keep',
    'follow',
    'another',
    'wrong',
    'refused',
  ].map((k) => `report.${k}`),
  ...Object.keys(errorWords),
  ...['choose', 'hint', 'count', 'unreadable', 'too-many', 'nth', 'drop', 'shrinking'].map((k) => `photos.${k}`),
  ...PHOTO_WORDS,
  ...['form.error', 'form.errors', 'form.optional'],
];
