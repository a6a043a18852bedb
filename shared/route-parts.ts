import * as z from 'zod';
import { idsIn, MOST_PARTS } from './workflow/part-ids.ts';

/** What routes ask for in the same words wherever they stand. */

/** The language of the answer: `zh`, `bo` or `en`; what the request prefers where it says another or none. */
export const lang = z.string().optional();

export const inLanguage = z.object({ lang });

/** The id of a record, as `newId` makes it. */
export const recordId = () => z.string().regex(/^[0-9a-f]{20}$/);

/** The id of what came with a receipt, and is found by it. */
export const receiptId = () => z.string().regex(/^[0-9a-f]{32}$/);

/** The name of an action. */
export const actionName = z.string().max(40);

export const recordAt = z.strictObject({ id: recordId() });
export const actionAt = recordAt.extend({ action: actionName });

export const caseAt = z.strictObject({ id: receiptId() });
export const caseActionAt = caseAt.extend({ action: actionName });

/** Beside an action: the version that was seen, so that nothing is done to what has changed meanwhile. */
export const stepQuery = z.object({ version: z.coerce.number().int().min(1).optional(), lang });

/** Which part of a history is asked for: the newest entries, or the newest of those before one. */
export const earlierQuery = z.object({ before: z.coerce.number().int().min(1).optional(), lang });

/** The query parameter `part`; repeated, its values arrive with commas between them. */
export const partQuery = z
  .string()
  .max(2000)
  .transform((named, context) => {
    const ids = idsIn(named);
    if (ids) return ids;
    context.addIssue({ code: 'custom', message: `names no animals like a1, or more than ${MOST_PARTS}` });
    return z.NEVER;
  })
  .meta({
    description:
      'An animal (or another part) of the case, or several that the one step is for: `a1`, `a1,a4`, `a1-a50`, or the parameter repeated; all of them take it, or none',
  });

/** An action's input: the action itself says what it takes, see `perform`. */
export const anyInput = z.record(z.string(), z.unknown());
