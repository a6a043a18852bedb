import type { Translate } from '../../shared/i18n.ts';
import { excerpt } from '../../shared/text.ts';
import { wallClock } from '../../shared/time.ts';
import type { Names } from '../cases/case-type.ts';
import type { Labelled } from '../cases/schema.ts';
import { labelled } from '../cases/track.ts';
import type { Consultation, RequestData } from './schema.ts';

/** How a request is put into words. */

/** As much of the matter as a line of a queue holds. */
export const short = (matter: string): string => excerpt(matter, 25);

export const titleOf = ({ report }: RequestData, t: Translate): string =>
  t('title.request', { kind: t(`choice.kind.${report.kind}`), matter: short(report.matter) });

/** The same from the card in the queue. */
export const cardTitle = ({ kind, matter }: Record<string, unknown>, t: Translate): string =>
  t('title.request', { kind: t(`choice.kind.${kind}`), matter: String(matter) });

/** The answer, and why it takes longer. */
export const told = ({ answer, extension }: RequestData, stage: string, t: Translate): Labelled[] =>
  labelled([
    [t('fact.answer'), ['answered', 'settled', 'unreached'].includes(stage) ? answer?.text : undefined],
    [t('fact.extension'), ['working', 'extended'].includes(stage) ? extended(extension, t) : undefined],
  ]);

const extended = (extension: RequestData['extension'], t: Translate): string | undefined =>
  extension && t('fact.extended', { days: extension.workingDays, reason: extension.reason });

/** What was asked, who leads it, what was answered and what the calls said. */
export const reportFacts = (data: RequestData, t: Translate): Labelled[] => {
  const { report, answer, extension } = data;
  return labelled([
    [t('field.kind'), t(`choice.kind.${report.kind}`)],
    [t('field.matter'), report.matter],
    [t('fact.lead'), data.responder?.name],
    [t('fact.answer'), answer && `${wallClock(answer.at)} ${answer.text}`],
    [t('fact.extension'), extended(extension, t)],
    ...data.calls.map((c): [string, string] => [
      t('fact.call'),
      [wallClock(c.at), c.by.name, t(`choice.result.${c.result}`), c.note].filter(Boolean).join(' '),
    ]),
    [t('fact.reopened'), data.reopened > 0 ? String(data.reopened) : undefined],
    [t('field.rating'), data.rating === undefined ? undefined : String(data.rating)],
  ]);
};

export const consultationFacts = (asked: Consultation, t: Translate, names: Names) => ({
  name: names(asked.unit),
  title: t('title.consultation', { unit: names(asked.unit) }),
  facts: labelled([
    [t('field.question'), asked.question],
    [t('field.opinion'), asked.opinion],
    [t('fact.givenBy'), asked.givenBy?.name],
  ]),
});
