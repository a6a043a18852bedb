import { startOfDay } from '../../shared/calendar.ts';
import type { Language } from '../../shared/fields.ts';
import { addDays } from '../../shared/time.ts';
import { areaName, areasUnder } from '../directory/areas.ts';
import type { BulletinScope, TypeBulletin } from './bulletin-figures.ts';
import type { CaseType } from './case-type.ts';
import { arrivedIn } from './nearby.ts';
import { wordsOf } from './track.ts';

/** The figures of a type in an area, with the sentences of a notice in each language. One query a county. */
export const bulletinOf = async (
  type: CaseType,
  bulletin: TypeBulletin,
  area: string,
  from: string,
  to: string,
  language: Language,
) => {
  const counties = await countiesOf(area);
  const end = startOfDay(addDays(to, 1));
  const found = (await Promise.all(counties.map((c) => arrivedIn(type.type, c, startOfDay(from), end)))).flat();
  const facts = found.map((f) => f.facts).filter((f) => String(f.area).startsWith(area));
  const scope = {
    name: await areaName(area, language),
    from,
    to,
    areaName: await namesFor(facts.map((f) => String(f.area))),
  };
  const tell = async (l: Language): Promise<string[]> => {
    const t = wordsOf(type, l);
    return bulletin.sentences(bulletin.figures(facts, scope, t), { ...scope, name: await areaName(area, l) }, t);
  };
  const figures = bulletin.figures(facts, scope, wordsOf(type, language));
  const sentences = { zh: await tell('zh'), bo: await tell('bo'), en: await tell('en') };
  return { type: type.type, area: { code: area, name: scope.name }, from, to, figures, sentences };
};

/** The counties whose index partitions hold an area's cases: its own for a county or township, all below for more. */
const countiesOf = async (area: string): Promise<string[]> => {
  if (area.length >= 6) return [area.slice(0, 6)];
  const below = await areasUnder(area);
  return area.length === 4
    ? below.map((a) => a.code)
    : (await Promise.all(below.map((a) => countiesOf(a.code)))).flat();
};

const namesFor = async (codes: string[]): Promise<BulletinScope['areaName']> => {
  const names = new Map(await Promise.all([...new Set(codes)].map(async (c) => [c, await areaName(c)] as const)));
  return (code) => names.get(code) ?? code;
};
