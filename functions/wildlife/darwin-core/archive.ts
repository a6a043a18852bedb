import { strToU8, zipSync } from 'fflate';
import { type XmlNode, xml } from '../../../shared/xml.ts';
import { addressOf, OCCURRENCE, type Occurrence, terms } from './terms.ts';

/**
 * A Darwin Core archive: a zip of the occurrences as a table, of what its columns mean, and of a description of the whole
 * (Darwin Core text guide; EML 2.1.1 in GBIF's profile). Pure.
 */

const TABLE = 'occurrence.txt';
const DESCRIPTION = 'eml.xml';

/** A cell of the table holds neither tab nor line break: nothing would tell them from those between cells. */
const cell = (value: string | number | undefined): string => String(value ?? '').replace(/[\t\r\n]+/g, ' ');

const table = (rows: Occurrence[]): string =>
  [terms, ...rows.map((row) => terms.map((term) => cell(row[term])))].map((line) => `${line.join('\t')}\n`).join('');

const meta = (): string =>
  xml({
    archive: {
      '@xmlns': 'http://rs.tdwg.org/dwc/text/',
      '@metadata': DESCRIPTION,
      core: {
        ...{ '@encoding': 'UTF-8', '@fieldsTerminatedBy': '\\t', '@linesTerminatedBy': '\\n', '@fieldsEnclosedBy': '' },
        ...{ '@ignoreHeaderLines': '1', '@rowType': OCCURRENCE },
        files: { location: TABLE },
        id: { '@index': '0' },
        field: terms.map((term, i) => ({ '@index': String(i), '@term': addressOf(term) })),
      },
    },
  });

/** What is said of the whole data set. */
export interface About {
  title: string;
  abstract: string;
  publisher: string;
  /** The address of the site. */
  site: string;
  /** The day it was written. */
  date: string;
  licence?: string;
}

const eml = ({ title, abstract, publisher, site, date, licence }: About): string => {
  const organisation = { organizationName: publisher, onlineUrl: site };
  const rights: XmlNode = licence
    ? { para: { '#text': 'Licence: ', ulink: { '@url': licence, citetitle: licence } } }
    : { para: 'No licence is declared; ask the publisher.' };
  return xml({
    'eml:eml': {
      ...{ '@xmlns:eml': 'eml://ecoinformatics.org/eml-2.1.1', '@packageId': `${site}/data/wildlife.zip/${date}` },
      ...{ '@system': site, '@scope': 'system', '@xml:lang': 'en' },
      dataset: {
        ...{ alternateIdentifier: `${site}/data/wildlife.zip`, title },
        ...{ creator: organisation, metadataProvider: organisation, pubDate: date, language: 'zh' },
        ...{ abstract: { para: abstract }, intellectualRights: rights, contact: organisation },
      },
    },
  });
};

/** The archive's bytes. */
export const archiveOf = (rows: Occurrence[], about: About): Uint8Array => {
  const files = { 'meta.xml': meta(), [DESCRIPTION]: eml(about), [TABLE]: table(rows) };
  const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  return zipSync(bytes, { mtime: `${about.date}T00:00:00Z` });
};
