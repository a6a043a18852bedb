import { useEffect, useState } from 'preact/hooks';
import { get } from './api.ts';
import { Countdown } from './clock.tsx';
import { Loaded, useLoaded } from './loaded.tsx';
import { Urgency } from './pieces.tsx';
import { deskPath, t, wallClock } from './text.ts';
import type { CaseCard } from './views.ts';

interface Answer {
  cases: CaseCard[];
  cursor?: string;
}

/** What waits for me, by what falls due first. */
export const Queue = () => {
  const loaded = useLoaded<Answer>('/cases');
  useRefresh(loaded.load);
  return (
    <>
      <h1>{t('desk.queue')}</h1>
      <Loaded of={loaded}>{(answer) => <Cases first={answer} />}</Loaded>
    </>
  );
};

const EVERY = 60_000;

/** Asks again each minute while the page is looked at. */
const useRefresh = (load: () => Promise<void>): void => {
  useEffect(() => {
    const timer = setInterval(() => void (document.visibilityState === 'visible' && load()), EVERY);
    return () => clearInterval(timer);
  }, [load]);
};

const Cases = ({ first }: { first: Answer }) => {
  const [more, setMore] = useState<Answer>();
  const [unit, setUnit] = useState('');
  const [stage, setStage] = useState('');
  const all = [...first.cases, ...(more?.cases ?? [])];
  const shown = all.filter((c) => (!unit || c.unit?.id === unit) && (!stage || c.stage.code === stage));
  const cursor = more ? more.cursor : first.cursor;
  const next = async () => {
    const answer = await get<Answer>(`/cases?cursor=${encodeURIComponent(cursor ?? '')}`);
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
        <button type="button" class="button plain" onClick={next}>
          {t('desk.more')}
        </button>
      )}
    </>
  );
};

interface FilterProps {
  id: string;
  label: string;
  options: [string, string][];
  value: string;
  choose: (value: string) => void;
}

const Filter = ({ id, label, options, value, choose }: FilterProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    <select id={id} value={value} onChange={(e) => choose(e.currentTarget.value)}>
      <option value="">{t('desk.all')}</option>
      {[...new Map(options)].map(([v, text]) => (
        <option value={v} key={v}>
          {text}
        </option>
      ))}
    </select>
  </div>
);

const Card = ({ of: c }: { of: CaseCard }) => (
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
