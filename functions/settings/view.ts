import * as z from 'zod';
import { effective } from '../../shared/effective-settings.ts';
import type { Language } from '../../shared/fields.ts';
import { named } from '../../shared/workflow/lifecycle.ts';
import { layersOf } from '../directory/rules.ts';
import type { Unit } from '../directory/schema.ts';
import { nameIn } from '../directory/views.ts';
import { ignoredOf } from './check.ts';
import { type Registered, registered } from './registry.ts';

/** What a unit's settings are, where each comes from, and what is stored and does not hold. */

const setting = z.object({
  path: z.string(),
  label: z.string(),
  schema: z.record(z.string(), z.unknown()),
  measure: z.string().optional(),
  value: z.unknown(),
  /** The unit that has set it; absent where the default holds. */
  from: named.optional(),
  default: z.unknown(),
  source: z.object({ kind: z.enum(['law', 'promise', 'practice', 'example']), text: z.string() }),
  none: z.string().optional(),
});

export const settingsView = z.object({
  unit: named,
  sections: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      inherited: z.boolean(),
      fields: z.array(setting),
    }),
  ),
  ignored: z.array(
    z.object({
      unit: named,
      path: z.string(),
      value: z.unknown(),
      wrong: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
    }),
  ),
});
type SettingsView = z.infer<typeof settingsView>;

/** The settings of the unit that comes first, with the units above it, the nearest first. */
export const settingsViewOf = async (chain: [Unit, ...Unit[]], language: Language): Promise<SettingsView> => {
  const { described, wordsIn } = await import('./described.ts'); // words are for those who look
  const nameOf = (id: string) => {
    const found = chain.find((u) => u.id === id);
    return { id, name: found ? nameIn(found, language) : id };
  };
  const sectionOf = async ({ section, words }: Registered) => {
    const t = wordsIn(language, await words());
    const { fields } = effective(section, layersOf(section, chain));
    const shown = fields.map(({ path, field, value, from }) => ({
      ...described(path, field, t),
      value,
      from: from === undefined ? undefined : nameOf(from),
    }));
    return { name: section.name, title: t('title'), inherited: section.inherited, fields: shown };
  };
  const ignored = chain.flatMap((unit, i) => ignoredOf(unit, chain.slice(i + 1)));
  return {
    unit: nameOf(chain[0].id),
    sections: await Promise.all(registered.map(sectionOf)),
    ignored: ignored.map((i) => ({ ...i, unit: nameOf(i.unit), path: i.path.join('.') })),
  };
};
