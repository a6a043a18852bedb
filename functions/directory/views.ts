import * as z from 'zod';
import { person, role } from '../../shared/auth.ts';
import type { Language } from '../../shared/fields.ts';
import { named } from '../../shared/workflow/lifecycle.ts';
import * as s from './schema.ts';

/** What the directory answers. */

/** Who the caller is, with the names of their units in their language. */
export const me = z.object({
  email: z.string(),
  name: z.string(),
  roles: z.array(z.object({ unit: named, role })),
});
export type Me = z.infer<typeof me>;

export const unitList = z.object({ units: z.array(s.listedUnit) });
export const routeList = z.object({ routes: z.array(s.listedRoute) });
export const memberList = z.object({
  people: z.array(person.omit({ roles: true }).extend({ roles: z.array(role) })),
});
export const areaList = z.object({ areas: z.array(s.division.omit({ version: true })) });

/** A unit's name in a language, in Chinese where it has none in that. */
export const nameIn = (unit: Pick<s.Unit, 'name'>, language: Language): string => unit.name[language] ?? unit.name.zh;
