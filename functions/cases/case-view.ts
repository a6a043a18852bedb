import * as z from 'zod';
import type { Actor } from '../../shared/auth.ts';
import type { Language } from '../../shared/fields.ts';
import type { Translate } from '../../shared/i18n.ts';
import { keys } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { nextClock, partsOf } from '../../shared/workflow/decide.ts';
import { historyOf } from '../../shared/workflow/history.ts';
import {
  by,
  type Clock,
  type Entry,
  type LifeRecord,
  type OpenAction,
  type ToldEntry,
} from '../../shared/workflow/lifecycle.ts';
import {
  alike,
  labelOf,
  type OptionsOf,
  openActions,
  partActions,
  staffDoer,
} from '../../shared/workflow/open-actions.ts';
import { rangesOf } from '../../shared/workflow/part-ids.ts';
import { areaName } from '../directory/areas.ts';
import { namesOf as peopleNames, units } from '../directory/lookup.ts';
import { informationOf, textOf } from './added.ts';
import type { CaseType, Names } from './case-type.ts';
import type { Card } from './queue.ts';
import { caseType } from './registry.ts';
import { clockName } from './rules.ts';
import type { CaseData, Labelled } from './schema.ts';
import { labelled, phoneFact, placeFacts, wordsOf } from './track.ts';
import type { CaseCard, CaseView } from './views.ts';

/** How cases look to the staff who may see them. */

/** Names of units in a language; an unknown id stands for itself. */
const namesOf = async (ids: (string | undefined)[], language: Language): Promise<Names> => {
  const known = new Map((await units(ids.filter((id) => id !== undefined))).map((u) => [u.id, u.name]));
  return (id) => known.get(id ?? '')?.[language] ?? known.get(id ?? '')?.zh ?? id ?? '';
};

const named = (id: string | undefined, names: Names) => (id === undefined ? undefined : { id, name: names(id) });

/** The cards of a queue page. */
export const cardViews = async (cards: Card[], language: Language): Promise<CaseCard[]> => {
  const names = await namesOf(
    cards.map((c) => c.unit),
    language,
  );
  return Promise.all(cards.map((card) => cardView(card, names, language)));
};

const cardView = async (card: Card, names: Names, language: Language): Promise<CaseCard> => {
  const type = await caseType(card.type);
  const t = wordsOf(type, language);
  const code = type.stage(card.state);
  return {
    id: card.id,
    number: card.number,
    type: card.type,
    title: type.cardTitle(card, t),
    urgency: card.urgency,
    stage: { code, text: t(`stage.${code}`) },
    unit: named(card.unit, names),
    due: card.due,
    dueText: card.dueClock && t(`clock.${card.dueClock}`),
    receivedAt: card.receivedAt,
    place: await placeText(card.area, card.words),
  };
};

const placeText = async (area: string, words: string): Promise<string> => `${await areaName(area)} ${words}`;

/** A case with all that the actor may know of it and do to it now. */
export const caseView = async (
  type: CaseType,
  record: LifeRecord<CaseData>,
  actor: Actor,
  language: Language,
): Promise<CaseView> => {
  const { data } = record;
  const t = wordsOf(type, language);
  const [clock, running] = nextClock(record) ?? [];
  const code = type.stage(record.state);
  const doer = staffDoer(actor);
  const options: OptionsOf = async (action) => type.options?.(action, record, t);
  const [names, place, actions, animalActions, added, reporter, log, history, rewards] = await Promise.all([
    namesOf([data.unit, data.bureau, ...type.alsoSeenBy(data)], language),
    placeText(data.area, data.place.words),
    openActions(type.life, record, doer, t, { options }),
    partActions(type.life, record, doer, t, { options }),
    informationOf(type.life, record),
    reporterFacts(record, t),
    logOf(record.id, t),
    historyPage(type, record, language),
    rewardsOf(record.id, actor, t),
  ]);
  return {
    ...{ id: record.id, number: data.number, type: record.type, version: record.version, urgency: data.urgency },
    title: type.title(data, t),
    stage: { code, text: t(`stage.${code}`) },
    unit: named(data.unit, names),
    bureau: named(data.bureau, names),
    due: running?.due,
    dueText: clock && t(`clock.${clockName(clock)}`),
    receivedAt: record.createdAt,
    place,
    report: [
      ...type.reportFacts(data, t),
      ...(type.staffFacts?.(data, t) ?? []),
      ...placeFacts(data, t),
      ...added.map((e) => ({ label: t('field.text'), value: textOf(e) })),
    ],
    reporter,
    animals: animalsOf(type, record, animalActions, t, names),
    animalActions,
    clocks: Object.entries(record.clocks).map(([id, c]) => clockView(id, c, t)),
    actions,
    ...log,
    ...history,
    duplicates: data.duplicates.map((d) => ({ ...d, reasons: d.reasons.map((r) => t(`likeness.${r}`)) })),
    rewards,
  };
};

