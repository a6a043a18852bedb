import type { Translate } from '../../shared/i18n.ts';
import { wallClock } from '../../shared/time.ts';
import type { Labelled } from '../cases/schema.ts';
import { labelled, phoneFact } from '../cases/track.ts';
import { epidemicsOf, withdrawal } from './rules.ts';
import type { Animal, Epidemic, LivestockData, Report } from './schema.ts';

/** How a livestock case and its animals are put into words. */

const title = ({ species, problem, count }: Pick<Report, 'species' | 'problem' | 'count'>, t: Translate): string =>
  t('title.livestock', { species: t(`choice.species.${species}`), problem: t(`choice.problem.${problem}`), count });

export const titleOf = ({ report }: LivestockData, t: Translate): string => title(report, t);

/** The same from the card in the queue. */
export const cardTitle = (card: Record<string, unknown>, t: Translate): string => title(card as Report, t);

/** What was reported, and how help came. */
export const reportFacts = (data: LivestockData, t: Translate): Labelled[] => {
  const { report } = data;
  const time = (moment: string | undefined) => moment && wallClock(moment);
  return labelled([
    [t('field.livestock.species'), t(`choice.species.${report.species}`)],
    [t('field.problem'), t(`choice.problem.${report.problem}`)],
    [t('field.count'), String(report.count)],
    [t('field.dead'), report.dead > 0 ? String(report.dead) : undefined],
    [t('field.since'), wallClock(report.since)],
    [t('field.details'), report.details],
    [t('field.wayThere'), report.wayThere],
    [t('field.waiting'), report.waiting],
    [t('fact.responder'), data.responder?.name],
    [t('fact.acceptedAt'), time(data.acceptedAt)],
    [t('fact.departedAt'), time(data.departedAt)],
    [t('fact.arrivedAt'), time(data.arrivedAt)],
    [t('field.people'), data.team.join('、')],
    [t('field.instruments'), data.instruments],
    [t('fact.duplicate'), data.duplicateOf && (data.duplicateOf.number ?? data.duplicateOf.id)],
    ...epidemicsOf(data).map((e): [string, string] => [t('fact.epidemic'), verdictsOf(e, t)]),
    [t('fact.followUp'), data.followUp && `${data.followUp.on} ${data.followUp.purpose}`],
    ...data.visits.map((v): [string, string] => [t('fact.visit'), `${wallClock(v.at)} ${v.by}: ${v.findings}`]),
    [t('fact.lossAverted'), data.lossAvertedFen === undefined ? undefined : String(data.lossAvertedFen / 100)],
  ]);
};

/** What was said of a suspicion, corrections and all. */
const verdictsOf = ({ corrected, verdict }: Epidemic, t: Translate): string =>
  [...corrected.map((r) => r.verdict), verdict ?? 'open'].map((v) => t(`choice.verdict.${v}`)).join(' → ');

/** What was advised on the telephone where nobody had to go; else how each animal is, and until when its milk and meat are not used. */
export const told = ({ advice, animals }: LivestockData, stage: string, t: Translate): Labelled[] =>
  labelled(
    stage === 'advised'
      ? [[t('field.advice'), advice]]
      : animals.map((a) => [`${t(`choice.species.${a.species}`)} ${t(`choice.role.${a.role}`)}`, resultOf(a, t)]),
  );

const resultOf = (animal: Animal, t: Translate): string => {
  const until = withdrawal(animal);
  const said = [animal.outcome && t(`outcome.${animal.outcome}`), until && `${t('fact.withdrawal')} ${until}`];
  return said.filter(Boolean).join('\n');
};

/** Whom to call on site, and what made somebody think of an epidemic. */
export const staffFacts = ({ report, epidemic, advice }: LivestockData, t: Translate): Labelled[] =>
  labelled([
    phoneFact(t('field.waitingPhone'), report.waitingPhone),
    [t('field.signs'), epidemic?.signs === report.details ? undefined : epidemic?.signs],
    [t('field.advice'), advice],
  ]);

const nameOf = ({ species, role }: Animal, t: Translate): string =>
  `${t(`choice.species.${species}`)} ${t(`choice.role.${role}`)}`;

/** One animal: which it is, its outcome and what was done with it. */
export const animalFacts = (animal: Animal, t: Translate) => ({
  name: nameOf(animal, t),
  title: t('title.animal', {
    ...{ species: t(`choice.species.${animal.species}`), role: t(`choice.role.${animal.role}`), id: animal.id },
  }),
  outcome: animal.outcome && t(`outcome.${animal.outcome}`),
  facts: labelled([
    [t('field.findings'), animal.findings],
    ...animal.treatments.map((x): [string, string] => [
      t('fact.treatment'),
      [wallClock(x.at), x.procedure, x.drugs, x.people.join('、') || x.by].filter(Boolean).join('; '),
    ]),
    [t('fact.withdrawal'), withdrawal(animal)],
    [t('field.note'), animal.note],
  ]),
});
