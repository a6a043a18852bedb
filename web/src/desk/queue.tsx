import { useEffect, useState } from 'preact/hooks';
import { get } from './api.ts';
import { Countdown } from './clock.tsx';
import { FindCase } from './find-case.tsx';
import { Loaded, useLoaded } from './loaded.tsx';
import { Choice, type ChoiceProps, Urgency } from './pieces.tsx';
import { Press } from './press.tsx';
import { deskPath, t, wallClock } from './text.ts';
import type { CaseCard } from './views.ts';

interface Answer {
  cases: CaseCard[];
  cursor?: string;
}

const STATES = ['open', 'closed'];

/** What waits for me, by what falls due first; or what my units have closed, newest first. */
export const Queue = () => {
  const [state, setState] = useState('open');
  return (
    <>
      <h1>{t(`desk.queue.${state}`)}</h1>
      <div class="filters">
        <FindCase />
        <p class="beside">
          <a class="button" href={deskPath('call/')}>
            {t('desk.call')}
          </a>
          <a class="button plain" href={deskPath('search/')}>
            {t('desk.search')}
          </a>
        </p>
        <Choice
          id="state"
          label={t('desk.state')}
          options={STATES.map((s) => [s, t(`desk.state.${s}`)])}
          value={state}
          choose={setState}
        />
      </div>
      <Listed key={state} state={state} />
    </>
  );
};

const Listed = ({ state }: { state: string }) => {
  const loaded = useLoaded<Answer>(`/cases?state=${state}`);
  useRefresh(loaded.load);
  return <Loaded of={loaded}>{(answer) => <Cases first={answer} state={state} />}</Loaded>;
};

const EVERY = 60_000;

/** Asks again each minute while the page is looked at. */
const useRefresh = (load: () => Promise<void>): void => {
  useEffect(() => {
    const timer = setInterval(() => void (document.visibilityState === 'visible' && load()), EVERY);
    return () => clearInterval(timer);
  }, [load]);
};

const Cases = ({ first, state }: { first: Answer; state: string }) => {
  const [more, setMore] = useState<Answer>();
  const [unit, setUnit] = useState('');
  const [stage, setStage] = useState('');
  const all = [...first.cases, ...(more?.cases ?? [])];
  const shown = all.filter((c) => (!unit || c.unit?.id === unit) && (!stage || c.stage.code === stage));
  const cursor = more ? more.cursor : first.cursor;
  const next = async () => {
    const answer = await get<Answer>(`/cases?${new URLSearchParams({ state, cursor: cursor ?? '' })}`);
    setMore({ cases: [...(more?.cases ?? []), ...answer.cases], cursor: answer.cursor });
  };
  return (
    <>
      <div class="filters">
        <Filter
          id="unit"
          label={t('desk.unit')}
          options={all.map((c) => [c.unit?.id ?? '', c.unit?.name ?? ''])}
          value={unit}
          choose={setUnit}
        />
        <Filter
          id="stage"
          label={t('desk.stage')}
          options={all.map((c) => [c.stage.code, c.stage.text])}
          value={stage}
          choose={setStage}
        />
      </div>
      <p class="quiet" role="status">
        {shown.length > 0 ? t('desk.found', { count: shown.length }) : t('desk.empty')}
      </p>
      <ul class="queue">
        {shown.map((c) => (
          <Card key={c.id} of={c} />
        ))}
      </ul>
      {cursor && (
        <Press tone="plain" act={next}>
          {t('desk.more')}
        </Press>
      )}
    </>
  );
};

/** Only where there is something to choose between: the screen of a phone is for the cases. */
const Filter = (props: ChoiceProps) => {
  const known = new Map(props.options);
  return known.size < 2 ? null : <Choice {...props} options={[['', t('desk.all')], ...known]} />;
};

/** A case in a list, as a link to its page. */
export const Card = ({ of: c }: { of: CaseCard }) => (
  <li>
    <a class={`is-${c.urgency}`} href={deskPath(`case/?id=${c.id}`)}>
      <span class="line">
        <strong>{c.title}</strong> <Urgency of={c.urgency} /> <span class="tag">{c.stage.text}</span>
        <span class="end quiet">{c.number}</span>
      </span>
      <span class="line quiet">
        <span>{c.place}</span>
        <span>{c.unit?.name}</span>
        <span>{t('desk.received', { time: wallClock(c.receivedAt) })}</span>
      </span>
      {c.due && <Countdown due={c.due} text={c.dueText} />}
    </a>
  </li>
);
