import { useState } from 'preact/hooks';
import { download } from '../api.ts';
import { Loaded, useLoaded } from '../loaded.tsx';
import { newestFirst } from '../newest.ts';
import { Choice, Panel } from '../pieces.tsx';
import { Press } from '../press.tsx';
import { InCommunity, isFirst, type Place, pathTo } from './place.tsx';
import { t } from './text.ts';
import type { WorkRecordView } from './views.ts';

/** What I did over time: weeks led, tasks, what was put right, sessions, activities; for the first secretary everybody's. */
export const Record = () => (
  <InCommunity view="record" title={t('desk.record')}>
    {(place) => (isFirst(place.me, place.unit) ? <Anybody {...place} /> : <Of unit={place.unit} />)}
  </InCommunity>
);

interface People {
  records: Pick<WorkRecordView, 'person'>[];
}

const Anybody = ({ me, unit }: Place) => {
  const [person, setPerson] = useState(me.email);
  return (
    <Loaded of={useLoaded<People>(`/growth/units/${unit}/records`)}>
      {({ records }) => (
        <>
          <div class="filters">
            <Choice
              id="person"
              label={t('desk.person')}
              options={records.map((r) => [r.person.id, r.person.name])}
              value={person}
              choose={setPerson}
            />
            <p>
              <Press
                tone="plain"
                act={() => download(`/growth/units/${unit}/records?format=csv`, `records-${unit}.csv`)}
              >
                {t('desk.records-csv')}
              </Press>
            </p>
          </div>
          <Of key={person} unit={unit} person={person} />
        </>
      )}
    </Loaded>
  );
};

const Of = ({ unit, person }: { unit: string; person?: string }) => {
  const whose: Record<string, string> = person ? { person } : {};
  const at = (more: Record<string, string>) =>
    `/growth/units/${unit}/record?${new URLSearchParams({ ...whose, ...more })}`;
  return (
    <Loaded of={useLoaded<WorkRecordView>(at({}))}>
      {(record) => (
        <>
          <Totals of={record} />
          {record.entries.length === 0 ? (
            <p class="quiet">{t('desk.no-record')}</p>
          ) : (
            <>
              <div class="two">
                <Entries of={record.entries} />
                <Months of={record.months} />
              </div>
              <Press tone="plain" act={() => download(at({ format: 'csv' }), `record-${unit}.csv`)}>
                {t('desk.record-csv')}
              </Press>
            </>
          )}
        </>
      )}
    </Loaded>
  );
};

const KINDS = ['week', 'task', 'rectification', 'session', 'activity'] as const;

const Totals = ({ of: { person, totals } }: { of: WorkRecordView }) => (
  <section class="card">
    <h2>{person.name}</h2>
    <dl class="figures">
      {KINDS.map((k) => (
        <div key={k}>
          <dt>{t(`desk.count.${k}`)}</dt>
          <dd>{totals[k]}</dd>
        </div>
      ))}
    </dl>
  </section>
);

const Months = ({ of }: { of: WorkRecordView['months'] }) => (
  <Panel title={t('desk.by-month')}>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('desk.month')}</th>
            {KINDS.map((k) => (
              <th scope="col" class="number" key={k}>
                {t(`desk.count.${k}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {newestFirst(of).map((m) => (
            <tr key={m.month}>
              <th scope="row">{m.month}</th>
              {KINDS.map((k) => (
                <td class="number" key={k}>
                  {m[k]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </Panel>
);

type Entry = WorkRecordView['entries'][number];

/** The desk's page of what an entry tells of; weeks of duty have none of their own. */
const pageOf = ({ kind, id }: Entry): string | undefined => {
  switch (kind) {
    case 'week':
      return undefined;
    case 'session':
      return pathTo('mentorship', { id });
    case 'task':
    case 'rectification':
    case 'activity':
      return pathTo(kind, { id });
  }
};

const Entries = ({ of }: { of: Entry[] }) => (
  <section class="card">
    <ol class="steps" reversed>
      {newestFirst(of).map((e) => {
        const page = pageOf(e);
        return (
          <li class="done" key={`${e.kind}${e.id}${e.date}`}>
            <span class="tag">{e.kindText}</span> {page ? <a href={page}>{e.text}</a> : e.text}
            <time dateTime={e.date}>{e.date}</time>
          </li>
        );
      })}
    </ol>
  </section>
);
