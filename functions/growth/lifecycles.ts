import type { Managed } from '../../shared/workflow/deliver.ts';
import { activity } from './activity/activity.ts';
import { mentorship } from './mentorship/mentorship.ts';

/** The lifecycles of how people grow. */
export const growthLifecycles: Managed[] = [
  { life: mentorship, effects: async () => (await import('./mentorship/effects.ts')).effects },
  { life: activity, effects: async () => (await import('./activity/effects.ts')).effects },
];
