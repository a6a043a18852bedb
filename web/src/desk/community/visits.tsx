import { useState } from 'preact/hooks';
import { newReceipt } from '../../browser/receipt.ts';
import { Actions, type ActionsProps } from '../actions.tsx';
import { post } from '../api.ts';
import { Panel } from '../pieces.tsx';
import type { OpenAction } from '../views.ts';
import { Live } from './live.tsx';
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
    {({ unit }) => (
      <div class="two">
        <Listed title={t('desk.visits.mine')} unit={unit} at={`/visits/mine?lang=${t.language}`} />
        <Listed
          title={t('desk.visits.longest')}
          unit={unit}
          at={`/visits/households?${new URLSearchParams({ unit, lang: t.language })}`}
        />
      </div>
    )}
  </InCommunity>
);

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

const Listed = ({ title, unit, at }: { title: string; unit: string; at: string }) => (
  <Panel title={title}>
    <Live<Answer> at={at}>
      {({ households, note, planDoor, actions = [] }, after) => (
        <>
          <Actions of={actions} subject={title} perform={planned(unit)} after={after} />
          {households.length === 0 && <p class="quiet">{t('desk.visits.none')}</p>}
          {households.map((h) => (
            <Door key={h.id} of={h} actions={planDoor ? [note, planDoor] : [note]} after={after} />
          ))}
        </>
      )}
    </Live>
  </Panel>
);

interface DoorProps {
  of: Household;
  actions: OpenAction[];
  after: (said: string) => void;
}

const Door = ({ of, actions, after }: DoorProps) => {
  const [receipt, setReceipt] = useState(newReceipt);
  const { householder, address, grid, planned } = of;
  return (
    <section class="card">
      <h3>{householder}</h3>
      <p>{[grid, address].join(DOT)}</p>
      <p class="quiet">
        {[lastOf(of), planned && `${dayOf(planned.on)} ${planned.who.name}`].filter(Boolean).join(DOT)}
      </p>
      <Actions
        of={actions}
        subject={[householder, address].join(DOT)}
        perform={atDoor(of, receipt)}
        after={(said) => {
          setReceipt(newReceipt());
          after(said);
        }}
      />
    </section>
  );
};

const lastOf = ({ daysSince }: Household): string =>
  daysSince === undefined ? t('desk.visits.never') : t('desk.visits.days', { days: daysSince });
