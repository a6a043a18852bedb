import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { converted, keyOf } from '../../functions/wildlife/species/convert.ts';
import { publishedSpecies, withLocal } from '../../functions/wildlife/species/list.ts';
import { identify, plainName, search } from '../../functions/wildlife/species/search.ts';
import generated from '../../functions/wildlife/species/species.generated.json' with { type: 'json' };

const list = await publishedSpecies();
const names = (found: { nameZh: string }[]) => found.map((s) => s.nameZh);
const byName = (name: string) => list.find((s) => s.nameZh === name);

describe('the generated list', () => {
  test('is what the published files say', () => expect(generated).toEqual(converted()));

  test('holds no quotes or further commas that would have been split wrongly', () => {
    for (const file of ['protected-species', 'species-aliases', 'protected-taxa-all-species']) {
      const [head = '', ...rows] = readFileSync(`functions/wildlife/species/${file}.csv`, 'utf8').trim().split(/\r?\n/);
      const cells = head.split(',').length;
      expect(rows.filter((r) => r.includes('"') || /[|;]/.test(r) || r.split(',').length !== cells)).toEqual([]);
    }
  });

  test('has the official totals, groups apart from those of the list itself', () => {
    const ofList = list.filter((s) => !s.key.startsWith('all-'));
    const count = (code: string) => ofList.filter((s) => s.classCode === code).length;
    expect(ofList).toHaveLength(2912);
    expect([count('national-1'), count('national-2'), count('protected')]).toEqual([235, 753, 1924]);
  });

  test('has one key an entry, of the form that the directory allows', () => {
    expect(new Set(list.map((s) => s.key)).size).toBe(list.length);
    expect(list.filter((s) => !/^[a-z0-9](-?[a-z0-9]){1,59}$/.test(s.key))).toEqual([]);
    expect(keyOf('Milvus migrans')).toBe('milvus-migrans');
  });

  test('spells every Chinese name in plain letters', () =>
    expect(list.filter((s) => s.spelled.length === 0 || s.spelled.some((p) => !/^[a-z]+$/.test(p.full)))).toEqual([]));

  test('says where a class is for wild animals only', () => {
    expect(list.filter((s) => s.limit === 'wild').length).toBeGreaterThan(60);
    expect(byName('梅花鹿')).toMatchObject({ limit: 'wild', classCode: 'national-1' });
  });
});

describe('search', () => {
  test.each([
    ['黑鸢', '黑鸢'],
    ['heiyuan', '黑鸢'],
    ['hei yuan', '黑鸢'],
    ['Milvus migrans', '黑鸢'],
    ['MILVUS', '黑鸢'],
    ['migrans', '黑鸢'],
    ['眼镜王', '眼镜王蛇'],
    ['yjws', '眼镜王蛇'],
    ['lükongque', '绿孔雀'],
    ['雉鸡', '环颈雉'],
  ])('%s finds %s first', (query, name) => expect(names(search(list, query))[0]).toBe(name));

  test.each(['', '   ', '。', '😀', 'zzzzqqq'])('%j finds nothing', (query) => expect(search(list, query)).toEqual([]));

  test('initials find all that have them', () => expect(names(search(list, 'hy', 20))).toContain('黑鸢'));

  test('what kind of animal it is counts before what a name begins with', () =>
    expect(names(search(list, '蛇'))[0]).toMatch(/蛇$/));

  test('any listed name, its pinyin and its Latin name find it', () =>
    fc.assert(
      fc.property(fc.constantFrom(...list), (s) => {
        for (const query of [s.nameZh, s.spelled[0]?.full ?? '', s.scientificName].filter(Boolean))
          expect(search(list, query, 3000)).toContain(s);
      }),
      { numRuns: 60 },
    ));

  test('no text makes it fail, and it never answers more than asked', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (q) => {
        expect(search(list, q, 5).length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 40 },
    ));
});

