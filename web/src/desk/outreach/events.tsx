import { Actions } from '../actions.tsx';
import { post } from '../api.ts';
import { pathTo } from '../community/place.tsx';
import { Row } from '../community/rows.tsx';
import { Live } from '../live.tsx';
import type { OpenAction } from '../views.ts';
import { InUnit } from './place.tsx';
import { t } from './text.ts';
import type { EventRow } from './views.ts';

interface Answer {
  events: EventRow[];
  forms: OpenAction[];
}

/** The public events and exhibitions of a unit. */
export const Events = () => (
  <InUnit view="events" title={t('desk.events')}>
    {(unit) => (
      <Live<Answer> at={`/events/units/${unit}`}>
        {({ events, forms }, after) => (
          <>
            <Actions
              of={forms}
              perform={(_, input) => post(`/events/units/${unit}`, input)}
              subject={t('desk.events')}
              after={after}
            />
            {events.length === 0 && <p class="quiet">{t('desk.no-events')}</p>}
            <ul class="queue">
              {events.map((e) => (
                <Listed key={e.id} of={e} />
              ))}
            </ul>
          </>
        )}
      </Live>
    )}
  </InUnit>
);

export const daysOf = ({ first, last }: Pick<EventRow, 'first' | 'last'>): string =>
  first === last ? first : t('desk.period', { from: first, until: last });

const Listed = ({ of: e }: { of: EventRow }) => (
  <Row href={pathTo('event', { id: e.id })}>
    <span class="line">
      <strong>{e.title}</strong> <span class="tag">{e.kindText}</span> <span class="tag">{e.stageText}</span>
    </span>
    <span class="line quiet">
      <span>{daysOf(e)}</span>
      <span>{e.place}</span>
    </span>
  </Row>
);
