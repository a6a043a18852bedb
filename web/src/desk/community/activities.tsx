import { Actions } from '../actions.tsx';
import { post } from '../api.ts';
import { Live } from '../live.tsx';
import { wallClock } from '../text.ts';
import type { OpenAction } from '../views.ts';
import { InCommunity, pathTo } from './place.tsx';
import { Row } from './rows.tsx';
import { t } from './text.ts';
import type { ActivityRow } from './views.ts';

interface Answer {
  activities: ActivityRow[];
  forms: OpenAction[];
}

/** Debates, trainings and culture. */
export const Activities = () => (
  <InCommunity view="activities" title={t('desk.activities')}>
    {({ unit }) => (
      <Live<Answer> at={`/growth/units/${unit}/activities`}>
        {({ activities, forms }, after) => (
          <>
            <Actions
              of={forms}
              perform={(_, input) => post(`/growth/units/${unit}/activities`, input)}
              subject={t('desk.activities')}
              after={after}
            />
            {activities.length === 0 && <p class="quiet">{t('desk.no-activities')}</p>}
            <ul class="queue">
              {activities.map((a) => (
                <Listed key={a.id} of={a} />
              ))}
            </ul>
          </>
        )}
      </Live>
    )}
  </InCommunity>
);

const Listed = ({ of: a }: { of: ActivityRow }) => (
  <Row href={pathTo('activity', { id: a.id })}>
    <span class="line">
      <strong>{a.title}</strong> <span class="tag">{a.kindText}</span> <span class="tag">{a.stageText}</span>
      {a.mine && <span class="tag">{t('desk.i-signed')}</span>}
    </span>
    <span class="line quiet">
      <time dateTime={a.starts}>{wallClock(a.starts)}</time>
      <span>{a.place}</span>
      <span>{t('desk.counts', { signed: a.signedUp, came: a.attended })}</span>
    </span>
  </Row>
);
