import type { ComponentChildren } from 'preact';
import { pathTo, type Unit } from '../community/place.tsx';
import { Loaded, useLoaded } from '../loaded.tsx';
import { OneOf } from '../one-of.tsx';
import type { Me } from '../views.ts';
import { t } from './text.ts';

/** Where a page of what a unit tells the public is: whose it is, and the way to the others. */

const PAGES = ['notices', 'campaigns', 'events'];

export const Pages = ({ at }: { at: string }) => (
  <nav class="strip" aria-label={t('desk.outreach')}>
    {PAGES.map((p) => (
      <a key={p} href={pathTo(p)} aria-current={p === at ? 'page' : undefined}>
        {t(`desk.${p}`)}
      </a>
    ))}
  </nav>
);

/** Every unit that somebody belongs to, each once. */
const unitsOf = ({ roles }: Me): Unit[] => [...new Map(roles.map((r) => [r.unit.id, r.unit])).values()];

interface InUnitProps {
  view: string;
  title: string;
  children: (unit: string) => ComponentChildren;
}

/** A page of one of my units: the one in its address, or else the first. */
export const InUnit = ({ view, title, children }: InUnitProps) => {
  const me = useLoaded<Me>('/me');
  return (
    <>
      <Pages at={view} />
      <h1>{title}</h1>
      <Loaded of={me}>
        {(known) => (
          <OneOf units={unitsOf(known)} none={t('desk.no-unit')}>
            {children}
          </OneOf>
        )}
      </Loaded>
    </>
  );
};

/** The page that the public sees of it. */
export const PublicPage = ({ at }: { at: string }) => (
  <p>
    <a href={`${at}?lang=${t.language}`}>{t('desk.public')}</a>
  </p>
);
