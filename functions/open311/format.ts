import * as z from 'zod';
import type { Reply } from '../../shared/route.ts';
import { type XmlNode, xml } from '../../shared/xml.ts';

/** The two formats of every answer, by the ending of its address. */

export const FORMATS = ['json', 'xml'] as const;
export type Format = (typeof FORMATS)[number];

export const MEDIA_TYPES: Record<Format, string> = { json: 'application/json', xml: 'text/xml' };

/** What an address asks for by its last part: `wildlife.xml` is `wildlife`, in XML. */
export const file = z
  .string()
  .max(120)
  .regex(/^.+\.(json|xml)$/, { error: 'ends neither in .json nor in .xml' })
  .transform((file) => ({ name: file.slice(0, file.lastIndexOf('.')), format: formatOf(file) }));

/** The format of an address; XML is the one that the specification requires. */
export const formatOf = (address: string): Format => (address.endsWith('.json') ? 'json' : 'xml');

/** The same answer in the format that was asked for; as XML it has a root and names for what is listed. */
export const written = (format: Format, status: number, json: unknown, root: XmlNode): Reply => ({
  status,
  file: {
    content: format === 'json' ? JSON.stringify(json) : xml(root),
    type: `${MEDIA_TYPES[format]}; charset=utf-8`,
  },
});
