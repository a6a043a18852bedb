import { Actions, postedTo } from '../actions.tsx';
import { type After, Live } from '../live.tsx';
import { Facts, Panel } from '../pieces.tsx';
import { wallClock } from '../text.ts';
import { Pages } from './place.tsx';
import { recordAt } from './rows.tsx';
import { DOT, t } from './text.ts';
import type { ActivityView } from './views.ts';

/** One activity: when and where, its sides, who signed up and came, what was learned. */
export const Activity = () => (
  <>
    <Pages at="activities" />
    <Live<ActivityView> at={recordAt('/growth/activities')}>{(view, after) => <View of={view} after={after} />}</Live>
  </>
);

const names = (people: { name: string }[]): string => people.map((p) => p.name).join(DOT);

const factsOf = (a: ActivityView) =>
  [
    { label: t('desk.time'), value: wallClock(a.starts) },
    { label: t('desk.place'), value: a.place },
    { label: t('desk.about'), value: a.about ?? '' },
    { label: t('desk.seats'), value: String(a.seats ?? '') },
    { label: t('desk.signed-up'), value: names(a.signedUp) },
    { label: t('desk.came'), value: names(a.attended) },
    { label: t('desk.cancelled'), value: a.cancelled?.reason ?? '' },
  ].filter((f) => f.value);

const debateOf = ({ motion, for: pro, against, chair }: NonNullable<ActivityView['debate']>) => [
  { label: t('desk.motion'), value: motion },
  { label: t('desk.side.for'), value: names(pro) },
  { label: t('desk.side.against'), value: names(against) },
  { label: t('desk.chair'), value: chair.name },
];

const resultOf = ({ outcomeText = '', best, learned }: NonNullable<ActivityView['result']>) =>
  [
    { label: t('desk.outcome-of'), value: outcomeText },
    { label: t('desk.best'), value: best?.name ?? '' },
    { label: t('desk.learned'), value: learned },
  ].filter((f) => f.value);

const View = ({ of, after }: { of: ActivityView; after: After }) => (
  <>
    <h1>{of.title}</h1>
    <p class="line">
      <span class="tag">{of.kindText}</span> <span class="tag">{of.stageText}</span>
    </p>
    <Actions
      of={of.actions}
      perform={postedTo(`/growth/activities/${of.id}`, of.version)}
      subject={of.title}
      after={after}
      values={{ hold: { attended: of.signedUp.map((p) => p.id) } }}
    />
    <Panel title={t('desk.facts')}>
      <Facts of={factsOf(of)} />
    </Panel>
    {of.debate && (
      <Panel title={of.kindText}>
        <Facts of={debateOf(of.debate)} />
      </Panel>
    )}
    {of.result && (
      <Panel title={t('desk.learned')}>
        <Facts of={resultOf(of.result)} />
      </Panel>
    )}
  </>
);
