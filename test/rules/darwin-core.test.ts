import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archiveOf } from '../../functions/wildlife/darwin-core/archive.ts';
import { generalised, type Squares, squareFor } from '../../functions/wildlife/darwin-core/generalised.ts';
import { type Around, occurrencesOf } from '../../functions/wildlife/darwin-core/occurrences.ts';
import { addressOf, terms } from '../../functions/wildlife/darwin-core/terms.ts';
import { wildlifeSettings } from '../../functions/wildlife/settings.ts';
import { CLASSES } from '../../functions/wildlife/species/schema.ts';
import { readArchive } from '../support/darwin-core.ts';
import { having } from '../support/settings.ts';

const squares: Squares = having(wildlifeSettings).published;
const NAMES: Record<string, string> = { '54': '西藏自治区', '540423': '墨脱县', '540423206': '背崩乡' };
const around: Around = {
  ...{ squares, nameOf: (code) => NAMES[code] ?? code, licence: 'https://creativecommons.org/licenses/by/4.0/' },
  scientificNameOf: (name) => (name === '猕猴' ? 'Macaca mulatta' : undefined),
};

const animal = (change: object = {}) => ({
  ...{ id: 'a1', species: '红头咬鹃', scientificName: 'Harpactes erythrocephalus', class: 'national-2' },
  ...{ outcome: 'released', disposed: false },
  ...change,
});
const rescue = (change: object = {}) => ({
  ...{ at: '2026-04-06T16:20:00.000Z', receivedAt: '2026-04-06T17:00:00.000Z', area: '540423206' },
  ...{ number: 'W26-540423-0001', source: 'ranger', ended: 'completed', animals: [animal()] },
  coordinates: { latitude: 29.24517, longitude: 95.17329 },
  ...change,
});
const about = {
  ...{ title: '野生动物 & 救护', abstract: '<b>', publisher: 'Kora', site: 'https://kora.example', date: '2026-11-25' },
  licence: around.licence,
};

describe('an animal as an occurrence', () => {
  test('says what, when, where to the township, and what is held back', () => {
    const [row] = occurrencesOf([rescue()], around);
    expect(row).toMatchObject({
      ...{ occurrenceID: 'W26-540423-0001:a1', basisOfRecord: 'HumanObservation', eventDate: '2026-04-07' },
      ...{ scientificName: 'Harpactes erythrocephalus', taxonRank: 'species', vernacularName: '红头咬鹃' },
      ...{ stateProvince: '西藏自治区', county: '墨脱县', locality: '墨脱县 背崩乡', vitality: 'alive' },
      ...{ decimalLatitude: 29.25, decimalLongitude: 95.15, coordinateUncertaintyInMeters: expect.any(Number) },
      informationWithheld: expect.stringContaining('withheld'),
    });
  });

  test('is there only once its case was handled to the end', () => {
    const ends = [undefined, 'duplicate', 'false', 'withdrawn', 'notWildlife'];
    expect(
      occurrencesOf(
        ends.map((ended) => rescue({ ended })),
        around,
      ),
    ).toEqual([]);
    expect(occurrencesOf([{ nonsense: true }], around)).toEqual([]);
  });

  test('has no coordinates where its class allows none, nor where a companion of such a class was seen with it', () => {
    const tiger = animal({ id: 'a2', class: 'national-1', scientificName: 'Panthera tigris', species: '虎' });
    const rows = occurrencesOf([rescue({ animals: [animal(), tiger] })], around);
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row).not.toHaveProperty('decimalLatitude');
      expect(row.dataGeneralizations).toContain('withheld');
    }
    const [unknown] = occurrencesOf([rescue({ animals: [animal({ class: 'made-up' })] })], around);
    expect(unknown).not.toHaveProperty('decimalLatitude');
  });

  test('of a species without a scientific name is one of the list, or of its kingdom', () => {
    const named = (species: string) => animal({ species, scientificName: undefined });
    const rows = occurrencesOf([rescue({ animals: [named('猕猴'), named('不知名的鸟')] })], around);
    expect(rows.map((r) => [r.scientificName, r.taxonRank])).toEqual([
      ['Macaca mulatta', 'species'],
      ['Animalia', 'kingdom'],
    ]);
  });

  test('was dead or alive when it was found', () => {
    const ends = ['found_dead', 'died_in_treatment', 'escaped', undefined];
    const rows = occurrencesOf([rescue({ animals: ends.map((outcome) => animal({ outcome })) })], around);
    expect(rows.map((r) => r.vitality)).toEqual(['dead', 'alive', 'alive', undefined]);
  });
});

