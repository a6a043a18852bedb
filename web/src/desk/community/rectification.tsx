import { Actions, postedTo } from '../actions.tsx';
import { type After, Live } from '../live.tsx';
import { Photos } from '../photos.tsx';
import { Facts, Panel, Timeline } from '../pieces.tsx';
import { Pages, pathTo } from './place.tsx';
import { recordAt } from './rows.tsx';
import { DOT, t } from './text.ts';
import type { RectificationView } from './views.ts';

/** One rectification: whose, by when, the evidence, how often it came back; and what can be done now. */
export const Rectification = () => (
  <>
    <Pages at="rectifications" />
    <Live<RectificationView> at={recordAt('/journal/rectifications')}>
      {(view, after) => <View of={view} after={after} />}
    </Live>
  </>
);

const factsOf = (r: RectificationView) =>
  [
    { label: t('desk.owner'), value: r.owner.name },
    { label: t('desk.author'), value: r.author.id === r.owner.id ? '' : r.author.name },
    { label: t('desk.by-when'), value: r.due },
    { label: t('desk.age-label'), value: t('desk.age', { days: r.ageDays }) },
    { label: t('desk.why'), value: r.why },
    { label: t('desk.measure'), value: r.measure },
    { label: t('desk.topic'), value: r.topicTexts.join(DOT) },
    { label: t('desk.evidence'), value: r.done?.evidence ?? '' },
  ].filter((f) => f.value);

const View = ({ of, after }: { of: RectificationView; after: After }) => (
  <>
    <h1>{of.what}</h1>
    <p class="line">
      <span class="tag">{of.stageText}</span>
      {of.overdue && <span class="tag critical">{t('desk.is-overdue')}</span>}
      {of.returns > 0 && <span class="overdue">{t('desk.returns', { count: of.returns })}</span>}
      <a href={pathTo('colleague', { id: of.journal })}>{t('desk.journal')}</a>
    </p>
    <div class="two">
      <div>
        <Actions
          of={of.actions}
          perform={postedTo(`/journal/rectifications/${of.id}`, of.version)}
          subject={of.what}
          after={after}
          photos={`/journal/rectifications/${of.id}/photos`}
        />
        {of.actions.length === 0 && <p class="quiet">{t('desk.no-actions')}</p>}
        <Panel title={t('desk.facts')}>
          <Facts of={factsOf(of)} />
        </Panel>
        <Photos key={of.version} at={`/journal/rectifications/${of.id}`} of={of.what} />
      </div>
      <Timeline of={of.history} />
    </div>
  </>
);
