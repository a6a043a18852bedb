import * as z from 'zod';
import { date, line, moment, phone, text } from '../../shared/fields.ts';
import { named } from '../../shared/workflow/lifecycle.ts';
import { consent } from '../cases/schema.ts';
import { kind } from '../requests/schema.ts';

/** Home visits (入户走访): the households of a unit by grid, who visits them when, and what was noted at the door. */

export const unitId = z.string().regex(/^[a-z0-9-]{2,60}$/);
export const householdId = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** A household as it is entered; `township` where it is not the unit's own area. */
export const entered = z.strictObject({
  id: householdId,
  grid: line(30),
  householder: line(60),
  address: line(200),
  township: line(40).optional(),
  phone: phone().optional(),
});

export const household = z.object({
  ...entered.shape,
  unit: unitId,
  lastVisitedAt: z.string().optional(),
  planned: z.object({ on: date(), who: named }).optional(),
  version: z.number().default(0),
});
export type Household = z.infer<typeof household>;

/** What the indexes keep of a household: enough for a list at the door. */
export const card = household.pick({
  ...{ id: true, unit: true, grid: true, householder: true, address: true, lastVisitedAt: true, planned: true },
});
export type Card = z.infer<typeof card>;

export const met = z.enum(['met', 'nobody-home', 'not-now']);

/** What somebody in the household raised; it becomes a request with the visitor as its lead. */
export const raised = z.strictObject({
  kind,
  matter: text(2000),
  phone: phone().optional(),
  consent: consent.meta({ widget: 'consent' }),
});

/** A visit as it is noted at the door: one tap, and words only where there is something to say. */
export const noted = z.strictObject({
  unit: unitId,
  household: householdId,
  met: met.default('met'),
  at: moment().optional(),
  note: text(1000).optional(),
  raised: raised.optional(),
});
export type Noted = z.infer<typeof noted>;

/** The form that is filled in at the door; whose door it is, the page knows. */
export const noteForm = noted.omit({ unit: true, household: true, at: true });

export const visit = z.object({
  id: z.string(),
  at: z.string(),
  by: named,
  met,
  note: z.string().optional(),
  /** The request that what was raised became. */
  request: z.string().optional(),
});
export type Visit = z.infer<typeof visit>;

/** Who is to go when; to a whole grid, to the households listed, or both. */
export const plan = z.strictObject({
  unit: unitId,
  who: line(200).meta({ widget: 'member' }),
  on: date(),
  grid: line(30).optional(),
  households: z.array(householdId).max(100).default([]),
});

/** The forms of a plan for several doors and for one, and of what is put right at one; whose door it is, the page knows. */
export const doorsPlan = plan.omit({ unit: true });
export const doorPlan = plan.pick({ who: true, on: true });
export const correction = entered.omit({ id: true });
