import { Actions, postedTo } from '../actions.tsx';
import { recordAt } from '../community/rows.tsx';
import { type After, Live } from '../live.tsx';
import { Panel } from '../pieces.tsx';
import { wallClock } from '../text.ts';
import { Door } from './door.tsx';
import { Pages, PublicPage } from './place.tsx';
import { DOT, t } from './text.ts';
import type { CampaignView } from './views.ts';

/** One campaign: a session is noted at the top, at the door; below it what all come to, and each of them. */
export const Campaign = () => (
  <>
    <Pages at="campaigns" />
    <Live<CampaignView> at={`${recordAt('/campaigns')}/record`}>
      {(view, after) => <View of={view} after={after} />}
    </Live>
  </>
);

type Session = CampaignView['sessionList'][number];

/** What is done to one session stands beside it, by its stage; noting one has the door. */
const AT_SESSION = { held: 'correct', planned: 'cancel-session', cancelled: undefined };
const ELSEWHERE = ['hold', 'correct', 'cancel-session'];

const View = ({ of, after }: ViewProps) => {
  const others = of.actions.filter((a) => !ELSEWHERE.includes(a.action));
  return (
    <>
      <h1>{of.name}</h1>
      <p class="line">
        <span class="tag">{of.stageText}</span>{' '}
        <span class="quiet">{t('desk.period', { from: of.from, until: of.until })}</span>
      </p>
      {of.cancelled && <p class="card alarm">{of.cancelled.reason}</p>}
      {of.closed?.note && <p class="card">{of.closed.note}</p>}
      {of.actions.some((a) => a.action === 'hold') && <Door of={of} after={after} />}
      <Actions
        of={others}
        perform={postedTo(`/campaigns/${of.id}`, of.version)}
        subject={of.name}
        after={after}
        values={{ change: of.said }}
      />
      {of.stage !== 'cancelled' && <PublicPage at={`/campaigns/${of.id}`} />}
      <div class="two">
        <Summary of={of} />
        <Sessions of={of} after={after} />
      </div>
    </>
  );
};

const Summary = ({ of }: { of: CampaignView }) => (
  <Panel title={t('desk.summary')}>
    {of.sentences[t.language].map((s) => (
      <p key={s}>{s}</p>
    ))}
    {of.summary.frozen && <p class="quiet">{t('desk.frozen')}</p>}
    <div class="scroll">
      <table>
        <caption class="unseen">{t('desk.summary')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" class="number">
              {t('desk.planned')}
            </th>
            <th scope="col" class="number">
              {t('desk.done-column')}
            </th>
          </tr>
        </thead>
        <tbody>
          {of.summary.figures.map((f) => (
            <tr key={f.code}>
              <th scope="row">{f.label}</th>
              <td class="number">{f.planned ?? '–'}</td>
              <td class="number">{f.done}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </Panel>
);

interface ViewProps {
  of: CampaignView;
  after: After;
}

const Sessions = ({ of, after }: ViewProps) => (
  <Panel title={t('desk.sessions')}>
    {of.sessionList.length === 0 && <p class="quiet">{t('desk.no-sessions')}</p>}
    <ul class="entries">
      {of.sessionList.map((s) => (
        <li key={s.id}>
          <strong>{s.place}</strong> <span class="tag">{s.stageText}</span>
          <p class="quiet">
            {[
              wallClock(s.at),
              s.stage === 'held' && t('desk.people', { people: s.people }),
              s.tookPart.map((p) => p.name).join('、'),
              s.reason,
            ]
              .filter(Boolean)
              .join(DOT)}
          </p>
          <Actions
            of={of.actions.filter((a) => a.action === AT_SESSION[s.stage])}
            perform={postedTo(`/campaigns/${of.id}`, of.version)}
            subject={[wallClock(s.at), s.place].join(DOT)}
            after={after}
            values={{ correct: saidOf(s), 'cancel-session': { session: s.id } }}
          />
        </li>
      ))}
    </ul>
  </Panel>
);

/** A session as the form that corrects it holds it. */
const saidOf = ({ id, at, place, area, people, materials, questions, tookPart }: Session) => ({
  ...{ session: id, at, place, area, people, materials, questions },
  tookPart: tookPart.map((p) => p.id),
});
