import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharedLines, shares, sum, tariffLines } from '../../functions/rewards/amount.ts';
import { boundContent, considered, contentOf } from '../../functions/rewards/content.ts';
import { type Candidate, eligibility, type Facts, sharers } from '../../functions/rewards/eligibility.ts';
import type { AnimalFacts } from '../../functions/rewards/facts.ts';
import { messages } from '../../functions/rewards/messages.ts';
import { policyBody } from '../../functions/rewards/policy.ts';
import * as rules from '../../functions/rewards/rules.ts';
import { type Payee, payee, reasonCode, rewardData } from '../../functions/rewards/schema.ts';
import { examplePolicy } from '../../functions/rewards/seed.ts';
import { endOfPeriod } from '../../shared/calendar.ts';
import { csv } from '../../shared/csv.ts';
import { contentDigest } from '../../shared/ids.ts';
import { contentWith, factsWith, policyWith, reportWith, snake, UNIT } from '../support/rewards.ts';

const unmet = (facts: Facts, policy = policyWith(), report = facts.reports[0]) =>
  eligibility(policy, facts, report as Candidate, 100)
    .reasons.filter((r) => !r.met)
    .map((r) => r.code);

describe('the policy in force', () => {
  const policies = ['2026-03-30', '2027-01-01', '2025-01-01'].map((from) => ({ from }));

  test.each([
    ['2024-12-31', undefined],
    ['2026-03-29', '2025-01-01'],
    ['2026-03-30', '2026-03-30'],
    ['2026-12-31', '2026-03-30'],
    ['2030-01-01', '2027-01-01'],
  ])('on %s began on %s', (date, from) => expect(rules.policyInForce(policies, date)?.from).toBe(from));

  const used = policyWith({ usedTo: '2026-06-03' });
  test.each([
    ['a used one is not changed', used, [used], 'policy-used'],
    [
      'none comes before a report that was decided',
      policyWith({ from: '2026-06-01', version: 0 }),
      [used],
      'policy-used',
    ],
    ['one may begin after it', policyWith({ from: '2026-06-04', version: 0 }), [used], undefined],
    ['one may stand before the first', policyWith({ from: '2026-01-01', version: 0 }), [used], undefined],
    ['an unused one may change', policyWith(), [policyWith()], undefined],
    ['the reminder comes within the window', policyWith({ claimWindow: 'P5D' }), [], 'invalid-input'],
  ])('%s', (_, next, known, code) => {
    const check = () => rules.checkPolicy(next, known);
    if (code) expect(check).toThrow(expect.objectContaining({ code }));
    else expect(check).not.toThrow();
  });

  test('is handed in without what the address says', () => {
    const { unit: _, from: _f, usedTo: _u, ...body } = policyWith();
    expect(policyBody.parse(body)).toMatchObject({ claimWindow: 'P30D', joint: 'first-only' });
    for (const wrong of [
      { claimWindow: 'PT5M' },
      { claimWindow: 'P0D' },
      { usedTo: '2026-01-01' },
      { marking: 'real' },
    ])
      expect(policyBody.safeParse({ ...body, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
  });
});

describe('eligibility', () => {
  const early = reportWith({ caseId: 'e'.repeat(32), receivedAt: '2026-06-03T13:00:00.000Z', persons: ['p0'] });
  const late = reportWith({ caseId: 'f'.repeat(32), receivedAt: '2026-06-03T14:00:00.000Z', persons: ['p2'] });

  test.each<[string, Partial<Facts>, string[]]>([
    ['the first valid reporter of a rescue that succeeded', {}, []],
    ['a case that ended otherwise', { ended: 'false' }, ['case-completed']],
    ['a report that was not valid', { reports: [reportWith({ valid: false })] }, ['valid-report', 'first-report']],
    ['a report after another one', { reports: [reportWith(), early] }, ['first-report']],
    ['a report before another one, whatever the order they are told in', { reports: [reportWith(), late] }, []],
    ['a report after one that was not valid', { reports: [reportWith(), { ...early, valid: false }] }, []],
    ['a rescue that did not succeed', { animals: [{ ...snake, outcome: 'found_dead' }] }, ['rescue-succeeded']],
    ['a case without animals', { animals: [] }, ['rescue-succeeded']],
    ['one success among several', { animals: [snake, { ...snake, outcome: 'found_dead' }] }, []],
    ['a ranger on patrol', { reports: [reportWith({ source: 'ranger' })] }, ['not-on-duty']],
    ['staff of the units', { reports: [reportWith({ staff: true })] }, ['not-on-duty']],
    ['nobody asked', { reports: [reportWith({ wantsReward: false })] }, ['asked-for']],
  ])('of %s', (_, change, codes) => expect(unmet(factsWith(change))).toEqual(codes));

  test('the duty of the first is no chance for the second', () => {
    const facts = factsWith({ reports: [reportWith(), { ...early, source: 'ranger' }] });
    expect(unmet(facts)).toEqual(['first-report']);
  });

  test('what is excluded and what succeeds is the policy’s', () => {
    const ranger = factsWith({ reports: [reportWith({ source: 'ranger', staff: true })] });
    expect(unmet(ranger, policyWith({ excluded: { sources: [], staff: false } }))).toEqual([]);
    const every = policyWith({ success: { outcomes: ['released'], every: true } });
    expect(unmet(factsWith({ animals: [snake, { ...snake, outcome: 'escaped' }] }), every)).toEqual([
      'rescue-succeeded',
    ]);
    const died = policyWith({ success: { outcomes: ['died_in_treatment'] } });
    expect(unmet(factsWith({ animals: [{ ...snake, outcome: 'died_in_treatment' }] }), died)).toEqual([]);
  });

  test('needs a policy on the day, and an amount', () => {
    expect(eligibility(undefined, factsWith(), reportWith(), 0).reasons).toContainEqual({
      code: 'policy-in-force',
      met: false,
    });
    const facts = factsWith();
    const { eligible, reasons } = eligibility(policyWith(), facts, facts.reports[0] as Candidate, 0);
    expect([eligible, reasons.at(-1)]).toEqual([false, { code: 'within-tariff', met: false }]);
  });

  test('is told in words, met or not', () => {
    for (const code of reasonCode.options)
      for (const kind of ['reason', 'unmet']) expect(messages).toHaveProperty([`${kind}.${code}`]);
  });

  test('is asked for whoever wants a reward, and whoever was considered before', () => {
    const facts = factsWith({
      reports: [reportWith(), { ...early, wantsReward: false }, { ...late, wantsReward: false }],
    });
    expect(considered(facts, (c) => c === late.caseId).map((r) => r.caseId)).toEqual([
      reportWith().caseId,
      late.caseId,
    ]);
  });
});

describe('reporters who share', () => {
  const split = policyWith({ joint: 'split' });
  const reports = ['1', '2', '3'].map((n) =>
    reportWith({ caseId: n.repeat(32), receivedAt: `2026-06-03T13:0${n}:00.000Z`, persons: [`p${n}`] }),
  );

  test('are all who asked, but those on duty and those not valid; a person once', () => {
    const others = [
      reportWith({ caseId: '4'.repeat(32), persons: ['p4'], source: 'ranger' }),
      reportWith({ caseId: '5'.repeat(32), persons: ['p5'], valid: false }),
      reportWith({ caseId: '6'.repeat(32), persons: ['p6', 'p1'] }),
      reportWith({ caseId: '7'.repeat(32), persons: ['p7'], wantsReward: false }),
    ];
    const facts = factsWith({ reports: [...others, ...reports] });
    expect(sharers(split, facts).map((r) => r.caseId[0])).toEqual(['1', '2', '3']);
    expect(unmet(facts, split, facts.reports[2])).toEqual(['counted-once']);
    expect(sharers(policyWith(), facts).map((r) => r.caseId[0])).toEqual(['1']);
  });

  test('get the whole between them, to the fen', () => {
    const facts = factsWith({ reports });
    const amounts = reports.map((r) => contentOf(UNIT, split, facts, r).amountFen);
    expect(amounts).toEqual([13_334, 13_333, 13_333]);
    expect(reports.map((r) => contentOf(UNIT, policyWith(), facts, r).amountFen)).toEqual([40_000, 0, 0]);
  });

  test('any whole splits into shares that add up to it and differ by a fen at most', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: 1, max: 50 }), (total, among) => {
        const parts = shares(total, among);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
        expect(parts.every(Number.isInteger)).toBe(true);
      }),
    ));
});

