import { Actions, postedTo } from './actions.tsx';
import { Clocks } from './case.tsx';
import { type After, Live } from './live.tsx';
import { Payee } from './payee.tsx';
import { Facts, Panel, Timeline } from './pieces.tsx';
import { deskPath, t, yuan } from './text.ts';
import type { RewardView } from './views.ts';

/** One reward: who for, why, how much, and what can be done now. */
export const Reward = () => {
  const at = `/rewards/${encodeURIComponent(new URLSearchParams(location.search).get('id') ?? '')}`;
  return (
    <Live<RewardView> at={at} title={t('desk.reward')}>
      {(view, after) => <View view={view} at={at} after={after} />}
    </Live>
  );
};

const View = ({ view, at, after }: { view: RewardView; at: string; after: After }) => {
  const subject = t('desk.case-of', { number: view.caseNumber });
  return (
    <>
      <h1>
        {t('desk.reward')} {yuan(view.amountFen)}
      </h1>
      <p class="line">
        <span class="tag">{view.stage.text}</span>
        {view.sees.case ? <a href={deskPath(`case/?id=${view.caseId}`)}>{subject}</a> : subject}
      </p>
      <div class="two">
        <div>
          <Clocks of={view.clocks} />
          <Actions of={view.actions} perform={postedTo(at, view.version)} subject={subject} after={after} />
          {view.actions.length === 0 && !view.sees.payee && <p class="quiet">{t('desk.no-actions')}</p>}
          {view.sees.payee && <Payee at={at} subject={subject} after={after} />}
          <Panel title={t('desk.facts')}>
            <Facts of={view.facts} />
          </Panel>
          {view.reasons.length > 0 && (
            <Panel title={t('desk.reasons')}>
              <Facts of={view.reasons} />
            </Panel>
          )}
        </div>
        <Timeline of={view.history} />
      </div>
    </>
  );
};
