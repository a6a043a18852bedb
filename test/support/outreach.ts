import { campaignOf } from '../../functions/campaigns/campaign/begin.ts';
import { campaign } from '../../functions/campaigns/campaign/campaign.ts';
import type { CampaignData, CampaignInput } from '../../functions/campaigns/campaign/schema.ts';
import { cameTo } from '../../functions/campaigns/campaign/totals.ts';
import { publicEvent } from '../../functions/campaigns/event/event.ts';
import { spanOf } from '../../functions/campaigns/event/rules.ts';
import type { EventData, EventInput } from '../../functions/campaigns/event/schema.ts';
import { notice } from '../../functions/notices/notice.ts';
import { endOf } from '../../functions/notices/rules.ts';
import type { NoticeData, NoticeInput } from '../../functions/notices/schema.ts';
import { begin } from '../../shared/workflow/decide.ts';
import { type By, type Lifecycle, type LifeRecord, type Step, SYSTEM } from '../../shared/workflow/lifecycle.ts';
import { NO_LOCAL_DAYS } from '../../shared/working-days.ts';
import { everyStep, type Graph } from './paths.ts';

/** Notices, campaigns and events as graphs: what people may do to them, each with an input that is right. */

const AT = '2026-04-10T02:00:00.000Z';
const BY: By = { kind: 'staff', id: 'a@x.example', name: '甲' };
const ID = 'a'.repeat(20);

type Inputs = Record<string, Record<string, unknown>>;

const stepsWith =
  <D>(life: Lifecycle<D>, inputs: Inputs, most: (r: LifeRecord<D>, step: Step) => boolean) =>
  (record: LifeRecord<D>): Step[] =>
    everyStep(life, record, (type) => ({ type, at: AT, by: BY, input: { ...inputs[type] } }), AT).filter((s) =>
      most(record, s),
    );

const times = (r: LifeRecord<unknown>, event: string): number => r.history.filter((e) => e.event === event).length;

/** Each step once on a path, so that paths have an end. */
const once = (r: LifeRecord<unknown>, { type }: Step): boolean => times(r, type) === 0;

const CAMPAIGN: CampaignInput = {
  name: { zh: '宣传' },
  ...{ area: '5401', from: '2026-04-20', until: '2026-06-30', topics: [], plan: { materials: [] } },
};

const HELD = cameTo({ stage: 'held', at: AT, people: 10, materials: [], questions: [] });

export const campaignGraph = (): Graph<CampaignData> => ({
  life: campaign,
  start: campaignOf(ID, 'u', CAMPAIGN, { by: BY, at: AT, silentDays: 14, local: NO_LOCAL_DAYS }),
  steps: stepsWith(
    campaign,
    {
      change: { ...CAMPAIGN, silentDays: 7, local: NO_LOCAL_DAYS },
      hold: { session: 's1', after: HELD, heldAt: AT },
      'plan-session': { session: 's2', after: { ...HELD, sessions: 0, planned: 1 } },
      cancel: { reason: 'x' },
    },
    (r, s) =>
      ['change', 'hold', 'plan-session', 'close', 'cancel'].includes(s.type) ? once(r, s) : s.clock !== undefined,
  ),
  marks: (r) => [times(r, 'hold'), times(r, 'change')],
});

const EVENT: EventInput = {
  ...{ kind: 'talk', text: { zh: { title: 'x', about: 'y' } }, place: 'z', area: '5401' },
  ...{ first: '2026-04-20', last: '2026-04-20', closedOn: [], free: true },
};

export const eventGraph = (): Graph<EventData> => {
  const dated = { ...EVENT, first: EVENT.first ?? '' };
  const by = { id: BY.id, name: BY.name ?? '' };
  const data = { ...dated, unit: 'u', ...spanOf(dated), by, openedAt: AT, changedAt: AT, revision: 0 };
  return {
    life: publicEvent,
    start: begin(publicEvent, ID, data, { type: 'announced', at: AT, by: BY }),
    steps: stepsWith(publicEvent, { change: { ...EVENT, last: '2026-04-21' }, cancel: { reason: 'x' } }, once),
    marks: (r) => r.data.revision,
  };
};

const NOTICE: NoticeInput = {
  ...{ kind: 'notice', text: { zh: { title: 'x', body: 'y' } }, area: '540102', stations: [], until: '2026-06-30' },
};

export const noticeGraph = (): Graph<NoticeData> => {
  const by = { id: BY.id, name: BY.name ?? '' };
  const { kind: _, ...said } = NOTICE;
  const data: NoticeData = {
    ...{ ...NOTICE, unit: 'u', ends: endOf(NOTICE.until), by, openedAt: AT },
    ...{ revision: 0, complaintLimit: 2, complaints: [], settled: 0 },
  };
  return {
    life: notice,
    start: begin(notice, ID, data, { type: 'written', at: AT, by: SYSTEM }),
    steps: stepsWith(
      notice,
      { change: said, withdraw: { reason: 'x' }, complain: { reason: 'wrong' } },
      (r, s) => s.type !== 'change' || r.data.revision < 1,
    ),
    marks: (r) => [r.data.complaints.length, r.data.revision],
  };
};
