import * as z from 'zod';
import { csv } from '../../shared/csv.ts';
import { DomainError, invalidField } from '../../shared/errors.ts';
import { areaCode, date, type Language } from '../../shared/fields.ts';
import { serve } from '../../shared/http.ts';
import { type Route, route } from '../../shared/route.ts';
import { addDays, dateOf, now, startOfDay } from '../../shared/time.ts';
import { areaName, areasUnder } from '../directory/areas.ts';
import { type BulletinScope, type BulletinView, bulletinView } from './bulletin-figures.ts';
import { bulletinPage } from './bulletin-page.ts';
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
      const view = await bulletinOf(caseType(type), area, from, to, language);
      if (format === 'csv') return { file: csvOf(view) };
      return wantsPage && format === undefined ? { page: bulletinPage(view, language) } : { body: view };
    },
  }),
];

const bulletinOf = async (type: CaseType, area: string, from: string, to: string, language: Language) => {
  const bulletin = await type.bulletin?.();
  if (!bulletin) throw new DomainError('not-found', 'no-bulletin', 'This type has no public figures.');
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
  return { type: type.type, area: { code: area, name: scope.name }, from, to, ...figures, sentences };
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
const csvOf = (view: BulletinView) => {
  const totals = (
    ['cases', 'animals', 'reportsReceived', 'duplicateReports', 'openCases', 'harmlessDisposals'] as const
  ).map((name) => ['total', name, name, view[name]]);
  const counted = (['byClass', 'byOutcome', 'diedOf', 'bySource'] as const).flatMap((table) =>
    view[table].map((c) => [table, c.code, c.label, c.count]),
  );
  const placed = [
    ...view.byTownship.flatMap((p) => [
      ['byTownship.cases', p.code, p.name, p.cases],
      ['byTownship.animals', p.code, p.name, p.animals],
    ]),
    ...view.byMonth.flatMap((m) => [
      ['byMonth.cases', m.month, m.month, m.cases],
      ['byMonth.animals', m.month, m.month, m.animals],
    ]),
  ];
  const content = csv([['table', 'code', 'label', 'value'], ...totals, ...counted, ...placed]);
  return {
    content,
    type: 'text/csv; charset=utf-8',
    name: `bulletin-${view.type}-${view.area.code}-${view.from}-${view.to}.csv`,
  };
};

export const handler = serve(routes);
