import { Actions } from '../actions.tsx';
import { put } from '../api.ts';
import { Live } from '../live.tsx';
import { Panel } from '../pieces.tsx';
import { deskPath, language, wallClock } from '../text.ts';
import { DOT, t } from './text.ts';
import type { FaultRow, KeptList, StationView } from './views.ts';

/** The stations of my units, and what is broken in them. */
export const Stations = () => (
  <>
    <h1>{t('desk.stations')}</h1>
    <Live<KeptList> at={`/stations/kept?lang=${language}`}>
      {({ stations, faults, add }, after) => (
        <>
          {stations.length === 0 && <p class="card">{t('desk.stations.none')}</p>}
          {stations.length > 0 && <OpenFaults of={faults} />}
          {stations.map((s) => (
            <StationCard key={s.id} of={s} />
          ))}
          {add && <Actions of={[add]} subject={t('desk.stations')} perform={addStation} after={after} />}
        </>
      )}
    </Live>
  </>
);

const addStation = (_: unknown, input: unknown) => {
  const { id = '', ...station } = input as { id?: string };
  return put(`/stations/${encodeURIComponent(id)}?version=0`, station);
};

const OpenFaults = ({ of }: { of: FaultRow[] }) => (
  <Panel title={t('desk.stations.faults')}>
    {of.length === 0 ? <p class="quiet">{t('desk.stations.no-faults')}</p> : <FaultList of={of} />}
  </Panel>
);

export const stationPath = (id: string): string => deskPath(`station/?id=${id}`);

const FaultList = ({ of }: { of: FaultRow[] }) => (
  <ul>
    {of.map((f) => (
      <li key={f.id}>
        <a href={stationPath(f.station)}>{[f.stationName, f.facilityText].join(DOT)}</a>
        <p class="quiet">
          {[f.stageText, f.troubleText, t('desk.stations.count', { count: f.count }), wallClock(f.openedAt)].join(DOT)}
        </p>
      </li>
    ))}
  </ul>
);

const StationCard = ({ of }: { of: StationView }) => {
  const broken = of.facilities.filter((f) => f.broken);
  return (
    <section class="card">
      <h2>
        <a href={stationPath(of.id)}>{of.name}</a>
      </h2>
      <p>{[nowText(of), of.address].join(DOT)}</p>
      {broken.length > 0 && (
        <p>
          <span class="tag critical">{t('desk.stations.broken')}</span> {broken.map((f) => f.text).join('、')}
        </p>
      )}
      <Addresses of={of} />
    </section>
  );
};

/** Open or not now, or given up. */
export const nowText = ({ active, open }: StationView): string => {
  if (!active) return t('desk.stations.given-up');
  return t(open.now ? 'desk.stations.open' : 'desk.stations.shut');
};

/** Where the public sees it, what hangs at its door, and what runs on its screen; of one that was given up, nothing. */
export const Addresses = ({ of: { id, active } }: { of: StationView }) =>
  active ? (
    <p class="buttons">
      {[
        ['', 'page'],
        ['/sheet', 'sheet'],
        ['/screen', 'screen'],
      ].map(([below, name]) => (
        <a key={name} class="button plain" href={`/stations/${id}${below}?lang=${language}`}>
          {t(`desk.stations.${name}`)}
        </a>
      ))}
    </p>
  ) : null;
