import { Actions, postedTo } from '../actions.tsx';
import { Refused } from '../api.ts';
import { type After, useAfter } from '../live.tsx';
import { Loaded, useLoaded } from '../loaded.tsx';
import { Facts, Panel, Said } from '../pieces.tsx';
import { asked } from '../text.ts';
import { InCommunity, pathTo } from './place.tsx';
import { DOT, t } from './text.ts';
import type { ItemView, WeeklyView } from './views.ts';

/** The weekly meeting: everybody's two items one after the other, with their time, what is said, and what follows. */
export const Weekly = () => (
  <InCommunity view="weekly" title={t('desk.weekly')}>
    {({ unit }) => <OfWeek unit={unit} week={asked('week')} />}
  </InCommunity>
);

const OfWeek = ({ unit, week }: { unit: string; week: string }) => {
  const query = week && `?${new URLSearchParams({ week })}`;
  const loaded = useLoaded<WeeklyView>(`/journal/units/${unit}/meeting${query}`);
  const { said, after } = useAfter(loaded.load);
  if (loaded.error instanceof Refused && loaded.error.status === 404) return <p>{t('desk.no-meeting')}</p>;
  return (
    <>
      <Said>{said}</Said>
      <Loaded of={loaded}>{(meeting) => <View of={meeting} after={after} />}</Loaded>
    </>
  );
};

const View = ({ of, after }: { of: WeeklyView; after: After }) => (
  <>
    <p class="line">
      <a href={pathTo('journal', { unit: of.unit.id, week: of.week })}>{of.label}</a>
      <span class="tag">{of.stage.text}</span>
      {of.ledBy && <span>{t('desk.led-by', { name: of.ledBy.name })}</span>}
      <span class="quiet">{t('desk.of-time', { minutes: of.secondsPerItem / 60 })}</span>
    </p>
    <Actions
      of={of.actions}
      perform={postedTo(`/journal/meetings/${of.id}`, of.version)}
      subject={of.label}
      after={after}
    />
    {of.missing.length > 0 && (
      <p class="overdue">
        {t('desk.missing')}: {of.missing.map((m) => m.name).join(DOT)}
      </p>
    )}
    {of.concludedAt && <Concluded of={of} />}
    <ol class="items">
      {of.items.map((item, i) => (
        <Item key={`${item.journal}${item.half}`} of={item} now={of.stage.code === 'running' && i === of.current} />
      ))}
    </ol>
    <Notes of={of.notes} />
  </>
);

const Concluded = ({ of }: { of: WeeklyView }) => (
  <Panel title={t('desk.decisions')}>
    <Facts
      of={[
        { label: t('desk.attended'), value: of.attended.map((a) => a.name).join(DOT) },
        { label: t('desk.decisions'), value: of.decisions ?? '' },
      ].filter((f) => f.value)}
    />
  </Panel>
);

/** `03:07` of a number of seconds. */
const clock = (seconds: number): string =>
  [Math.floor(seconds / 60), seconds % 60].map((n) => String(n).padStart(2, '0')).join(':');

const Item = ({ of, now }: { of: ItemView; now: boolean }) => (
  <li class={now ? 'card good' : 'card'} aria-current={now ? 'step' : undefined}>
    <h2>{t('desk.item-of', { name: of.who.name, half: t(`desk.${of.half}`) })}</h2>
    <p>
      <strong>{of.what}</strong>{' '}
      {of.seconds !== undefined && (
        <span class={of.overtime ? 'overdue' : 'quiet'}>{t('desk.spoken', { time: clock(of.seconds) })}</span>
      )}
    </p>
    <p class="written">{of.why}</p>
    <p class="written">
      {t(of.half === 'least' ? 'desk.measure' : 'desk.follows')}: {of.follows}
    </p>
    {of.rectification && (
      <p class="line">
        <a href={pathTo('rectification', { id: of.rectification.id })}>{t('desk.became')}</a>
        <span class="tag">{of.rectification.stageText}</span>
        <span class="quiet">{t('desk.due', { date: of.rectification.due })}</span>
      </p>
    )}
    <Notes of={of.suggestions} title={t('desk.suggestions')} />
    <Notes of={of.notes} />
  </li>
);

const Notes = ({ of, title = t('desk.notes') }: { of: ItemView['notes']; title?: string }) =>
  of.length === 0 ? null : (
    <>
      <p class="quiet">{title}</p>
      <ul>
        {of.map((n) => (
          <li key={n.at}>
            {n.text} <span class="quiet">{n.by.name}</span>
          </li>
        ))}
      </ul>
    </>
  );
