import type { ComponentChildren } from 'preact';
import { newestFirst } from './newest.ts';
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
  note?: string;
}

/** The newest first. */
export const Timeline = ({ of }: { of: Happened[] }) => (
  <section class="card">
    <h2>{t('desk.history')}</h2>
    <ol class="steps" reversed>
      {newestFirst(of).map((e) => (
        <li class="done" key={e.seq ?? e.at}>
          {e.text}
          {e.note && <p class="quiet">{e.note}</p>}
          <span class="by">
            {e.by} <time dateTime={e.at}>{wallClock(e.at)}</time>
          </span>
        </li>
      ))}
    </ol>
  </section>
);

export const Urgency = ({ of }: { of?: string }) => (of ? <span class={`tag ${of}`}>{t(`urgency.${of}`)}</span> : null);

/** What was just done or refused; read out, and it stays until the next. */
export const Said = ({ children }: { children?: string }) => (
  <div role="status" aria-live="polite">
    {children && <p class="said">{children}</p>}
  </div>
);
