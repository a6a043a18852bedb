import type { Managed } from '../../shared/workflow/deliver.ts';
import { weekly } from './meeting/weekly.ts';
import { rectification } from './rectification/rectification.ts';
import { journal } from './week/journal.ts';

/** The lifecycles of the journal. */
export const journalLifecycles: Managed[] = [
  { life: journal, effects: async () => (await import('./week/effects.ts')).effects },
  { life: rectification, effects: async () => (await import('./rectification/effects.ts')).effects },
  { life: weekly, effects: async () => (await import('./meeting/effects.ts')).effects },
];
