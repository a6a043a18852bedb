import * as z from 'zod';
import { idsIn, rangesOf } from '../../shared/workflow/part-ids.ts';

/**
 * Animals as the index by area keeps them: those that count alike are one entry that names them (`a1-a50`), so that a flock
 * costs no more than one animal; who counts them reads each.
 */

/** Animals with what is said of each, those of which the same is said together. */
export const grouped = <A extends { id: string }>(animals: A[]): (Omit<A, 'id'> & { ids: string })[] =>
  [...Map.groupBy(animals, ({ id: _, ...said }) => JSON.stringify(said)).values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    const { id: _, ...said } = first;
    return [{ ...said, ids: rangesOf(of.map((a) => a.id)) }];
  });

/** A schema of what is said of an animal, as a schema that reads each animal of those entries, with its id. */
export const eachAnimal = <S extends z.ZodRawShape>(said: z.ZodObject<S>) =>
  z
    .array(z.intersection(said, z.object({ id: z.string().optional(), ids: z.string().optional() })))
    .transform((entries) =>
      entries.flatMap((entry, i) => {
        const ids = (entry.ids && idsIn(entry.ids)) || [entry.id ?? `a${i + 1}`];
        return ids.map((id) => ({ ...(entry as z.infer<typeof said>), id }));
      }),
    );
