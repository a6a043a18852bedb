import { Actions } from '../actions.tsx';
import { post } from '../api.ts';
import { Live } from '../live.tsx';
import type { OpenAction } from '../views.ts';
import { InCommunity, pathTo } from './place.tsx';
import { Row } from './rows.tsx';
import { t } from './text.ts';
import type { MentorshipRow } from './views.ts';

interface Answer {
  mentorships: MentorshipRow[];
  forms: OpenAction[];
}

/** Who learns from whom. */
export const Mentors = () => (
  <InCommunity view="mentors" title={t('desk.mentors')}>
    {({ unit }) => (
      <Live<Answer> at={`/growth/units/${unit}/mentorships`}>
        {({ mentorships, forms }, after) => (
          <>
            <Actions
              of={forms}
              perform={(_, input) => post(`/growth/units/${unit}/mentorships`, input)}
              subject={t('desk.mentors')}
              after={after}
            />
            {mentorships.length === 0 && <p class="quiet">{t('desk.no-pairs')}</p>}
            <ul class="queue">
              {mentorships.map((m) => (
                <Pair key={m.id} of={m} />
              ))}
            </ul>
          </>
        )}
      </Live>
    )}
  </InCommunity>
);

const Pair = ({ of: m }: { of: MentorshipRow }) => (
  <Row href={pathTo('mentorship', { id: m.id })} alarm={m.stage === 'silent'}>
    <span class="line">
      <strong>
        {m.mentor.name} → {m.newcomer.name}
      </strong>
      <span class="tag">{m.stageText}</span>
    </span>
    <span class="line quiet">
      <span>{m.focusText}</span>
      <span>{t('desk.span', { from: m.from, until: m.until })}</span>
      <span>{t('desk.session-count', { count: m.sessions })}</span>
    </span>
  </Row>
);