describe('a reported name', () => {
  test.each([
    ['红头咬鹃', '红头咬鹃', 'national-2'],
    ['猕猴', '猕猴', 'national-2'],
    ['眼镜王蛇', '眼镜王蛇', 'national-2'],
    ['赤麂', '赤麂', 'protected'],
    ['山斑鸠', '山斑鸠', 'protected'],
    [' 黑 鸢 ', '黑鸢', 'national-2'],
    ['Milvus migrans', '黑鸢', 'national-2'],
    ['雉鸡', '环颈雉', 'protected'],
  ])('%j is %s', (said, nameZh, classCode) =>
    expect(identify(list, said)).toMatchObject({ status: 'listed', species: { nameZh, classCode } }),
  );

  test.each([
    ['斑羚', '喜马拉雅斑羚', '中华斑羚'],
    ['鬣羚', '中华鬣羚', '喜马拉雅鬣羚'],
    ['喜山鸢', '黑鸢'],
    ['马鹿', '马鹿', '西藏马鹿'],
    ['大山雀', '大山雀', '欧亚大山雀'],
    ['藏马鸡', '藏马鸡', '白马鸡'],
    ['灰眉岩鹀', '灰眉岩鹀', '淡灰眉岩鹀'],
    ['点翅朱雀', '点翅朱雀', '淡腹点翅朱雀'],
    ['受伤的猕猴', '猕猴'],
    ['猫科', '猫科所有种'],
  ])('%s stays open, with %s among the suggestions', (said, ...expected) => {
    const found = identify(list, said);
    expect(found.status).toBe('open');
    expect(found.status === 'open' && names(found.suggestions)).toEqual(expect.arrayContaining(expected));
  });

  test.each(['蛇', '野猪', '大嘴乌鸦', '黑色大鸟', '蛇蜥科所有种', 'yanjingwangshe', '', '?'])(
    '%j stays open',
    (said) => expect(identify(list, said).status).toBe('open'),
  );

  test('a name that is the end of others of another class is never classified', () => {
    for (const s of list.filter((l) => !l.isGroup)) {
      const kin = list.filter((o) => o !== s && !o.isGroup && o.nameZh.endsWith(s.nameZh));
      if (kin.some((o) => o.classCode !== s.classCode)) expect(identify(list, s.nameZh).status).toBe('open');
    }
  });

  test('whatever is classified bears that very name', () =>
    fc.assert(
      fc.property(fc.constantFrom(...list), fc.nat(3), (s, cut) => {
        const said = s.nameZh.slice(cut);
        const found = identify(list, said);
        if (found.status === 'listed')
          expect([found.species.nameZh, ...found.species.aliases].map(plainName)).toContain(said);
      }),
      { numRuns: 100 },
    ));
});

describe('the region’s own list', () => {
  const local = (more: object) => ({
    key: 'x-y',
    nameZh: '阿妈鸟',
    classCode: 'regional',
    aliases: [],
    version: 1,
    ...more,
  });

  test('adds species, found and classified like the others', () => {
    const here = withLocal(list, [local({ aliases: ['阿妈雀'] })]);
    expect(identify(here, '阿妈雀')).toMatchObject({
      status: 'listed',
      species: { key: 'x-y', classCode: 'regional' },
    });
    expect(names(search(here, '阿妈'))).toEqual(['阿妈鸟']);
  });

  test('adds names to a published species, and its class unless a national one holds', () => {
    const here = withLocal(list, [
      local({ key: 'milvus-migrans', nameZh: '喜山鸢' }),
      local({ key: 'muntjac', nameZh: '麂子', scientificName: 'Muntiacus vaginalis' }),
    ]);
    expect(here).toHaveLength(list.length);
    expect(identify(here, '喜山鸢')).toMatchObject({
      status: 'listed',
      species: { nameZh: '黑鸢', classCode: 'national-2' },
    });
    expect(identify(here, '赤麂')).toMatchObject({ status: 'listed', species: { classCode: 'regional' } });
  });
});
