import type { Language } from '../../shared/fields.ts';
import { html, trusted } from '../../shared/html.ts';
import type { Translate } from '../../shared/i18n.ts';
import { LANG_TAG } from '../../shared/page.ts';
import { stationAddress } from './page.ts';
import { type Station, weekday } from './schema.ts';
import { qrCode } from './sheet-page.ts';
import { wordsIn } from './words.ts';

/** The page for the screen on a station's wall: notices and jobs turn over by themselves; see web/public/screen.js. */

/** The screen's script asks for notices, and a worker keeps the page for hours without a network. */
export const SCREEN_POLICY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

const WORDS = ['none', 'job', 'notice', 'place', 'employer', 'pay', 'contact', 'until', 'offline'].map(
  (key) => `screen.${key}`,
);

/** What the script says, as data in the page. */
const wordsFor = (t: Translate): string => {
  const days = Object.fromEntries(weekday.options.map((d) => [d, t(`field.${d}`)]));
  const said = { ...Object.fromEntries(WORDS.map((key) => [key, t(key)])), ...days };
  return JSON.stringify(said).replaceAll('<', '\\u003c');
};

export const screenPage = (station: Station, siteUrl: string, language: Language): string => {
  const t = wordsIn(language);
  const name = station.name[language] ?? station.name.zh;
  const notices = `/notices?station=${station.id}&limit=100&format=json&lang=${language}`;
  return html`<!doctype html>
<html lang="${LANG_TAG[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/station.css">
<script src="/screen.js" defer></script>
</head>
<body class="screen" data-notices="${notices}" data-self="${stationAddress(station.id, language, '/screen')}">
<header><h1>${name}</h1><p class="clock"><time id="clock"></time></p></header>
<main id="notice"><p class="still">${t('screen.loading')}</p><noscript><p>${t('screen.script')}</p></noscript></main>
<footer><p id="place-in"></p><p id="offline" role="status" hidden></p><div class="code">${qrCode(`${siteUrl}/stations/${station.id}`, t('station.sheet.code'))}<p>${t('screen.scan')}</p></div></footer>
<script type="application/json" id="words">${trusted(wordsFor(t))}</script>
</body>
</html>
`.markup;
};
