import { isDomainError } from '../../shared/errors.ts';
import { now, yearOf } from '../../shared/time.ts';
import { getBudget, setBudget } from './ledger.ts';
import { policiesOf, putPolicy } from './policies.ts';
import { type Policy, policy } from './policy.ts';

const ASSOCIATION = 'medog-biodiversity-association';

/** The day the measure 《墨脱生物多样性保护协会野生动物救助奖励办法》 came into force. */
export const IN_FORCE_FROM = '2026-03-30';

/** An example: that there is a measure, and since when, is published; what it pays is not. */
export const examplePolicy: Policy = policy.parse({
  unit: ASSOCIATION,
  from: IN_FORCE_FROM,
  name: '【示例/EXAMPLE】墨脱生物多样性保护协会野生动物救助奖励',
  source:
    '示例，不是正式标准。《墨脱生物多样性保护协会野生动物救助奖励办法》自 2026-03-30 起施行，金额未公布；此处金额为虚构，唯一参照是外地一县 2021 年公布的平均数（89 只动物共 36850 元，平均每只约 414 元）。正式使用前请由协会改为实际标准。\n' +
    'EXAMPLE, adopted by nobody. The measure is in force since 2026-03-30; its amounts are not published. These are made up; the one reference is the average another county published (about 414 yuan an animal in 2021). Replace them before real use.',
  marking: 'example',
  tariff: {
    per: 'animal',
    rows: [
      { class: 'national-1', amountFen: 80_000 },
      { class: 'national-2', amountFen: 40_000 },
      { class: 'regional', amountFen: 30_000 },
      { class: 'protected', amountFen: 20_000 },
    ],
    capFen: 200_000,
  },
  success: { outcomes: ['released', 'transferred_to_rescue_centre', 'transferred_to_institute'] },
  excluded: { sources: ['ranger'], staff: true },
  joint: 'first-only',
  claimWindow: 'P60D',
  reminder: 'P7D',
});

const EXAMPLE_BUDGET_FEN = 5_000_000;
const SEEDER = { id: 'kora', name: 'kora' };

/** Puts the example policy and a budget for the present year into a table that has none; changes nothing that is there. */
export const seedRewards = async (): Promise<void> => {
  const at = now();
  if ((await policiesOf(ASSOCIATION)).length === 0)
    await unlessSomebodyWasFaster(() => putPolicy(examplePolicy, { by: SEEDER, at }));
  const year = yearOf(at);
  if (await getBudget(ASSOCIATION, year)) return;
  const reason = '示例/EXAMPLE';
  const change = { unit: ASSOCIATION, year, totalFen: EXAMPLE_BUDGET_FEN, marking: 'example' as const, version: 0 };
  await unlessSomebodyWasFaster(() => setBudget({ ...change, reason, by: SEEDER, at }));
};

const unlessSomebodyWasFaster = async (put: () => Promise<unknown>): Promise<void> => {
  try {
    await put();
  } catch (e) {
    if (!isDomainError(e, 'stale')) throw e;
  }
};
