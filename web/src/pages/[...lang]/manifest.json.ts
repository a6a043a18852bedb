import type { APIRoute } from 'astro';
import type { Language } from '../../../../shared/fields.ts';
import { LANG_TAG, sitePath } from '../../../../shared/page.ts';
import { inEveryLanguage, site } from '../../site.ts';

/** What a phone needs to know to install the site (W3C web app manifest). */

export const getStaticPaths = inEveryLanguage;

export const GET: APIRoute<{ language: Language }> = ({ props: { language } }) =>
  Response.json({
    name: site(language)('site.name'),
    short_name: 'Kora',
    lang: LANG_TAG[language],
    start_url: sitePath(language, '/'),
    scope: '/',
    display: 'minimal-ui',
    background_color: '#f6f7f9',
    theme_color: '#16305e',
    icons: [{ src: '/mark.svg', sizes: 'any', type: 'image/svg+xml' }],
  });
