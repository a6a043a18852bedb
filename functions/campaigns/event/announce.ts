import { invalidField } from '../../../shared/errors.ts';
import { contentDigest, newId } from '../../../shared/ids.ts';
import { dateOf, type Moment } from '../../../shared/time.ts';
import { begin } from '../../../shared/workflow/decide.ts';
import { type By, personOf } from '../../../shared/workflow/lifecycle.ts';
import { create, fromItem, load } from '../../../shared/workflow/store.ts';
import { areaTest } from '../../directory/areas.ts';
import { mustBeVerified } from '../../directory/verified.ts';
import { campaign } from '../campaign/campaign.ts';
import { type PublicEvent, publicEvent } from './event.ts';
import { checkEvent, spanOf } from './rules.ts';
import type { Change, EventData, EventInput } from './schema.ts';

/** How a public event comes about, and what is looked up for its steps. */

const mustBeArea = async (area: string): Promise<void> => {
  if (!(await areaTest())(area)) throw invalidField('area', 'unknown-area', 'is not a known area code');
};

const mustBeOwn = async (id: string | undefined, unit: string): Promise<void> => {
  if (id !== undefined && (await load(campaign, id))?.data.unit !== unit)
    throw invalidField('campaign', 'unknown-campaign', 'is no campaign of this unit');
};

interface Announcing {
  by: By;
  at: Moment;
  /** The same key again is the same event. */
  key?: string;
}

/** Announces an event of a verified unit. Throws `not-verified`, `invalid-input`. */
export const announce = async (unit: string, said: EventInput, { by, at, key }: Announcing): Promise<PublicEvent> => {
  await mustBeVerified(unit);
  checkEvent(said, at);
  await Promise.all([mustBeArea(said.area), mustBeOwn(said.campaign, unit)]);
  const dated = { ...said, first: said.first ?? dateOf(at) };
  const data: EventData = {
    ...{ ...dated, unit, ...spanOf(dated), by: personOf(by) },
    ...{ openedAt: at, changedAt: at, revision: 0 },
  };
  const id = key === undefined ? newId() : contentDigest(['event', unit, key]).slice(0, 20);
  const record = begin(publicEvent, id, data, { type: 'announced', at, by });
  const there = await create(publicEvent, record);
  return there ? fromItem(publicEvent, there) : record;
};

/** Only a verified unit changes what is before the public. */
export const resolve = async (
  action: string,
  input: Record<string, unknown>,
  { data }: PublicEvent,
): Promise<Record<string, unknown>> => {
  if (action !== 'change') return input;
  await mustBeVerified(data.unit);
  await mustBeArea((input as Change).area);
  return input;
};
