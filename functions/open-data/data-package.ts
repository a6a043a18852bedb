import type { Language } from '../../shared/fields.ts';
import { type Translate, translator } from '../../shared/i18n.ts';
import { dateOf, now } from '../../shared/time.ts';
import { words } from '../../shared/words.ts';
import { bulletinOf } from '../cases/area-bulletin.ts';
import type { Table, TypeBulletin } from '../cases/bulletin-figures.ts';
import { titleOf } from '../cases/bulletin-sentences.ts';
import type { Told } from '../cases/bulletin-told.ts';
import type { CaseType } from '../cases/case-type.ts';
import { caseTypes } from '../cases/registry.ts';
import { areaName } from '../directory/areas.ts';
import { countiesServed } from '../directory/lookup.ts';
import { openDataEnv } from './licence.ts';
import { messages } from './messages.ts';

/** The description of all open data as a Data Package (datapackage.org, version 2): which files, fields, units, licence. */

/** The service has figures since the first day of this year. */
const SINCE = '2026-01-01';

export interface Resource {
  name: string;
  title: string;
  description: string;
  path: string;
  format: string;
  mediatype: string;
  [more: string]: unknown;
}

export interface DataPackage {
  $schema: string;
  name: string;
  title: string;
  description: string;
  homepage: string;
  created: string;
  licenses?: { path: string }[];
  resources: Resource[];
}

/** All that is published, in a language, with what is in it today. One query a type and county. */
export const dataPackage = async (language: Language): Promise<DataPackage> => {
  const { SITE_URL, DATA_LICENCE } = openDataEnv();
  const t = translator(language, messages, words);
  const figures = await Promise.all((await caseTypes()).map((type) => figuresOf(type, language)));
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'kora',
    title: t('data.title'),
    description: t('data.description'),
    homepage: SITE_URL,
    created: now(),
    ...(DATA_LICENCE ? { licenses: [{ path: DATA_LICENCE }] } : {}),
    resources: [...figures.flat(), archive(t)],
  };
};

const figuresOf = async (type: CaseType, language: Language): Promise<Resource[]> => {
  const bulletin = await type.bulletin?.();
  if (!bulletin) return [];
  const counties = await countiesServed(type.type);
  return (await Promise.all(counties.map((county) => ofCounty(type, bulletin, county, language)))).flat();
};

const ofCounty = async (type: CaseType, bulletin: TypeBulletin, county: string, language: Language) => {
  const t = translator(language, messages, type.messages, words);
  const { shown } = await bulletinOf(type, bulletin, county, SINCE, dateOf(now()), language);
  const title = titleOf(await areaName(county, language), t);
  const common = { title, description: t('data.figures', { since: SINCE }), ...measuresOf(shown, t) };
  const at = (format: string) =>
    `${openDataEnv().SITE_URL}/bulletin?${new URLSearchParams({ type: type.type, area: county, from: SINCE, lang: language, format })}`;
  const name = `${type.type}-${county}`;
  return [
    {
      ...{ name: `${name}-csv`, path: at('csv'), format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' },
      ...{ ...common, schema: { fields: fieldsOf(shown, t), primaryKey: ['table', 'code'] } },
    },
    { name: `${name}-json`, path: at('json'), format: 'json', mediatype: 'application/json', ...common },
  ];
};

/** Each column as a table of its own: what it is called in the file, and by people. */
const columnsIn = ({ name, caption, columns }: Table) =>
  columns.map((column) =>
    column.name === ''
      ? { table: name, title: caption }
      : { table: `${name}.${column.name}`, title: `${caption}: ${column.label}` },
  );

/** The columns of the file of figures: every figure stands in a line of its own. */
const fieldsOf = ({ tables }: Told, t: Translate) => [
  field('table', 'string', t, {
    constraints: { enum: ['total', ...tables.flatMap(columnsIn).map((c) => c.table)], required: true },
  }),
  field('code', 'string', t, { constraints: { required: true } }),
  field('label', 'string', t),
  field('value', 'number', t, { constraints: { required: true } }),
];

const field = (name: string, type: string, t: Translate, more: object = {}) => ({
  ...{ name, type, title: t(`data.field.${name}`), ...more },
});

/** What each figure is called and measured in. */
const measuresOf = ({ totals, tables }: Told, t: Translate) => ({
  measures: [
    ...totals.map(({ name, label, unit }) => ({
      ...{ table: 'total', code: name, title: label, unit: t(`data.unit.${unit ?? 'count'}`) },
    })),
    ...tables.flatMap(columnsIn).map((column) => ({ ...column, unit: t('data.unit.count') })),
  ],
});

const archive = (t: Translate): Resource => ({
  ...{ name: 'wildlife-occurrences', title: t('data.wildlife'), description: t('data.wildlife.description') },
  ...{ path: `${openDataEnv().SITE_URL}/data/wildlife.zip`, format: 'zip', mediatype: 'application/zip' },
  ...{ conformsTo: 'http://rs.tdwg.org/dwc/text/' },
});
