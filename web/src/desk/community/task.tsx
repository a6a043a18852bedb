import { Actions, postedTo } from '../actions.tsx';
import { type After, Live } from '../live.tsx';
import { Photos } from '../photos.tsx';
import { Facts, Panel, Timeline } from '../pieces.tsx';
import { wallClock } from '../text.ts';
import type { Labelled } from '../views.ts';
import { Pages } from './place.tsx';
import { recordAt } from './rows.tsx';
import { DOT, t } from './text.ts';
import type { TaskView } from './views.ts';

/** One task: what, who, by when; what can be done now; in whose charge it was. */
export const Task = () => (
  <>
    <Pages at="tasks" />
    <Live<TaskView> at={recordAt('/tasks')}>{(task, after) => <View of={task} after={after} />}</Live>
  </>
);

const fact = (label: string, value: string | undefined): Labelled[] => (value ? [{ label: t(label), value }] : []);

const factsOf = (x: TaskView): Labelled[] => [
  ...fact('desk.who', x.who.name),
  ...fact('desk.by-when', x.due),
  ...fact('desk.why', x.why),
  ...fact('desk.source', [t('desk.set-by', { name: x.setBy.name }), sourceOf(x)].join(DOT)),
  ...fact('desk.done-note', x.done && [x.done.by.name, x.done.note].filter(Boolean).join(DOT)),
  ...x.returned.flatMap((r) => fact('desk.returned', `${r.by.name}${DOT}${r.reason}`)),
];

const sourceOf = ({ source: { kind, label = '' } }: TaskView): string => t(`desk.source.${kind}`, { label });

const View = ({ of, after }: { of: TaskView; after: After }) => (
  <>
    <h1>{of.what}</h1>
    <p class="line">
      <span class="tag">{of.stageText}</span>
      {of.overdue && <span class="tag critical">{t('desk.is-overdue')}</span>}
      <span class="quiet">{wallClock(of.setAt)}</span>
    </p>
    <div class="two">
      <div>
        <Actions
          of={of.actions}
          perform={postedTo(`/tasks/${of.id}`, of.version)}
          subject={of.what}
          after={after}
          photos={`/tasks/${of.id}/photos`}
        />
        {of.actions.length === 0 && <p class="quiet">{t('desk.no-actions')}</p>}
        <Panel title={t('desk.facts')}>
          <Facts of={factsOf(of)} />
        </Panel>
        <Photos key={of.version} at={`/tasks/${of.id}`} of={of.what} />
        {of.carried.length > 0 && (
          <Panel title={t('desk.carried-over')}>
            <ul>
              {of.carried.map((c) => (
                <li key={c.week}>{t('desk.carried-from', c)}</li>
              ))}
            </ul>
          </Panel>
        )}
      </div>
      <Timeline of={of.history} />
    </div>
  </>
);
