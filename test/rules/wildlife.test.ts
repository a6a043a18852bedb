import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likelyDuplicates, likeness } from '../../functions/cases/likeness.ts';
import { caseWords } from '../../functions/cases/messages.ts';
import { animalActions, caseActions } from '../../functions/wildlife/actions.ts';
import { messages } from '../../functions/wildlife/messages.ts';
import * as rules from '../../functions/wildlife/rules.ts';
import { type Condition, condition, outcome, report, type Sighting } from '../../functions/wildlife/schema.ts';
import { wildlifeSettings } from '../../functions/wildlife/settings.ts';
import { CLASSES } from '../../functions/wildlife/species/schema.ts';
import { inputSchema } from '../../shared/body.ts';
import { DomainError } from '../../shared/errors.ts';
import { missingLabels } from '../../shared/form-labels.ts';
import { translator } from '../../shared/i18n.ts';
import { words } from '../../shared/words.ts';
import { having } from '../support/settings.ts';
import { AT, aReport } from '../support/wildlife.ts';

const defaults = having(wildlifeSettings);

/** The paths and codes that a check complains of. */
const complaints = (check: () => void): [string, string][] => {
  try {
    check();
    return [];
  } catch (e) {
    if (!(e instanceof DomainError)) throw e;
    return e.fields.map((f) => [f.path, f.code]);
  }
};

describe('a report', () => {
  const reporter = { name: '卓玛', phone: '13800000000', address: '背崩乡背崩村' };

  test.each<[string, Record<string, unknown>, [string, string][]]>([
    ['with the least that is needed', {}, []],
    ['of five minutes ahead', { foundAt: '2026-04-06T01:24:59.000Z' }, []],
    ['of the future', { foundAt: '2026-04-06T01:26:00.000Z' }, [['foundAt', 'future']]],
    ['of two years ago', { foundAt: '2024-04-06T01:26:00.000Z' }, [['foundAt', 'too-old']]],
    ['with more dead than animals', { count: 2, dead: 3 }, [['dead', 'too-large']]],
    ['that wants a reward without a contact', { wantsReward: true }, [['reporter.phone', 'required-for-reward']]],
    ['that wants a reward, with mail', { wantsReward: true, reporter: { email: 'a@b.example' } }, []],
    ['handed in', { intake: 'hand-in', reporter }, []],
    [
      'handed in by nobody',
      { intake: 'hand-in' },
      [
        ['reporter.name', 'required'],
        ['reporter.phone', 'required'],
        ['reporter.address', 'required'],
      ],
    ],
  ])('%s', (_, change, expected) => expect(complaints(() => rules.checkReport(aReport(change), AT))).toEqual(expected));
});

describe('urgency', () => {
  const of = (c: Condition, classCode?: string, more = {}) =>
    rules.urgencyOf({ condition: c, peopleInDanger: false, count: 1, dead: 0, ...more }, classCode);

  test.each<[Condition, string | undefined, string]>([
    ['severely-injured', 'national-1', 'critical'],
    ['trapped', 'national-1', 'critical'],
    ['strayed', 'national-1', 'urgent'],
    ['dead', 'national-1', 'urgent'],
    ['severely-injured', 'national-2', 'urgent'],
    ['injured', 'national-2', 'urgent'],
    ['injured', 'regional', 'urgent'],
    ['strayed', 'national-2', 'normal'],
    ['dead', 'national-2', 'normal'],
    ['severely-injured', 'protected', 'urgent'],
    ['injured', 'protected', 'normal'],
    ['severely-injured', 'none', 'urgent'],
    ['weak', 'none', 'normal'],
    ['injured', undefined, 'urgent'],
    ['unknown', undefined, 'normal'],
    ['dead', undefined, 'normal'],
  ])('%s of class %s is %s', (c, classCode, expected) => expect(of(c, classCode)).toBe(expected));

  test('people in danger come first, whatever the animal', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...condition.options),
        fc.constantFrom('national-1', 'protected', 'none', undefined),
        (c, cls) => of(c, cls, { peopleInDanger: true }) === 'critical',
      ),
    ));

  test('where all are dead nothing can be saved any more', () =>
    expect(of('injured', 'national-2', { count: 2, dead: 2 })).toBe('normal'));

  test('the clocks are those of the unit’s settings', () => {
    expect(rules.delaysOf(defaults, 'critical')).toMatchObject({ acceptance: 15 * 60_000 });
    expect(rules.delaysOf(defaults, 'urgent')).toMatchObject({ acceptance: 30 * 60_000 });
    expect(rules.delaysOf(defaults, 'normal')).toMatchObject({ acceptance: 2 * 3_600_000 });
    const own = having(wildlifeSettings, { acceptance: { critical: 'PT5M', urgent: 'PT10M', normal: 'PT1H' } });
    expect(rules.delaysOf(own, 'critical').acceptance).toBe(5 * 60_000);
    expect(rules.graceMinutes(defaults)).toBe(15);
  });
});

