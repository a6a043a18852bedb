import { type Addressee, holdersOf, inHandOf, officialsOf, without } from '../cases/people.ts';
import type { WildlifeData } from './schema.ts';

/** Who is written to about a wildlife case. */

export type Level = 'team' | 'official' | 'lead';

/** The responders of a unit, or its mailbox. */
const respondersOf = (id: string | undefined): Promise<Addressee[]> => holdersOf(id, 'responder');

/** The bureau's lead: who holds the role of approver there; its mailbox where nobody does. */
export const leadsOf = ({ bureau }: WildlifeData): Promise<Addressee[]> => holdersOf(bureau, 'approver');

/**
 * Who is asked to accept at a level. Whoever was asked at a level below is not asked once more, unless nobody else is left.
 */
export const askedAt = async (level: Level, data: WildlifeData): Promise<Addressee[]> => {
  const [team, officials, leads] = await Promise.all([respondersOf(data.unit), officialsOf(data), leadsOf(data)]);
  switch (level) {
    case 'team':
      return team;
    case 'official':
      return without(officials, team);
    case 'lead':
      return without(leads, [...team, ...officials]);
  }
};

/** Who takes in animals at a receiving unit. */
export const receiversOf = (id: string): Promise<Addressee[]> => holdersOf(id, 'responder', 'official');

/** Whoever has the case in hand: the one who accepted it, else the team. */
export const handlersOf = async (data: WildlifeData): Promise<Addressee[]> =>
  inHandOf(data, await respondersOf(data.unit));