const animals = fc.array(
  fc.record({
    id: fc.uuid(),
    name: fc.constant('某'),
    class: fc.constantFrom('national-1', 'national-2', 'protected', 'none'),
    outcome: fc.constantFrom('released', 'found_dead', undefined),
  }) as fc.Arbitrary<AnimalFacts>,
  { maxLength: 8 },
);
const tariffs = fc.record(
  {
    per: fc.constantFrom('animal', 'case'),
    rows: fc.array(
      fc.record({
        class: fc.constantFrom('*', 'national-2', 'protected'),
        amountFen: fc.integer({ min: 0, max: 99_999 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    capFen: fc.integer({ min: 0, max: 200_000 }),
  },
  { requiredKeys: ['rows'] },
);

describe('the amount', () => {
  const amount = (tariff: object, found: AnimalFacts[]) => sum(tariffLines(policyWith({ tariff }), found));
  const dove = { id: 'a2', name: '山斑鸠', class: 'protected', outcome: 'released' };
  const rows = [
    { class: 'national-2', outcomes: ['transferred_to_institute'], amountFen: 50_000 },
    { class: 'national-2', amountFen: 40_000 },
    { class: '*', amountFen: 10_000 },
  ];

  test.each<[string, object, AnimalFacts[], number]>([
    ['of an animal is its class’s', { rows }, [snake], 40_000],
    ['may depend on the outcome', { rows }, [{ ...snake, outcome: 'transferred_to_institute' }], 50_000],
    ['of any other class is that of *', { rows }, [dove], 10_000],
    ['of several is their sum', { rows }, [snake, dove, dove], 60_000],
    ['counts only those that succeeded', { rows }, [snake, { ...dove, outcome: 'found_dead' }], 40_000],
    ['by case is the highest, once', { rows, per: 'case' }, [dove, snake, dove], 40_000],
    ['is capped for a case', { rows, capFen: 55_000 }, [snake, dove, dove], 55_000],
    ['of what stands in no row is nothing', { rows: [rows[1]] }, [dove], 0],
  ])('%s', (_, tariff, found, fen) => expect(amount(tariff, found)).toBe(fen));

  test('is exactly what its lines add up to, for every sharer and for all together', () =>
    fc.assert(
      fc.property(tariffs, animals, fc.integer({ min: 1, max: 5 }), (tariff, found, among) => {
        const lines = tariffLines(policyWith({ tariff }), found);
        const each = Array.from({ length: among }, (_, i) => sum(sharedLines(lines, i, among)));
        expect(each.reduce((a, b) => a + b, 0)).toBe(sum(lines));
        expect(sum(lines)).toBeGreaterThanOrEqual(0);
        expect(sum(lines)).toBeLessThanOrEqual(tariff.capFen ?? Number.POSITIVE_INFINITY);
      }),
    ));

  test('of the example is marked as one', () => {
    expect(examplePolicy).toMatchObject({ marking: 'example', from: '2026-03-30' });
    for (const word of ['示例', 'EXAMPLE']) expect(`${examplePolicy.name}${examplePolicy.source}`).toContain(word);
    expect(examplePolicy.source).toContain('414');
  });
});

describe('an approval is bound to the content', () => {
  const base = contentWith();
  const changes: [string, Partial<Facts>, ReturnType<typeof policyWith>?][] = [
    ['another outcome', { animals: [{ ...snake, outcome: 'transferred_to_institute' }] }],
    ['another species', { animals: [{ ...snake, class: 'protected' }] }],
    ['another name', { reports: [reportWith({ name: '央金' })] }],
    ['another person', { reports: [reportWith({ persons: ['p9'] })] }],
    ['another policy', {}, policyWith({ version: 2 })],
  ];

  test.each(changes)('%s is another content', (_, change, policy) =>
    expect(contentWith(change, policy).digest).not.toBe(base.digest),
  );

  test('the same facts are the same content, also read back, and whatever has happened to the reward', () => {
    expect(contentWith().digest).toBe(base.digest);
    const kept = rewardData.parse(JSON.parse(JSON.stringify({ ...base, payee: undefined, claim: { until: 'x' } })));
    expect(contentDigest(boundContent(kept))).toBe(base.digest);
  });

  test('only what was proposed and approved as it is stands', () => {
    const by = { by: 'a', name: 'a', at: 'x', digest: base.digest };
    expect(rules.isBound({ ...base, proposal: by })).toBe(true);
    expect(rules.isBound({ ...base })).toBe(false);
    expect(rules.isBound({ ...base, proposal: { ...by, digest: 'other' } })).toBe(false);
    expect(rules.isBound({ ...base, proposal: by, approval: { ...by, digest: 'other' } })).toBe(false);
  });
});

describe('the money', () => {
  const money = fc.record({
    kind: fc.constantFrom('committed', 'released', 'paid'),
    unit: fc.constant('u'),
    year: fc.constant(2026),
    amountFen: fc.integer({ min: 0, max: 1_000_000 }),
  }) as fc.Arbitrary<rules.Movement>;

  test('never changes the total, whatever moves', () =>
    fc.assert(
      fc.property(money, (movement) => {
        const { remaining, committed, paid } = rules.deltasOf(movement);
        expect(remaining + committed + paid).toBe(0);
      }),
    ));

  const commitment = { unit: 'u', year: 2026, amountFen: 100 };
  const payment = { method: 'cash' as const, voucher: 'v', at: 'x', by: 'a', name: 'a', amountFen: 100 };
  test.each([
    ['nothing', {}, {}, undefined],
    ['an approval reserves', {}, { commitment }, 'committed'],
    ['a refusal or a lapse gives back', { commitment }, {}, 'released'],
    ['a payment pays', { commitment }, { commitment, payment }, 'paid'],
    ['after it nothing moves', { commitment, payment }, { commitment, payment }, undefined],
  ])('%s', (_, before, after, kind) => expect(rules.movementOf(before, after)?.kind).toBe(kind));
});

describe('the claim', () => {
  test.each([
    ['P30D', '2026-07-10T16:00:00.000Z'],
    ['P2M', '2026-08-10T16:00:00.000Z'],
    ['P2W', '2026-06-24T16:00:00.000Z'],
  ])('window of %s ends with its last day in China', (window, end) =>
    expect(endOfPeriod('2026-06-10T04:00:00.000Z', window)).toBe(end),
  );

  test('window counts from the day in China, and the reminder comes before its end', () => {
    expect(endOfPeriod('2026-06-10T17:00:00.000Z', 'P30D')).toBe('2026-07-11T16:00:00.000Z');
    expect(endOfPeriod('2025-12-31T04:00:00.000Z', 'P2M')).toBe('2026-02-28T16:00:00.000Z');
    const claim = { until: '2026-07-10T16:00:00.000Z' };
    expect(rules.reminderAt({ ...contentWith(), claim }, 'x')).toBe('2026-07-03T16:00:00.000Z');
  });

  const details: Payee = payee.parse({ payeeName: '卓玛', method: 'cash', payeeConsent: '2026-11' });
  test.each<[string, Partial<Payee>, string[]]>([
    ['cash', {}, []],
    ['a bank transfer', { method: 'bank' }, ['account', 'bank']],
    ['a wallet', { method: 'wallet' }, ['account']],
    ['somebody else who collects it', { method: 'proxy' }, ['proxyName', 'proxyPhone']],
    ['a child', { under14: true }, ['guardianName', 'guardianConsent']],
    ['a child with a guardian', { under14: true, guardianName: '次仁', guardianConsent: true }, []],
  ])('by %s needs what it needs', (_, change, missing) => {
    const check = () => rules.checkPayee({ ...details, ...change });
    if (missing.length === 0) return expect(check).not.toThrow();
    const fields = missing.map((path) => expect.objectContaining({ path, code: 'required' }));
    return expect(check).toThrow(expect.objectContaining({ fields }));
  });

  test('is not taken without its own consent', () => {
    const { payeeConsent: _, ...without } = details;
    expect(payee.safeParse(without).success).toBe(false);
    expect(payee.safeParse({ ...details, payeeConsent: '2020-01' }).success).toBe(false);
  });
});

describe('a table for spreadsheets', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['＝x', "'＝x"],
    ['\tx', "'\tx"],
    ['\rx', `"'\rx"`],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\nb', '"a\nb"'],
    ['=a,b', `"'=a,b"`],
    [-12.5, '-12.5'],
    [undefined, ''],
  ])('%j is the cell %s', (value, cell) => expect(csv([[value, 'x']])).toBe(`\ufeff${cell},x\r\n`));
});