const sighting = (id: string, change: Partial<Sighting> = {}): Sighting => ({
  ...{
    id,
    number: `N-${id}`,
    at: AT,
    area: '540423206',
    species: '眼镜王蛇',
    speciesKey: 'ophiophagus-hannah',
    dead: 0,
  },
  ...change,
});
const minutesLater = (n: number) => new Date(Date.parse(AT) + n * 60_000).toISOString();
const unknownSnake = { species: '蛇', speciesKey: undefined };
const unknownBird = { species: '黑色大鸟', speciesKey: undefined };

describe('likely duplicates', () => {
  const by = rules.comparison(defaults.duplicates);
  const found = (...others: Sighting[]) => likelyDuplicates(sighting('x'), others, ['kept'], by).map((d) => d.id);

  test.each<[string, Partial<Sighting>, boolean]>([
    ['the same snake eleven minutes later, not named', { at: minutesLater(11), ...unknownSnake }, true],
    ['the same species in the township a day later', { at: minutesLater(1440) }, true],
    ['a bird nobody can name, in the same township and hour', { at: minutesLater(9), ...unknownBird }, false],
    ['three days later', { at: minutesLater(3 * 1440) }, false],
    ['another species', { speciesKey: 'macaca-mulatta', species: '猕猴' }, false],
    ['another township, another day', { area: '540423205', at: minutesLater(600) }, false],
    ['a closed case', { ended: 'completed' }, false],
    ['one kept apart', { id: 'kept' }, false],
    ['itself', { id: 'x' }, false],
  ])('%s', (_, change, is) => expect(found(sighting('y', change)).length > 0).toBe(is));

  test('what lies beyond three kilometres is another animal', () => {
    const at = (latitude: number) => ({ coordinates: { latitude, longitude: 95.2 } });
    const near = (latitude: number) => likeness(sighting('x', at(29.2)), sighting('y', at(latitude)), by);
    expect(near(29.21)).toMatchObject({ reasons: expect.arrayContaining(['near', 'same-species']) });
    expect(near(29.3).score).toBe(0);
  });

  test('the most alike stand first, five at most, each with reasons', () => {
    const others = Array.from({ length: 8 }, (_, i) => sighting(`y${i}`, { at: minutesLater(i * 40) }));
    const likely = likelyDuplicates(sighting('x'), others, [], by);
    expect(likely).toHaveLength(5);
    expect(likely.map((d) => d.score)).toEqual(likely.map((d) => d.score).toSorted((a, b) => b - a));
    expect(likely.every((d) => d.reasons.length > 0)).toBe(true);
  });

  test('likeness is the same both ways and between 0 and 1', () =>
    fc.assert(
      fc.property(fc.nat(4000), fc.boolean(), fc.boolean(), (minutes, open, far) => {
        const a = sighting('a');
        const b = sighting('b', {
          at: minutesLater(minutes),
          ...(open ? unknownSnake : {}),
          ...(far ? { area: '540423100' } : {}),
        });
        const [one, other] = [likeness(a, b, by), likeness(b, a, by)];
        expect(one).toEqual(other);
        expect(one.score >= 0 && one.score <= 1).toBe(true);
      }),
    ));
});

