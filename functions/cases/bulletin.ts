import * as z from 'zod';
import { csv } from '../../shared/csv.ts';
import { DomainError, invalidField } from '../../shared/errors.ts';
import { areaCode, date } from '../../shared/fields.ts';
import { serve } from '../../shared/http.ts';
import { type Route, route } from '../../shared/route.ts';
import { lang } from '../../shared/route-parts.ts';
import { dateOf, now } from '../../shared/time.ts';
import { bulletinOf } from './area-bulletin.ts';
import { type BulletinView, bulletinView } from './bulletin-figures.ts';
import { bulletinPage } from './bulletin-page.ts';
import type { Told } from './bulletin-told.ts';
import { caseType } from './registry.ts';
import { wordsOf } from './track.ts';

const asked = z.object({
  type: z.string().max(40).default('wildlife'),
  /** A county, or a prefecture or the region above it. */
  area: areaCode().default('540423'),
  from: date(),
  to: date().optional(),
  format: z.enum(['json', 'csv']).optional(),
  lang,
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
      if (to < from) throw invalidField('to', 'before-start', 'lies before the first day');
      const asked = await caseType(type);
      const bulletin = await asked.bulletin?.();
      if (!bulletin) throw new DomainError('not-found', 'no-bulletin', 'This type has no public figures.');
      const { view, shown } = await bulletinOf(asked, bulletin, area, from, to, language);
      if (format === 'csv') return { file: csvOf(view, shown) };
      return wantsPage && format === undefined
        ? { page: bulletinPage(view, shown, wordsOf(asked, language)) }
        : { body: view };
    },
  }),
];

/** Every figure in a line: which table, which row, what it is called, how many. */
const csvOf = (view: BulletinView, { totals, tables }: Told) => {
  const lines = tables.flatMap((table) =>
    table.rows.flatMap(({ code, label, values }) =>
      values.map((v, i) => [[table.name, table.columns[i]?.name].filter(Boolean).join('.'), code, label, v]),
    ),
  );
  const content = csv([
    ['table', 'code', 'label', 'value'],
    ...totals.map((n) => ['total', n.name, n.label, n.value]),
    ...lines,
  ]);
  return {
    content,
    type: 'text/csv; charset=utf-8',
    name: `bulletin-${view.type}-${view.area.code}-${view.from}-${view.to}.csv`,
  };
};

export const handler = serve(routes);
