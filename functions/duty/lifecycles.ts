import type { Managed } from '../../shared/workflow/deliver.ts';
import { handover } from './handover/handover.ts';
import { meeting } from './meeting/meeting.ts';
import { swap } from './swap/swap.ts';

/** The lifecycles of the community's week. */
export const dutyLifecycles: Managed[] = [
  { life: handover, effects: async () => (await import('./handover/effects.ts')).effects },
  { life: swap, effects: async () => (await import('./swap/effects.ts')).effects },
  { life: meeting, effects: async () => (await import('./meeting/effects.ts')).effects },
];
