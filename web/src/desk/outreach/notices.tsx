import { Actions } from '../actions.tsx';
import { post } from '../api.ts';
import { pathTo } from '../community/place.tsx';
import { Row } from '../community/rows.tsx';
import { Live } from '../live.tsx';
import type { OpenAction } from '../views.ts';
import { InUnit } from './place.tsx';
import { t } from './text.ts';
import type { NoticeRow } from './views.ts';

interface Answer {
  notices: NoticeRow[];
  forms: OpenAction[];
}

/** The notices and jobs of a unit in every stage; those that are held back stand out. */
export const Notices = () => (
  <InUnit view="notices" title={t('desk.notices')}>
    {(unit) => (
      <Live<Answer> at={`/notices/units/${unit}`}>
        {({ notices, forms }, after) => (
          <>
            <Actions
              of={forms}
              perform={(_, input) => post(`/notices/units/${unit}`, input)}
              subject={t('desk.notices')}
              after={after}
            />
            {notices.length === 0 && <p class="quiet">{t('desk.no-notices')}</p>}
            <ul class="queue">
              {notices.map((n) => (
                <Listed key={n.id} of={n} />
              ))}
            </ul>
          </>
        )}
      </Live>
    )}
  </InUnit>
);

const Listed = ({ of: n }: { of: NoticeRow }) => (
  <Row href={pathTo('notice', { id: n.id })} alarm={n.stage === 'held'}>
    <span class="line">
      <strong>{n.title}</strong> <span class="tag">{n.kindText}</span> <span class="tag">{n.stageText}</span>
    </span>
    <span class="line quiet">
      <span>{t('desk.until', { date: n.lastDay })}</span>
      {n.complaints > 0 && <span class="overdue">{t('desk.complaints', { count: n.complaints })}</span>}
    </span>
  </Row>
);