const place = fc.record({
  latitude: fc.double({ min: 18, max: 53.6, noNaN: true }),
  longitude: fc.double({ min: 73.4, max: 135.1, noNaN: true }),
});

/** Metres between two places, over a sphere. */
const metres = (a: { latitude: number; longitude: number }, b: { latitude: number; longitude: number }): number => {
  const rad = Math.PI / 180;
  const [la, lb] = [a.latitude * rad, b.latitude * rad];
  const h =
    Math.sin((lb - la) / 2) ** 2 + Math.cos(la) * Math.cos(lb) * Math.sin(((b.longitude - a.longitude) * rad) / 2) ** 2;
  return 2 * 6_371_008 * Math.asin(Math.sqrt(h));
};

describe('a place is never told more exactly than the class allows', () => {
  const SIDES = Object.values(squares).filter((s) => s !== null);

  test('it is always the middle of a square, and says how far off it may be', () =>
    fc.assert(
      fc.property(place, fc.constantFrom(...SIDES), (at, side) => {
        const told = generalised(at, side);
        for (const degrees of [told.latitude, told.longitude]) {
          const steps = degrees / side - 0.5;
          expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6);
        }
        expect(metres(at, told)).toBeLessThanOrEqual(told.uncertainty * 1.001);
      }),
    ));

  test('wherever in the square the animal was, the same is told', () =>
    fc.assert(
      fc.property(
        place,
        fc.constantFrom(...SIDES),
        fc.double({ min: -0.49, max: 0.49, noNaN: true }),
        (at, side, off) => {
          const told = generalised(at, side);
          const moved = { latitude: told.latitude + off * side, longitude: told.longitude - off * side };
          expect(generalised(moved, side)).toEqual(told);
        },
      ),
    ));

  test('through the whole archive, for animals of any classes', () =>
    fc.assert(
      fc.property(
        place,
        fc.array(fc.constantFrom(...CLASSES), { minLength: 1, maxLength: 4 }),
        (coordinates, classes) => {
          const animals = classes.map((c, i) => animal({ id: `a${i + 1}`, class: c }));
          const { rows } = readArchive(archiveOf(occurrencesOf([rescue({ coordinates, animals })], around), about));
          const side = squareFor(classes, squares);
          for (const row of rows) {
            const latitude = row[addressOf('decimalLatitude')] ?? '';
            if (classes.includes('national-1')) expect(latitude).toBe('');
            else {
              const coarsest = Math.max(...classes.map((c) => squares[c] ?? 0));
              expect(side).toBe(coarsest);
              const steps = Number(latitude) / coarsest - 0.5;
              expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6);
            }
          }
        },
      ),
      { numRuns: 50 },
    ));

  test.each<[string[], number | null]>([
    [['none'], 0.05],
    [['none', 'national-2'], 0.1],
    [['national-1'], null],
    [['none', 'constructor'], null],
  ])('%j: %j', (classes, side) => expect(squareFor(classes, squares)).toBe(side));
});

describe('the archive, read back by what it says of itself', () => {
  const rows = occurrencesOf(
    [rescue(), rescue({ number: 'W26-540423-0002', animals: [animal(), animal({ id: 'a2' })] })],
    around,
  );
  const read = readArchive(archiveOf(rows, about));

  test('maps every column, once, and names it in its header', () => {
    expect(read.columns).toBe(terms.length);
    expect(read.mapped).toEqual(terms.map(addressOf));
    expect(read.header).toEqual(terms);
  });

  test('has every row, each with an id of its own and what GBIF asks of it', () => {
    const ids = read.rows.map((r) => r[addressOf('occurrenceID')]);
    expect(new Set(ids).size).toBe(3);
    for (const row of read.rows)
      for (const term of ['occurrenceID', 'basisOfRecord', 'scientificName', 'eventDate', 'license'] as const)
        expect(row[addressOf(term)]).toMatch(/./);
  });

  test('describes itself', () => {
    const { dataset } = read.description;
    expect([dataset.title, dataset.creator.organizationName, dataset.pubDate]).toEqual([
      ...['野生动物 & 救护', 'Kora', '2026-11-25'],
    ]);
    expect(dataset.intellectualRights.para.ulink['@url']).toBe(around.licence);
    const none = readArchive(archiveOf([], { ...about, licence: undefined })).description.dataset;
    expect(none.intellectualRights.para).toContain('No licence');
  });

  test('whatever is in a name, a row stays a row', () => {
    const [row] = occurrencesOf([rescue({ animals: [animal({ species: 'a\tb\r\nc' })] })], around);
    const { rows: found } = readArchive(archiveOf([row ?? {}], about));
    expect([found.length, found[0]?.[addressOf('vernacularName')]]).toEqual([1, 'a b c']);
  });
});
