import { Actions, postedTo } from '../actions.tsx';
import { Countdown } from '../clock.tsx';
import { type After, Live } from '../live.tsx';
import { Loaded, useLoaded } from '../loaded.tsx';
import { Panel } from '../pieces.tsx';
import { wallClock } from '../text.ts';
import { Agenda } from './agenda.tsx';
import { InCommunity, type Place, pathTo } from './place.tsx';
import { RectificationRows, TaskRows } from './rows.tsx';
import { Swaps } from './swaps.tsx';
import { DOT, dayOf, t } from './text.ts';
import type { HandoverView, JournalRow, MyJournal, RectificationRow, TaskRow, TurnRow, UnitWeek } from './views.ts';

interface MyWeek {
  units: UnitWeek[];
  tasks: TaskRow[];
}

/** My week on one page: whether I am on duty, the hand-over, today's agenda, my tasks, my journal, what I have to put right. */
export const Duty = () => (
  <InCommunity view="duty">
    {(place) => (
      <Live<MyWeek> at="/duty/week">{(week, after) => <View week={week} place={place} after={after} />}</Live>
    )}
  </InCommunity>
);

const View = ({ week, place, after }: { week: MyWeek; place: Place; after: After }) => {
  const here = week.units.find((u) => u.unit.id === place.unit);
  const tasks = week.tasks.filter((x) => x.unit === place.unit);
  return (
    <>
      {here ? <Head of={here} /> : <h1>{t('desk.duty')}</h1>}
      {!here && <p class="quiet">{t('desk.no-rota')}</p>}
      <div class="two">
        <div>
          {here?.handover && <Handover of={here.handover} after={after} />}
          {here?.onDuty && <WordsLeft unit={place.unit} />}
          {here && <Swaps unit={place.unit} of={here.swaps} after={after} />}
          {here && <Today of={here} />}
          <Panel title={t('desk.my-tasks')}>
            {tasks.length === 0 ? <p class="quiet">{t('desk.no-tasks')}</p> : <TaskRows of={tasks} />}
          </Panel>
        </div>
        <div>
          <Journal {...place} />
          <Rectifications {...place} />
        </div>
      </div>
    </>
  );
};

const Head = ({ of: { onDuty, present, next, mine } }: { of: UnitWeek }) => (
  <>
    <h1>{onDuty ? t('desk.on-duty') : whoServes(present)}</h1>
    <section class={onDuty ? 'card good' : 'card'}>
      <dl class="facts">
        <dt>{t('desk.this-week')}</dt>
        <dd>
          {present.label}
          {DOT}
          {t('desk.until', { time: wallClock(present.ends) })}
          {present.holidays.length > 0 && `${DOT}${present.holidays.join('、')}`}
        </dd>
        <dt>{t('desk.next-duty')}</dt>
        <dd>{nameIn(next)}</dd>
        {mine && (
          <>
            <dt>{t('desk.my-next')}</dt>
            <dd>{dayOf(mine)}</dd>
          </>
        )}
      </dl>
    </section>
  </>
);

const whoServes = (turn: TurnRow): string =>
  turn.who ? t('desk.on-duty.other', { name: turn.who.name }) : t('desk.nobody-on-duty');

/** Who serves a week, or why nobody does. */
export const nameIn = ({ kind, who, reason = '' }: TurnRow): string =>
  who ? who.name : t(`desk.turn.${kind === 'pause' ? 'pause' : 'gap'}`, { reason });

const Handover = ({ of, after }: { of: HandoverView; after: After }) => (
  <Panel title={t('desk.handover')}>
    <p class="line">
      <span class="tag">{of.stage.text}</span>
      {of.from && of.from.id !== of.serving?.id && <span>{t('desk.handover-from', { name: of.from.name })}</span>}
    </p>
    {of.clocks.map((c) => (
      <p key={c.id}>
        <Countdown due={c.due} text={c.text} />
      </p>
    ))}
    {(of.signed.length > 0 || of.standIns.length > 0) && (
      <ul>
        {of.signed.map((s) => (
          <li key={s.at}>
            {t(s.instead ? 'desk.signed-for' : 'desk.signed', { name: s.by.name })}{' '}
            <span class="quiet">{wallClock(s.at)}</span>
            {s.note && <p class="quiet">{s.note}</p>}
          </li>
        ))}
        {of.standIns.map((s) => (
          <li key={s.at}>
            {t('desk.stands-in', { name: s.who.name })} <span class="quiet">{s.reason}</span>
          </li>
        ))}
      </ul>
    )}
    <Actions
      of={of.actions}
      perform={postedTo(`/duty/${of.unit}/handovers/${of.week}`, of.version)}
      subject={of.label}
      after={after}
      values={{ 'leave-words': { words: of.words } }}
    />
  </Panel>
);

/** What whoever served before leaves in words. */
const WordsLeft = ({ unit }: { unit: string }) => (
  <Loaded
    of={useLoaded<{ reports: { week: string; who?: string; words?: string }[] }>(`/duty/${unit}/reports?weeks=2`)}
  >
    {({ reports: [last] }) =>
      last?.words === undefined ? null : (
        <Panel title={t('desk.words-left')}>
          <p class="written">{last.words}</p>
          <p class="quiet">{last.who}</p>
        </Panel>
      )
    }
  </Loaded>
);

const Today = ({ of: { unit, meeting } }: { of: UnitWeek }) => (
  <Panel title={t('desk.agenda')}>
    {meeting.workingDay ? (
      <>
        <p class="line">
          <span class="tag">{meeting.stage.text}</span>
          <a href={pathTo('meeting', { unit: unit.id })}>{t('desk.meeting')}</a>
        </p>
        <Agenda of={meeting.lines} />
      </>
    ) : (
      <p>{meeting.holiday ?? t('desk.day-off')}</p>
    )}
  </Panel>
);

const Journal = ({ unit }: Place) => (
  <Live<MyJournal> at={`/journal/units/${unit}/mine`}>
    {({ week, label, journal }, after) => (
      <Panel title={t('desk.my-journal')}>
        <p class="line">
          <a href={pathTo('journal', { unit, week })}>{label}</a>
          {journal && <span class="tag">{journal.stageText}</span>}
          {journal?.missing.map((m) => (
            <Missing key={m} what={m} />
          ))}
        </p>
        {journal && (
          <Actions
            of={journal.actions}
            perform={postedTo(`/journal/weeks/${journal.id}`, journal.version)}
            subject={label}
            after={after}
            values={written(journal)}
          />
        )}
      </Panel>
    )}
  </Live>
);

/** What stands in the forms of a week already. */
export const written = ({ plan, check, reflection }: NonNullable<MyJournal['journal']>): Record<string, unknown> => ({
  plan,
  check,
  reflect: reflection,
});

export const Missing = ({ what }: { what: JournalRow['missing'][number] }) => (
  <span class="tag critical">{t(`desk.missing.${what}`)}</span>
);

const Rectifications = ({ unit, me }: Place) => {
  const mine = `/journal/units/${unit}/rectifications?${new URLSearchParams({ owner: me.email })}`;
  return (
    <Panel title={t('desk.my-rectifications')}>
      <Loaded of={useLoaded<{ rectifications: RectificationRow[] }>(mine)}>
        {({ rectifications }) =>
          rectifications.length === 0 ? (
            <p class="quiet">{t('desk.no-rectifications')}</p>
          ) : (
            <RectificationRows of={rectifications} />
          )
        }
      </Loaded>
    </Panel>
  );
};
