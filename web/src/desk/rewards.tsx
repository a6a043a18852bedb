import { useState } from 'preact/hooks';
import { Countdown } from './clock.tsx';
import { Loaded, useLoaded } from './loaded.tsx';
import { Choice } from './pieces.tsx';
import { deskPath, t, yuan } from './text.ts';
import type { RewardCard } from './views.ts';

const BOXES = ['mine', 'unit', 'closed'];

/** The rewards that wait for me; or all of my units, open or ended. */
export const Rewards = () => {
  const [box, setBox] = useState('mine');
  const loaded = useLoaded<{ rewards: RewardCard[] }>(`/rewards?box=${box}`);
  return (
    <>
      <h1>{t('desk.rewards')}</h1>
      <div class="filters">
        <Choice
          id="box"
          label={t('desk.box')}
          options={BOXES.map((b) => [b, t(`desk.box.${b}`)])}
          value={box}
          choose={setBox}
        />
        <p>
          <a class="button plain" href={deskPath('books/')}>
            {t('desk.books')}
          </a>
        </p>
      </div>
      <Loaded of={loaded}>
        {({ rewards }) => (
          <>
            <p class="quiet" role="status">
              {rewards.length === 0 ? t('desk.empty-rewards') : t('desk.found', { count: rewards.length })}
            </p>
            <ul class="queue">
              {rewards.map((r) => (
                <Card key={r.id} of={r} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </>
  );
};

const Card = ({ of: r }: { of: RewardCard }) => (
  <li>
    <a href={deskPath(`reward/?id=${r.id}`)}>
      <span class="line">
        <strong>{t('desk.case-of', { number: r.caseNumber })}</strong> <span class="tag">{r.stage.text}</span>
        {r.amountFen !== undefined && <span class="end">{yuan(r.amountFen)}</span>}
      </span>
      <span class="quiet">{r.beneficiary}</span> {r.due && <Countdown due={r.due} />}
    </a>
  </li>
);
