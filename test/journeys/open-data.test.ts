import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf } from '../../functions/wildlife/darwin-core/terms.ts';
import { type Kora, startKora } from '../support/app.ts';
import { type Read, readArchive } from '../support/darwin-core.ts';
import { done, type Handed, handIn } from '../support/journey.ts';

/** What anybody may fetch: the figures of each service with their description, and rescued wildlife as an archive. */

interface Resource {
  name: string;
  path: string;
  format: string;
  mediatype: string;
  schema?: { fields: { name: string; type: string; constraints?: { enum?: string[] } }[] };
  measures?: { table: string; code?: string; unit: string }[];
}

let kora: Kora;
let rescue: Handed;
let resources: Resource[];

const EXACT = { latitude: 29.32517, longitude: 95.33329 };

beforeAll(async () => {
  kora = await startKora({ at: '2026-06-10T08:00:00.000Z' });
  const reporter = { name: '措姆拉珍', phone: '13908940001' };
  rescue = await handIn(kora, { reporter, place: { township: '墨脱镇', words: '观景台', coordinates: EXACT } });
  await handIn(kora, { species: '猕猴', reporter });
  await done(kora, rescue.id, 'accept');
  await done(kora, rescue.id, 'arrive');
  const { body } = await kora.api('GET', `/wildlife/species?q=${encodeURIComponent('黑鸢')}`);
  await done(kora, rescue.id, 'assess', { speciesKey: body.species[0].key, condition: 'injured' });
  await done(kora, rescue.id, 'release', { place: '林缘', suits: '同一生境' }, { part: 'a1' });
  await done(kora, rescue.id, 'close');
  resources = (await kora.api('GET', '/data?lang=en')).body.resources;
}, 300_000); // whoever starts first builds, and others wait for it
afterAll(async () => kora?.stop());

/** By its whole address, as the description has it, or by its path. */
const fetched = async (path: string, headers = {}) => {
  const response = await fetch(new URL(path, kora.url), { headers });
  return { status: response.status, type: response.headers.get('content-type') ?? '', response };
};

describe('the description', () => {
  test('names every service with figures in each county, its formats, and the archive, under a licence', async () => {
    const { body } = await kora.api('GET', '/data/datapackage.json');
    expect(body.licenses).toEqual([{ path: 'https://creativecommons.org/licenses/by/4.0/' }]);
    expect(body.resources.map((r: Resource) => r.name)).toEqual(
      expect.arrayContaining([
        ...['wildlife-540423-csv', 'wildlife-540423-json', 'livestock-540622-csv', 'request-540102-csv'],
        ...['station-help-540322-csv', 'wildlife-occurrences'],
      ]),
    );
    expect(JSON.stringify(body)).not.toMatch(/tip-|"tip/);
    const names = body.resources.map((r: Resource) => r.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9][-a-z0-9._]*$/);
  });

  test('is right: each file is there, of its type, and each cell is of its field', async () => {
    for (const { path, mediatype, schema, measures } of resources) {
      const { status, type, response } = await fetched(path);
      expect([path, status, type.split(';')[0]]).toEqual([path, 200, mediatype]);
      if (!schema) continue;
      const [header = '', ...lines] = (await response.text()).trimEnd().split('\r\n');
      expect(header.replace('\ufeff', '').split(',')).toEqual(schema.fields.map((f) => f.name));
      const keys = lines.map((line) => line.split(',').slice(0, 2).join());
      expect(new Set(keys).size).toBe(keys.length);
      const tables = schema.fields[0]?.constraints?.enum ?? [];
      for (const line of lines) {
        expect(tables).toContain(line.split(',')[0]);
        expect(Number(line.split(',').at(-1))).not.toBeNaN();
      }
      expect(new Set(measures?.map((m) => m.table))).toEqual(new Set(tables));
    }
  });

  test('is a page for people, in their language', async () => {
    const { type, response } = await fetched('/data?lang=bo', { accept: 'text/html' });
    const text = await response.text();
    expect([type, text]).toEqual(['text/html; charset=utf-8', expect.stringContaining('<html lang="bo">')]);
    expect(text).toContain('/data/wildlife.zip"');
    expect(text).not.toMatch(/data\.[a-z]|\{\w+\}|undefined/);
  });
});

describe('the archive of wildlife', () => {
  let read: Read;
  beforeAll(async () => {
    const { status, type, response } = await fetched('/data/wildlife.zip');
    expect([status, type]).toEqual([200, 'application/zip']);
    read = readArchive(new Uint8Array(await response.arrayBuffer()));
  });

  test('holds the animal of the closed case, and none of the open one', () => {
    expect(read.rows).toHaveLength(1);
    expect(read.rows[0]).toMatchObject({
      [addressOf('occurrenceID')]: `${rescue.number}:a1`,
      [addressOf('scientificName')]: 'Milvus migrans',
      [addressOf('eventDate')]: '2026-06-10',
      [addressOf('locality')]: '墨脱县 墨脱镇',
      [addressOf('decimalLatitude')]: '29.35', // 国家二级: squares of a tenth of a degree
      [addressOf('decimalLongitude')]: '95.35',
    });
  });

  test('holds nothing of whoever reported it, nor the place as it was', () => {
    const text = JSON.stringify(read);
    expect(text).not.toMatch(/措姆|13908940001|观景台|29\.325|95\.333|林缘/);
  });

  test('describes itself with its licence', () =>
    expect(JSON.stringify(read.description.dataset)).toContain('creativecommons.org/licenses/by/4.0'));
});
