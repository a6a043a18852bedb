import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { likelyDuplicates, withNew } from '../cases/likeness.ts';
import { sightingsAround } from '../cases/nearby.ts';
import { placed } from '../cases/placement.ts';
import { settingsOf } from '../directory/lookup.ts';
import { factsOf, wildlife } from './case.ts';
import type { Triaged } from './events.ts';
import { clusterOf, comparison, delaysOf, urgencyOf } from './rules.ts';
import { type Sighting, sighting, type WildlifeData } from './schema.ts';
import { type WildlifeSettings, wildlifeSettings } from './settings.ts';
import { speciesOfHere } from './species/here.ts';
import type { Species } from './species/schema.ts';
import { identify } from './species/search.ts';

/** What is found out about a report by itself, the moment it arrives. */

type Record_ = LifeRecord<WildlifeData>;

/** Number, unit, urgency, species, clocks, likely duplicates and cluster of a new report. Throws where nobody answers for the place. */
export const triaged = async (record: Record_): Promise<Triaged> => {
  const { data } = record;
  const { unit, bureau, number } = await placed(wildlife, record);
  const [own, list] = await Promise.all([settingsOf(unit, wildlifeSettings), speciesOfHere()]);
  const identification = identified(list, data.report.species);
  const urgency = urgencyOf(data.report, identification.classCode);
  const here = sightingOf({ ...record, data: { ...data, identification } });
  const others = await around(here, own);
  return {
    ...{ number, unit, bureau, urgency, identification },
    delays: delaysOf(own, urgency),
    duplicates: likelyDuplicates(here, others, data.keptApart, comparison(own.duplicates)),
    cluster: clusterOf(here, others, own.cluster),
  };
};

/** What the program may say of a reported name by itself. */
export const identified = (list: Species[], name: string): Triaged['identification'] => {
  const found = identify(list, name);
  if (found.status === 'open')
    return { status: 'open', nameZh: name, suggestions: found.suggestions.map((s) => pick(s)) };
  const { key, nameZh, scientificName, classCode, limit } = found.species;
  return { status: 'listed', speciesKey: key, nameZh, scientificName, classCode, limit, suggestions: [] };
};

const pick = ({ key, nameZh, scientificName, classCode }: Species) => ({ key, nameZh, scientificName, classCode });

const sightingOf = (record: Record_): Sighting => ({ id: record.id, ...factsOf(record) });

/** The other sightings in the county that may matter; one that was reported late lies further back than its arrival. */
const around = (here: Sighting, { duplicates, cluster }: WildlifeSettings): Promise<Sighting[]> =>
  sightingsAround('wildlife', here, sighting, Math.max(duplicates.hours, cluster.hours));

/** The cases of a cluster that this one belongs to now, if it is not the one that an alarm was raised for already. */
export const newCluster = async (record: Record_): Promise<string[] | undefined> => {
  const own = await settingsOf(record.data.unit ?? '', wildlifeSettings);
  const here = sightingOf(record);
  const cluster = clusterOf(here, await around(here, own), own.cluster);
  return cluster?.every((id) => record.data.cluster?.includes(id)) ? undefined : cluster;
};

/**
 * Looks around once more, now that the case itself can be found: of two reports that came in at the same moment neither saw
 * the other. Answers what is new, with what was known; undefined where nothing is.
 */
export const seenSince = async (record: Record_): Promise<Pick<Triaged, 'duplicates' | 'cluster'> | undefined> => {
  const { data } = record;
  const own = await settingsOf(data.unit ?? '', wildlifeSettings);
  const here = sightingOf(record);
  const likely = likelyDuplicates(here, await around(here, own), data.keptApart, comparison(own.duplicates));
  const duplicates = withNew(data, likely);
  const cluster = await newCluster(record);
  if (!duplicates && !cluster) return undefined;
  return { duplicates: duplicates ?? data.duplicates, ...(cluster ? { cluster } : {}) };
};
