import type { TipEvent } from './events.ts';
import { claimUntil } from './rules.ts';
import type { Reward, TipData } from './schema.ts';

/** What a tip-off remembers of each step, as changes of its data. Pure. */

type Change = Partial<TipData>;
type Event<T extends TipEvent['type']> = Extract<TipEvent, { type: T }>;

const isA = <T extends TipEvent['type']>(event: TipEvent, type: T): event is Event<T> => event.type === type;

const signature = ({ by, at }: TipEvent) => ({ by: by.id, name: by.name ?? by.id, at });

const changed = ({ reward }: TipData, change: Partial<Reward>): Change =>
  reward ? { reward: { ...reward, ...change } } : {};

export const seen: Change = { unread: false };

export const heard = ({ messages }: TipData): Change => ({ messages: messages + 1, unread: true });

export const said = ({ messages }: TipData): Change => ({ messages: messages + 1 });

export const closed = (event: TipEvent): Change => (isA(event, 'close') ? { outcome: event.input.outcome } : {});

export const reopened: Change = { outcome: undefined };

export const proposed = (event: TipEvent): Change =>
  isA(event, 'propose')
    ? {
        reward: {
          amountFen: event.input.amountFen,
          proposal: { ...signature(event), reason: event.input.reason },
          claims: 0,
          lapsed: false,
        },
      }
    : {};

export const approved = (data: TipData, event: TipEvent): Change =>
  changed(data, { approval: signature(event), until: claimUntil(data, event.at) });

export const returned: Change = { reward: undefined };

export const claimed = (data: TipData, event: TipEvent): Change =>
  isA(event, 'claim')
    ? changed(data, { claim: { ...event.input, at: event.at }, claims: (data.reward?.claims ?? 0) + 1 })
    : {};

export const unclaimed = (data: TipData): Change => changed(data, { claim: undefined });

export const paid = (data: TipData, event: TipEvent): Change =>
  isA(event, 'pay') ? changed(data, { payment: { ...signature(event), ...event.input } }) : {};

export const lapsed = (data: TipData): Change => changed(data, { claim: undefined, lapsed: true });
