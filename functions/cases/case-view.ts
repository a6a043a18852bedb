import * as z from 'zod';
import type { Actor } from '../../shared/auth.ts';
import type { Language } from '../../shared/fields.ts';
import type { Translate } from '../../shared/i18n.ts';
import { keys } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { nextClock, partsOf } from '../../shared/workflow/decide.ts';
import { by, type Clock, type Entry, type LifeRecord, type Part } from '../../shared/workflow/lifecycle.ts';
import { labelOf, type OptionsOf, openActions, staffDoer } from '../../shared/workflow/open-actions.ts';
import { areaName } from '../directory/areas.ts';
import { units } from '../directory/lookup.ts';
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
  const actionsOf = (part?: Part) => openActions(type.life, record, doer, t, { part, options });
  const parts = partsOf(type.life, record);
  const [names, place, actions, partActions, log, rewards] = await Promise.all([
    namesOf([data.unit, data.bureau, ...type.alsoSeenBy(data)], language),
    placeText(data.area, data.place.words),
    actionsOf(),
    Promise.all(parts.map(actionsOf)),
    logOf(record.id, t),
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
      ...informationFacts(data, t),
    ],
    reporter: reporterFacts(record, t),
    animals: parts.map((part, i) => ({ ...partOf(type, part, data, t, names), actions: partActions[i] ?? [] })),
    clocks: Object.entries(record.clocks).map(([id, c]) => clockView(id, c, t)),
    actions,
    log,
    history: record.history.map((e) => historyEntry(type, e, t)),
    duplicates: data.duplicates.map((d) => ({ ...d, reasons: d.reasons.map((r) => t(`likeness.${r}`)) })),
    rewards,
  };
};

const informationFacts = ({ information }: CaseData, t: Translate): Labelled[] =>
  information.map((i) => ({ label: t('field.text'), value: i.text }));

const reporterFacts = ({ data, history }: LifeRecord<CaseData>, t: Translate): Labelled[] => {
  const { reporter, submittedBy } = data;
  const typist = history.find((e) => e.by.id === submittedBy)?.by.name;
  return labelled([
    [t('fact.source'), t(`choice.source.${reporter.source}`)],
    [t('field.name'), reporter.name],
    phoneFact(t('field.phone'), reporter.phone),
    [t('field.email'), reporter.email],
    [t('field.address'), reporter.address],
    [t('fact.submittedBy'), typist ?? submittedBy],
  ]);
};

const partOf = (type: CaseType, part: Part, data: CaseData, t: Translate, names: Names) => {
  const code = type.partStage?.(part) ?? '';
  const shown = type.partView?.(part, data, t, names) ?? { title: part.id, facts: [] };
  return { id: part.id, stage: { code, text: t(`part.${code}`) }, ...shown };
};

const clockView = (id: string, { due, part }: Clock, t: Translate) => ({
  id,
  due,
  text: `${t(`clock.${clockName(id)}`)}${part === undefined ? '' : ` (${part})`}`,
});

const happened = ({ type }: CaseType, event: string, t: Translate): string => {
  const clock = event.startsWith('xstate.after.') ? `clock.${clockName(event)}` : undefined;
  const own = `event.${clock ?? event}`;
  if (t.has(own)) return t(own);
  return clock ? t('event.clock', { clock: t(clock) }) : labelOf(type, event, t);
};

/** What happened, in words: the step's own, its action's name, or the clock that ran out. */
const historyEntry = (
  type: CaseType,
  { seq, at, by, event, input }: Entry,
  t: Translate,
): CaseView['history'][number] => {
  const note = input?.reason ?? input?.note ?? input?.text;
  return {
    ...{ seq, at, event },
    by: by.name ?? t(`by.${by.kind}`),
    text: happened(type, event, t),
    note: typeof note === 'string' ? note : undefined,
  };
};

const logged = z.object({ at: z.string(), by, part: z.string().optional(), input: z.record(z.string(), z.unknown()) });

/** What was written beside the case. One query. */
const logOf = async (id: string, t: Translate): Promise<CaseView['log']> => {
  const found = await records.partition(keys.caseRecord(id).pk, 'CARE#');
  const entries = found.map((i) => logged.parse(i)).sort((a, b) => (a.at < b.at ? -1 : 1));
  return entries.map((e) => ({ at: e.at, by: e.by.name ?? e.by.id, part: e.part, facts: inputFacts(e.input, t) }));
};

const inputFacts = (input: Record<string, unknown>, t: Translate): Labelled[] =>
  Object.entries(input).map(([name, value]) => ({ label: t(`field.${name}`), value: String(value) }));

const rewardsOf = async (id: string, actor: Actor, t: Translate): Promise<CaseView['rewards']> => {
  const { rewardsOfCase } = await import('../rewards/for-case.ts');
  return rewardsOfCase(id, actor, t);
};
