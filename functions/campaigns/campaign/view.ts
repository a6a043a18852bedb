import * as z from 'zod';
import type { Actor } from '../../../shared/auth.ts';
import { inputSchema } from '../../../shared/body.ts';
import type { Language } from '../../../shared/fields.ts';
import { localised } from '../../../shared/form-labels.ts';
import type { Moment } from '../../../shared/time.ts';
import { type OpenAction, openAction } from '../../../shared/workflow/lifecycle.ts';
import { openActions, staffDoer } from '../../../shared/workflow/open-actions.ts';
import { areaName } from '../../directory/areas.ts';
import { areasOfUnit } from '../../directory/around.ts';
import { membersOf, settingsOf } from '../../directory/lookup.ts';
import { campaignSettings } from '../settings.ts';
import { materialName, wordsIn } from '../words.ts';
import { type Campaign, campaign, cardOf, mayLead } from './campaign.ts';
import { aboutOf, sentencesIn } from './public-view.ts';
import { type CampaignCard, campaignInput, campaignStage, type Session, session } from './schema.ts';
import { summary, summaryOf } from './summary.ts';

/** What a unit sees of its campaigns. */

export const campaignRow = z.object({
  id: z.string(),
  name: z.string(),
  from: z.string(),
  until: z.string(),
  stage: campaignStage,
  stageText: z.string(),
  sessions: z.number(),
  people: z.number(),
});
export type CampaignRow = z.infer<typeof campaignRow>;

export const campaignRowOf = (card: CampaignCard, language: Language): CampaignRow => {
  const { id, name, from, until, stage, sessions, people } = card;
  const stageText = wordsIn(language)(`campaign.stage.${stage}`);
  return { id, name: name[language] ?? name.zh, from, until, stage, stageText, sessions, people };
};

const choice = z.object({ value: z.string(), label: z.string() });

export const campaignView = z.object({
  ...campaignRow.shape,
  version: z.number(),
  unit: z.string(),
  said: campaignInput,
  areaName: z.string(),
  summary,
  sentences: z.object({ zh: z.array(z.string()), bo: z.array(z.string()), en: z.array(z.string()) }),
  sessionList: z.array(session.extend({ stageText: z.string() })),
  /** What is noted at the door: kinds to count, people to name. */
  door: z.object({ materials: z.array(choice), members: z.array(choice), me: z.string(), place: z.string() }),
  closed: z.object({ at: z.string(), note: z.string().optional() }).optional(),
  cancelled: z.object({ at: z.string(), reason: z.string() }).optional(),
  actions: z.array(openAction),
});
export type CampaignView = z.infer<typeof campaignView>;

interface Choices {
  areas: z.infer<typeof choice>[];
  materials: z.infer<typeof choice>[];
  members: z.infer<typeof choice>[];
}

const choicesOf = async (unit: string, language: Language, area?: string): Promise<Choices> => {
  const [{ materials }, members, areas] = await Promise.all([
    settingsOf(unit, campaignSettings),
    membersOf(unit),
    areasOfUnit(unit, language, area),
  ]);
  const named = materialName(materials, language);
  return {
    areas,
    materials: materials.map((m) => ({ value: m.id, label: named(m.id) })),
    members: members.map((m) => ({ value: m.email, label: m.name })),
  };
};

/** What the forms offer: places, people, materials, topics. */
const optionsOf = ({ areas, materials, members }: Choices, topics: string[]): OpenAction['options'] => ({
  ...{ area: areas, tookPart: members, 'materials.kind': materials, 'plan.materials.kind': materials },
  ...(topics.length > 0 ? { 'questions.topic': topics.map((value) => ({ value, label: value })) } : {}),
});

export const campaignViewOf = async (
  record: Campaign,
  sessions: Session[],
  actor: Actor,
  language: Language,
  at: Moment,
): Promise<CampaignView> => {
  const t = wordsIn(language);
  const { data, version } = record;
  const [choices, about] = await Promise.all([
    choicesOf(data.unit, language, data.area),
    aboutOf(record, language, at),
  ]);
  const newest = sessions.toReversed();
  return {
    ...campaignRowOf(cardOf(record), language),
    ...{
      version,
      unit: data.unit,
      said: campaignInput.strip().parse(data),
      areaName: await areaName(data.area, language),
    },
    ...{ summary: summaryOf(data, about, t), sentences: await sentencesIn(record, at) },
    sessionList: newest.map((s) => ({ ...s, stageText: t(`session.stage.${s.stage}`) })),
    door: {
      materials: choices.materials,
      members: choices.members,
      me: actor.id,
      place: newest.find((s) => s.stage === 'held')?.place ?? '',
    },
    ...{ closed: data.closed && { at: data.closed.at, note: data.closed.note } },
    cancelled: data.cancelled && { at: data.cancelled.at, reason: data.cancelled.reason },
    actions: await openActions(campaign, record, staffDoer(actor), t, {
      options: async () => optionsOf(choices, data.topics),
    }),
  };
};

/** The form for a new campaign, for who leads the unit. */
export const campaignForms = async (actor: Actor, unit: string, language: Language): Promise<OpenAction[]> => {
  if (!mayLead(actor, unit)) return [];
  const t = wordsIn(language);
  const input = localised(inputSchema(campaignInput), t, 'campaign');
  const { areas, materials } = await choicesOf(unit, language);
  const options = { area: areas, 'plan.materials.kind': materials };
  return [{ action: 'plan', label: t('action.campaign.plan'), tone: 'primary', input, options }];
};
