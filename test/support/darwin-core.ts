import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

/** A Darwin Core archive as others read it: by what its meta.xml says, and nothing else. */

export interface Read {
  /** The rows of the core, by the addresses of their terms. */
  rows: Record<string, string>[];
  /** How many columns the table has, and how many meta.xml maps. */
  columns: number;
  mapped: string[];
  header: string[];
  // biome-ignore lint/suspicious/noExplicitAny: a description is looked into by the tests
  description: any;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  trimValues: false,
});

const escaped: Record<string, string> = { '\\t': '\t', '\\n': '\n' };

export const readArchive = (bytes: Uint8Array): Read => {
  const files = unzipSync(bytes);
  const text = (name: string) => strFromU8(files[name] as Uint8Array);
  const { archive } = parser.parse(text('meta.xml'));
  const { core } = archive;
  const [between, end] = [core['@fieldsTerminatedBy'], core['@linesTerminatedBy']].map((s) => escaped[s] ?? s);
  const lines = text(core.files.location).split(end).slice(0, -1);
  const cells = lines.map((line) => line.split(between));
  const fields = core.field as { '@index': string; '@term': string }[];
  const rows = cells
    .slice(Number(core['@ignoreHeaderLines']))
    .map((row) => Object.fromEntries(fields.map((f) => [f['@term'], row[Number(f['@index'])] ?? ''])));
  return {
    ...{ rows, columns: Math.max(...cells.map((c) => c.length)), mapped: fields.map((f) => f['@term']) },
    ...{ header: cells[0] ?? [], description: parser.parse(text(archive['@metadata']))['eml:eml'] },
  };
};
