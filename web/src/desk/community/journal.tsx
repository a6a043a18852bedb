import { Actions, postedTo } from '../actions.tsx';
import { post } from '../api.ts';
import { type After, Live } from '../live.tsx';
import { Loaded, useLoaded } from '../loaded.tsx';
import { Panel } from '../pieces.tsx';
import { Press } from '../press.tsx';
import { asked } from '../text.ts';
import { Missing, written } from './duty.tsx';
import { InCommunity, pathTo } from './place.tsx';
import { Owed, Row } from './rows.tsx';
import { dayOf, daysLater, t } from './text.ts';
import type { MyJournal, TeamWeek } from './views.ts';
import { Written } from './written.tsx';

/** A week of the journal: mine with its rhythm, and how far everybody is. */
export const Journal = () => (
  <InCommunity view="journal" title={t('desk.journal-of')}>
    {({ unit }) => {
      const week = asked('week');
      const query = week && `?${new URLSearchParams({ week })}`;
      return (
        <>
          <Live<MyJournal> at={`/journal/units/${unit}/mine${query}`}>
            {(mine, after) => <Mine of={mine} unit={unit} after={after} />}
          </Live>
          <Everybody at={`/journal/units/${unit}/week${query}`} />
        </>
      );
    }}
  </InCommunity>
);

interface MineProps {
  of: MyJournal;
  unit: string;
  after: After;
}

const Mine = ({ of: { week, label, journal, owed, weeks }, unit, after }: MineProps) => {
  const begin = async () => {
    await post(`/journal/units/${unit}/mine`, { week });
    await after(t('desk.done', { what: t('desk.open-week') }));
  };
  return (
    <>
      <p class="line">
        <strong>{label}</strong>
        <span class="quiet">
          {dayOf(week)}–{dayOf(daysLater(week, 6))}
        </span>
        <a href={pathTo('journal', { unit, week: daysLater(week, -7) })}>{t('desk.week-before')}</a>
        <a href={pathTo('journal', { unit, week: daysLater(week, 7) })}>{t('desk.week-after')}</a>
      </p>
      <Panel title={t('desk.my-journal')}>
        {journal ? (
          <>
            <p class="line">
              <span class="tag">{journal.stageText}</span>
              {journal.missing.map((m) => (
                <Missing key={m} what={m} />
              ))}
            </p>
            <Actions
              of={journal.actions}
              perform={postedTo(`/journal/weeks/${journal.id}`, journal.version)}
              subject={label}
              after={after}
              values={written(journal)}
            />
            <Written of={journal} />
          </>
        ) : (
          <>
            <p class="quiet">{t('desk.not-opened')}</p>
            <Press act={begin}>{t('desk.open-week')}</Press>
          </>
        )}
        {!journal?.plan && <Owed of={owed} />}
      </Panel>
      <Past of={weeks.filter((w) => w.week !== week)} unit={unit} />
    </>
  );
};

const Past = ({ of, unit }: { of: MyJournal['weeks']; unit: string }) =>
  of.length === 0 ? null : (
    <details>
      <summary>{t('desk.past-weeks')}</summary>
      <ul>
        {of.map((w) => (
          <li key={w.id}>
            <a href={pathTo('journal', { unit, week: w.week })}>{w.label}</a> {w.stageText}{' '}
            {w.late && <span class="quiet">{t('desk.late')}</span>}
          </li>
        ))}
      </ul>
    </details>
  );

const Everybody = ({ at }: { at: string }) => (
  <Loaded of={useLoaded<TeamWeek>(at)}>{(team) => <Team of={team} />}</Loaded>
);

const Team = ({ of }: { of: TeamWeek }) => (
  <section>
    <h2>{t('desk.team')}</h2>
    {of.meeting && (
      <p class="line">
        <a href={pathTo('weekly', { unit: of.unit.id, week: of.week })}>{t('desk.to-weekly')}</a>
        <span class="tag">{of.meeting.stage.text}</span>
      </p>
    )}
    <ul class="queue">
      {of.people.map((p) => (
        <Row key={p.id} href={pathTo('colleague', { id: p.id })} alarm={p.missing.length > 0}>
          <span class="line">
            <strong>{p.who.name}</strong> <span class="tag">{p.stageText}</span>
            {p.late && <span class="quiet">{t('desk.late')}</span>}
            {p.missing.map((m) => (
              <Missing key={m} what={m} />
            ))}
          </span>
          {p.most && (
            <span class="line quiet">
              <span>
                {t('desk.most')}: {p.most}
              </span>
              <span>
                {t('desk.least')}: {p.least}
              </span>
            </span>
          )}
        </Row>
      ))}
    </ul>
  </section>
);
