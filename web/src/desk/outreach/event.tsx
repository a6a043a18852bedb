import { Actions, postedTo } from '../actions.tsx';
import { recordAt } from '../community/rows.tsx';
import { type After, Live } from '../live.tsx';
import { Facts, Panel } from '../pieces.tsx';
import { daysOf } from './events.tsx';
import { Pages, PublicPage } from './place.tsx';
import { DOT, t } from './text.ts';
import type { EventView } from './views.ts';

/** One public event: what the public is told of it. */
export const Event = () => (
  <>
    <Pages at="events" />
    <Live<EventView> at={`${recordAt('/events')}/record`}>{(view, after) => <View of={view} after={after} />}</Live>
  </>
);

const hoursOf = ({ said: { opens, closes }, closedText }: EventView): string =>
  [opens && `${opens}–${closes}`, closedText].filter(Boolean).join(DOT);

const factsOf = (e: EventView) =>
  [
    { label: t('desk.when'), value: daysOf(e) },
    { label: t('desk.hours'), value: hoursOf(e) },
    { label: t('desk.entry'), value: e.freeText },
    { label: t('desk.place'), value: `${e.areaName} ${e.place}` },
    { label: t('desk.contact'), value: e.said.contact ?? '' },
    { label: t('desk.part-of'), value: e.campaignName ?? '' },
  ].filter((f) => f.value);

const View = ({ of, after }: { of: EventView; after: After }) => {
  const { campaign: _, kind: __, ...said } = of.said;
  return (
    <>
      <h1>{of.title}</h1>
      <p class="line">
        <span class="tag">{of.kindText}</span> <span class="tag">{of.stageText}</span>
      </p>
      {of.reason && <p class="card alarm">{of.reason}</p>}
      <Actions
        of={of.actions}
        perform={postedTo(`/events/${of.id}`, of.version)}
        subject={of.title}
        after={after}
        values={{ change: said }}
      />
      <PublicPage at={`/events/${of.id}`} />
      <Panel title={t('desk.facts')}>
        <Facts of={factsOf(of)} />
      </Panel>
      {(['zh', 'bo', 'en'] as const).map(
        (l) =>
          of.said.text[l] && (
            <section class="card" lang={l} key={l}>
              <h2>{of.said.text[l].title}</h2>
              <p class="written">{of.said.text[l].about}</p>
            </section>
          ),
      )}
    </>
  );
};