/** Who typed it is called as when they did, or as they are now where that step has moved beside the record. */
const typistOf = async ({ data: { submittedBy }, history }: LifeRecord<CaseData>): Promise<string | undefined> => {
  if (submittedBy === undefined) return undefined;
  const then = history.find((e) => e.by.id === submittedBy)?.by.name;
  return then ?? (await peopleNames([submittedBy])).get(submittedBy) ?? submittedBy;
};

const reporterFacts = async (record: LifeRecord<CaseData>, t: Translate): Promise<Labelled[]> => {
  const { reporter } = record.data;
  return labelled([
    [t('fact.source'), t(`choice.source.${reporter.source}`)],
    [t('field.name'), reporter.name],
    phoneFact(t('field.phone'), reporter.phone),
    [t('field.email'), reporter.email],
    [t('field.address'), reporter.address],
    [t('fact.submittedBy'), await typistOf(record)],
  ]);
};

/** Each animal; the facts of those of which all the same is known are said once. */
const animalsOf = (
  type: CaseType,
  record: LifeRecord<CaseData>,
  open: OpenAction[],
  t: Translate,
  names: Names,
): CaseView['animals'] => {
  const parts = partsOf(type.life, record);
  const first = new Map(alike(parts).flatMap((group) => group.slice(1).map(({ id }) => [id, group[0]?.id])));
  return parts.map((part) => {
    const code = type.partStage?.(part) ?? '';
    const { facts, ...shown } = type.partView?.(part, record.data, t, names) ?? {
      name: part.id,
      title: part.id,
      facts: [],
    };
    const actions = open.filter((a) => a.parts?.includes(part.id));
    return {
      ...{ id: part.id, stage: { code, text: t(`part.${code}`) }, ...shown },
      ...{ alike: first.get(part.id), facts: first.has(part.id) ? [] : facts },
      actions: actions.map(({ action, label, tone }) => ({ action, label, tone })),
    };
  });
};

const clockView = (id: string, { due, parts }: Clock, t: Translate) => ({
  id,
  due,
  text: `${t(`clock.${clockName(id)}`)}${parts === undefined ? '' : ` (${rangesOf(parts, ', ')})`}`,
});

const happened = ({ type }: CaseType, event: string, t: Translate): string => {
  const clock = event.startsWith('xstate.after.') ? `clock.${clockName(event)}` : undefined;
  const own = `event.${clock ?? event}`;
  if (t.has(own)) return t(own);
  return clock ? t('event.clock', { clock: t(clock) }) : labelOf(type, event, t);
};

/** What happened, in words: the step's own, its action's name, or the clock that ran out. */
const historyEntry = (type: CaseType, { seq, at, by, event, parts, input }: Entry, t: Translate): ToldEntry => {
  const note = input?.reason ?? input?.note ?? input?.text;
  return {
    ...{ seq, at, event },
    by: by.name ?? t(`by.${by.kind}`),
    text: happened(type, event, t),
    parts: parts && rangesOf(parts, ', '),
    note: typeof note === 'string' ? note : undefined,
  };
};

/** The newest steps of a case, or the newest of those before one. */
export const historyPage = async (
  type: CaseType,
  record: LifeRecord<CaseData>,
  language: Language,
  before?: number,
): Promise<Pick<CaseView, 'history' | 'earlier'>> => {
  const t = wordsOf(type, language);
  const { entries, earlier } = await historyOf(type.life, record, { before });
  return { history: entries.map((e) => historyEntry(type, e, t)), earlier };
};

const logged = z.object({
  at: z.string(),
  by,
  parts: z.array(z.string()).optional(),
  input: z.record(z.string(), z.unknown()),
});

/** So much of what was written is shown at once. */
const LOG_PAGE = 60;

/** The newest that was written beside the case, or the newest of what was before an instant. One query. */
export const logOf = async (
  id: string,
  t: Translate,
  before = '9999',
): Promise<Pick<CaseView, 'log' | 'logBefore'>> => {
  const items = await records.partition(keys.caseRecord(id).pk, 'CARE#');
  const written = items.map((i) => logged.parse(i)).filter(({ at }) => at < before);
  const from = written.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-LOG_PAGE)?.at ?? '';
  const page = written.filter(({ at }) => at >= from); // all of one instant are on one page
  return {
    log: page.map(({ at, by, parts, input }) => ({ at, by: by.name ?? by.id, parts, facts: inputFacts(input, t) })),
    logBefore: written.length > page.length ? page[0]?.at : undefined,
  };
};

const inputFacts = (input: Record<string, unknown>, t: Translate): Labelled[] =>
  Object.entries(input).map(([name, value]) => ({ label: t(`field.${name}`), value: String(value) }));

const rewardsOf = async (id: string, actor: Actor, t: Translate): Promise<CaseView['rewards']> => {
  const { rewardsOfCase } = await import('../rewards/for-case.ts');
  return rewardsOfCase(id, actor, t);
};
