import { queueMail } from '../../shared/mail.ts';
import type { Delivery, Effects } from '../../shared/workflow/deliver.ts';
import { answerersOf } from '../directory/answerers.ts';
import { stageOf } from './campaign/campaign.ts';
import { aboutOf } from './campaign/public-view.ts';
import type { CampaignData } from './campaign/schema.ts';
import { sentencesOf } from './campaign/summary.ts';
import { campaignLink } from './desk-links.ts';
import { campaignNews } from './mail.ts';
import { wordsIn } from './words.ts';

type Done = Delivery<CampaignData>;

const t = wordsIn('zh');

/** Nobody is reminded of what was held meanwhile. */
const remind = async ({ id, record }: Done): Promise<void> => {
  if (stageOf(record.state) !== 'quiet') return;
  const readers = await answerersOf(record.data.unit);
  await queueMail(id, campaignNews('quiet', readers, record, campaignLink(record.id), t));
};

/** Where nothing was ever held there is nothing to tell. */
const tellClosed = async ({ id, record, entry }: Done): Promise<void> => {
  const { data } = record;
  if (data.totals.sessions === 0) return;
  const [readers, about] = await Promise.all([answerersOf(data.unit), aboutOf(record, t.language, entry.at)]);
  const sentences = sentencesOf(data, about, t);
  await queueMail(id, campaignNews('closed', readers, { data, sentences }, campaignLink(record.id), t));
};

/** How the effects of a campaign are carried out. */
export const effects: Effects<CampaignData> = { remind: { send: remind }, tellClosed: { send: tellClosed } };
