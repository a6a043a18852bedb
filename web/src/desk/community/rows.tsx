import type { ComponentChildren } from 'preact';
import { asked } from '../text.ts';
import { pathTo } from './place.tsx';
import { t } from './text.ts';
import type { MyJournal, RectificationRow, TaskRow } from './views.ts';

/** Rows of lists that several pages show. */

interface RowProps {
  href: string;
  alarm?: boolean;
  children: ComponentChildren;
}

export const Row = ({ href, alarm, children }: RowProps) => (
  <li>
    <a class={alarm ? 'is-critical' : ''} href={href}>
      {children}
    </a>
  </li>
);

const Overdue = ({ is }: { is: boolean }) => (is ? <span class="tag critical">{t('desk.is-overdue')}</span> : null);

/** Tasks, each with whose it is, by when, and how often it was carried over. */
export const TaskRows = ({ of }: { of: TaskRow[] }) => (
  <ul class="queue">
    {of.map((x) => (
      <Row key={x.id} href={pathTo('task', { id: x.id })} alarm={x.overdue}>
        <span class="line">
          <strong>{x.what}</strong> <span class="tag">{x.stageText}</span> <Overdue is={x.overdue} />
        </span>
        <span class="line quiet">
          <span>{x.who.name}</span>
          <span>{t('desk.due', { date: x.due })}</span>
          {x.carried > 0 && <span>{t('desk.carried', { count: x.carried })}</span>}
        </span>
      </Row>
    ))}
  </ul>
);

/** Rectifications, each with its age and how often it was returned. */
export const RectificationRows = ({ of }: { of: RectificationRow[] }) => (
  <ul class="queue">
    {of.map((r) => (
      <Row key={r.id} href={pathTo('rectification', { id: r.id })} alarm={r.overdue}>
        <span class="line">
          <strong>{r.what}</strong> <span class="tag">{r.stageText}</span> <Overdue is={r.overdue} />
        </span>
        <span class="line quiet">
          <span>{r.owner.name}</span>
          <span>{t('desk.due', { date: r.due })}</span>
          <span>{t('desk.age', { days: r.ageDays })}</span>
          {r.returns > 0 && <span class="overdue">{t('desk.returns', { count: r.returns })}</span>}
          {r.topicTexts.map((topic) => (
            <span class="tag" key={topic}>
              {topic}
            </span>
          ))}
        </span>
      </Row>
    ))}
  </ul>
);

/** Where the record in a page's address stands in the API. */
export const recordAt = (path: string): string => `${path}/${encodeURIComponent(asked('id'))}`;

/** What goes from week to week until somebody else has verified it. */
export const Owed = ({ of }: { of: MyJournal['owed'] }) =>
  of.length === 0 ? null : (
    <>
      <h3>{t('desk.owed')}</h3>
      <ul>
        {of.map((o) => (
          <li key={o.id}>
            <a href={pathTo('rectification', { id: o.id })}>{o.what}</a>{' '}
            <span class="quiet">{t('desk.due', { date: o.due })}</span>
          </li>
        ))}
      </ul>
    </>
  );
