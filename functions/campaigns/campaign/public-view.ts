import * as z from 'zod';
import type { Language } from '../../../shared/fields.ts';
import { dateOf, type Moment } from '../../../shared/time.ts';
import { areaName } from '../../directory/areas.ts';
import { settingsOf, unit as unitOf, units } from '../../directory/lookup.ts';
import { nameIn } from '../../directory/views.ts';
import { campaignSettings } from '../settings.ts';
import { materialName, wordsIn } from '../words.ts';
import { type Campaign, cardOf, stageAt } from './campaign.ts';
import { type CampaignCard, campaignStage, type SessionCard } from './schema.ts';
import { type About, sentencesOf, summary, summaryOf } from './summary.ts';

/** What the public sees of campaigns. */

const publicStage = campaignStage.exclude(['quiet']);

/** A campaign in the public list. */
export const publicCampaign = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  area: z.object({ code: z.string(), name: z.string() }),
  from: z.string(),
  until: z.string(),
  stage: publicStage,
  stageText: z.string(),
  sessions: z.number(),
  people: z.number(),
});
export type PublicCampaign = z.infer<typeof publicCampaign>;

const shownQuestion = z.object({ on: z.string(), asked: z.string(), answer: z.string(), topic: z.string().optional() });

/** A campaign with what it has come to, what comes next, and what was asked and answered. */
export const campaignPageView = publicCampaign.extend({
  about: z.string().optional(),
  topics: z.array(z.string()),
  summary,
  sentences: z.object({ zh: z.array(z.string()), bo: z.array(z.string()), en: z.array(z.string()) }),
  upcoming: z.array(z.object({ at: z.string(), place: z.string() })),
  held: z.array(z.object({ on: z.string(), place: z.string(), people: z.number() })),
  questions: z.array(shownQuestion),
});
export type CampaignPageView = z.infer<typeof campaignPageView>;

const rowOf = async (card: CampaignCard, unitName: string, language: Language, at: Moment): Promise<PublicCampaign> => {
  const stage = stageAt(card, at);
  const { id, name, area, from, until, sessions, people } = card;
  return {
    ...{ id, name: name[language] ?? name.zh, unit: unitName, from, until, sessions, people, stage },
    area: { code: area, name: await areaName(area, language) },
    stageText: wordsIn(language)(`campaign.stage.${stage}`),
  };
};

/** Campaigns in the public list. */
export const publicCampaigns = async (cards: CampaignCard[], language: Language, at: Moment) => {
  const known = new Map((await units(cards.map((c) => c.unit))).map((u) => [u.id, nameIn(u, language)]));
  return Promise.all(cards.map((c) => rowOf(c, known.get(c.unit) ?? c.unit, language, at)));
};

/** What sentences and figures need to know around a campaign, in a language. */
export const aboutOf = async (record: Campaign, language: Language, at: Moment): Promise<About> => {
  const { unit: id, area } = record.data;
  const [unit, { materials }] = await Promise.all([unitOf(id), settingsOf(id, campaignSettings)]);
  return {
    ...{ unitName: unit ? nameIn(unit, language) : id, areaName: await areaName(area, language) },
    ...{ stage: stageAt(cardOf(record), at), materialName: materialName(materials, language), at },
  };
};

export const sentencesIn = async (record: Campaign, at: Moment) => {
  const tell = async (l: Language) => sentencesOf(record.data, await aboutOf(record, l, at), wordsIn(l));
  return { zh: await tell('zh'), bo: await tell('bo'), en: await tell('en') };
};

/** So many of each stand on the page. */
const MOST = { upcoming: 5, held: 10, questions: 40 };

export const campaignPageOf = async (
  record: Campaign,
  sessions: SessionCard[],
  language: Language,
  at: Moment,
): Promise<CampaignPageView> => {
  const about = await aboutOf(record, language, at);
  const { data } = record;
  const planned = sessions.filter((s) => s.stage === 'planned' && s.at > at && about.stage !== 'closed').reverse();
  const held = sessions.filter((s) => s.stage === 'held');
  return {
    ...(await rowOf(cardOf(record), about.unitName, language, at)),
    ...{ about: data.about, topics: data.topics, summary: summaryOf(data, about, wordsIn(language)) },
    sentences: await sentencesIn(record, at),
    upcoming: planned.slice(0, MOST.upcoming).map((s) => ({ at: s.at, place: s.place })),
    held: held.slice(0, MOST.held).map((s) => ({ on: dateOf(s.at), place: s.place, people: s.people })),
    questions: questionsIn(held).slice(0, MOST.questions),
  };
};

/** What was answered, newest first; the same question stands there once, with its last answer. */
const questionsIn = (held: SessionCard[]): CampaignPageView['questions'] => {
  const all = held.flatMap((s) =>
    s.questions.flatMap(({ asked, answer, topic }) => (answer ? [{ on: dateOf(s.at), asked, answer, topic }] : [])),
  );
  return [...new Map(all.toReversed().map((q) => [q.asked, q])).values()].toReversed();
};
