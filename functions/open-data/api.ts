import * as z from 'zod';
import { serve } from '../../shared/http.ts';
import { translator } from '../../shared/i18n.ts';
import { type Route, route } from '../../shared/route.ts';
import { inLanguage } from '../../shared/route-parts.ts';
import { dateOf, now } from '../../shared/time.ts';
import { words } from '../../shared/words.ts';
import { dataPackage } from './data-package.ts';
import { openDataEnv } from './licence.ts';
import { messages } from './messages.ts';
import { dataPage } from './page.ts';

/** As far as programs rely on it; the rest is as the standard has it. */
const description = z.looseObject({
  name: z.string(),
  title: z.string(),
  licenses: z.array(z.object({ path: z.string() })).optional(),
  resources: z.array(z.looseObject({ name: z.string(), path: z.string(), format: z.string(), mediatype: z.string() })),
});

const described = { access: 'public' as const, limited: true, query: inLanguage, reply: description };

export const routes: Route[] = [
  route({
    ...described,
    method: 'GET',
    path: '/data',
    summary: 'What is published: a Data Package, or a page',
    handle: async ({ language, wantsPage }) => {
      const all = await dataPackage(language);
      return wantsPage ? { page: dataPage(all, language) } : { body: all };
    },
  }),
  route({
    ...described,
    method: 'GET',
    path: '/data/datapackage.json',
    summary: 'What is published: files, fields, units, licence, as a Data Package',
    handle: async ({ language }) => ({ body: await dataPackage(language) }),
  }),
  route({
    method: 'GET',
    path: '/data/wildlife.zip',
    summary: 'Rescued wildlife of closed cases: a Darwin Core archive, places generalised by protection class',
    access: 'public',
    limited: true,
    query: inLanguage,
    handle: async () => ({ file: { content: await wildlife(), type: 'application/zip', name: 'wildlife.zip' } }),
  }),
];

/** The archive as of now; its parts are loaded for it alone. */
const wildlife = async (): Promise<Uint8Array> => {
  const { SITE_URL, DATA_LICENCE } = openDataEnv();
  const [{ archiveOf }, { collected }] = await Promise.all([
    import('../wildlife/darwin-core/archive.ts'),
    import('../wildlife/darwin-core/collect.ts'),
  ]);
  const t = translator('en', messages, words);
  const [title, abstract, publisher] = ['data.wildlife', 'data.wildlife.description', 'site.name'].map((k) => t(k));
  const about = { title, abstract, publisher } as Record<'title' | 'abstract' | 'publisher', string>;
  return archiveOf(await collected(DATA_LICENCE), {
    ...{ ...about, site: SITE_URL, date: dateOf(now()), licence: DATA_LICENCE },
  });
};

export const handler = serve(routes);
