import { describe, expect, test } from 'vitest';
import { converted, publishedCsv } from '../../functions/directory/divisions/convert.ts';
import generated from '../../functions/directory/divisions/divisions.generated.json' with { type: 'json' };
import { divisions, SITE_COUNTY, townshipsOf } from '../../functions/directory/divisions/divisions.ts';
import { choose } from '../../functions/directory/divisions/townships.ts';
import { DomainError } from '../../shared/errors.ts';

const count = (level: string) => divisions.filter((d) => d.level === level).length;

describe('the published divisions', () => {
  test('are what the file says', () => expect(generated).toEqual(converted(publishedCsv())));

  test('have the published totals', () =>
    expect(['region', 'prefecture', 'county', 'township'].map(count)).toEqual([1, 7, 78, 705]));

  test('each lie in another one, and have one code each', () => {
    const codes = new Set(divisions.map((d) => d.code));
    expect(codes.size).toBe(divisions.length);
    expect(divisions.filter((d) => d.parent !== undefined && !codes.has(d.parent))).toEqual([]);
    expect(divisions.filter((d) => d.parent === undefined)).toHaveLength(1);
  });

  test('give the site its townships', () => expect(townshipsOf(SITE_COUNTY)).toHaveLength(8));
});

describe('a township', () => {
  const added = { code: '540102099', name: '塔玛街道', level: 'township' as const, parent: '540102' };
  const find = (said: string, county?: string) => choose([...divisions, added], said, county).code;

  test.each([
    ['540423206', undefined, '540423206'],
    ['背崩乡', undefined, '540423206'],
    ['背崩', undefined, '540423206'],
    ['墨脱镇', undefined, '540423100'],
    ['达木珞巴', undefined, '540423202'],
    ['塔玛街道', undefined, '540102099'],
    ['墨脱县', undefined, '540423'],
    ['540423', undefined, '540423'],
  ])('%s is found', (said, county, code) => expect(find(said, county)).toBe(code));

  const refusal = (said: string, county?: string) => {
    try {
      return find(said, county);
    } catch (e) {
      if (e instanceof DomainError) return e.fields[0];
      throw e;
    }
  };

  test('of a name that five counties have is asked for its county', () => {
    const refused = refusal('扎西岗乡');
    expect(refused).toMatchObject({ path: 'place.township', code: 'ambiguous-township' });
    const county = /\d{6}/.exec(typeof refused === 'object' ? refused.message : '')?.[0] ?? '';
    expect(find('扎西岗乡', county).slice(0, 6)).toBe(county);
  });

  test.each([['没有这个乡'], ['540423999'], ['54'], ['5404'], ['西藏自治区'], ['']])('%j is none', (said) =>
    expect(refusal(said)).toMatchObject({ path: 'place.township', code: 'unknown-township' }),
  );

  test('is none where the county has no such one', () =>
    expect(refusal('背崩乡', '540102')).toMatchObject({ code: 'unknown-township' }));
});
