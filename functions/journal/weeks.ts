import { keys } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { settingsOf, units } from '../directory/lookup.ts';
import { isAway } from '../duty/rules.ts';
import { type Rota, rota as rotaSchema, type WeekRule, weekRule } from '../duty/schema.ts';
import { type JournalSettings, journalSettings } from './settings.ts';

/** How a unit's weeks go: they are those of its duty. */

export const settingsIn = (unit: string): Promise<JournalSettings> => settingsOf(unit, journalSettings);

/** When a unit's weeks begin; as usual where it has no rota. */
export const ruleIn = async (unit: string): Promise<WeekRule> => {
  const item = await records.item(keys.rota(unit));
  return item ? rotaSchema.parse(item).week : weekRule.parse({});
};

/** The rotas of those of the units that keep a journal, in one read. */
export const keepingJournals = async (all: string[]): Promise<Rota[]> => {
  const keeping: string[] = [];
  for (const unit of await units(all)) if (await keeps(unit)) keeping.push(unit.id);
  return (await records.items(keeping.map(keys.rota))).map((i) => rotaSchema.parse(i));
};

const keeps = async ({ id, kind }: { id: string; kind: string }): Promise<boolean> =>
  (await settingsIn(id)).enabled ?? kind === 'community';

/** Who is on leave so much of a week that nothing is asked of them. */
export const awayIn = async (unit: string, week: string): Promise<(person: string) => boolean> => {
  const item = await records.item(keys.rota(unit));
  const rota = item && rotaSchema.parse(item);
  return (person) => rota !== undefined && isAway(rota, person, week);
};
