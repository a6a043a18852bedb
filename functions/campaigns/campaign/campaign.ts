import { type Actor, holds } from '../../../shared/auth.ts';
import { lists } from '../../../shared/keys.ts';
import type { ActionRule, Lifecycle, LifeRecord } from '../../../shared/workflow/lifecycle.ts';
import { listedUnder } from '../../directory/nearness.ts';
import { machine } from './machine.ts';
import { checkChange, checkHeld, checkPlanned } from './rules.ts';
import * as s from './schema.ts';

export type Campaign = LifeRecord<s.CampaignData>;

/** Who plans a campaign and answers for it. */
export const mayLead = (actor: Actor, unit: string): boolean => holds(actor, unit, 'official', 'first-secretary');

/** Whoever works for the unit holds its sessions. */
const mayHold = (actor: Actor, unit: string): boolean => holds(actor, unit);

const leader = (actor: Actor, d: s.CampaignData) => mayLead(actor, d.unit);
const member = (actor: Actor, d: s.CampaignData) => mayHold(actor, d.unit);

/** Who may do what to a campaign. */
const actions: Record<string, ActionRule<s.CampaignData>> = {
  hold: { input: s.holdSession, may: member, check: checkHeld, tone: 'primary' },
  'plan-session': { input: s.planSession, may: member, check: checkPlanned },
  correct: { input: s.correctSession, may: member, check: checkHeld },
  'cancel-session': { input: s.cancelSession, may: member },
  change: { input: s.campaignInput, may: leader, check: checkChange },
  close: { input: s.close, may: leader, tone: 'danger' },
  cancel: { input: s.cancel, may: leader, tone: 'danger' },
};

/** The stage of a campaign as its state says it. */
export const stageOf = (state: unknown): s.CampaignStage => {
  if (typeof state === 'string') return s.campaignStage.parse(state);
  return (state as { running: string }).running === 'quiet' ? 'quiet' : 'running';
};

/** The stage at an instant, whatever the campaign's clocks have done yet; to the public, silence is running. */
export const stageAt = (
  { stage, begins, ends }: Pick<s.CampaignCard, 'stage' | 'begins' | 'ends'>,
  at: string,
): Exclude<s.CampaignStage, 'quiet'> => {
  if (stage === 'closed' || stage === 'cancelled') return stage;
  if (at >= ends) return 'closed';
  return at >= begins ? 'running' : 'planned';
};

/** A campaign as lists hold it. */
export const cardOf = ({ id, state, data }: Campaign): s.CampaignCard =>
  s.campaignCard.parse({
    ...data,
    ...{ id, stage: stageOf(state), sessions: data.totals.sessions, people: data.totals.people },
  });

const index = (record: Campaign) => {
  const { data, id } = record;
  const card = cardOf(record);
  const order = `${data.ends}#${id}`;
  return {
    ...{ queue: lists.campaigns(data.unit), queueOrder: order, card },
    ...(card.stage === 'cancelled'
      ? {}
      : { area: lists.campaignsAround(listedUnder(data.area)), areaOrder: order, facts: card }),
  };
};

export const campaign: Lifecycle<s.CampaignData> = {
  ...{ type: 'campaign', kind: 'CAMPAIGN', machine, actions, index },
  data: s.campaignData as Lifecycle<s.CampaignData>['data'],
};
