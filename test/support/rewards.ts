import { contentOf } from '../../functions/rewards/content.ts';
import type { Candidate, Facts } from '../../functions/rewards/eligibility.ts';
import { type Policy, policy } from '../../functions/rewards/policy.ts';
import { life, type Reward } from '../../functions/rewards/reward.ts';
import type { Content } from '../../functions/rewards/schema.ts';
import { contentDigest } from '../../shared/ids.ts';
import { begin, decide } from '../../shared/workflow/decide.ts';
import { type By, type Step, SYSTEM } from '../../shared/workflow/lifecycle.ts';

/** Rewards as tests need them: the facts of a case, a policy, and a reward some steps on. */

export const AT = '2026-06-10T04:00:00.000Z';
export const UNIT = 'medog-biodiversity-association';

export const policyWith = (change: Partial<Record<keyof Policy, unknown>> = {}): Policy =>
  policy.parse({
    unit: UNIT,
    from: '2026-03-30',
    name: '示例办法',
    source: '示例',
    marking: 'example',
    tariff: {
      rows: [
        { class: 'national-2', amountFen: 40_000 },
        { class: 'protected', amountFen: 20_000 },
      ],
    },
    success: { outcomes: ['released', 'transferred_to_rescue_centre', 'transferred_to_institute'] },
    excluded: { sources: ['ranger'] },
    version: 1,
    ...change,
  });

export const reportWith = (change: Partial<Candidate> = {}): Candidate => ({
  caseId: 'c'.repeat(32),
  receivedAt: '2026-06-03T13:30:00.000Z',
  source: 'resident',
  wantsReward: true,
  name: '卓玛',
  email: 'drolma@home.example',
  language: 'zh',
  valid: true,
  persons: ['p1'],
  staff: false,
  ...change,
});

export const snake = { id: 'a1', name: '眼镜王蛇', class: 'national-2', outcome: 'released' };

export const factsWith = (change: Partial<Facts> = {}): Facts => ({
  caseId: 'c'.repeat(32),
  caseNumber: 'W26-540423-0005',
  caseType: 'wildlife',
  area: '540423206',
  unit: 'beibeng-rangers',
  bureau: 'medog-forestry',
  ended: 'completed',
  reports: [reportWith()],
  animals: [snake],
  closedAt: '2026-06-05T04:00:00.000Z',
  ...change,
});

/** The content of the first report's reward, with its digest. */
export const contentWith = (facts: Partial<Facts> = {}, p: Policy | undefined = policyWith()) => {
  const all = factsWith(facts);
  const content: Content = contentOf(UNIT, p, all, all.reports[0] as Candidate);
  return { ...content, digest: contentDigest(content) };
};

export const OFFICIAL: By = { kind: 'staff', id: 'kelsang@medog-biodiversity.kora.example', name: '格桑卓嘎' };
export const APPROVER: By = { kind: 'staff', id: 'ngawang@medog-biodiversity.kora.example', name: '阿旺群培' };
export const TREASURER: By = { kind: 'staff', id: 'pasang@medog-biodiversity.kora.example', name: '巴桑次仁' };
const REPORTER: By = { kind: 'reporter', id: 'reporter' };

/** A usual input of each event, and who sends it. */
export const STEPS: Record<string, Pick<Step, 'by' | 'input'>> = {
  propose: { by: OFFICIAL, input: {} },
  approve: { by: APPROVER, input: {} },
  return: { by: APPROVER, input: { reason: '请补充照片' } },
  refuse: { by: APPROVER, input: { reason: '不属实' } },
  claim: { by: REPORTER, input: { method: 'bank', payeeConsent: '2026-11', under14: false } },
  'correct-claim': { by: REPORTER, input: { method: 'cash', payeeConsent: '2026-11', under14: false } },
  'withdraw-claim': { by: REPORTER, input: {} },
  'return-claim': { by: TREASURER, input: { reason: '户名不符' } },
  pay: { by: TREASURER, input: { method: 'bank', voucher: 'V-2026-17' } },
  hold: { by: SYSTEM, input: { reason: '物种认错了' } },
};

export const begun = (content = contentWith(), at = AT): Reward =>
  begin(life, 'ab'.repeat(16), content, { type: 'consider', at, by: SYSTEM });

/** The reward after the steps named, each with its usual input at `AT` unless told otherwise. */
export const stepped = (record: Reward, ...steps: (string | ({ type: string } & Partial<Step>))[]): Reward =>
  steps.reduce((r, s) => {
    const step = typeof s === 'string' ? { type: s } : s;
    return decide(life, r, { at: AT, by: SYSTEM, ...STEPS[step.type], ...step });
  }, record);

export const again = (content = contentWith(), at = AT) => ({ type: 'reconsidered', at, by: SYSTEM, input: content });
