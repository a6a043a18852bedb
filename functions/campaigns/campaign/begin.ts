import { contentDigest, newId } from '../../../shared/ids.ts';
import type { Moment } from '../../../shared/time.ts';
import { begin } from '../../../shared/workflow/decide.ts';
import { type By, personOf } from '../../../shared/workflow/lifecycle.ts';
import { create, fromItem } from '../../../shared/workflow/store.ts';
import { localDaysOf } from '../../directory/local-days.ts';
import { settingsOf } from '../../directory/lookup.ts';
import { campaignSettings } from '../settings.ts';
import { type Campaign, campaign } from './campaign.ts';
import { checkSaid } from './note.ts';
import { spanOf } from './rules.ts';
import type { CampaignData, CampaignInput } from './schema.ts';
import { NOTHING } from './totals.ts';

interface Beginning {
  by: By;
  at: Moment;
  /** The same key again is the same campaign. */
  key?: string;
}

/** A campaign as it begins to be kept. */
export const campaignOf = (
  id: string,
  unit: string,
  said: CampaignInput,
  { by, at, silentDays, local }: Beginning & Pick<CampaignData, 'silentDays' | 'local'>,
): Campaign => {
  const data: CampaignData = {
    ...{ ...said, unit, ...spanOf(said), by: personOf(by) },
    ...{ openedAt: at, silentDays, local, totals: NOTHING },
  };
  return begin(campaign, id, data, { type: 'planned', at, by });
};

/** Plans a campaign of a unit. Throws `invalid-input`. */
export const plan = async (unit: string, said: CampaignInput, { by, at, key }: Beginning): Promise<Campaign> => {
  await checkSaid(unit, said, at);
  const [{ silentDays }, local] = await Promise.all([settingsOf(unit, campaignSettings), localDaysOf(unit)]);
  const id = key === undefined ? newId() : contentDigest(['campaign', unit, key]).slice(0, 20);
  const record = campaignOf(id, unit, said, { by, at, silentDays, local });
  const there = await create(campaign, record);
  return there ? fromItem(campaign, there) : record;
};
