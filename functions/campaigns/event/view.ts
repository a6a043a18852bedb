import * as z from 'zod';
import type { Actor } from '../../../shared/auth.ts';
import { inputSchema } from '../../../shared/body.ts';
import type { Language } from '../../../shared/fields.ts';
import { localised } from '../../../shared/form-labels.ts';
import type { Moment } from '../../../shared/time.ts';
import { type OpenAction, openAction } from '../../../shared/workflow/lifecycle.ts';
import { openActions, staffDoer } from '../../../shared/workflow/open-actions.ts';
import { load } from '../../../shared/workflow/store.ts';
import { areaName } from '../../directory/areas.ts';
import { areasOfUnit } from '../../directory/around.ts';
import { units } from '../../directory/lookup.ts';
import { isVerified } from '../../directory/verified.ts';
import { nameIn } from '../../directory/views.ts';
import { campaign, mayLead } from '../campaign/campaign.ts';
import { campaignsOf } from '../lists.ts';
import { wordsIn } from '../words.ts';
import { cardOf, type PublicEvent, publicEvent } from './event.ts';
import { closedText } from './feed.ts';
import { stageAt, wordingIn } from './rules.ts';
import { type EventCard, type EventData, eventInput, eventKind, eventStage } from './schema.ts';

/** What the public sees of an event. */
export const publicEventView = z.object({
  id: z.string(),
  kind: eventKind,
  kindText: z.string(),
  language: z.enum(['zh', 'bo', 'en']),
  title: z.string(),
  about: z.string(),
  place: z.string(),
  area: z.object({ code: z.string(), name: z.string() }),
  /** First and last day in Asia/Shanghai; an exhibition closes on its last. */
  first: z.string(),
  last: z.string(),
  opens: z.string().optional(),
  closes: z.string().optional(),
  closedText: z.string().optional(),
  free: z.boolean(),
  contact: z.string().optional(),
  campaign: z.string().optional(),
  /** The instant at which it is over. */
  until: z.string(),
  unit: z.string(),
  stage: eventStage,
  stageText: z.string(),
  /** Why it was called off. */
  reason: z.string().optional(),
});
export type PublicEventView = z.infer<typeof publicEventView>;

const viewOf = async (card: EventCard, unit: string, language: Language, at: Moment): Promise<PublicEventView> => {
  const t = wordsIn(language);
  const { id, kind, place, area, first, last, opens, closes, free, contact, campaign, reason } = card;
  const stage = stageAt(card, at);
  return {
    ...{ id, kind, kindText: t(`choice.kind.${kind}`), ...wordingIn(card, language), place, unit, stage, reason },
    ...{ first, last, opens, closes, closedText: closedText(card.closedOn, t), free, contact, campaign },
    ...{ until: card.ends, stageText: t(`event.stage.${stage}`) },
    area: { code: area, name: await areaName(area, language) },
  };
};

/** Events as the public sees them; those of units that are verified no more are left out. */
export const publicViews = async (cards: EventCard[], language: Language, at: Moment): Promise<PublicEventView[]> => {
  const known = new Map((await units(cards.map((c) => c.unit))).filter(isVerified).map((u) => [u.id, u]));
  const shown = cards.flatMap((card) => {
    const unit = known.get(card.unit);
    return unit ? [viewOf(card, nameIn(unit, language), language, at)] : [];
  });
  return Promise.all(shown);
};

export const eventRow = z.object({
  id: z.string(),
  kindText: z.string(),
  title: z.string(),
  place: z.string(),
  first: z.string(),
  last: z.string(),
  stage: eventStage,
  stageText: z.string(),
});
export type EventRow = z.infer<typeof eventRow>;

export const rowOf = (card: EventCard, language: Language, at: Moment): EventRow => {
  const t = wordsIn(language);
  const stage = stageAt(card, at);
  return {
    ...{ id: card.id, kindText: t(`choice.kind.${card.kind}`), title: wordingIn(card, language).title, stage },
    ...{ place: card.place, first: card.first, last: card.last, stageText: t(`event.stage.${stage}`) },
  };
};

/** An event as its unit sees it. */
export const eventView = z.object({
  ...eventRow.shape,
  version: z.number(),
  unit: z.string(),
  said: eventInput,
  areaName: z.string(),
  closedText: z.string().optional(),
  freeText: z.string(),
  /** What the campaign is called that it belongs to. */
  campaignName: z.string().optional(),
  revision: z.number(),
  reason: z.string().optional(),
  actions: z.array(openAction),
});
export type EventView = z.infer<typeof eventView>;

export const eventViewOf = async (
  record: PublicEvent,
  actor: Actor,
  language: Language,
  at: Moment,
): Promise<EventView> => {
  const { data, version } = record;
  const t = wordsIn(language);
  return {
    ...rowOf(cardOf(record), language, at),
    ...{ version, unit: data.unit, said: eventInput.strip().parse(data), revision: data.revision },
    ...{ areaName: await areaName(data.area, language), closedText: closedText(data.closedOn, t) },
    ...{ freeText: t(data.free ? 'event.free' : 'event.paid'), campaignName: await campaignName(data, language) },
    reason: data.cancelled?.reason,
    actions: await openActions(publicEvent, record, staffDoer(actor), t, {
      options: async (action) =>
        action === 'change' ? { area: await areasOfUnit(data.unit, language, data.area) } : undefined,
    }),
  };
};

const campaignName = async ({ campaign: id }: EventData, language: Language): Promise<string | undefined> => {
  const name = id === undefined ? undefined : (await load(campaign, id))?.data.name;
  return name?.[language] ?? name?.zh;
};

/** The form for a new event, for who leads the unit. */
export const eventForms = async (actor: Actor, unit: string, language: Language): Promise<OpenAction[]> => {
  if (!mayLead(actor, unit)) return [];
  const t = wordsIn(language);
  const [area, all] = await Promise.all([areasOfUnit(unit, language), campaignsOf(unit)]);
  const campaigns = all.filter((c) => c.stage !== 'closed' && c.stage !== 'cancelled');
  const form = campaigns.length > 0 ? eventInput : eventInput.omit({ campaign: true });
  const options = { area, campaign: campaigns.map((c) => ({ value: c.id, label: c.name[language] ?? c.name.zh })) };
  const input = localised(inputSchema(form), t, 'event');
  return [{ action: 'announce', label: t('action.event.announce'), tone: 'primary', input, options }];
};
