import { useState } from 'preact/hooks';
import { Actions } from '../actions.tsx';
import { post } from '../api.ts';
import { Live } from '../live.tsx';
import { Choice } from '../pieces.tsx';
import type { OpenAction } from '../views.ts';
import { InCommunity, type Place } from './place.tsx';
import { TaskRows } from './rows.tsx';
import { t } from './text.ts';
import type { TaskForm, TaskRow } from './views.ts';

interface Board {
  tasks: TaskRow[];
  form?: TaskForm;
}

/** The community's tasks or mine, open or closed; whoever leads it now sets new ones. */
export const Tasks = () => (
  <InCommunity view="tasks" title={t('desk.tasks')}>
    {(place) => <Chosen {...place} />}
  </InCommunity>
);

const Chosen = ({ unit }: Place) => {
  const [whose, setWhose] = useState('unit');
  const [state, setState] = useState('open');
  const [search, setSearch] = useState('');
  const asked = { state, ...(whose === 'unit' ? { unit } : {}), ...(search ? { q: search } : {}) };
  const at = `/tasks?${new URLSearchParams(asked)}`;
  return (
    <>
      <div class="filters">
        <Choice
          id="whose"
          label={t('desk.board')}
          options={['unit', 'mine'].map((w) => [w, t(`desk.board.${w}`)])}
          value={whose}
          choose={setWhose}
        />
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
        <div class="field">
          <label for="search">{t('desk.search')}</label>
          <input id="search" type="search" value={search} onChange={(e) => setSearch(e.currentTarget.value.trim())} />
        </div>
      </div>
      <Live<Board> at={at} key={at}>
        {({ tasks, form }, after) => (
          <>
            {form && (
              <Actions
                of={[settingOf(form)]}
                perform={(_, input) => post('/tasks', input)}
                subject={t('desk.tasks')}
                after={after}
                values={{ set: { unit } }}
              />
            )}
            {tasks.length === 0 && <p class="quiet">{t('desk.no-tasks')}</p>}
            <TaskRows of={tasks} />
          </>
        )}
      </Live>
    </>
  );
};

const settingOf = ({ input, options }: TaskForm): OpenAction => ({
  ...{ action: 'set', label: t('desk.set-task'), tone: 'primary', input, options },
});
