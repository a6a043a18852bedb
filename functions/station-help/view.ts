import type { Translate } from '../../shared/i18n.ts';
import { excerpt } from '../../shared/text.ts';
import { wallClock } from '../../shared/time.ts';
import type { Labelled } from '../cases/schema.ts';
import { labelled } from '../cases/track.ts';
import type { HelpData } from './schema.ts';

/** How help at a station is put into words. */

/** As much of the matter as a line of a queue holds. */
export const short = (matter: string): string => excerpt(matter, 25);

export const titleOf = ({ report }: HelpData, t: Translate): string =>
  t('title.station-help', { kind: t(`choice.kind.${report.kind}`), matter: short(report.matter) });

/** The same from the card in the queue. */
export const cardTitle = ({ kind, matter }: Record<string, unknown>, t: Translate): string =>
  t('title.station-help', { kind: t(`choice.kind.${kind}`), matter: String(matter) });

/** What was asked, where, and who comes. */
export const reportFacts = ({ report, stationName, responder, planned }: HelpData, t: Translate): Labelled[] =>
  labelled([
    [t('field.kind'), t(`choice.kind.${report.kind}`)],
    [t('field.station'), stationName],
    [t('field.matter'), report.matter],
    [t('fact.responder'), responder?.name],
    [t('fact.planned'), planned && `${wallClock(planned.at)} ${planned.where}`],
  ]);

/** When and where a mediation is held, once it is arranged. */
export const told = ({ planned }: HelpData, stage: string, t: Translate): Labelled[] =>
  stage === 'planned' && planned
    ? labelled([[t('told.planned'), t('told.planned.text', { time: wallClock(planned.at), where: planned.where })]])
    : [];

/** What was done and agreed: it names others too, and whoever finds a receipt must not read it. */
export const staffFacts = (data: HelpData, t: Translate): Labelled[] =>
  labelled([
    [t('fact.acceptedAt'), data.acceptedAt && wallClock(data.acceptedAt)],
    [t('fact.help'), data.help && `${wallClock(data.help.at)} ${data.help.by}: ${data.help.what}`],
    ...data.mediations.flatMap((m): [string, string | undefined][] => [
      [
        t('fact.mediation'),
        [wallClock(m.heldAt), m.where, m.parties.join('、'), t(`choice.result.${m.result}`)].join(' · '),
      ],
      [t('field.agreement'), m.agreement],
      [t('field.note'), m.note],
    ]),
    ...data.checks.map((c): [string, string] => [
      t('fact.check'),
      `${wallClock(c.at)} ${t(`choice.result.${c.result}`)}: ${c.note}`,
    ]),
    [t('fact.referredTo'), data.referredTo],
    [t('fact.reopened'), data.reopened > 0 ? String(data.reopened) : undefined],
  ]);
