import * as z from 'zod';
import type { Translate } from '../../shared/i18n.ts';
import { type Labelled, labelled } from '../cases/schema.ts';
import { type Policy, policy, type TariffRow } from './policy.ts';
import { yuan } from './text.ts';

/** A reward policy in words: what it pays, to whom, by when. */

export const policyView = policy.extend({ facts: z.array(labelled) });

export type PolicyView = z.infer<typeof policyView>;

/** The policy with its facts; `unitName` names the unit that approves. */
export const policyViewOf = (p: Policy, t: Translate, unitName: (id: string) => string): PolicyView => ({
  ...p,
  facts: [...tariffFacts(p, t), ...conditions(p, t), ...procedure(p, t, unitName), fact(t('policy.source'), p.source)],
});

const fact = (label: string, value: string): Labelled => ({ label, value });

const known = (prefix: string, code: string, t: Translate): string =>
  t.has(`${prefix}.${code}`) ? t(`${prefix}.${code}`) : code;

const outcomes = (codes: string[], t: Translate): string =>
  codes.map((o) => known('outcome', o, t)).join(t('policy.and'));

const tariffFacts = ({ marking, tariff }: Policy, t: Translate): Labelled[] => [
  fact(t('field.marking'), t(`choice.marking.${marking}`)),
  ...tariff.rows.map((r) => fact(rowLabel(r, t), t(`policy.per.${tariff.per}`, { yuan: yuan(r.amountFen) }))),
  ...(tariff.capFen === undefined ? [] : [fact(t('policy.cap'), t('budget.yuan', { yuan: yuan(tariff.capFen) }))]),
];

const rowLabel = ({ class: code, outcomes: of }: TariffRow, t: Translate): string => {
  const name = code === '*' ? t('policy.any-class') : known('class', code, t);
  return of ? `${name} · ${outcomes(of, t)}` : name;
};

const conditions = ({ success, excluded, joint }: Policy, t: Translate): Labelled[] => [
  fact(t('policy.success'), outcomes(success.outcomes, t)),
  fact(t('policy.success-of'), t(success.every ? 'policy.every' : 'policy.some')),
  ...(excluded.staff || excluded.sources.length > 0 ? [fact(t('policy.excluded'), excludedText(excluded, t))] : []),
  fact(t('policy.joint'), t(`policy.joint.${joint}`)),
];

const excludedText = ({ sources, staff }: Policy['excluded'], t: Translate): string =>
  [...sources.map((s) => known('choice.source', s, t)), ...(staff ? [t('policy.staff')] : [])].join(t('policy.and'));

const procedure = (p: Policy, t: Translate, unitName: (id: string) => string): Labelled[] => [
  fact(t('policy.claim-window'), periodText(p.claimWindow, t)),
  fact(t('policy.reminder'), t('policy.before-end', { period: periodText(p.reminder, t) })),
  fact(
    t('policy.approval'),
    `${p.approval.unit ? `${unitName(p.approval.unit)} ` : ''}${t(`role.${p.approval.role}`)}`,
  ),
  fact(t('policy.keep-payee'), t('policy.after-payment', { period: periodText(p.keepPayee, t) })),
];

/** `P30D` in words. */
const periodText = (period: string, t: Translate): string =>
  t(`period.${period.slice(-1)}`, { count: period.slice(1, -1) });
