import * as z from 'zod';
import { line } from '../../shared/fields.ts';
import { serve } from '../../shared/http.ts';
import { translator } from '../../shared/i18n.ts';
import { type Route, route } from '../../shared/route.ts';
import { lang } from '../../shared/route-parts.ts';
import { words } from '../../shared/words.ts';
import { messages } from './messages.ts';
import { speciesOfHere } from './species/here.ts';
import { classCode } from './species/schema.ts';
import { search } from './species/search.ts';
import { classText } from './view.ts';

const found = z.object({
  key: z.string(),
  nameZh: z.string(),
  scientificName: z.string(),
  classCode,
  classText: z.string(),
});

const MOST = 20;

export const routes: Route[] = [
  route({
    method: 'GET',
    path: '/wildlife/species',
    summary: 'Species by Chinese name, pinyin, initials or Latin name',
    access: 'public',
    query: z.object({ q: line(60), lang }),
    reply: z.object({ species: z.array(found) }),
    handle: async ({ query, language }) => {
      const t = translator(language, messages, words);
      const species = search(await speciesOfHere(), query.q, MOST).map((s) => ({
        ...s,
        classText: [classText(s.classCode, t), ...(s.limit ? [t(`limit.${s.limit}`)] : [])].join(', '),
      }));
      return { body: { species }, headers: { 'cache-control': 'public, max-age=300' } };
    },
  }),
];

/** The Lambda function of these routes. */
export const handler = serve(routes);
