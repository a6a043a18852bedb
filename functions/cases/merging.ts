import * as z from 'zod';
import { line, text } from '../../shared/fields.ts';
import type { LifeEvent } from '../../shared/workflow/lifecycle.ts';
import type { CaseData } from './schema.ts';

/** Two cases that are about the same thing: a person merges one into the other, or says that they are two. Pure. */

/** The inputs of the two actions. */
export const merge = z.strictObject({ into: line(40).meta({ widget: 'case' }), reason: text(500).optional() });
export const keepApart = z.strictObject({ other: line(40).meta({ widget: 'case' }), reason: text(500).optional() });

type On<T extends string, I> = LifeEvent<I> & { type: T };

/** What a chart hears of it: the case that is merged, and the one that it is merged into. */
export type MergeEvent =
  | On<'merge', z.infer<typeof merge> & { number?: string }>
  | On<'keep-apart', z.infer<typeof keepApart>>
  | On<'merged.in', { id: string }>
  | On<'merged.out', { id: string }>;

export const MERGE_EVENTS = ['merge', 'keep-apart', 'merged.in', 'merged.out'] as const;

/** What is to be told to the case that another was merged into, or is no more. */
export interface TellsOriginal {
  that: 'merged.in' | 'merged.out';
  into?: string;
}

type Merged = { context: Pick<CaseData, 'duplicateOf'> };

export const mergedIn = ({ context }: Merged): TellsOriginal => ({ that: 'merged.in', into: context.duplicateOf?.id });
export const mergedOut = ({ context }: Merged): TellsOriginal => ({
  that: 'merged.out',
  into: context.duplicateOf?.id,
});

/** What a case remembers of the step. */
export const mergedBy = (
  { merged, duplicates, keptApart }: Pick<CaseData, 'merged' | 'duplicates' | 'keptApart'>,
  event: MergeEvent,
): Partial<CaseData> => {
  switch (event.type) {
    case 'merge':
      return { duplicateOf: { id: event.input.into, number: event.input.number } };
    case 'merged.in':
      return { merged: [...merged, { id: event.input.id, at: event.at }] };
    case 'merged.out':
      return { merged: merged.filter((m) => m.id !== event.input.id) };
    case 'keep-apart': {
      const { other } = event.input;
      return { duplicates: duplicates.filter((d) => d.id !== other), keptApart: [...keptApart, other] };
    }
  }
};

/** Whether there is anything to keep it apart from. */
export const mayBeTwice = (data: Pick<CaseData, 'duplicates'> & { closedAt?: string }): boolean =>
  data.closedAt === undefined && data.duplicates.length > 0;
