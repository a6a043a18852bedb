import { type Moment, now } from '../../shared/time.ts';
import { decide, nextClock } from '../../shared/workflow/decide.ts';
import { SYSTEM } from '../../shared/workflow/lifecycle.ts';
import { create } from '../../shared/workflow/store.ts';
import { NO_LOCAL_DAYS } from '../../shared/working-days.ts';
import { unit as unitOf } from '../directory/lookup.ts';
import { campaignOf } from './campaign/begin.ts';
import { type Campaign, campaign } from './campaign/campaign.ts';
import { spanOf } from './campaign/rules.ts';
import type { CampaignInput } from './campaign/schema.ts';

const UNIT = 'lhasa-anti-drug';
const ID = '5eed0000000000000004';

/** As published: from late April to November 2026, in communities and parks. No targets and no sessions are published. */
export const DRUG_LAW: CampaignInput = {
  name: { zh: '禁毒普法宣传', bo: 'དུག་རྫས་བཀག་སྡོམ་ཁྲིམས་ལུགས་དྲིལ་བསྒྲགས།', en: 'Drug-law outreach' },
  about: '在社区、公园悬挂横幅、发放传单、现场解答：罂粟、大麻长什么样，法律怎么规定，怎样举报。',
  area: '5401',
  from: '2026-04-20',
  until: '2026-11-30',
  topics: ['识别罂粟和大麻', '法律怎么规定', '怎样举报'],
  plan: { materials: [] },
};

/** The drug-law campaign, of which nobody is reminded before its unit works with it. Changes nothing that is there. */
export const seedCampaigns = async (): Promise<void> => {
  if (!(await unitOf(UNIT))) return;
  const at = now();
  const { begins } = spanOf(DRUG_LAW);
  const [earlier = at] = [at, begins].sort();
  const begun = { by: SYSTEM, at: earlier, silentDays: 0, local: NO_LOCAL_DAYS };
  await create(campaign, quiet(elapsed(campaignOf(ID, UNIT, DRUG_LAW, begun), at)));
};

/** The campaign after the deadlines that have passed. */
const elapsed = (record: Campaign, at: Moment): Campaign => {
  const [clock, next] = nextClock(record) ?? [];
  if (!clock || !next || next.due > at) return record;
  return elapsed(decide(campaign, record, { type: next.event, at: next.due, by: SYSTEM, clock }), at);
};

/** Deadlines run as they would; of what went before nobody is told. */
const quiet = (record: Campaign): Campaign => ({
  ...record,
  history: record.history.map((e) => ({ ...e, effects: e.effects.filter((x) => x.type.startsWith('clock.')) })),
});
