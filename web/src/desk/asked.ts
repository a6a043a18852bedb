import { language } from './text.ts';

/** A search stands in the address: it can be kept under a name, and sent to a colleague. */

export type Search = Record<string, string>;

const FILTERS = ['q', 'type', 'unit', 'state', 'from', 'to'] as const;

/** What the address of this page asks for; nothing where it asks for nothing. */
export const askedHere = (): Search => {
  const here = new URLSearchParams(location.search);
  return Object.fromEntries(FILTERS.flatMap((name) => (here.get(name) ? [[name, here.get(name) as string]] : [])));
};

export const isAsked = (search: Search): boolean => Object.keys(search).length > 0;

/** The search as the API is asked. */
export const queryOf = (search: Search): string => String(new URLSearchParams({ ...search, lang: language }));

/** The search as this page's address has it; the same search, the same address. */
export const addressOf = (search: Search): string => {
  const said = FILTERS.flatMap((name) => (search[name] ? [[name, search[name] as string]] : []));
  return `?${new URLSearchParams(said)}`;
};
