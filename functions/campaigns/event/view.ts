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
import { units } from '../../directory/lookup.ts';
import { isVerified } from '../../directory/verified.ts';
import { nameIn } from '../../directory/views.ts';
import { mayLead } from '../campaign/campaign.ts';
import { wordsIn } from '../words.ts';
import { cardOf, type PublicEvent, publicEvent } from './event.ts';
import { closedText } from './feed.ts';
import { stageAt, wordingIn } from './rules.ts';
import { type EventCard, eventInput, eventKind, eventStage } from './schema.ts';

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
): Promise<EventView> => ({
  ...rowOf(cardOf(record), language, at),
  ...{ version: record.version, unit: record.data.unit, said: eventInput.strip().parse(record.data) },
  ...{ areaName: await areaName(record.data.area, language), revision: record.data.revision },
  reason: record.data.cancelled?.reason,
  actions: await openActions(publicEvent, record, staffDoer(actor), wordsIn(language), {
    options: async (action) =>
      action === 'change' ? { area: await areasOfUnit(record.data.unit, language, record.data.area) } : undefined,
  }),
});

/** The form for a new event, for who leads the unit. */
export const eventForms = async (actor: Actor, unit: string, language: Language): Promise<OpenAction[]> => {
  if (!mayLead(actor, unit)) return [];
  const t = wordsIn(language);
  const input = localised(inputSchema(eventInput), t, 'event');
  return [
    {
      action: 'announce',
      label: t('form.event'),
      tone: 'primary',
      input,
      options: { area: await areasOfUnit(unit, language) },
    },
  ];
};
