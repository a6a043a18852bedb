import { describe, expect, test } from 'vitest';
import type { BulletinScope } from '../../functions/cases/bulletin-figures.ts';
import { tell } from '../../functions/cases/bulletin-told.ts';
import { caseType } from '../../functions/cases/registry.ts';
import { wordsOf } from '../../functions/cases/track.ts';
import type { Language } from '../../shared/fields.ts';

/** What a bulletin says of few things and of nothing, and how it counts. */

const scope: BulletinScope = { name: 'X', from: '2026-01-01', to: '2026-12-31', areaName: (code) => code };

const told = async (type: string, facts: object[], language: Language = 'en') => {
  const asked = await caseType(type);
  const bulletin = await asked.bulletin?.();
  if (!bulletin) throw new Error(`${type} has no bulletin`);
  return tell(bulletin, facts, scope, wordsOf(asked, language));
};

const at = (month: number) => new Date(Date.UTC(2026, month - 1, 15)).toISOString();
const common = (month = 5) => ({ receivedAt: at(month), area: '540423100', ended: 'completed' });
const rescue = (animals: object[] = [], more: object = {}) => ({ ...common(), source: 'ranger', animals, ...more });
const animal = (outcome?: string, disposed = false) => ({ class: 'protected', outcome, disposed });
const emergency = (more: object = {}) => ({ ...common(), problem: 'injury', animals: [], ...more });
const asked = (more: object = {}) => ({
  ...common(),
  kind: 'help',
  late: false,
  reopened: 0,
  ended: 'settled',
  ...more,
});
const help = (more: object = {}) => ({ ...common(), kind: 'urgent', station: 's', ended: 'helped', ...more });

describe('a sentence', () => {
  test.each<[name: string, type: string, facts: object[], zh: string[], en: string[]]>([
    [
      'of one rescue and one animal',
      'wildlife',
      [rescue([animal('found_dead', true)], { ended: undefined })],
      ['案件1起，涉及野生动物1只，其中三有1只。', '死亡的1只已按规定', '共收到报告1份。', '尚有1件没有办结。'],
      [
        '1 wildlife rescue case with 1 animal: 1 of',
        '1 was already dead when found.',
        'The dead animal was',
        '; 1 report came in.',
        '1 is still open.',
      ],
    ],
    [
      'of several',
      'wildlife',
      [rescue([animal('found_dead', true), animal('died_in_treatment')]), rescue(), rescue([], { ended: 'duplicate' })],
      ['案件2起，涉及野生动物2只', '死亡的2只中，1只已按规定', '共收到报告3份，其中重复报告1份。'],
      ['2 wildlife rescue cases with 2 animals', '1 was disposed', '3 reports came in, 1 of them a duplicate.'],
    ],
    [
      'of animals that were not seen yet',
      'wildlife',
      [rescue()],
      ['X共处置野生动物救助案件1起。', '共收到报告1份。'],
      ['X handled 1 wildlife rescue case.', '1 report came in.'],
    ],
    [
      'of one emergency, nothing saved',
      'livestock',
      [emergency({ animals: [{ role: 'single', outcome: 'died' }], epidemic: 'open' })],
      ['牲畜急救1起，救治牲畜1头（只）。', '其中疑似疫病1起。'],
      ['1 livestock emergency with 1 animal.', 'suspected in 1 of them.'],
    ],
    ['of one request', 'request', [asked({ ended: undefined })], ['诉求1件。', '尚有1件'], ['received 1 request.']],
    [
      'of requests that were settled',
      'request',
      [asked(), asked()],
      ['办好2件。'],
      ['2 requests; ', ' 2 are settled.'],
    ],
    [
      'of help that was asked for once',
      'station-help',
      [help({ kind: 'mediation', result: 'not-agreed' })],
      ['求助1件。', '调解1件。'],
      ['asked for help once.', '1 mediation was held.'],
    ],
  ])('%s has the right forms, and nothing of what there was none of', async (_, type, facts, zh, en) => {
    for (const [language, parts] of [
      ['zh', zh],
      ['en', en],
    ] as const) {
      const said = (await told(type, facts, language)).sentences.join('');
      for (const part of parts) expect(said).toContain(part);
      expect(said).not.toMatch(/(?<![\d-])0|\{|notice\.|undefined/);
    }
  });

  test.each(['wildlife', 'livestock', 'request', 'station-help'])(
    'of %s is not there where nothing came',
    async (type) => expect((await told(type, [])).sentences).toEqual([]),
  );
});

test('a name has no stroke after it within a phrase', async () => {
  const asked = await caseType('wildlife');
  const bulletin = await asked.bulletin?.();
  const name = 'མེ་ཏོག་རྫོང་།';
  const told = bulletin && tell(bulletin, [rescue([animal('released')])], { ...scope, name }, wordsOf(asked, 'bo'));
  expect(told?.sentences.join('')).toContain('མེ་ཏོག་རྫོང་ ནས་');
  expect(told?.sentences.join('')).not.toMatch(/། \d/);
});

test.each([
  ['wildlife', rescue],
  ['livestock', emergency],
  ['request', asked],
  ['station-help', help],
] as const)('of %s, a month in which nothing came stands between the others', async (type, fact) => {
  const facts = [
    { ...fact(), ...common(11) },
    { ...fact(), ...common(8) },
  ];
  const { tables } = await told(type, facts);
  const months = tables.find((table) => table.name === 'byMonth')?.rows;
  expect(months?.map((m) => [m.code, m.values[0]])).toEqual([
    ['2026-08', 1],
    ['2026-09', 0],
    ['2026-10', 0],
    ['2026-11', 1],
  ]);
});

test.each(['wildlife', 'livestock', 'request', 'station-help'])(
  'each figure of %s has a name in every language',
  async (type) => {
    for (const language of ['zh', 'bo', 'en'] as const) {
      const { totals, tables } = await told(type, [], language);
      expect([...totals.map((n) => n.label), ...tables.map((table) => table.caption)].join()).not.toMatch(/bulletin\./);
    }
  },
);
