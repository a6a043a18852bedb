import { useState } from 'preact/hooks';
import type { CallerReading } from '../../../functions/cases/caller-readings.ts';
import { Loaded, useLoaded } from './loaded.tsx';
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
          <ul class="queue" aria-label={t('desk.lookups.of', { phone })}>
            {reads.map((r) => (
              <li key={`${r.at} ${r.by.id}`} class="card">
                <span class="line">
                  <strong>{r.by.name}</strong> <span class="quiet">{r.by.id}</span>
                </span>
                <span class="line">
                  <span>{wallClock(r.at)}</span> <span>{t(`desk.lookups.${r.what}`, { shown: r.shown })}</span>
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
};
