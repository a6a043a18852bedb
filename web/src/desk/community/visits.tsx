import { useState } from 'preact/hooks';
import { spacedReceipt } from '../../../../shared/receipt.ts';
import { newReceipt } from '../../browser/receipt.ts';
import { Actions, type ActionsProps } from '../actions.tsx';
import { post, Refused } from '../api.ts';
import type { After } from '../live.tsx';
import { Loaded, useLoaded } from '../loaded.tsx';
import { Panel, Said } from '../pieces.tsx';
import { deskPath, wallClock } from '../text.ts';
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
  /** What else can be done at each door. */
  atDoor?: OpenAction[];
  actions?: OpenAction[];
}

interface Visited {
  visits: { id: string; at: string; by: { name: string }; metText: string; note?: string; request?: string }[];
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
  const [receipt, setReceipt] = useState<string>();
  const after: After = async (said) => setDone(({ count }) => ({ count: count + 1, said }));
  const lists = [
    [t('desk.visits.mine'), t('desk.visits.none'), `/visits/mine?lang=${t.language}`],
    [
      t('desk.visits.longest'),
      t('desk.visits.empty'),
      `/visits/households?${new URLSearchParams({ unit, lang: t.language })}`,
    ],
  ] as const;
  return (
    <>
      <Said>{done.said}</Said>
      {receipt && <ReadBack receipt={receipt} />}
      <div class="two">
        {lists.map(([title, none, at]) => (
          <Listed
            key={`${at} ${done.count}`}
            title={title}
            none={none}
            unit={unit}
            at={at}
            after={after}
            noted={setReceipt}
          />
        ))}
      </div>
    </>
  );
};

/** What was raised has a receipt, which the people of the household keep. */
const ReadBack = ({ receipt }: { receipt: string }) => (
  <section class="card good" role="status">
    <p>{t('desk.call.read')}</p>
    <p class="receipt">{spacedReceipt(receipt)}</p>
  </section>
);

/** One household, new or corrected; what is wrong is wrong at the fields of the form. */
const kept = (unit: string, household: object, corrects: boolean) =>
  post('/visits/households', { unit, households: [household], corrects }).catch((e) => {
    if (e instanceof Refused) for (const f of e.fields) f.path = f.path.replace('households.0.', '');
    throw e;
  });

/** A plan for several doors, or a household that is new. */
const planned =
  (unit: string): ActionsProps['perform'] =>
  ({ action }, input) =>
    action === 'enter' ? kept(unit, input as object, false) : post('/visits/plans', { unit, ...(input as object) });

/** A plan for this door, a correction, or what was noted there: sent again after a lost answer it is noted once. */
const atDoor =
  ({ unit, id }: Household, receipt: string, noted: (receipt?: string) => void): ActionsProps['perform'] =>
  async ({ action }, input) => {
    if (action === 'plan-door') return post('/visits/plans', { unit, households: [id], ...(input as object) });
    if (action === 'correct') return kept(unit, { ...(input as object), id }, true);
    const visit = { ...(input as object), unit, household: id };
    noted((await post<{ receipt?: string }>('/visits', visit, { 'idempotency-key': receipt })).receipt);
  };

interface ListProps {
  title: string;
  /** What is said where the list is empty. */
  none: string;
  unit: string;
  at: string;
  after: After;
  /** With the receipt of what was raised, if anything was. */
  noted: (receipt?: string) => void;
}

const Listed = ({ title, none, unit, at, after, noted }: ListProps) => (
  <Panel title={title}>
    <Loaded of={useLoaded<Answer>(at)}>
      {({ households, note, atDoor: others = [], actions = [] }) => (
        <>
          <Actions of={actions} subject={title} perform={planned(unit)} after={after} />
          {households.length === 0 && <p class="quiet">{none}</p>}
          {households.map((h) => (
            <Door key={h.id} of={h} actions={[note, ...others]} after={after} noted={noted} />
          ))}
        </>
      )}
    </Loaded>
  </Panel>
);

interface DoorProps {
  of: Household;
  actions: OpenAction[];
  after: After;
  noted: (receipt?: string) => void;
}

const Door = ({ of, actions, after, noted }: DoorProps) => {
  const [receipt] = useState(newReceipt); // a door is drawn anew after each note
  const { householder, address, grid, planned } = of;
  return (
    <section class="card">
      <h3>{householder}</h3>
      <p>{[grid, address].join(DOT)}</p>
      <p class="quiet">
        {[lastOf(of), planned && `${dayOf(planned.on)} ${planned.who.name}`].filter(Boolean).join(DOT)}
      </p>
      <Earlier of={of} />
      <Actions
        of={actions}
        subject={[householder, address].join(DOT)}
        perform={atDoor(of, receipt, noted)}
        values={{ correct: of }}
        after={after}
      />
    </section>
  );
};

/** What was noted at this door before: asked for only by whoever wants to know. */
const Earlier = ({ of }: { of: Household }) => {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{t('desk.visits.earlier')}</summary>
      {open && <VisitsTo at={`/visits/households/${of.unit}/${of.id}?lang=${t.language}`} />}
    </details>
  );
};

const VisitsTo = ({ at }: { at: string }) => (
  <Loaded of={useLoaded<Visited>(at)}>
    {({ visits }) => (
      <ul>
        {visits.length === 0 && <li class="quiet">{t('desk.visits.none')}</li>}
        {visits.map((v) => (
          <li key={v.id}>
            {[wallClock(v.at), v.by.name, v.metText, v.note].filter(Boolean).join(DOT)}{' '}
            {v.request && <a href={deskPath(`case/?id=${v.request}`)}>{t('desk.visits.request')}</a>}
          </li>
        ))}
      </ul>
    )}
  </Loaded>
);

const lastOf = ({ daysSince }: Household): string => {
  if (daysSince === undefined) return t('desk.visits.never');
  return daysSince === 0 ? t('desk.visits.today') : t('desk.visits.days', { days: daysSince });
};
