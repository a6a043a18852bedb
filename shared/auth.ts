import * as z from 'zod';
import { email, line, phone } from './fields.ts';

/** Roles are held per unit. The worker on duty gains the duty secretary's powers for the week. */
export const role = z.enum(['worker', 'first-secretary', 'responder', 'official', 'approver', 'tip-officer', 'admin']);
export type Role = z.infer<typeof role>;

export const grant = z.strictObject({ unit: z.string().regex(/^[a-z0-9-]{2,60}$/), role });
export type Grant = z.infer<typeof grant>;

/** A person of the staff: who signs in by this e-mail address, and what they are where. */
export const person = z.object({
  email: email(),
  name: line(60),
  phone: phone().optional(),
  roles: z.array(grant).max(50),
  active: z.boolean().default(true),
});
export type Person = z.infer<typeof person>;

/** Who acts: a person with their roles as they are at this moment, not as a token remembers them. */
export interface Actor {
  id: string;
  name: string;
  roles: Person['roles'];
  /** Units in which the actor is duty secretary at this moment; filled in where that gives powers, see functions/duty/powers.ts. */
  onDuty?: readonly string[];
}

/** Whether the actor holds one of the roles in the unit, or any role where none is named. */
export const holds = (actor: Actor, unit: string | undefined, ...roles: Role[]): boolean =>
  unit !== undefined && actor.roles.some((r) => r.unit === unit && (roles.length === 0 || roles.includes(r.role)));

/** Whether the actor leads the unit now: its first secretary always, its duty secretary while on duty. */
export const leads = (actor: Actor, unit: string): boolean =>
  holds(actor, unit, 'first-secretary') || (actor.onDuty?.includes(unit) ?? false);

/** The units in which the actor holds any role (or one of those named), without repeats. */
export const unitsOf = (actor: Actor, ...roles: Role[]): string[] => [
  ...new Set(actor.roles.filter((r) => roles.length === 0 || roles.includes(r.role)).map((r) => r.unit)),
];

export const isAdmin = (actor: Actor): boolean => actor.roles.some((r) => r.role === 'admin');
