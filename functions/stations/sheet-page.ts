import encodeQR from 'qr';
import type { Language } from '../../shared/fields.ts';
import { type Html, html, trusted } from '../../shared/html.ts';
import { page } from '../../shared/page.ts';
import { STYLES, stationAddress } from './page.ts';
import type { Station } from './schema.ts';
import { wordsIn } from './words.ts';

/** A sheet to print and hang up: the code that opens the station's page. */

/** The address as a QR code; a quarter of it may be dirty or torn, and the quiet zone is as wide as the standard asks (ISO/IEC 18004). */
export const qrCode = (address: string, label: string): Html => {
  const svg = encodeQR(address, 'svg', { ecc: 'quartile', border: 4 });
  return trusted(svg.replace('<svg ', html`<svg role="img" aria-label="${label}" class="qr" `.markup));
};

export const sheetPage = (station: Station, siteUrl: string, language: Language): string => {
  const t = wordsIn(language);
  const address = `${siteUrl}/stations/${station.id}`;
  const { zh, bo, en } = station.name;
  const body = html`${STYLES}<article class="sheet">
<h1>${station.name[language] ?? zh}</h1>
<p class="names">${[zh, bo, en].filter((n) => n !== undefined && n !== (station.name[language] ?? zh)).map((n) => html`<span>${n}</span>`)}</p>
${qrCode(address, t('station.sheet.code'))}
<p class="address">${address}</p>
<p>${station.address[language] ?? station.address.zh}</p>
<p>${t('station.sheet.text')}</p>
<p class="strong">${t('site.emergency')}</p>
</article><p class="act"><a class="button plain" href="${stationAddress(station.id, language)}">${t('station.back')}</a></p>`;
  const inLanguage = (l: Language) => stationAddress(station.id, l, '/sheet');
  return page({ language, title: station.name[language] ?? zh, body, path: '/stations/', inLanguage });
};