describe('a cluster', () => {
  const of = (own: number, ...others: Partial<Sighting>[]) =>
    rules.clusterOf(
      sighting('x', { dead: own }),
      others.map((o, i) => sighting(`y${i}`, o)),
      defaults.cluster,
    );

  test.each<[string, string[] | undefined, number, Partial<Sighting>[]]>([
    ['three dead in one report', ['x'], 3, []],
    ['one and two', ['x', 'y0'], 1, [{ dead: 2 }]],
    ['two only', undefined, 1, [{ dead: 1 }]],
    ['none of its own', undefined, 0, [{ dead: 5 }]],
    ['elsewhere', undefined, 1, [{ dead: 5, area: '540423205' }]],
    ['long before', undefined, 1, [{ dead: 5, at: minutesLater(-5000) }]],
    ['reported twice', undefined, 1, [{ dead: 2, ended: 'duplicate' }]],
    ['not true', undefined, 1, [{ dead: 2, ended: 'false' }]],
    ['closed cases count', ['x', 'y0'], 1, [{ dead: 2, ended: 'completed' }]],
  ])('%s', (_, expected, own, others) => expect(of(own, ...others)).toEqual(expected));
});

describe('where an animal unfit for release goes', () => {
  const check = (
    classCode: string,
    approvalLevel?: 'county' | 'prefecture' | 'province' | 'national',
    approvalNumber?: string,
  ) =>
    complaints(() =>
      rules.checkTransfer(
        { purpose: 'unfit-for-release', approvalLevel, approvalNumber },
        { classCode },
        defaults.approval,
      ),
    );

  test.each([
    ['national-1', 'province', []],
    ['national-2', 'province', []],
    ['national-2', 'national', []],
    ['national-1', 'prefecture', [['approvalLevel', 'level-too-low']]],
    ['national-2', 'county', [['approvalLevel', 'level-too-low']]],
    ['regional', 'county', []],
    ['protected', 'county', []],
    ['none', 'county', []],
    ['a-class-of-our-own', 'county', []],
    ['protected', undefined, [['approvalLevel', 'level-too-low']]],
  ] as const)('class %s, approved by %s', (classCode, level, expected) =>
    expect(check(classCode, level, '藏林 1 号')).toEqual(expected),
  );

  test('needs the number of the approval', () =>
    expect(check('none', 'county')).toEqual([['approvalNumber', 'required']]));

  test('is no question in rehabilitation', () =>
    expect(
      complaints(() =>
        rules.checkTransfer({ purpose: 'rehabilitation' }, { classCode: 'national-1' }, defaults.approval),
      ),
    ).toEqual([]));

  test('asks for what the unit’s settings say', () => {
    const { approval } = having(wildlifeSettings, { approval: { protected: 'prefecture' } });
    expect([rules.approvalNeeded('protected', approval), rules.approvalNeeded('none', approval)]).toEqual([
      'prefecture',
      'county',
    ]);
  });
});

describe.each(['zh', 'bo', 'en'] as const)('words in %s', (language) => {
  const t = translator(language, messages, caseWords, words);
  const forms = { wildlife: report, ...mapped(caseActions), ...mapped(animalActions) };

  test.each(Object.entries(forms))('the form of %s has all its labels', (scope, schema) =>
    expect(missingLabels(inputSchema(schema), t, scope)).toEqual([]),
  );

  test('every action, outcome, class and stage has a name', () => {
    const keys = [
      ...[...Object.keys(caseActions), ...Object.keys(animalActions)].map((a) => `action.${a}`),
      ...outcome.options.map((o) => `outcome.${o}`),
      ...CLASSES.map((c) => `class.${c}`),
    ];
    expect(keys.filter((k) => !t.has(k))).toEqual([]);
  });
});

function mapped(actions: typeof caseActions | typeof animalActions) {
  return Object.fromEntries(Object.entries(actions).map(([name, rule]) => [name, rule.input]));
}

test('every message is there in all three languages', () =>
  expect(Object.entries(messages).filter(([, m]) => !m.zh || !m.bo || !m.en)).toEqual([]));
