import { useState } from 'preact/hooks';
import { Loaded, useLoaded } from '../loaded.tsx';
import { Choice, Panel } from '../pieces.tsx';
import { Bars, Shares } from './bars.tsx';
import { InCommunity } from './place.tsx';
import { RectificationRows } from './rows.tsx';
import { t } from './text.ts';
import type { FiguresView, RectificationRow } from './views.ts';

/** What the community puts right, ageing in sight of everyone; and how well it does. */
export const Rectifications = () => (
  <InCommunity view="rectifications" title={t('desk.rectifications')}>
    {({ unit }) => (
      <div class="two">
        <Board unit={unit} />
        <Figures unit={unit} />
      </div>
    )}
  </InCommunity>
);

const Board = ({ unit }: { unit: string }) => {
  const [state, setState] = useState('open');
  const at = `/journal/units/${unit}/rectifications?${new URLSearchParams({ state })}`;
  return (
    <div>
      <div class="filters">
        <Choice
          id="state"
          label={t('desk.state')}
          options={[
            ['open', t('desk.state.open')],
            ['closed', t('desk.closed')],
          ]}
          value={state}
          choose={setState}
        />
      </div>
      <Loaded of={useLoaded<{ rectifications: RectificationRow[] }>(at)}>
        {({ rectifications }) => (
          <>
            {rectifications.length === 0 && <p class="quiet">{t('desk.no-rectifications')}</p>}
            <RectificationRows of={rectifications} />
          </>
        )}
      </Loaded>
    </div>
  );
};

const Figures = ({ unit }: { unit: string }) => (
  <Loaded of={useLoaded<FiguresView>(`/journal/units/${unit}/figures`)}>
    {(f) => (
      <Panel title={`${t('desk.closing-rate')} ${percent(f.closingRate)}`}>
        <dl class="facts">
          <dt>{t('desk.opened')}</dt>
          <dd>{f.opened}</dd>
          <dt>{t('desk.verified')}</dt>
          <dd>{f.verified}</dd>
          <dt>{t('desk.overdue-count')}</dt>
          <dd>{f.overdue}</dd>
          <dt>{t('desk.median')}</dt>
          <dd>{f.medianDays ?? '–'}</dd>
        </dl>
        <Bars
          id="rates"
          title={t('desk.rate-by-week')}
          names={[t('desk.closing-rate')]}
          most={1}
          text={percent}
          of={f.byWeek.slice(-SHOWN).map((w) => ({ label: numbered(w.week), values: [w.closingRate] }))}
        />
        <Bars
          id="weeks"
          title={t('desk.by-week')}
          names={[t('desk.opened'), t('desk.verified')]}
          of={f.byWeek.slice(-SHOWN).map((w) => ({ label: numbered(w.week), values: [w.opened, w.closed] }))}
        />
        <Bars
          id="journals"
          title={t('desk.journals-by-week')}
          names={[t('desk.begun'), t('desk.handed-in')]}
          of={f.journals.slice(-SHOWN).map((w) => ({ label: numbered(w.week), values: [w.begun, w.handedIn] }))}
        />
        {f.topics.length > 0 && (
          <Shares
            title={t('desk.topics')}
            column={t('desk.topic')}
            of={f.topics.map((x) => ({
              ...{ label: x.text, value: x.count },
              text: t('desk.in-weeks', { count: x.count, weeks: x.weeks }),
            }))}
          />
        )}
      </Panel>
    )}
  </Loaded>
);

/** `11/23`: short enough to stand under its columns. */
const numbered = (week: string): string => [week.slice(5, 7), week.slice(8)].map(Number).join('/');

/** Weeks that stand beside each other on a phone. */
const SHOWN = 8;

const percent = (share: number | undefined): string => (share === undefined ? '–' : `${Math.round(share * 100)}%`);
