import { Loaded, useLoaded } from '../loaded.tsx';
import { Panel } from '../pieces.tsx';
import { t } from './text.ts';
import type { Report } from './views.ts';

interface Told {
  week: string;
  label: string;
  who?: string;
  report: Report;
  notes: { by: string; note: string }[];
  words?: string;
}

/** What the weeks of duty behind us came to, newest first. */
export const Reports = ({ unit }: { unit: string }) => (
  <Loaded of={useLoaded<{ reports: Told[] }>(`/duty/${unit}/reports?weeks=6`)}>
    {({ reports }) =>
      reports.length === 0 ? null : (
        <Panel title={t('desk.behind')}>
          <ol class="steps" reversed>
            {reports.map((r) => (
              <li class="done" key={r.week}>
                {r.label} <strong>{r.who ?? t('desk.nobody-on-duty')}</strong>
                <p class="quiet">{t('desk.report-of', { ...r.report })}</p>
                {r.notes.map((n) => (
                  <p key={n.by}>
                    {n.by}: {n.note}
                  </p>
                ))}
                {r.words && <p>{r.words}</p>}
              </li>
            ))}
          </ol>
        </Panel>
      )
    }
  </Loaded>
);
