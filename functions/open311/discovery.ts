import * as z from 'zod';
import { environment } from '../../shared/env.ts';
import type { Language } from '../../shared/fields.ts';
import { translator } from '../../shared/i18n.ts';
import type { XmlNode } from '../../shared/xml.ts';
import { FORMATS, MEDIA_TYPES } from './format.ts';
import { messages } from './messages.ts';
import type { Discovery } from './schema.ts';

const env = environment(z.object({ SITE_URL: z.url() }));

/** When what is offered here last changed its shape. */
const CHANGESET = '2026-11-25T00:00:00+08:00';

/** Where the interface is and how to be let in. */
export const discoveryIn = (language: Language): Discovery => {
  const t = translator(language, messages);
  const endpoint = {
    specification: 'http://wiki.open311.org/GeoReport_v2',
    url: `${env().SITE_URL}/open311/v2`,
    changeset: CHANGESET,
    type: 'production',
    formats: FORMATS.map((f) => MEDIA_TYPES[f]),
  };
  return {
    ...{ changeset: CHANGESET, contact: t('open311.contact'), key_service: t('open311.key') },
    endpoints: [endpoint],
  };
};

export const discoveryXml = ({ endpoints, ...about }: Discovery): XmlNode => ({
  discovery: {
    ...about,
    endpoints: { endpoint: endpoints.map(({ formats, ...e }) => ({ ...e, formats: { format: formats } })) },
  },
});
