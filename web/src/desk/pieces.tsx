import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get } from './api.ts';
import { newestFirst } from './newest.ts';
import { Press } from './press.tsx';
import { t, wallClock } from './text.ts';
import type { Labelled } from './views.ts';

/** Small pieces that several views show. */

export const Facts = ({ of }: { of: Labelled[] }) => (
  <dl class="facts">
    {of.map((f) => (
      <>
        <dt>{f.label}</dt>
        <dd>{f.href ? <a href={f.href}>{f.value}</a> : f.value}</dd>
      </>
    ))}
  </dl>
);

export const Panel = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="card">
    <h2>{title}</h2>
    {children}
  </section>
);

export interface ChoiceProps {
  id: string;
  label: string;
  options: [value: string, text: string][];
  value: string;
  choose: (value: string) => void;
}

/** One of several, applied as soon as it is chosen; each value is offered once. */
export const Choice = ({ id, label, options, value, choose }: ChoiceProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    <select id={id} value={value} onChange={(e) => choose(e.currentTarget.value)}>
      {[...new Map(options)].map(([v, text]) => (
        <option value={v} key={v}>
          {text}
        </option>
      ))}
    </select>
  </div>
);

interface Happened {
  seq?: number;
  at: string;
  by?: string;
  text: string;
  parts?: string;
  note?: string;
}

/** The newest first; where there are `earlier` ones they can be asked for, of the record at `at`. */
export const Timeline = ({ of, earlier, at }: { of: Happened[]; earlier?: number; at?: string }) => {
  const [older, setOlder] = useState<Older>();
  useEffect(() => setOlder(undefined), [of]);
  const before = older ? older.earlier : earlier;
  const more = async () => {
    const page = await get<Older>(`${at}/history?before=${before}`);
    setOlder({ history: [...page.history, ...(older?.history ?? [])], earlier: page.earlier });
  };
  return (
    <section class="card">
      <h2>{t('desk.history')}</h2>
      <Steps of={[...(older?.history ?? []), ...of]} />
      {at && before !== undefined && (
        <Press act={more} tone="plain">
          {t('desk.history.earlier')}
        </Press>
      )}
    </section>
  );
};

interface Older {
  history: Happened[];
  earlier?: number;
}

const Steps = ({ of }: { of: Happened[] }) => (
  <ol class="steps" reversed>
    {newestFirst(of).map((e) => (
      <li class="done" key={e.seq ?? e.at}>
        {e.text} {e.parts && <span class="quiet">({e.parts})</span>}
        {e.note && <p class="quiet">{e.note}</p>}
        <span class="by">
          {e.by} <time dateTime={e.at}>{wallClock(e.at)}</time>
        </span>
      </li>
    ))}
  </ol>
);

export const Urgency = ({ of }: { of?: string }) => (of ? <span class={`tag ${of}`}>{t(`urgency.${of}`)}</span> : null);

/** What was just done or refused; read out, and it stays until the next. */
export const Said = ({ children }: { children?: string }) => (
  <div role="status" aria-live="polite">
    {children && <p class="said">{children}</p>}
  </div>
);
