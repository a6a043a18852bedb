import * as z from 'zod';
import { startOfDay } from '../../shared/calendar.ts';
import { csv } from '../../shared/csv.ts';
import { DomainError, invalidField } from '../../shared/errors.ts';
import { areaCode, date, type Language } from '../../shared/fields.ts';
import { serve } from '../../shared/http.ts';
import { type Route, route } from '../../shared/route.ts';
import { addDays, dateOf, now } from '../../shared/time.ts';
import { areaName, areasUnder } from '../directory/areas.ts';
import { type BulletinScope, type BulletinView, bulletinView, type TypeBulletin } from './bulletin-figures.ts';
import { bulletinPage, type Shown } from './bulletin-page.ts';
import type { CaseType } from './case-type.ts';
import { arrivedIn } from './nearby.ts';
import { caseType } from './registry.ts';
import { wordsOf } from './track.ts';

const asked = z.object({
  type: z.string().max(40).default('wildlife'),
  /** A county, or a prefecture or the region above it. */
  area: areaCode().default('540423'),
  from: date(),
  to: date().optional(),
  format: z.enum(['json', 'csv']).optional(),
  lang: z.string().optional(),
});

export const routes: Route[] = [
  route({
    method: 'GET',
    path: '/bulletin',
    summary: 'Public figures of a case type in an area and a time, with the sentences of a notice: JSON, CSV or a page',
    access: 'public',
    limited: true,
    query: asked,
    reply: bulletinView,
    handle: async ({ query, language, wantsPage }) => {
      const { type, area, from, format } = query;
      const to = query.to ?? dateOf(now());
      if (to < from) throw invalidField('to', 'too-small', 'lies before the first day');
      const asked = await caseType(type);
      const bulletin = await asked.bulletin?.();
      if (!bulletin) throw new DomainError('not-found', 'no-bulletin', 'This type has no public figures.');
      const { figures, ...told } = await bulletinOf(asked, bulletin, area, from, to, language);
      const t = wordsOf(asked, language);
      const shown = { totals: bulletin.totals(figures, t), tables: bulletin.tables(figures, t) };
      const view = { ...told, ...figures };
      if (format === 'csv') return { file: csvOf(view, shown) };
      return wantsPage && format === undefined ? { page: bulletinPage(view, shown, t) } : { body: view };
    },
  }),
];

const bulletinOf = async (
  type: CaseType,
  bulletin: TypeBulletin,
  area: string,
  from: string,
  to: string,
  language: Language,
) => {
  const counties = await countiesOf(area);
  const end = startOfDay(addDays(to, 1));
  const found = (await Promise.all(counties.map((c) => arrivedIn(type.type, c, startOfDay(from), end)))).flat();
  const facts = found.map((f) => f.facts).filter((f) => String(f.area).startsWith(area));
  const scope = {
    name: await areaName(area, language),
    from,
    to,
    areaName: await namesFor(facts.map((f) => String(f.area))),
  };
  const tell = async (l: Language): Promise<string[]> => {
    const t = wordsOf(type, l);
    return bulletin.sentences(bulletin.figures(facts, scope, t), { ...scope, name: await areaName(area, l) }, t);
  };
  const figures = bulletin.figures(facts, scope, wordsOf(type, language));
  const sentences = { zh: await tell('zh'), bo: await tell('bo'), en: await tell('en') };
  return { type: type.type, area: { code: area, name: scope.name }, from, to, figures, sentences };
};

/** The counties whose index partitions hold an area's cases: its own for a county or township, all below for more. */
const countiesOf = async (area: string): Promise<string[]> => {
  if (area.length >= 6) return [area.slice(0, 6)];
  const below = await areasUnder(area);
  return area.length === 4
    ? below.map((a) => a.code)
    : (await Promise.all(below.map((a) => countiesOf(a.code)))).flat();
};

const namesFor = async (codes: string[]): Promise<BulletinScope['areaName']> => {
  const names = new Map(await Promise.all([...new Set(codes)].map(async (c) => [c, await areaName(c)] as const)));
  return (code) => names.get(code) ?? code;
};

/** Every figure in a line: which table, which row, what it is called, how many. */
const csvOf = (view: BulletinView, { totals, tables }: Shown) => {
  const lines = tables.flatMap((table) =>
    table.rows.flatMap(({ code, label, values }) =>
      values.map((v, i) => [[table.name, table.columns[i]?.name].filter(Boolean).join('.'), code, label, v]),
    ),
  );
  const content = csv([
    ['table', 'code', 'label', 'value'],
    ...totals.map((n) => ['total', n.name, n.name, n.value]),
    ...lines,
  ]);
  return {
    content,
    type: 'text/csv; charset=utf-8',
    name: `bulletin-${view.type}-${view.area.code}-${view.from}-${view.to}.csv`,
  };
};

export const handler = serve(routes);
