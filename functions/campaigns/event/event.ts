import type { Actor } from '../../../shared/auth.ts';
import { lists } from '../../../shared/keys.ts';
import type { ActionRule, Lifecycle, LifeRecord } from '../../../shared/workflow/lifecycle.ts';
import { listedUnder } from '../../directory/nearness.ts';
import { mayLead } from '../campaign/campaign.ts';
import { machine } from './machine.ts';
import { checkChange } from './rules.ts';
import * as s from './schema.ts';

export type PublicEvent = LifeRecord<s.EventData>;

const leader = (actor: Actor, d: s.EventData) => mayLead(actor, d.unit);

const actions: Record<string, ActionRule<s.EventData>> = {
  change: { input: s.change, may: leader, check: checkChange },
  cancel: { input: s.cancel, may: leader, tone: 'danger' },
};

/** An event as lists hold it. */
export const cardOf = ({ id, state, data }: PublicEvent): s.EventCard =>
  s.eventCard.parse({ ...data, id, stage: s.eventStage.parse(state), reason: data.cancelled?.reason });

/** Also what was called off stays in the list until it would have been over, so that calendars learn of it. */
const index = (record: PublicEvent) => {
  const { data, id } = record;
  const card = cardOf(record);
  const order = `${data.ends}#${id}`;
  return {
    ...{ queue: lists.events(data.unit), queueOrder: order, card },
    ...{ area: lists.eventsAround(listedUnder(data.area)), areaOrder: order, facts: card },
  };
};

export const publicEvent: Lifecycle<s.EventData> = {
  ...{ type: 'event', kind: 'EVENT', machine, actions, index },
  data: s.eventData as Lifecycle<s.EventData>['data'],
};
