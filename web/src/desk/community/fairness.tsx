import type { Share } from '../../../../functions/duty/fairness.ts';
import { Loaded, useLoaded } from '../loaded.tsx';
import { Panel } from '../pieces.tsx';
import { dayOf, t } from './text.ts';

interface Answer {
  shares: (Share & { name: string })[];
}

const COLUMNS = ['desk.turns', 'desk.weekend-days', 'desk.holiday-days', 'desk.next-turn'];

/** What each carried over a year, who has rested longest first. */
export const Fairness = ({ unit }: { unit: string }) => (
  <Panel title={t('desk.fairness')}>
    <Loaded of={useLoaded<Answer>(`/duty/${unit}/fairness`)}>
      {({ shares }) => (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('desk.name')}</th>
                {COLUMNS.map((c) => (
                  <th scope="col" class="number" key={c}>
                    {t(c)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shares.map((s) => (
                <tr key={s.who}>
                  <th scope="row">{s.name}</th>
                  <td class="number">{s.turns}</td>
                  <td class="number">{s.weekendDays}</td>
                  <td class="number">{s.holidayDays}</td>
                  <td class="number">{s.next && dayOf(s.next)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Loaded>
  </Panel>
);
