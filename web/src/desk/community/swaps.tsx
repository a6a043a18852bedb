import { Actions, postedTo } from '../actions.tsx';
import { Countdown } from '../clock.tsx';
import type { After } from '../live.tsx';
import { Panel } from '../pieces.tsx';
import { dayOf, t } from './text.ts';
import type { SwapView } from './views.ts';

interface SwapsProps {
  unit: string;
  of: SwapView[];
  after: After;
}

const inWords = ({ asker, other, weeks: [mine, yours] }: SwapView): string =>
  t('desk.swap-of', { asker: asker.name, other: other.name, mine: dayOf(mine), yours: dayOf(yours) });

/** Swaps that wait for an answer, and what the reader can answer. */
export const Swaps = ({ unit, of, after }: SwapsProps) =>
  of.length === 0 ? null : (
    <Panel title={t('desk.swaps')}>
      {of.map((s) => (
        <div key={s.id}>
          <p>
            {inWords(s)} <span class="tag">{s.stage.text}</span>
          </p>
          {s.note && <p class="quiet">{s.note}</p>}
          <p>
            <Countdown due={s.until} />
          </p>
          <Actions
            of={s.actions}
            perform={postedTo(`/duty/${unit}/swaps/${s.id}`, s.version)}
            subject={inWords(s)}
            after={after}
          />
        </div>
      ))}
    </Panel>
  );
