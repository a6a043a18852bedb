import { useState } from 'preact/hooks';
import { Actions } from '../actions.tsx';
import { post, put, remove } from '../api.ts';
import { type After, Live } from '../live.tsx';
import { useLoaded } from '../loaded.tsx';
import { Panel } from '../pieces.tsx';
import { Press } from '../press.tsx';
import type { OpenAction } from '../views.ts';
import { Calendars } from './calendars.tsx';
import { nameIn } from './duty.tsx';
import { Fairness } from './fairness.tsx';
import { InCommunity, isFirst, type Place } from './place.tsx';
import { Preview, type Proposed } from './preview.tsx';
import { Reports } from './reports.tsx';
import { Swaps } from './swaps.tsx';
import { DOT, dayOf, daysLater, t } from './text.ts';
import type { ChangedView, RotaView, SwapView, TurnRow } from './views.ts';

/** Who serves in which of 26 weeks; leave, swaps and covers, each shown before it is saved; calendars to subscribe to. */
export const Rota = () => (
  <InCommunity view="rota" title={t('desk.rota')}>
    {(place) => (
      <Live<RotaView> at={`/duty/${place.unit}/rota?weeks=27`}>
        {(rota, after) => <View rota={rota} place={place} after={after} />}
      </Live>
    )}
  </InCommunity>
);

interface ViewProps {
  rota: RotaView;
  place: Place;
  after: After;
}

const View = ({ rota, place, after }: ViewProps) => {
  const [proposed, setProposed] = useState<Proposed>();
  const { unit } = place;
  const { value: open, load } = useLoaded<{ swaps: SwapView[] }>(`/duty/${unit}/swaps`);
  const reload: After = async (said) => {
    await load();
    await after(said);
  };
  const propose = async ({ action, label }: OpenAction, input: unknown) => {
    const ask = (preview: boolean) => asked(rota, action, { ...(input as object), preview });
    setProposed({ label, changed: await ask(true), save: () => ask(false) });
  };
  return (
    <>
      <Warnings of={rota} />
      <Actions
        of={formsOf(rota)}
        perform={propose}
        subject={rota.unit.name}
        after={async () => {}}
        values={present(rota, place)}
      />
      {proposed && <Preview of={proposed} close={() => setProposed(undefined)} after={reload} />}
      <Swaps unit={unit} of={open?.swaps ?? []} after={reload} />
      <Weeks of={rota} me={place.me.email} />
      <Agreed of={rota} place={place} propose={setProposed} />
      <div class="two">
        <Fairness unit={unit} />
        <Calendars unit={unit} />
      </div>
      <Reports unit={unit} />
    </>
  );
};

/** Asks for a change, or only what it would do. */
const asked = async ({ unit }: RotaView, action: string, input: Record<string, unknown>): Promise<ChangedView> => {
  const at = `/duty/${unit.id}`;
  switch (action) {
    case 'roster':
      return put(`${at}/roster`, input);
    case 'swap':
      return (await post<{ preview: ChangedView }>(`${at}/swaps`, input)).preview;
    default:
      return post(`${at}/${action}s`, input);
  }
};

/** The changes open to the reader, as the answer has them. */
const formsOf = ({ forms }: RotaView): OpenAction[] =>
  Object.entries(forms).map(([action, { input, options }]) => ({
    ...{ action, label: String(input.title ?? action), tone: 'plain', input },
    options: options as OpenAction['options'],
  }));

/** What the forms hold at first: oneself, and the roster as it is. */
const present = ({ rosters, turns, version, rule }: RotaView, { me }: Place): Record<string, unknown> => {
  const roster = rosters.at(-1)?.members.map((m) => m.id);
  const next = turns.find((x) => !x.frozen)?.week;
  return {
    leave: { who: me.email },
    cover: { by: me.email },
    roster: { from: next, members: roster, version, week: rule },
  };
};

const Warnings = ({ of: { gapsSoon, holidaysUnknown } }: { of: RotaView }) => (
  <>
    {gapsSoon.length > 0 && <p class="card alarm">{t('desk.gaps-soon', { weeks: gapsSoon.map(dayOf).join(DOT) })}</p>}
    {holidaysUnknown.length > 0 && (
      <p class="quiet">{t('desk.holidays-unknown', { years: holidaysUnknown.join(DOT) })}</p>
    )}
  </>
);

const Weeks = ({ of: { turns, present: now }, me }: { of: RotaView; me: string }) => (
  <ol class="weeks">
    {turns.map((turn) => (
      <li key={turn.week} class={classOf(turn, me)} aria-current={turn.week === now ? 'date' : undefined}>
        <span class="quiet">
          {turn.label} <time dateTime={turn.week}>{dayOf(turn.week)}</time>–{dayOf(daysLater(turn.week, 6))}
        </span>
        <strong>{nameIn(turn)}</strong>
        <span class="line">
          {turn.week === now && <span class="tag">{t('desk.now')}</span>}
          {turn.who?.id === me && <span class="tag">{t('desk.mine')}</span>}
          {turn.via === 'swap' && <span class="tag">{t('desk.turn.swap')}</span>}
          {turn.via === 'cover' && <span class="tag">{t('desk.turn.cover', { name: turn.instead?.name ?? '' })}</span>}
          {turn.holidays.map((h) => (
            <span class="tag" key={h}>
              {h}
            </span>
          ))}
        </span>
      </li>
    ))}
  </ol>
);

const classOf = (turn: TurnRow, me: string): string => {
  if (turn.who?.id === me) return 'mine';
  return turn.kind === 'turn' ? '' : turn.kind;
};

/** Leaves and pauses that are agreed, and the way to take them back. */
const Agreed = ({
  of: { unit, leaves, pauses, present: now },
  place,
  propose,
}: {
  of: RotaView;
  place: Place;
  propose: (p: Proposed) => void;
}) => {
  const first = isFirst(place.me, unit.id);
  const takeBack = async (label: string, path: string) => {
    const ask = async (preview: boolean) => (await remove<ChangedView>(`${path}?preview=${preview}`)) as ChangedView;
    propose({ label, changed: await ask(true), save: () => ask(false) });
  };
  return (
    <div class="two">
      {leaves.length > 0 && (
        <Panel title={t('desk.leaves')}>
          <ul class="entries">
            {leaves.map(({ id, who, from, to, reason }) => (
              <Entry
                key={id}
                text={[who.name, t('desk.span', { from, until: to }), reason].filter(Boolean).join(DOT)}
                takeBack={
                  (first || who.id === place.me.email) && to >= now
                    ? (label) => takeBack(label, `/duty/${unit.id}/leaves/${id}`)
                    : undefined
                }
              />
            ))}
          </ul>
        </Panel>
      )}
      {pauses.length > 0 && (
        <Panel title={t('desk.pauses')}>
          <ul class="entries">
            {pauses.map(({ week, reason }) => (
              <Entry
                key={week}
                text={`${week}${DOT}${reason}`}
                takeBack={
                  first && week > now ? (label) => takeBack(label, `/duty/${unit.id}/pauses/${week}`) : undefined
                }
              />
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
};

const Entry = ({ text, takeBack }: { text: string; takeBack?: (label: string) => Promise<void> }) => (
  <li class="line">
    <span>{text}</span>
    {takeBack && (
      <Press tone="plain" act={() => takeBack(`${t('desk.take-back')}: ${text}`)}>
        {t('desk.take-back')}
      </Press>
    )}
  </li>
);
