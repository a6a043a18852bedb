import type { Translate } from '../../shared/i18n.ts';
import { wallClock } from '../../shared/time.ts';
import type { Names } from '../cases/case-type.ts';
import type { Labelled } from '../cases/schema.ts';
import { together } from '../cases/told.ts';
import type { Animal, WildlifeData } from './schema.ts';
import type { ClassCode } from './species/schema.ts';

/** How a wildlife case and its animals are put into words. */

/** A class in words; one that an administrator added is its own code. */
export const classText = (code: ClassCode | undefined, t: Translate): string => {
  const key = `class.${code ?? 'unknown'}`;
  return t.has(key) ? t(key) : (code ?? '');
};

export const titleOf = ({ identification, report }: WildlifeData, t: Translate): string =>
  t('title.wildlife', { species: identification?.nameZh ?? report.species, count: report.count });

/** The same from the card in the queue. */
export const cardTitle = ({ species, count }: Record<string, unknown>, t: Translate): string =>
  t('title.wildlife', { species: String(species), count: Number(count) });

type Fact = [label: string, value: string | undefined];

const labelled = (facts: Fact[], t: Translate): Labelled[] =>
  facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label: t(label), value }]));

const yes = (is: boolean, t: Translate): string | undefined => (is ? t('form.yes') : undefined);

/** What was reported, and what is known of it by now. */
export const reportFacts = (data: WildlifeData, t: Translate): Labelled[] => {
  const { report, identification } = data;
  return labelled(
    [
      ['fact.intake', t(`choice.intake.${report.intake}`)],
      ['fact.reported-as', report.species],
      ['fact.species', identification?.status === 'open' ? undefined : identification?.nameZh],
      ['fact.class', identification && classWithLimit(identification, t)],
      ['field.count', String(report.count)],
      ['field.dead', report.dead > 0 ? String(report.dead) : undefined],
      ['field.condition', t(`choice.${report.condition}`)],
      ['field.peopleInDanger', yes(report.peopleInDanger, t)],
      ['fact.foundAt', wallClock(report.foundAt)],
      ['field.details', report.details],
      ['fact.wantsReward', yes(report.wantsReward, t)],
      ['fact.responder', data.responder?.name],
      ['fact.duplicate', data.duplicateOf && (data.duplicateOf.number ?? data.duplicateOf.id)],
      ['fact.cluster', data.cluster && t('fact.cases', { count: data.cluster.length })],
    ],
    t,
  );
};

const classWithLimit = (of: NonNullable<WildlifeData['identification']>, t: Translate): string =>
  of.limit ? `${classText(of.classCode, t)} (${t(`limit.${of.limit}`)})` : classText(of.classCode, t);

/** What became of each animal, as far as it is known. */
export const told = ({ animals }: WildlifeData, _: string, t: Translate): Labelled[] =>
  together(
    animals.flatMap(({ nameZh, outcome }) => (outcome ? [{ label: nameZh, value: t(`outcome.${outcome}`) }] : [])),
  );

/** One animal: its title, class, outcome and what was done with it. */
export const animalFacts = (animal: Animal, t: Translate, names: Names) => ({
  name: animal.nameZh,
  title: t('title.animal', { species: animal.nameZh, id: animal.id }),
  class: { code: animal.classCode, text: classText(animal.classCode, t) },
  outcome: animal.outcome && t(`outcome.${animal.outcome}`),
  facts: labelled(
    [
      ['field.condition', t(`choice.${animal.condition}`)],
      ['field.findings', animal.findings],
      ...animal.legs.map((leg): Fact => ['fact.transport', legText(leg)]),
      ['fact.transfer', animal.transfer && transferText(animal.transfer, t, names)],
      ['fact.approval', animal.transfer?.approval && approvalText(animal.transfer.approval, t)],
      ['fact.release', animal.release && `${animal.release.place}: ${animal.release.suits}`],
      ['field.cause', animal.death?.cause],
      ['fact.inspection', animal.inspection && inspectionText(animal.inspection, t)],
      ['fact.disposal', animal.disposal && disposalText(animal.disposal, t)],
    ],
    t,
  ),
});

type Of<K extends keyof Animal> = NonNullable<Animal[K]>;

const legText = ({ carrier, to, departedAt, arrivedAt }: Of<'legs'>[number]): string =>
  `${carrier} → ${to}, ${wallClock(departedAt)} – ${arrivedAt ? wallClock(arrivedAt) : '…'}`;

const transferText = ({ to, purpose }: Of<'transfer'>, t: Translate, names: Names): string =>
  `${names(to)}, ${t(`choice.purpose.${purpose}`)}`;

const approvalText = ({ level, number }: { level: string; number: string }, t: Translate): string =>
  `${t(`choice.approvalLevel.${level}`)}, ${number}`;

const inspectionText = ({ passed, by, report, at }: Of<'inspection'>, t: Translate): string =>
  `${wallClock(at)}, ${by}: ${report} (${t('field.passed')}: ${t(passed ? 'form.yes' : 'form.no')})`;

const disposalText = ({ method, place, certificate, at }: Of<'disposal'>, t: Translate): string =>
  `${wallClock(at)}, ${t(`choice.method.${method}`)}, ${place}, ${certificate}`;
