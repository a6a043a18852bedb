import { useState } from 'preact/hooks';
import type { CallerReading } from '../../../functions/cases/caller-readings.ts';
import { Loaded, useLoaded } from './loaded.tsx';
import { Panel } from './pieces.tsx';
import { t, wallClock } from './text.ts';

/** Who has looked up a telephone number: for administrators. To look here is on record like any other look-up. */
export const Lookups = () => {
  const [phone, setPhone] = useState('');
  const ask = (e: SubmitEvent) => {
    e.preventDefault();
    setPhone(String(new FormData(e.target as HTMLFormElement).get('phone') ?? '').trim());
  };
  return (
    <>
      <h1>{t('desk.lookups')}</h1>
      <p>{t('desk.lookups.lead')}</p>
      <form class="filters" onSubmit={ask}>
        <div class="field">
          <label for="phone">{t('desk.lookups.phone')}</label>
          <input id="phone" name="phone" type="tel" inputmode="tel" autocomplete="off" required />
        </div>
        <p class="act">
          <button type="submit" class="button">
            {t('desk.lookups.show')}
          </button>
        </p>
      </form>
      {phone && <Of key={phone} phone={phone} />}
    </>
  );
};

const Of = ({ phone }: { phone: string }) => {
  const loaded = useLoaded<{ reads: CallerReading[] }>(`/intake/caller/reads?${new URLSearchParams({ phone })}`);
  return (
    <Loaded of={loaded}>
      {({ reads }) =>
        reads.length === 0 ? (
          <p class="card" role="status">
            {t('desk.lookups.none', { phone })}
          </p>
        ) : (
          <Panel title={t('desk.lookups.of', { phone })}>
            <ul class="entries">
              {reads.map((r) => (
                <li key={`${r.at} ${r.by.id}`}>
                  <strong>{r.by.name}</strong> <span class="quiet">{r.by.id}</span>
                  <p class="quiet">
                    {wallClock(r.at)} · {t(`desk.lookups.${r.what}`, { shown: r.shown })}
                  </p>
                </li>
              ))}
            </ul>
          </Panel>
        )
      }
    </Loaded>
  );
};
