import { Campaign } from './campaign.tsx';
import { Campaigns } from './campaigns.tsx';
import { Event } from './event.tsx';
import { Events } from './events.tsx';
import { Notice } from './notice.tsx';
import { Notices } from './notices.tsx';

/** The pages of what units tell the public, by the names they have in addresses. */
export const OUTREACH_PAGES = {
  notices: Notices,
  notice: Notice,
  campaigns: Campaigns,
  campaign: Campaign,
  events: Events,
  event: Event,
};
