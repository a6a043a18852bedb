import { Loaded, useLoaded } from './loaded.tsx';
import { Press } from './press.tsx';
import { signOut } from './session.ts';
import { deskPath, t } from './text.ts';
import type { Me as Person } from './views.ts';

/** Who is signed in, what they are where, and the way out. */
export const Me = () => (
  <Loaded of={useLoaded<Person>('/me')} title={t('desk.me')}>
    {(me) => (
      <>
        <h1>{me.name}</h1>
        <p class="quiet">{me.email}</p>
        <section class="card">
          <h2>{t('desk.roles')}</h2>
          <ul>
            {me.roles.map((r) => (
              <li key={`${r.unit.id} ${r.role}`}>
                {r.unit.name} · {t(`role.${r.role}`)}
              </li>
            ))}
          </ul>
        </section>
        {me.roles.some((r) => r.role === 'admin') && (
          <p>
            <a href={deskPath('lookups/')}>{t('desk.lookups')}</a>
          </p>
        )}
        <Press tone="danger" act={signOut}>
          {t('desk.sign-out')}
        </Press>
      </>
    )}
  </Loaded>
);
