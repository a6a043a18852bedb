import type { Catalogue } from '../../shared/i18n.ts';

/** The texts of a catalogue whose keys begin with `from`, under keys that begin with `to`. */
export const renamed = (catalogue: Catalogue, from: string, to: string): Catalogue =>
  Object.fromEntries(
    Object.entries(catalogue)
      .filter(([key]) => key.startsWith(from))
      .map(([key, texts]) => [to + key.slice(from.length), texts]),
  );
