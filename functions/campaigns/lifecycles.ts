import type { Managed } from '../../shared/workflow/deliver.ts';
import { campaign } from './campaign/campaign.ts';
import { publicEvent } from './event/event.ts';

/** The lifecycles of what units explain to people. */
export const campaignLifecycles: Managed[] = [
  { life: campaign, effects: async () => (await import('./effects.ts')).effects },
  { life: publicEvent, effects: async () => ({}) },
];
