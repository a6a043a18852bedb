import { Actions, postedTo } from '../actions.tsx';
import { put } from '../api.ts';
import { type After, Live } from '../live.tsx';
import { Facts, Panel } from '../pieces.tsx';
import { asked, deskPath, language, wallClock } from '../text.ts';
import { Addresses, nowText } from './stations.tsx';
import { DOT, t } from './text.ts';
import type { FaultRow, FaultView, KeptView, StationView } from './views.ts';

/** One station: what it is, its open faults with what can be done, and the form that changes all of it. */
export const Station = () => (
  <>
    <p>
      <a href={deskPath('stations/')}>{t('desk.stations')}</a>
    </p>
    <Live<KeptView> at={`/stations/kept/${encodeURIComponent(asked('id'))}?lang=${language}`}>
      {(view, after) => <Kept view={view} after={after} />}
    </Live>
  </>
);

const Kept = ({ view, after }: { view: KeptView; after: After }) => {
  const { station, version, edit, values, faults, closed } = view;
  return (
    <>
      <h1>{station.name}</h1>
      <Addresses of={station} />
      <div class="two">
        <div>
          <Panel title={t('desk.stations.faults')}>
            {faults.length === 0 && <p class="quiet">{t('desk.stations.no-faults')}</p>}
            {faults.map((f) => (
              <OpenFault key={f.id} of={f} after={after} />
            ))}
          </Panel>
          {closed.length > 0 && <Closed of={closed} />}
        </div>
        <div>
          <Panel title={station.name}>
            <Facts of={factsOf(station)} />
            <Actions
              of={[edit]}
              subject={station.name}
              values={{ edit: values }}
              perform={(_, input) => put(`/stations/${station.id}?version=${version}`, input)}
              after={after}
            />
          </Panel>
          <Panel title={t('desk.stations.has')}>
            <ul>
              {station.facilities.map((f) => (
                <Facility key={f.id} of={f} />
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </>
  );
};

const factsOf = (station: StationView) => {
  const { address, unit, post, coordinates, approximate } = station;
  return [
    { label: t('desk.stations.now'), value: nowText(station) },
    { label: t('desk.stations.address'), value: address },
    { label: t('desk.stations.unit'), value: unit.name },
    ...(post ? [{ label: t('desk.stations.post'), value: post.name }] : []),
    ...(coordinates
      ? [
          {
            label: t('desk.stations.coordinates'),
            value: [`${coordinates.latitude}, ${coordinates.longitude}`, approximate].filter(Boolean).join(DOT),
          },
        ]
      : []),
  ];
};

const Facility = ({ of }: { of: StationView['facilities'][number] }) => (
  <li>
    {[of.text, of.count, of.note].filter(Boolean).join(DOT)}{' '}
    {of.broken && (
      <span class="tag critical">
        {t(of.broken.extent === 'all' ? 'desk.stations.broken' : 'desk.stations.broken-some')}
      </span>
    )}
  </li>
);

const OpenFault = ({ of, after }: { of: FaultView; after: After }) => (
  <section class="card">
    <h3>{[of.facilityText, of.stageText].join(DOT)}</h3>
    <p class="quiet">{t('desk.stations.count', { count: of.count })}</p>
    <ul>
      {of.reports.map((r) => (
        <li key={r.at}>
          {[r.troubleText, r.words].filter(Boolean).join('：')} <span class="quiet">{wallClock(r.at)}</span>
        </li>
      ))}
    </ul>
    {of.acknowledged && <p class="quiet">{doneText(of.acknowledged)}</p>}
    <Actions
      of={of.actions}
      subject={of.facilityText}
      perform={postedTo(`/stations/faults/${of.id}`, of.version)}
      after={after}
    />
  </section>
);

const doneText = ({ at, by, until, note }: NonNullable<FaultView['acknowledged']>): string =>
  [
    t('desk.stations.by', { name: by.name, time: wallClock(at) }),
    until && t('desk.stations.until', { date: until }),
    note,
  ]
    .filter(Boolean)
    .join(DOT);

const Closed = ({ of }: { of: FaultRow[] }) => (
  <Panel title={t('desk.stations.closed')}>
    <ul>
      {of.map((f) => (
        <li key={f.id}>
          {[f.facilityText, f.stageText, f.closedAt && wallClock(f.closedAt)].filter(Boolean).join(DOT)}
        </li>
      ))}
    </ul>
  </Panel>
);
