import type * as z from 'zod';
import { type Actor, leads } from '../../shared/auth.ts';
import { inputSchema } from '../../shared/body.ts';
import type { Language } from '../../shared/fields.ts';
import { localised } from '../../shared/form-labels.ts';
import type { OpenAction } from '../../shared/workflow/lifecycle.ts';
import { openActions, staffDoer } from '../../shared/workflow/open-actions.ts';
import type { Team } from '../duty/people.ts';
import { isFirst } from './access.ts';
import { type Activity, activity, cardOf as activityCardOf } from './activity/activity.ts';
import { speakersOf } from './activity/rules.ts';
import { type ActivityCard, type ActivityView, activityInput, type activityRow } from './activity/schema.ts';
import { cardOf, type Mentorship, mentorship } from './mentorship/mentorship.ts';
import { type MentorshipCard, type MentorshipView, mentorshipInput, type mentorshipRow } from './mentorship/schema.ts';
import type { WorkRecord, WorkRecordView } from './record-schema.ts';
import type { Focus } from './settings.ts';
import { focusName, wordsIn } from './words.ts';

/** What the API of pairs, activities and records answers. */

const choicesOf = (people: { email: string; name: string }[]) => people.map((m) => ({ value: m.email, label: m.name }));

/** The form for a new pair, for the first secretary. */
export const mentorshipForms = (actor: Actor, team: Team, focuses: Focus[], language: Language): OpenAction[] => {
  if (!isFirst(actor, team.unit)) return [];
  const t = wordsIn(language);
  const members = choicesOf(team.members);
  const options = {
    ...{ newcomer: choicesOf(team.workers), mentor: members },
    focus: focuses.map((f) => ({ value: f.id, label: focusName(f.id, focuses, language) })),
  };
  const input = localised(inputSchema(mentorshipInput), t, 'mentorship');
  return [{ action: 'begin', label: t('form.mentorship'), tone: 'primary', input, options }];
};

/** The form for a new activity, for who leads the unit now. */
export const activityForms = (actor: Actor, team: Team, language: Language): OpenAction[] => {
  if (!leads(actor, team.unit)) return [];
  const t = wordsIn(language);
  const input = localised(inputSchema(activityInput), t, 'activity');
  return [{ action: 'announce', label: t('form.activity'), tone: 'primary', input, options: debateOptions(team) }];
};

const debateOptions = (team: Team) => {
  const members = choicesOf(team.members);
  return { 'debate.for': members, 'debate.against': members, 'debate.chair': members };
};

/** A pair in a list. */
export const mentorshipRowOf = (
  card: MentorshipCard,
  focuses: Focus[],
  language: Language,
): z.infer<typeof mentorshipRow> => ({
  ...card,
  focusText: focusName(card.focus, focuses, language),
  stageText: wordsIn(language)(`mentorship.stage.${card.stage}`),
});

/** A pair with what the reader can do to it now. */
export const mentorshipViewOf = async (
  record: Mentorship,
  actor: Actor,
  focuses: Focus[],
  language: Language,
): Promise<MentorshipView> => {
  const t = wordsIn(language);
  const { version, data } = record;
  const sessions = data.sessions.map((s) => ({ value: s.id, label: s.date }));
  const options = async (action: string) => (action === 'add-note' ? { session: sessions } : undefined);
  return {
    ...mentorshipRowOf(cardOf(record), focuses, language),
    ...{ version, goal: data.goal, sessions: data.sessions, ended: data.ended },
    judgements: data.judgements.map((j) => ({ ...j, verdictText: t(`choice.verdict.${j.verdict}`) })),
    actions: await openActions(mentorship, record, staffDoer(actor), t, { options }),
  };
};

/** An activity in a list. */
export const activityRowOf = (card: ActivityCard, actor: Actor, language: Language): z.infer<typeof activityRow> => {
  const t = wordsIn(language);
  return {
    ...card,
    ...{ kindText: t(`choice.kind.${card.kind}`), stageText: t(`activity.stage.${card.stage}`) },
    ...{ signedUp: card.signedUp.length, attended: card.attended.length, mine: card.signedUp.includes(actor.id) },
  };
};

/** An activity with what the reader can do to it now. */
export const activityViewOf = async (
  record: Activity,
  actor: Actor,
  team: Team,
  language: Language,
): Promise<ActivityView> => {
  const t = wordsIn(language);
  const { version, data } = record;
  const best = speakersOf(data).map((p) => ({ value: p.id, label: p.name }));
  const forms: Record<string, OpenAction['options']> = {
    hold: { attended: choicesOf(team.members) },
    change: debateOptions(team),
    conclude: { best },
  };
  const { best: _, ...row } = activityRowOf(activityCardOf(record), actor, language);
  return {
    ...row,
    ...{ version, about: data.about, seats: data.seats, debate: data.debate, setBy: data.setBy },
    ...{ signedUp: data.signedUp, attended: data.attended, cancelled: data.cancelled },
    result: data.result && {
      ...data.result,
      outcomeText: data.result.outcome && t(`choice.outcome.${data.result.outcome}`),
    },
    actions: await openActions(activity, record, staffDoer(actor), t, { options: async (a) => forms[a] }),
  };
};

/** A record with each kind in words. */
export const recordViewOf = (record: WorkRecord, language: Language): WorkRecordView => {
  const t = wordsIn(language);
  return { ...record, entries: record.entries.map((e) => ({ ...e, kindText: t(`record.kind.${e.kind}`) })) };
};
