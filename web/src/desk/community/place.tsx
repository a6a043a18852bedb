import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Loaded, useLoaded } from '../loaded.tsx';
import { OneOf } from '../one-of.tsx';
import { deskPath } from '../text.ts';
import type { Me } from '../views.ts';
import { t } from './text.ts';

/** Where a page of the community is: whose pages they are, and the way from each to the others. */

/** As the API has it: workers and first secretaries are inside a community. */
const INSIDE = ['worker', 'first-secretary'];

export type Unit = Me['roles'][number]['unit'];

/** The communities that somebody belongs to. */
export const communitiesOf = ({ roles }: Me): Unit[] => [
  ...new Map(roles.filter((r) => INSIDE.includes(r.role)).map((r) => [r.unit.id, r.unit])).values(),
];

export const isFirst = ({ roles }: Me, unit: string): boolean =>
  roles.some((r) => r.unit.id === unit && r.role === 'first-secretary');

/** A page of the community, with what it is about in its address. */
export const pathTo = (view: string, about: Record<string, string> = {}): string => {
  const query = new URLSearchParams(about).toString();
  return deskPath(`${view}/${query && `?${query}`}`);
};

const PAGES = [
  'duty',
  'rota',
  'meeting',
  'tasks',
  'visits',
  'journal',
  'weekly',
  'rectifications',
  'mentors',
  'activities',
  'record',
];

/** The community's pages, one beside the other; the present one in sight. */
export const Pages = ({ at }: { at: string }) => {
  const strip = useRef<HTMLElement>(null);
  useEffect(
    () => strip.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }),
    [],
  );
  return (
    <nav class="strip" ref={strip} aria-label={t('desk.community')}>
      {PAGES.map((p) => (
        <a key={p} href={pathTo(p)} aria-current={p === at ? 'page' : undefined}>
          {t(`desk.${p}`)}
        </a>
      ))}
    </nav>
  );
};

export interface Place {
  me: Me;
  unit: string;
}

interface InCommunityProps {
  view: string;
  title?: string;
  children: (place: Place) => ComponentChildren;
}

/** A page of one of my communities: the one in its address, or else the first. */
export const InCommunity = ({ view, title, children }: InCommunityProps) => {
  const me = useLoaded<Me>('/me');
  return (
    <>
      <Pages at={view} />
      {title && <h1>{title}</h1>}
      <Loaded of={me}>{(known) => <OfUnit me={known}>{children}</OfUnit>}</Loaded>
    </>
  );
};

const OfUnit = ({ me, children }: { me: Me; children: InCommunityProps['children'] }) => (
  <OneOf units={communitiesOf(me)} none={t('desk.no-community')}>
    {(unit) => children({ me, unit })}
  </OneOf>
);
