import { writeFileSync } from 'node:fs';
import type { MetadataJson } from 'libphonenumber-js/core';
import max from 'libphonenumber-js/max/metadata';
import min from 'libphonenumber-js/min/metadata';

/**
 * Makes phone-ranges.generated.json of the library's tables: `node shared/phone-ranges.ts` after each new version of it. China
 * with its kinds of numbers, the countries at Tibet's border with lengths and first digits; of the others nothing is checked.
 */

const NEIGHBOURS = ['NP', 'IN', 'BT', 'MM'] as const;

export const ranges = (): MetadataJson => {
  const neighbours = Object.fromEntries(NEIGHBOURS.map((country) => [country, min.countries[country]]));
  const countries: MetadataJson['countries'] = { CN: max.countries.CN, ...neighbours };
  const codes = Object.entries(min.country_calling_codes).filter(([, [first = '']]) => first in countries);
  return { version: min.version, country_calling_codes: Object.fromEntries(codes), countries, nonGeographic: {} };
};

if (import.meta.main)
  writeFileSync(new URL('phone-ranges.generated.json', import.meta.url), `${JSON.stringify(ranges())}\n`);
