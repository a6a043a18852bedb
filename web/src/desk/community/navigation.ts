import { get } from '../api.ts';
import type { Me } from '../views.ts';
import { communitiesOf } from './place.tsx';

/** Which sections of the desk stand in its navigation: those that the person's roles have to do with. */

const SHOWN = 'kora.sections';

/** As the API has it: whoever approves, pays or keeps books has rewards. */
const REWARDING = ['official', 'approver', 'admin'];

/** The sections by name; `tip-officer` alone sees no cases. */
export const sectionsOf = (me: Me): string[] => [
  ...(communitiesOf(me).length > 0 ? ['duty', 'rota', 'journal'] : []),
  ...(me.roles.some((r) => r.role !== 'tip-officer') ? ['queue'] : []),
  ...(me.roles.length > 0 ? ['notices'] : []),
  ...(me.roles.some((r) => REWARDING.includes(r.role)) ? ['rewards'] : []),
  ...(me.roles.some((r) => r.role === 'tip-officer') ? ['tips'] : []),
  'me',
];

/** Whether the person's units keep stations; asked once a session and person. */
const keepsStations = async ({ email }: Me): Promise<boolean> => {
  const kept = `kora.stations.${email}`;
  const known = sessionStorage.getItem(kept);
  if (known) return known === 'yes';
  const { stations } = await get<{ stations: unknown[] }>('/stations/kept');
  sessionStorage.setItem(kept, stations.length > 0 ? 'yes' : 'no');
  return stations.length > 0;
};

const show = (sections: string[]): void => {
  for (const link of document.querySelectorAll<HTMLElement>('[data-section]'))
    link.hidden = !sections.includes(link.dataset.section ?? '');
};

/** Shows what was shown on the page before at once, and what is right as soon as it is known. */
export const showSections = async (): Promise<void> => {
  const before = sessionStorage.getItem(SHOWN);
  if (before) show(before.split(' '));
  try {
    const me = await get<Me>('/me');
    const sections = [...sectionsOf(me), ...((await keepsStations(me)) ? ['stations'] : [])];
    sessionStorage.setItem(SHOWN, sections.join(' '));
    show(sections);
  } catch {
    // Not signed in, or no network: the page itself says so
  }
};
