import { startOfDay } from '../../shared/calendar.ts';
import type { Language } from '../../shared/fields.ts';
import { addDays } from '../../shared/time.ts';
import { areaName, areasUnder } from '../directory/areas.ts';
import type { BulletinScope, BulletinView, TypeBulletin } from './bulletin-figures.ts';
import { type Told, tell } from './bulletin-told.ts';
import type { CaseType } from './case-type.ts';
import { arrivedIn } from './nearby.ts';
import { wordsOf } from './track.ts';

/** What a type's bulletin says of an area, and how it is shown in a language. */
export interface AreaBulletin {
  view: BulletinView;
  shown: Told;
}

/** The figures of a type in an area, with the sentences of a notice in each language. One query a county. */
export const bulletinOf = async (
  type: CaseType,
  bulletin: TypeBulletin,
  area: string,
  from: string,
  to: string,
  language: Language,
): Promise<AreaBulletin> => {
  const counties = await countiesOf(area);
  const end = startOfDay(addDays(to, 1));
  const found = (await Promise.all(counties.map((c) => arrivedIn(type.type, c, startOfDay(from), end)))).flat();
  const facts = found.map((f) => f.facts).filter((f) => String(f.area).startsWith(area));
  const told = async (l: Language): Promise<Told> => {
    const scope = { name: await areaName(area, l), from, to, areaName: await namesFor(facts, l) };
    return tell(bulletin, facts, scope, wordsOf(type, l));
  };
  const [zh, bo, en] = await Promise.all([told('zh'), told('bo'), told('en')]);
  const shown = { zh, bo, en }[language];
  const sentences = { zh: zh.sentences, bo: bo.sentences, en: en.sentences };
  const about = { type: type.type, area: { code: area, name: await areaName(area, language) }, from, to };
  return { view: { ...about, sentences, ...shown.figures }, shown };
};

/** The counties whose index partitions hold an area's cases: its own for a county or township, all below for more. */
const countiesOf = async (area: string): Promise<string[]> => {
  if (area.length >= 6) return [area.slice(0, 6)];
  const below = await areasUnder(area);
  return area.length === 4
    ? below.map((a) => a.code)
    : (await Promise.all(below.map((a) => countiesOf(a.code)))).flat();
};

const namesFor = async (facts: Record<string, unknown>[], language: Language): Promise<BulletinScope['areaName']> => {
  const codes = [...new Set(facts.map((f) => String(f.area)))];
  const names = new Map(await Promise.all(codes.map(async (c) => [c, await areaName(c, language)] as const)));
  return (code) => names.get(code) ?? code;
};
