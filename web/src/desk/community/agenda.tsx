import { pathTo } from './place.tsx';
import { t } from './text.ts';
import type { MeetingView } from './views.ts';

type Line = MeetingView['lines'][number];

/** The desk's page of what a line is about. */
const pageOf = ({ type, id }: NonNullable<Line['ref']>): string => {
  switch (type) {
    case 'task':
    case 'rectification':
      return pathTo(type, { id });
    default:
      return pathTo('case', { id });
  }
};

/** The lines of a morning, each leading to what it is about. */
export const Agenda = ({ of }: { of: Line[] }) =>
  of.length === 0 ? (
    <p class="quiet">{t('desk.no-agenda')}</p>
  ) : (
    <ul class="agenda">
      {of.map((l, i) => (
        <li key={l.ref?.id ?? i}>
          <span class={l.kind === 'overdue' ? 'tag critical' : 'tag'}>{l.kindText}</span>{' '}
          {l.ref ? <a href={pageOf(l.ref)}>{l.text}</a> : l.text}{' '}
          <span class="quiet">
            {l.who} {l.due}
          </span>
        </li>
      ))}
    </ul>
  );
