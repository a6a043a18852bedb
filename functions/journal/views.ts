import type * as z from 'zod';
import { type Actor, leads } from '../../shared/auth.ts';
import type { Language } from '../../shared/fields.ts';
import { type Translate, translator } from '../../shared/i18n.ts';
import { dateOf, daysBetween, type Moment } from '../../shared/time.ts';
import { words } from '../../shared/words.ts';
import type { Entry } from '../../shared/workflow/lifecycle.ts';
import { labelOf, openActions, staffDoer } from '../../shared/workflow/open-actions.ts';
import type { Team } from '../duty/people.ts';
import { weekLabel } from '../duty/week.ts';
import { messages } from './messages.ts';
import {
  isOpen,
  type Rectification,
  rectification,
  cardOf as rectificationCardOf,
} from './rectification/rectification.ts';
import type { RectificationCard, RectificationView, rectificationRow } from './rectification/schema.ts';
import type { Topic } from './settings.ts';
import { cardOf, type Journal, journal } from './week/journal.ts';
import type { JournalCard, JournalView, journalRow } from './week/schema.ts';

/** What the journal's API answers. */

export const wordsIn = (language: Language): Translate => translator(language, messages, words);

type JournalRow = z.infer<typeof journalRow>;

/** What of a week is due by now and not there. */
export const missingOf = (
  { data: { rhythm, plan, check, reflection } }: Journal,
  at: Moment,
): JournalRow['missing'] => {
  if (reflection) return [];
  const due = (moment: Moment) => moment <= at;
  return [
    ...(!plan && due(rhythm.plan) ? (['plan'] as const) : []),
    ...(!check && due(rhythm.check) ? (['check'] as const) : []),
    ...(due(rhythm.reflect) ? (['reflection'] as const) : []),
  ];
};

const namedRow = (card: JournalCard, t: Translate): Omit<JournalRow, 'missing'> => ({
  ...card,
  label: weekLabel(card.week),
  stageText: t(`journal.stage.${card.stage}`),
});

/** A week in a list. What somebody has not done is told to themselves and to who leads. */
export const rowOf = (record: Journal, actor: Actor, t: Translate, at: Moment): JournalRow => {
  const told = actor.id === record.data.who.id || leads(actor, record.data.unit);
  return { ...namedRow(cardOf(record), t), missing: told ? missingOf(record, at) : [] };
};

/** A week of the past, from the lists. */
export const pastRowOf = (card: JournalCard, t: Translate): JournalRow => ({ ...namedRow(card, t), missing: [] });

/** What a topic is called in the reader's language; the id of one that is gone. */
export const topicName = (id: string, topics: Topic[], language: Language): string => {
  const name = topics.find((x) => x.id === id)?.name;
  return name?.[language] ?? name?.zh ?? id;
};

const topicChoices = (topics: Topic[], language: Language) =>
  topics.map(({ id }) => ({ value: id, label: topicName(id, topics, language) }));

export interface Reading {
  actor: Actor;
  topics: Topic[];
  language: Language;
  at: Moment;
}

/** A person's week with what the reader can do to it now; `owed` stands in its owner's plan, `rectification` follows from it. */
export const journalViewOf = async (
  record: Journal,
  { owed, rectification: follows }: { owed: JournalView['owed']; rectification?: string },
  { actor, topics, language, at }: Reading,
): Promise<JournalView> => {
  const t = wordsIn(language);
  const { version, data } = record;
  const options = async (action: string) =>
    action === 'reflect' ? { 'least.topics': topicChoices(topics, language) } : undefined;
  return {
    ...rowOf(record, actor, t, at),
    ...{ version, rhythm: data.rhythm, plan: data.plan, check: data.check, reflection: data.reflection },
    topics: (data.reflection?.least.topics ?? []).map((id) => topicName(id, topics, language)),
    ...{ suggestions: data.suggestions, owed, rectification: follows },
    actions: await openActions(journal, record, staffDoer(actor), t, { options }),
  };
};

/** A rectification on a board, as it stands on a day. */
export const rectificationRowOf = (
  card: RectificationCard,
  { topics, language, at }: Omit<Reading, 'actor'>,
): z.infer<typeof rectificationRow> => ({
  ...card,
  stageText: wordsIn(language)(`rectification.stage.${card.stage}`),
  topicTexts: card.topics.map((id) => topicName(id, topics, language)),
  ageDays: daysBetween(dateOf(card.openedAt), dateOf(card.closedAt ?? at)),
  overdue: isOpen(card.stage) && card.stage !== 'done' && card.due < dateOf(at),
});

/** A rectification with its history and what the reader can do to it now. */
export const rectificationViewOf = async (
  record: Rectification,
  team: Team,
  reading: Reading,
): Promise<RectificationView> => {
  const { version, data, history } = record;
  const t = wordsIn(reading.language);
  const workers = team.workers.map((m) => ({ value: m.email, label: m.name }));
  const options = async (action: string) => (action === 'amend' ? { owner: workers } : undefined);
  return {
    ...rectificationRowOf(rectificationCardOf(record), reading),
    ...{ version, measure: data.measure, journal: data.journal, author: data.author, why: data.why },
    ...{ done: data.done, returned: data.returned, closed: data.closed },
    actions: await openActions(rectification, record, staffDoer(reading.actor), t, { options }),
    history: history.map((e) => historyEntry(e, t)),
  };
};

const historyEntry = ({ seq, at, by, event, input }: Entry, t: Translate): RectificationView['history'][number] => {
  const name = event.startsWith('xstate.after.') ? event.split('.')[2] : event;
  const own = `event.rectification.${name}`;
  const note = input?.reason ?? input?.note ?? input?.evidence;
  return {
    ...{ seq, at, event, by: by.name ?? t(`by.${by.kind}`) },
    text: t.has(own) ? t(own) : labelOf('rectification', event, t),
    note: typeof note === 'string' ? note : undefined,
  };
};
