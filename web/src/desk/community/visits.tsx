import { useState } from 'preact/hooks';
import { newReceipt } from '../../browser/receipt.ts';
import { Actions, type ActionsProps } from '../actions.tsx';
import { post } from '../api.ts';
import { Loaded, useLoaded } from '../loaded.tsx';
import { Panel, Said } from '../pieces.tsx';
import type { OpenAction } from '../views.ts';
import { InCommunity } from './place.tsx';
import { DOT, dayOf, t } from './text.ts';

interface Household {
  id: string;
  unit: string;
  grid: string;
  householder: string;
  address: string;
  daysSince?: number;
  planned?: { on: string; who: { name: string } };
}

interface Answer {
  households: Household[];
  note: OpenAction;
  planDoor?: OpenAction;
  actions?: OpenAction[];
}

/** Whom I am to visit, and who was not visited for longest; each is noted at the door. */
export const Visits = () => (
  <InCommunity view="visits" title={t('desk.visits')}>
    {({ unit }) => <Doors unit={unit} />}
  </InCommunity>
);

/** Both lists are read anew after each note or plan: a household may stand in both. */
const Doors = ({ unit }: { unit: string }) => {
  const [done, setDone] = useState<{ count: number; said?: string }>({ count: 0 });
  const after = (said: string) => setDone(({ count }) => ({ count: count + 1, said }));
  const lists = [
    [t('desk.visits.mine'), `/visits/mine?lang=${t.language}`],
    [t('desk.visits.longest'), `/visits/households?${new URLSearchParams({ unit, lang: t.language })}`],
  ] as const;
  return (
    <>
      <Said>{done.said}</Said>
      <div class="two">
        {lists.map(([title, at]) => (
          <Listed key={`${at} ${done.count}`} title={title} unit={unit} at={at} after={after} />
        ))}
      </div>
    </>
  );
};

/** A grid's plan, or a household that is new. */
const planned =
  (unit: string): ActionsProps['perform'] =>
  ({ action }, input) =>
    action === 'enter'
      ? post('/visits/households', { unit, households: [input] })
      : post('/visits/plans', { unit, ...(input as object) });

/** A plan for this door, or what was noted there: sent again after a lost answer it is noted once. */
const atDoor =
  ({ unit, id }: Household, receipt: string): ActionsProps['perform'] =>
  ({ action }, input) =>
    action === 'plan-door'
      ? post('/visits/plans', { unit, households: [id], ...(input as object) })
      : post('/visits', { ...(input as object), unit, household: id }, { 'idempotency-key': receipt });

interface ListProps {
  title: string;
  unit: string;
  at: string;
  after: (said: string) => void;
}

const Listed = ({ title, unit, at, after }: ListProps) => (
  <Panel title={title}>
    <Loaded of={useLoaded<Answer>(at)}>
      {({ households, note, planDoor, actions = [] }) => (
        <>
          <Actions of={actions} subject={title} perform={planned(unit)} after={after} />
          {households.length === 0 && <p class="quiet">{t('desk.visits.none')}</p>}
          {households.map((h) => (
            <Door key={h.id} of={h} actions={planDoor ? [note, planDoor] : [note]} after={after} />
          ))}
        </>
      )}
    </Loaded>
  </Panel>
);

interface DoorProps {
  of: Household;
  actions: OpenAction[];
  after: (said: string) => void;
}

const Door = ({ of, actions, after }: DoorProps) => {
  const [receipt] = useState(newReceipt); // a door is drawn anew after each note
  const { householder, address, grid, planned } = of;
  return (
    <section class="card">
      <h3>{householder}</h3>
      <p>{[grid, address].join(DOT)}</p>
      <p class="quiet">
        {[lastOf(of), planned && `${dayOf(planned.on)} ${planned.who.name}`].filter(Boolean).join(DOT)}
      </p>
      <Actions of={actions} subject={[householder, address].join(DOT)} perform={atDoor(of, receipt)} after={after} />
    </section>
  );
};

const lastOf = ({ daysSince }: Household): string =>
  daysSince === undefined ? t('desk.visits.never') : t('desk.visits.days', { days: daysSince });
