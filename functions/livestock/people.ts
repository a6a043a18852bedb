import { now } from '../../shared/time.ts';
import { type Addressee, holdersOf, inHandOf, without } from '../cases/people.ts';
import { ancestors, units } from '../directory/lookup.ts';
import { leads } from '../directory/rules.ts';
import { onDutyIn } from '../duty/powers.ts';
import type { LivestockData } from './schema.ts';

/** Who is written to about a livestock case. */

export type Level = 'team' | 'station' | 'county';

/** The unit above the one that answers for a team: where the station belongs to a bureau, the county's. */
export const countyAbove = async (bureau: string): Promise<string | undefined> =>
  (await units(await ancestors(bureau))).find((u) => leads(u.kind))?.id;

/** Whom the team's rota names now, where it has one; else all of its responders, or its mailbox. */
const teamOf = async (id: string | undefined): Promise<Addressee[]> => {
  const people = await holdersOf(id, 'responder', 'worker');
  const onDuty = id && (await onDutyIn(id, now()));
  const named = people.filter((p) => p.to === onDuty);
  return named.length > 0 ? named : people;
};

const stationOf = ({ bureau }: LivestockData): Promise<Addressee[]> => holdersOf(bureau, 'responder', 'official');

/** The county's officials and its lead; the station where nothing stands above it. */
export const countyOf = ({ county, bureau }: LivestockData): Promise<Addressee[]> =>
  holdersOf(county ?? bureau, 'official', 'approver');

/** Who is asked to accept at a level: whoever was asked before is not asked again, unless nobody else is left. */
export const askedAt = async (level: Level, data: LivestockData): Promise<Addressee[]> => {
  const [team, station, county] = await Promise.all([teamOf(data.unit), stationOf(data), countyOf(data)]);
  switch (level) {
    case 'team':
      return team;
    case 'station':
      return without(station, team);
    case 'county':
      return without(county, [...team, ...station]);
  }
};

/** Whoever has the case in hand: the one who accepted it, else the team. */
export const handlersOf = async (data: LivestockData): Promise<Addressee[]> => inHandOf(data, await teamOf(data.unit));
