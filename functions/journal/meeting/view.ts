import type { Actor } from '../../../shared/auth.ts';
import type { Language } from '../../../shared/fields.ts';
import { between, type Moment } from '../../../shared/time.ts';
import { openActions, staffDoer } from '../../../shared/workflow/open-actions.ts';
import { type Team, withPast } from '../../duty/people.ts';
import { weekLabel } from '../../duty/week.ts';
import { rectificationId } from '../rectification/rectification.ts';
import type { RectificationCard } from '../rectification/schema.ts';
import { wordsIn } from '../views.ts';
import type { Journal } from '../week/journal.ts';
import { itemsOf, missingIn } from './items.ts';
import type { Item, ItemView, WeeklyView } from './schema.ts';
import { stageOf, type Weekly, weekly } from './weekly.ts';

export interface Around {
  team: Team;
  journals: Journal[];
  rectifications: RectificationCard[];
  actor: Actor;
  language: Language;
  at: Moment;
}

/** A meeting as people see it: before it begins, with the items that it would begin with. */
export const weeklyViewOf = async (record: Weekly, around: Around): Promise<WeeklyView> => {
  const { id, version, data } = record;
  const { team, journals, actor, language } = around;
  const t = wordsIn(language);
  const code = stageOf(record.state);
  const items = data.startedAt ? data.items : itemsOf(journals);
  const members = team.members.map((m) => ({ value: m.email, label: m.name }));
  const options = async (action: string) => (action === 'conclude' ? { attended: members } : undefined);
  return {
    ...{ id, version, unit: { id: data.unit, name: team.unitName }, week: data.week, label: weekLabel(data.week) },
    ...{ stage: { code, text: t(`weekly.stage.${code}`) }, rhythm: data.rhythm, current: data.current },
    secondsPerItem: data.minutesPerItem * 60,
    ...{ startedAt: data.startedAt, concludedAt: data.concludedAt, ledBy: data.ledBy, decisions: data.decisions },
    items: items.flatMap((item) => itemViewOf(item, record, around)),
    missing: missingIn(journals),
    notes: data.notes.filter((n) => n.journal === undefined).map(said),
    attended: data.attended.map((await withPast(team, data.attended)).named),
    actions: await openActions(weekly, record, staffDoer(actor), t, { options }),
  };
};

const said = ({ at, by, text }: { at: Moment; by: ItemView['who']; text: string }) => ({ at, by, text });

const itemViewOf = (item: Item, { data }: Weekly, { journals, rectifications, language, at }: Around): ItemView[] => {
  const found = journals.find((j) => j.id === item.journal)?.data;
  const half = found?.reflection?.[item.half];
  if (!found || !half) return [];
  const seconds = item.startedAt && Math.round(between(item.startedAt, item.endedAt ?? at) / 1000);
  const followed =
    item.half === 'least' ? rectifications.find((r) => r.id === rectificationId(item.journal)) : undefined;
  return [
    {
      ...{ ...item, what: half.what, why: half.why, follows: half.follows },
      seconds: seconds || undefined,
      overtime: Number(seconds ?? 0) > data.minutesPerItem * 60,
      suggestions: found.suggestions.filter((s) => s.half === item.half).map(said),
      notes: data.notes.filter((n) => n.journal === item.journal && n.half === item.half).map(said),
      rectification: followed && {
        ...{ id: followed.id, due: followed.due, measure: followed.measure },
        stageText: wordsIn(language)(`rectification.stage.${followed.stage}`),
      },
    },
  ];
};
