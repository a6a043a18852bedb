import { Actions, postedTo } from '../actions.tsx';
import { type After, Live } from '../live.tsx';
import { newestFirst } from '../newest.ts';
import { Facts, Panel } from '../pieces.tsx';
import { wallClock } from '../text.ts';
import { Pages } from './place.tsx';
import { recordAt } from './rows.tsx';
import { t } from './text.ts';
import type { MentorshipView } from './views.ts';

/** A pair, for the two of them and the first secretary: sessions as both saw them, and the judgements at the end. */
export const Mentorship = () => (
  <>
    <Pages at="mentors" />
    <Live<MentorshipView> at={recordAt('/growth/mentorships')}>
      {(view, after) => <View of={view} after={after} />}
    </Live>
  </>
);

const factsOf = (m: MentorshipView) =>
  [
    { label: t('desk.mentor'), value: m.mentor.name },
    { label: t('desk.newcomer'), value: m.newcomer.name },
    { label: t('desk.focus'), value: m.focusText },
    { label: t('desk.goal'), value: m.goal ?? '' },
    { label: t('desk.time'), value: t('desk.span', { from: m.from, until: m.until }) },
    { label: t('desk.ended'), value: m.ended?.reason ?? '' },
  ].filter((f) => f.value);

const View = ({ of, after }: { of: MentorshipView; after: After }) => (
  <>
    <h1>
      {of.mentor.name} → {of.newcomer.name}
    </h1>
    <p>
      <span class="tag">{of.stageText}</span>
    </p>
    <Actions
      of={of.actions}
      perform={postedTo(`/growth/mentorships/${of.id}`, of.version)}
      subject={of.focusText}
      after={after}
    />
    <Panel title={t('desk.facts')}>
      <Facts of={factsOf(of)} />
    </Panel>
    {of.sessions.length > 0 && (
      <Panel title={t('desk.sessions')}>
        <ol class="steps" reversed>
          {newestFirst(of.sessions).map((s) => (
            <li class="done" key={s.id}>
              <strong>{s.date}</strong>
              {s.mentor && (
                <p class="written">
                  {of.mentor.name}: {s.mentor}
                </p>
              )}
              {s.newcomer && (
                <p class="written">
                  {of.newcomer.name}: {s.newcomer}
                </p>
              )}
            </li>
          ))}
        </ol>
      </Panel>
    )}
    {of.judgements.length > 0 && (
      <Panel title={t('desk.judgements')}>
        {of.judgements.map((j) => (
          <div key={j.role}>
            <p class="line">
              <strong>{j.by.name}</strong>
              <span class="quiet">{t(`desk.${j.role}`)}</span>
              <span class="tag">{j.verdictText}</span>
              <span class="quiet">{wallClock(j.at)}</span>
            </p>
            <p class="written">{j.text}</p>
          </div>
        ))}
      </Panel>
    )}
  </>
);
