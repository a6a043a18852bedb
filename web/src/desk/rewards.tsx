import { useState } from 'preact/hooks';
import { Actions } from './actions.tsx';
import { Clocks } from './case.tsx';
import { Countdown } from './clock.tsx';
import { Loaded, useLoaded } from './loaded.tsx';
import { Facts, Said, Timeline } from './pieces.tsx';
import { deskPath, t, yuan } from './text.ts';
import type { RewardCard, RewardView } from './views.ts';

/** The rewards that wait for somebody. */
export const Rewards = () => {
  const loaded = useLoaded<{ rewards: RewardCard[] }>('/rewards');
  return (
    <>
      <h1>{t('desk.rewards')}</h1>
      <Loaded of={loaded}>
        {({ rewards }) => (
          <>
            {rewards.length === 0 && <p class="quiet">{t('desk.empty-rewards')}</p>}
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

/** One reward: who for, why, how much, and what can be done now. */
export const Reward = () => {
  const at = `/rewards/${encodeURIComponent(new URLSearchParams(location.search).get('id') ?? '')}`;
  const loaded = useLoaded<RewardView>(at);
  const [said, setSaid] = useState<string>();
  const after = (words: string) => {
    setSaid(words);
    void loaded.load();
  };
  return (
    <>
      <Said>{said}</Said>
      <Loaded of={loaded}>{(view) => <View view={view} at={at} after={after} />}</Loaded>
    </>
  );
};

const View = ({ view, at, after }: { view: RewardView; at: string; after: (said: string) => void }) => {
  const subject = t('desk.case-of', { number: view.caseNumber ?? '' });
  return (
    <>
      <h1>
        {t('desk.reward')} {view.amountFen !== undefined && yuan(view.amountFen)}
      </h1>
      <p class="line">
        <span class="tag">{view.stage.text}</span>
        {view.caseId && <a href={deskPath(`case/?id=${view.caseId}`)}>{subject}</a>}
      </p>
      <div class="two">
        <div>
          <Clocks of={view.clocks ?? []} />
          <Actions of={view.actions} at={at} version={view.version} subject={subject} after={after} />
          {view.actions.length === 0 && <p class="quiet">{t('desk.no-actions')}</p>}
          <section class="card">
            <h2>{t('desk.facts')}</h2>
            <Facts of={view.facts} />
          </section>
          {view.reasons.length > 0 && (
            <section class="card">
              <h2>{t('desk.reasons')}</h2>
              <Facts of={view.reasons} />
            </section>
          )}
        </div>
        <Timeline of={view.history} />
      </div>
    </>
  );
};
