import { Actions } from '../actions.tsx';
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
}

/** Whom I am to visit, and who was not visited for longest; each is noted at the door. */
export const Visits = () => (
  <InCommunity view="visits" title={t('desk.visits')}>
    {({ unit }) => (
      <div class="two">
        <Listed title={t('desk.visits.mine')} at={`/visits/mine?lang=${t.language}`} />
        <Listed
          title={t('desk.visits.longest')}
          at={`/visits/households?${new URLSearchParams({ unit, lang: t.language })}`}
        />
      </div>
    )}
  </InCommunity>
);

const Listed = ({ title, at }: { title: string; at: string }) => (
  <Panel title={title}>
    <Live<Answer> at={at}>
      {({ households, note }, after) =>
        households.length === 0 ? (
          <p class="quiet">{t('desk.visits.none')}</p>
        ) : (
          households.map((h) => <Door key={h.id} of={h} note={note} after={after} />)
        )
      }
    </Live>
  </Panel>
);

interface DoorProps {
  of: Household;
  note: OpenAction;
  after: (said: string) => void;
}

const Door = ({ of, note, after }: DoorProps) => {
  const { unit, id, householder, address, grid, planned } = of;
  return (
    <section class="card">
      <h3>{householder}</h3>
      <p>{[grid, address].join(DOT)}</p>
      <p class="quiet">
        {[lastOf(of), planned && `${dayOf(planned.on)} ${planned.who.name}`].filter(Boolean).join(DOT)}
      </p>
      <Actions
        of={[note]}
        subject={[householder, address].join(DOT)}
        perform={(_, input) => post('/visits', { ...(input as object), unit, household: id })}
        after={after}
      />
    </section>
  );
};

const lastOf = ({ daysSince }: Household): string =>
  daysSince === undefined ? t('desk.visits.never') : t('desk.visits.days', { days: daysSince });
