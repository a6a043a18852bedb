import type { Language } from '../../shared/fields.ts';
import { type Translate, translator } from '../../shared/i18n.ts';
import { phoneLink, shownPhone } from '../../shared/phone.ts';
import { words } from '../../shared/words.ts';
import { nextDue } from '../../shared/workflow/decide.ts';
import { wholeHistory } from '../../shared/workflow/history.ts';
import type { Entry, LifeRecord, OpenAction } from '../../shared/workflow/lifecycle.ts';
import { openActions, REPORTER } from '../../shared/workflow/open-actions.ts';
import { informationOf, textOf } from './added.ts';
import type { CaseType } from './case-type.ts';
import { caseWords } from './messages.ts';
import { maskedEmail, maskedPhone } from './rules.ts';
import type { CaseData, Labelled, ReceivedView, ReportView } from './schema.ts';

/** The words of a case type in a language, before those that all share. */
export const wordsOf = (type: CaseType, language: Language): Translate =>
  translator(language, type.messages, caseWords, words);

/** What the reporter is told at once, in plain words. */
export const acknowledged = (
  type: CaseType,
  record: LifeRecord<CaseData>,
  receipt: string,
  language: Language,
): ReceivedView => {
  const t = wordsOf(type, language);
  const code = type.stage(record.state);
  return {
    receipt,
    location: `/reports/${receipt}`,
    type: type.type,
    number: record.data.number,
    receivedAt: record.createdAt,
    stage: { code, text: t(`stage.${code}`) },
    next: nextOf(code, record, t),
  };
};

/** What the reporter sees under the receipt. Rewards are asked for only once there can be any. */
export const trackedView = async (
  type: CaseType,
  record: LifeRecord<CaseData>,
  receipt: string,
  language: Language,
): Promise<ReportView> => {
  const t = wordsOf(type, language);
  const [rewards, photos, added, history] = await Promise.all([
    rewardsOf(record, type.stage(record.state), language),
    photosOf(record.id, receipt, language),
    informationOf(type.life, record),
    historyOf(type, record, t),
  ]);
  return {
    ...acknowledged(type, record, receipt, language),
    told: type.told?.(record.data, type.stage(record.state), t) ?? [],
    history,
    held: [...type.reportFacts(record.data, t), ...placeFacts(record.data, t), ...heldOf(record.data, added, t)],
    photos,
    actions: [...(await openActions(type.life, record, REPORTER, t)), ...rewards.actions],
    rewards: rewards.rewards,
  };
};

const nextOf = (code: string, record: LifeRecord<CaseData>, t: Translate): ReportView['next'] =>
  t.has(`next.${code}`) ? { text: t(`next.${code}`), by: nextDue(record) } : undefined;

const rewardsOf = async (
  record: LifeRecord<CaseData>,
  code: string,
  language: Language,
): Promise<{ rewards: ReportView['rewards']; actions: OpenAction[] }> => {
  if (code !== 'completed' && code !== 'duplicate') return { rewards: [], actions: [] };
  const { rewardsForReporter } = await import('../rewards/for-reporter.ts');
  return rewardsForReporter(record.id, language);
};

const photosOf = async (id: string, receipt: string, language: Language): Promise<ReportView['photos']> => {
  const { photosForReporter } = await import('../photos/for-reporter.ts'); // what accepting a report does without
  return photosForReporter(id, receipt, language);
};

/** The steps that the reporter was or would have been told of by mail. */
const historyOf = async (type: CaseType, record: LifeRecord<CaseData>, t: Translate): Promise<ReportView['history']> =>
  (await wholeHistory(type.life, record)).flatMap(({ at, effects }) =>
    effects.filter((e) => e.type === 'tellReporter').map((e) => ({ at, text: t(`stage.${e.params?.stage}`) })),
  );

/** Where, in words and by coordinates. */
export const placeFacts = ({ place: { words, coordinates } }: CaseData, t: Translate): Labelled[] => {
  const at = coordinates && [coordinates.latitude, coordinates.longitude];
  return labelled([
    [t('field.words'), words],
    [t('field.coordinates'), at?.join(', '), at && `geo:${at}`],
  ]);
};

/** What is kept of the reporter. Whoever found the receipt sees enough to know whose it is, and no more. */
const heldOf = ({ reporter }: CaseData, added: Entry[], t: Translate): Labelled[] => [
  ...labelled([
    [t('field.name'), reporter.name],
    [t('field.phone'), reporter.phone && maskedPhone(reporter.phone)],
    [t('field.email'), reporter.email && maskedEmail(reporter.email)],
    [t('field.address'), reporter.address],
  ]),
  ...added.map((e) => ({ label: t('field.text'), value: textOf(e) })),
];

/** Facts that there are, each under its label. */
export const labelled = (facts: [label: string, value: string | undefined, href?: string][]): Labelled[] =>
  facts.flatMap(([label, value, href]) => (value ? [{ label, value, href }] : []));

/** A telephone number that staff call by tapping it. */
export const phoneFact = (label: string, phone: string | undefined): [string, string | undefined, string?] => [
  label,
  phone && shownPhone(phone),
  phone && phoneLink(phone),
];
