import { type TipData, type TipReport, tipData } from '../../functions/tips/schema.ts';
import { tipSettings } from '../../functions/tips/settings.ts';
import { life, type Tip } from '../../functions/tips/tip.ts';
import { begin, decide } from '../../shared/workflow/decide.ts';
import { type By, type LifeRecord, type Step, SYSTEM } from '../../shared/workflow/lifecycle.ts';
import { REPORTER } from '../../shared/workflow/open-actions.ts';
import type { CaseSample } from './case-samples.ts';
import { having } from './settings.ts';

/** Tip-offs as tests need them. */

export const AT = '2026-06-10T01:00:00.000Z';
export const UNIT = 'lhasa-anti-drug';
const SENDER = REPORTER.by;
const MIGMAR: By = { kind: 'staff', id: 'migmar@lhasa-anti-drug.kora.example', name: '米玛次仁' };
const WANGJUN: By = { kind: 'staff', id: 'wangjun@lhasa-anti-drug.kora.example', name: '王军' };

export const tipWith = (change: Partial<TipData> = {}): TipData =>
  tipData.parse({
    matter: 'growing',
    county: '540102',
    place: '河湾第三个大棚',
    account: '两垄罂粟',
    unit: UNIT,
    content: 'c'.repeat(32),
    month: '2026-06',
    terms: having(tipSettings),
    ...change,
  });

/** A usual input of each event, and who sends it. */
const STEPS: Record<string, Pick<Step, 'by' | 'input'>> = {
  read: { by: MIGMAR },
  reply: { by: SENDER },
  ask: { by: MIGMAR },
  answer: { by: MIGMAR },
  act: { by: MIGMAR, input: { note: '已铲除' } },
  close: { by: MIGMAR, input: { outcome: 'founded' } },
  reopen: { by: MIGMAR, input: { reason: '新情况' } },
  propose: { by: MIGMAR, input: { amountFen: 100_000, reason: '查实' } },
  approve: { by: WANGJUN, input: {} },
  return: { by: WANGJUN, input: { reason: '金额偏高' } },
  claim: { by: SENDER, input: { collectedBy: 'proxy', notOnDuty: true, codeDigest: 'd'.repeat(32) } },
  'withdraw-claim': { by: SENDER },
  pay: { by: MIGMAR, input: { voucher: 'V-1' } },
};

export const stepOf = (type: string, more: Partial<Step> = {}): Step => ({
  ...{ type, at: AT, by: SYSTEM },
  ...STEPS[type],
  ...more,
});

export const begun = (data = tipWith()): Tip =>
  begin(life, 'ab'.repeat(16), data, { type: 'report', at: AT, by: SENDER });

/** The tip-off after the steps named, each with its usual input unless told otherwise. */
export const stepped = (record: Tip, ...steps: (string | Step)[]): Tip =>
  steps.reduce((r, s) => decide(life, r, typeof s === 'string' ? stepOf(s) : s), record);

/** One tip-off, as there is one of each type of case: an officer who has read it writes down what was done. */
export const sample: CaseSample<TipReport> = {
  report: () => ({ matter: 'growing', county: '540102', place: '河湾第三个大棚', account: '两垄罂粟' }),
  placed: () => stepped(begun(), 'read') as LifeRecord,
  ...{ by: MIGMAR.id, action: 'act', input: STEPS.act?.input },
};
