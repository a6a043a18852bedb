import { Actions, postedTo } from '../actions.tsx';
import { today } from '../clock.tsx';
import { type After, Live } from '../live.tsx';
import { Panel } from '../pieces.tsx';
import { asked, wallClock } from '../text.ts';
import { Agenda } from './agenda.tsx';
import { InCommunity, pathTo } from './place.tsx';
import { DOT, daysLater, t } from './text.ts';
import type { MeetingView } from './views.ts';

/** The morning meeting of a day: its agenda, who was there, what was decided. */
export const Meeting = () => (
  <InCommunity view="meeting">
    {({ unit }) => (
      <Live<MeetingView> at={`/duty/${unit}/meetings/${asked('date') || today()}`}>
        {(meeting, after) => <View of={meeting} after={after} />}
      </Live>
    )}
  </InCommunity>
);

const View = ({ of, after }: { of: MeetingView; after: After }) => {
  const { unit, date, version = 1 } = of; // whoever touches it first makes it the first version
  return (
    <>
      <h1>
        {t('desk.meeting')} {date}
      </h1>
      <p class="line">
        <span class="tag">{of.stage.text}</span>
        <a href={pathTo('meeting', { unit, date: daysLater(date, -1) })}>{t('desk.earlier')}</a>
        <a href={pathTo('meeting', { unit, date: daysLater(date, 1) })}>{t('desk.later')}</a>
      </p>
      {!of.workingDay && <p class="card">{of.holiday ?? t('desk.day-off')}</p>}
      <Actions
        of={of.actions}
        perform={postedTo(`/duty/${unit}/meetings/${date}`, version)}
        subject={date}
        after={after}
        values={{ edit: { lines: of.lines } }}
      />
      <Panel title={t('desk.agenda-of')}>
        <Agenda of={of.lines} />
      </Panel>
      {of.held && (
        <p>
          {t('desk.held-by', { name: of.held.by.name, count: of.held.attended.length })}
          {DOT}
          {wallClock(of.held.at)}
        </p>
      )}
      {of.attended.length > 0 && <p class="quiet">{of.attended.map((a) => a.name).join(DOT)}</p>}
      {of.minutes && (
        <Panel title={t('desk.minutes-of')}>
          <p class="written">{of.minutes}</p>
        </Panel>
      )}
      {of.decisions.length > 0 && (
        <Panel title={t('desk.decided')}>
          <ul>
            {of.decisions.map((d) => (
              <li key={d.what}>
                {d.what}{' '}
                <span class="quiet">
                  {[d.who.name, t('desk.due', { date: d.due }), d.why].filter(Boolean).join(DOT)}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
};
