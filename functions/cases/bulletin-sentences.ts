import type { Translate, Words } from '../../shared/i18n.ts';
import type { BulletinScope, Table, TypeBulletin } from './bulletin-figures.ts';

/** The figures as a notice tells them. What is nothing is not told. */

export type Numbers = Record<string, number | undefined>;

/** `by-month` for `byMonth`. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

/** What people are told of a sum in fen: yuan, under a name without its unit. */
export const inYuan = (name: string, fen: number) => ({ name: name.replace(/Fen$/, ''), yuan: fen / 100 });

/** A name within a phrase: the stroke that ends a Tibetan one stands at the phrase's end only. */
const within = (name: string): string => name.replace(/།$/, '');

/** What the bulletin of an area is called. */
export const titleOf = (area: string, t: Translate): string => t('bulletin.title', { area: within(area) });

/** A clause is told where what it is named after is not nothing, and a sentence where its first clause is. */
export const sentencesOf = (
  bulletin: TypeBulletin,
  { numbers, tallies }: { numbers: Numbers; tallies: Table[] },
  { from, to, name: area }: BulletinScope,
  t: Translate,
): string[] => {
  if (numbers.cases === 0) return [];
  const words: Words = { from, to, area: within(area), ...told(bulletin, numbers), ...listed(tallies, t) };
  const isTold = (clause: string | undefined) => Boolean(words[String(clause).split('.')[0] ?? '']);
  const say = (clauses: string[]) => clauses.filter(isTold).map((c) => t(`notice.${kebab(c)}`, words));
  const sentences = [...bulletin.sentences(words), ['openCases']].filter(([first]) => isTold(first));
  return sentences.map((clauses) => say(clauses).join('') + t('notice.stop'));
};

const told = ({ numbers: measures }: TypeBulletin, numbers: Numbers): Words =>
  Object.fromEntries(
    Object.entries(numbers).map(([name, value = 0]): [string, number] => {
      if (measures[name]?.unit !== 'fen') return [name, value];
      const sum = inYuan(name, value);
      return [sum.name, sum.yuan];
    }),
  );

/** Each tally in words, as `4 released, 2 dead`, and how many it counts. */
const listed = (tallies: Table[], t: Translate): Words => {
  const list = ({ name, rows }: Table) => {
    const own = `notice.part.${kebab(name)}`;
    const part = t.has(own) ? own : 'notice.part';
    const told = rows.map((r) =>
      t(part, { what: within(t(`notice.what.${r.code}`, { count: r.values[0] ?? 0 })), count: r.values[0] ?? 0 }),
    );
    return told.join(t('notice.comma'));
  };
  const counted = ({ rows }: Table) => rows.reduce((n, r) => n + (r.values[0] ?? 0), 0);
  return Object.fromEntries(
    tallies.flatMap((tally): [string, string | number][] => [
      [tally.name, list(tally)],
      [`${tally.name}Count`, counted(tally)],
    ]),
  );
};
