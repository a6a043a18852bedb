import { lists } from '../../shared/keys.ts';
import { dateOf } from '../../shared/time.ts';
import { nextDue } from '../../shared/workflow/decide.ts';
import type { Managed } from '../../shared/workflow/deliver.ts';
import type { Lifecycle, LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { actions } from './actions.ts';
import { machine } from './machine.ts';
import { type TipData, tipData } from './schema.ts';

export type Tip = LifeRecord<TipData>;

/** What people are told of the state: the innermost one. */
export const stageOf = (state: unknown): string =>
  typeof state === 'string' ? state : stageOf(Object.values(state as object)[0] ?? 'received');

const ENDED = ['kept', 'erased'];

/** What an officer has to do something about: what has not ended, and what its sender has written to since. */
export const isOpen = ({ state, data }: Pick<Tip, 'state' | 'data'>): boolean =>
  !ENDED.includes(stageOf(state)) || data.unread;

const rewarded = ({ data }: Tip): boolean => data.reward?.payment !== undefined;

/** Sorts behind every date: what has no deadline stands last. */
const NEVER = '9999-12-31T23:59:59.999Z';

/** Lists know neither text nor place; figures know a month. */
const index = (record: Tip) => {
  const { id, data, state, createdAt } = record;
  const { unit, matter, county, unread, month, outcome } = data;
  const open = isOpen(record);
  const due = nextDue(record);
  return {
    queue: open ? lists.tips(unit) : lists.tipsClosed(unit),
    queueOrder: open ? `${due ?? NEVER}#${id}` : `${createdAt}#${id}`,
    card: { stage: stageOf(state), matter, county, unread, receivedOn: dateOf(createdAt), due },
    area: lists.tipFigures(unit),
    areaOrder: `${month}#${id}`,
    facts: { month, outcome, rewarded: rewarded(record) },
  };
};

export const life: Lifecycle<TipData> = { type: 'tip', kind: 'TIP', machine, data: tipData, actions, index };

/** The tip-off's lifecycle with how its effects are carried out: by the functions of its own table. */
export const tip: Managed = {
  life,
  effects: async () => (await import('./jobs.ts')).effects,
  confidential: { role: 'tip-officer', desk: '/desk/tips/' },
};
