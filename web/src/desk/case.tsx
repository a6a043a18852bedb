import { Actions, postedTo } from './actions.tsx';
import { Animals, CaseLog } from './animals.tsx';
import { Countdown } from './clock.tsx';
import { type After, Live } from './live.tsx';
import { Photos } from './photos.tsx';
import { Facts, Panel, Timeline, Urgency } from './pieces.tsx';
import { deskPath, t, wallClock } from './text.ts';
import type { CaseView } from './views.ts';

/** One case: where it stands, what can be done now, its animals, what has happened. */
export const Case = () => {
  const at = `/cases/${encodeURIComponent(new URLSearchParams(location.search).get('id') ?? '')}`;
  return (
    <Live<CaseView> at={at} title={t('desk.case')}>
      {(view, after) => <View view={view} at={at} after={after} />}
    </Live>
  );
};

interface ViewProps {
  view: CaseView;
  at: string;
  after: After;
}

const nameOf = (view: CaseView): string => [view.number, view.title].filter(Boolean).join(' · ');

const View = ({ view, at, after }: ViewProps) => {
  const onCase = { perform: postedTo(at, view.version), after };
  const idle = view.actions.length === 0 && view.animals.every((a) => a.actions.length === 0);
  return (
    <>
      <Head view={view} />
      <div class="two">
        <div>
          <Clocks of={view.clocks} />
          <Actions of={view.actions} subject={nameOf(view)} {...onCase} />
          {idle && <p class="quiet">{t('desk.no-actions')}</p>}
          <Animals view={view} subject={nameOf(view)} {...onCase} />
          <CaseLog key={view.version} view={view} at={at} />
          <Duplicates of={view.duplicates} />
          <Panel title={t('desk.report')}>
            <Facts of={view.report} />
          </Panel>
          <Photos key={view.version} at={at} of={nameOf(view)} taking />
          {view.reporter.length > 0 && (
            <Panel title={t('desk.reporter')}>
              <Facts of={view.reporter} />
            </Panel>
          )}
          <Rewards of={view.rewards} />
        </div>
        <Timeline of={view.history} earlier={view.earlier} at={at} />
      </div>
    </>
  );
};

const Head = ({ view }: { view: CaseView }) => (
  <>
    <h1>{view.title}</h1>
    <p class="line">
      <Urgency of={view.urgency} /> <span class="tag">{view.stage.text}</span> <span>{view.number}</span>
      <span class="quiet">{view.place}</span>
      <span class="quiet">{view.unit?.name}</span>
      <span class="quiet">{t('desk.received', { time: wallClock(view.receivedAt) })}</span>
    </p>
  </>
);

export const Clocks = ({ of }: { of: CaseView['clocks'] }) =>
  of.length === 0 ? null : (
    <Panel title={t('desk.clocks')}>
      {of.map((c) => (
        <p key={c.id}>
          <Countdown due={c.due} text={c.text} />
        </p>
      ))}
    </Panel>
  );

const Duplicates = ({ of }: { of: CaseView['duplicates'] }) =>
  of.length === 0 ? null : (
    <Panel title={t('desk.duplicates')}>
      <ul>
        {of.map((d) => (
          <li key={d.id}>
            <a href={deskPath(`case/?id=${d.id}`)}>{d.number ?? d.id}</a>{' '}
            <span class="quiet">{d.reasons.join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );

const Rewards = ({ of }: { of: CaseView['rewards'] }) =>
  of.length === 0 ? null : (
    <Panel title={t('desk.rewards')}>
      <ul>
        {of.map((r) => (
          <li key={r.id}>{r.open ? <a href={deskPath(`reward/?id=${r.id}`)}>{r.text}</a> : r.text}</li>
        ))}
      </ul>
    </Panel>
  );
