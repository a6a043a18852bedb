import type { ComponentChildren } from 'preact';
import { wallClock } from '../text.ts';
import { pathTo } from './place.tsx';
import { Owed } from './rows.tsx';
import { t } from './text.ts';
import type { JournalView } from './views.ts';

const MOMENTS = ['plan', 'check', 'reflect', 'meeting'] as const;

/** What somebody wrote of a week, along its rhythm: planned, checked, reflected, shared. */
export const Written = ({ of }: { of: JournalView }) => {
  const content: Record<(typeof MOMENTS)[number], ComponentChildren> = {
    plan: of.plan && <Plan of={of.plan} />,
    check: of.check && <Check of={of.check} />,
    reflect: of.reflection && <Reflection of={of} />,
    meeting: of.stage === 'shared' && <p>{of.stageText}</p>,
  };
  return (
    <ol class="steps">
      {MOMENTS.map((m) => (
        <li key={m} class={content[m] ? 'done' : ''}>
          <strong>{t(`desk.rhythm.${m}`)}</strong>
          <time dateTime={of.rhythm[m]}>{wallClock(of.rhythm[m])}</time>
          {content[m]}
        </li>
      ))}
    </ol>
  );
};

const Plan = ({ of }: { of: NonNullable<JournalView['plan']> }) => (
  <>
    <ul>
      {of.items.map((i) => (
        <li class="item" key={i}>
          {i}
        </li>
      ))}
    </ul>
    {of.improvement && (
      <p class="written">
        {t('desk.improvement')}: {of.improvement}
      </p>
    )}
    <Owed of={of.rectifications} />
  </>
);

const Check = ({ of }: { of: NonNullable<JournalView['check']> }) => (
  <>
    <p class="written">{of.progress}</p>
    {of.help && (
      <p class="written">
        {t('desk.help')}: {of.help}
      </p>
    )}
  </>
);

const Reflection = ({ of }: { of: JournalView }) => (
  <>
    {of.reflection?.late && <p class="overdue">{t('desk.late')}</p>}
    <Half name="most" of={of} />
    <Half name="least" of={of} />
    {of.rectification && (
      <p>
        <a href={pathTo('rectification', { id: of.rectification })}>{t('desk.became')}</a>
      </p>
    )}
  </>
);

const Half = ({ name, of: { reflection, suggestions, topics } }: { name: 'most' | 'least'; of: JournalView }) => {
  const half = reflection?.[name];
  const said = suggestions.filter((s) => s.half === name);
  if (!half) return null;
  return (
    <div class="half">
      <h3>
        {t(`desk.${name}`)}: {half.what}
      </h3>
      {name === 'least' && <Topics of={topics} />}
      <p class="written">{half.why}</p>
      <p class="written">
        {t(name === 'least' ? 'desk.measure' : 'desk.follows')}: {half.follows}
      </p>
      {said.length > 0 && (
        <>
          <p class="quiet">{t('desk.suggestions')}</p>
          <ul>
            {said.map((s) => (
              <li class="item" key={s.at}>
                {s.text} <span class="quiet">{s.by.name}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};

const Topics = ({ of }: { of: string[] }) =>
  of.length === 0 ? null : (
    <p class="line">
      {of.map((topic) => (
        <span class="tag" key={topic}>
          {topic}
        </span>
      ))}
    </p>
  );
