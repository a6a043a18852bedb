import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { asked, pathTo, type Unit } from '../community/place.tsx';
import { Loaded, useLoaded } from '../loaded.tsx';
import { Choice } from '../pieces.tsx';
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
      <Loaded of={me}>{(known) => <OfUnit units={unitsOf(known)}>{children}</OfUnit>}</Loaded>
    </>
  );
};

const OfUnit = ({ units, children }: { units: Unit[]; children: InUnitProps['children'] }) => {
  const named = units.find((u) => u.id === asked('unit'));
  const [unit, setUnit] = useState((named ?? units[0])?.id);
  if (unit === undefined) return <p>{t('desk.no-unit')}</p>;
  return (
    <>
      {units.length > 1 && (
        <Choice
          id="unit"
          label={t('desk.unit')}
          options={units.map((u) => [u.id, u.name])}
          value={unit}
          choose={setUnit}
        />
      )}
      <div key={unit}>{children(unit)}</div>
    </>
  );
};

/** The page that the public sees of it. */
export const PublicPage = ({ at }: { at: string }) => (
  <p>
    <a href={`${at}?lang=${t.language}`}>{t('desk.public')}</a>
  </p>
);
