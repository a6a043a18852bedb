import { endOfPeriod } from '../../shared/calendar.ts';
import { between, later, plus, yearOf } from '../../shared/time.ts';
import type { RewardEvent } from './events.ts';
import { claimUntil } from './rules.ts';
import type { RewardData } from './schema.ts';

/** What a reward remembers of each step, as changes of its data. Pure. */

type Change = Partial<RewardData>;
type Event<T extends RewardEvent['type']> = Extract<RewardEvent, { type: T }>;

const isA = <T extends RewardEvent['type']>(event: RewardEvent, ...types: T[]): event is Event<T> =>
  types.includes(event.type as T);

/** An approval that no longer stands, and everything that followed from it. */
export const released: Change = { commitment: undefined, claim: undefined, payee: undefined, held: undefined };

/** Other content: whatever was proposed or approved was so for the old one, and is void. */
export const renewed = (data: RewardData, event: RewardEvent): Change => {
  if (!isA(event, 'reconsidered')) return {};
  const notice = data.proposal ? { code: 'voided' as const } : undefined;
  return { ...released, ...event.input, proposal: undefined, approval: undefined, notice };
};

const signature = ({ by, at }: RewardEvent, { digest }: RewardData) => ({
  by: by.id,
  name: by.name ?? by.id,
  at,
  digest,
});

export const proposed = (data: RewardData, event: RewardEvent): Change =>
  isA(event, 'propose') ? { proposal: { ...signature(event, data), ...event.input }, notice: undefined } : {};

/** The amount is reserved in the budget of the year of the approval. */
export const approved = (data: RewardData, event: RewardEvent): Change =>
  isA(event, 'approve')
    ? {
        approval: { ...signature(event, data), ...event.input },
        commitment: { unit: data.unit, year: yearOf(event.at), amountFen: data.amountFen },
        claim: { until: claimUntil(data, event.at) },
      }
    : {};

export const returned = (event: RewardEvent): Change =>
  isA(event, 'return') ? { proposal: undefined, notice: { code: 'returned', reason: event.input.reason } } : {};

export const refused = (event: RewardEvent): Change =>
  isA(event, 'refuse') ? { notice: { code: 'refused', reason: event.input.reason } } : {};

export const claimed = (event: RewardEvent): Change =>
  isA(event, 'claim', 'correct-claim')
    ? { payee: { ...event.input, at: event.at, by: event.by.id }, notice: undefined }
    : {};

/** The claim is taken back: the window runs on as it was. */
export const unclaimed = ({ held }: RewardData, event: RewardEvent): Change =>
  isA(event, 'withdraw-claim')
    ? { payee: undefined, ...(held ? { held: { ...held, from: 'claimable' as const } } : {}) }
    : {};

/** Time to put payment details right, where the window is over or nearly so. */
const TO_PUT_RIGHT = 'P14D';

export const claimReturned = ({ claim }: RewardData, event: RewardEvent): Change => {
  if (!isA(event, 'return-claim')) return {};
  const soonest = endOfPeriod(event.at, TO_PUT_RIGHT);
  return {
    payee: undefined,
    claim: { until: later(claim?.until ?? soonest, soonest) },
    notice: { code: 'claim-returned', reason: event.input.reason },
  };
};

export const paid = ({ commitment }: RewardData, event: RewardEvent): Change =>
  isA(event, 'pay')
    ? {
        payment: {
          ...event.input,
          at: event.at,
          by: event.by.id,
          name: event.by.name ?? event.by.id,
          amountFen: commitment?.amountFen ?? 0,
        },
      }
    : {};

type Held = NonNullable<RewardData['held']>;

export const held = (event: RewardEvent, from: Held['from']): Change =>
  isA(event, 'hold') ? { held: { from, at: event.at, reason: event.input.reason } } : {};

/** Nothing has changed: it goes on where it was, and the time it was held is given back. */
export const resumed = ({ held, claim }: RewardData, event: RewardEvent): Change => ({
  held: undefined,
  ...(held && claim ? { claim: { until: plus(claim.until, between(held.at, event.at)) } } : {}),
});

export const questioned = (event: RewardEvent): Change => {
  if (!isA(event, 'reconsidered')) return {};
  const { digest, eligible, amountFen } = event.input;
  return { questioned: { digest, eligible, amountFen, at: event.at } };
};

/** The time for checks is over. */
export const forgotten: Change = { payee: undefined };
