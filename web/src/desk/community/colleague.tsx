import { Actions, postedTo } from '../actions.tsx';
import { Live } from '../live.tsx';
import { Missing, written } from './duty.tsx';
import { Pages, pathTo } from './place.tsx';
import { recordAt } from './rows.tsx';
import type { JournalView } from './views.ts';
import { Written } from './written.tsx';

/** Somebody's week: colleagues suggest what could go better, its owner goes on writing. */
export const Colleague = () => (
  <>
    <Pages at="journal" />
    <Live<JournalView> at={recordAt('/journal/weeks')}>
      {(week, after) => (
        <>
          <h1>{week.who.name}</h1>
          <p class="line">
            <a href={pathTo('journal', { unit: week.unit, week: week.week })}>{week.label}</a>
            <span class="tag">{week.stageText}</span>
            {week.missing.map((m) => (
              <Missing key={m} what={m} />
            ))}
          </p>
          <Actions
            of={week.actions}
            perform={postedTo(`/journal/weeks/${week.id}`, week.version)}
            subject={`${week.who.name} ${week.label}`}
            after={after}
            values={written(week)}
          />
          <section class="card">
            <Written of={week} />
          </section>
        </>
      )}
    </Live>
  </>
);
