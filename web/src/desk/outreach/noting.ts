import { newId } from '../../browser/id.ts';
import type { CampaignView } from './views.ts';

/** What is being noted at the door, and how it outlives a reload of the page. */

export interface Asked {
  asked: string;
  answer: string;
  topic: string;
}

export interface Noting {
  /** The same for every try to send it, so that it arrives once. */
  key: string;
  session: string;
  /** On the wall clock; empty for now, or for when it was planned. */
  when: string;
  place: string;
  people: number;
  materials: Record<string, number>;
  questions: Asked[];
  tookPart: string[];
}

/** A new session where the last one was, by the person at the desk. */
export const freshFor = ({ door }: CampaignView): Noting => ({
  ...{ key: newId(), session: '', when: '', place: door.place, people: 0, materials: {}, questions: [] },
  tookPart: [door.me],
});

const nameOf = (campaign: string): string => `kora.door.${campaign}`;

/** What was being noted before the page was loaded anew, or a new session. */
export const keptOrFresh = (view: CampaignView): Noting => ({
  ...freshFor(view),
  ...JSON.parse(sessionStorage.getItem(nameOf(view.id)) ?? '{}'),
});

export const keep = (campaign: string, noting: Noting): void =>
  sessionStorage.setItem(nameOf(campaign), JSON.stringify(noting));

export const forget = (campaign: string): void => sessionStorage.removeItem(nameOf(campaign));
