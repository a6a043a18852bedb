/** Parts of a record (animals `a1`, `a2`, …) named together, in an address, a mail's link or a sentence: `a1-a50,a52`. */

/**
 * So many parts one record has at most. Each takes about half a KB of it and of its index entry, so that a record of 200 can
 * still hold what is said of them, and a step of all of them is read, decided and written in well under a second.
 */
export const MOST_PARTS = 200;

const ONE = /^([a-z])(\d{1,4})$/;

const next = (id: string): string => id.replace(/\d+$/, (n) => String(Number(n) + 1));

/** The ids in the order they are in, those that follow each other as one: `a1-a50,a52`. */
export const rangesOf = (ids: string[], separator = ','): string => {
  const ranges: [first: string, last: string][] = [];
  for (const id of ids) {
    const running = ranges.at(-1);
    if (running && next(running[1]) === id) running[1] = id;
    else ranges.push([id, id]);
  }
  return ranges.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join(separator);
};

/** The ids that were named, each once; undefined where that names none, or more than a record can have. */
export const idsIn = (named: string): string[] | undefined => {
  const found = new Set<string>();
  for (const range of named.split(',')) {
    const [first = '', last = first] = range.trim().split('-');
    const [, letter, from] = ONE.exec(first) ?? [];
    const [, sameLetter, to] = ONE.exec(last) ?? [];
    if (letter === undefined || letter !== sameLetter || Number(to) - Number(from) >= MOST_PARTS) return undefined;
    for (let n = Number(from); n <= Number(to); n++) found.add(`${letter}${n}`);
  }
  return found.size > 0 && found.size <= MOST_PARTS ? [...found] : undefined;
};
