import type { CampaignRow, CampaignView } from '../../../../functions/campaigns/campaign/view.ts';
import type { EventRow, EventView } from '../../../../functions/campaigns/event/view.ts';
import type { NoticeRow, NoticeView } from '../../../../functions/notices/view.ts';

/** What the API answers to the pages of notices, campaigns and events, as its schemas say. */
export type { CampaignRow, CampaignView, EventRow, EventView, NoticeRow, NoticeView };
