import { type Addressee, distinct, holdersOf, inHandOf, without } from '../cases/people.ts';
import type { HelpData } from './schema.ts';

/** Who is written to about help at a station. */

export type Level = 'post' | 'keeper' | 'union';

/** Whoever can be reached at a post. */
export const postOf = async ({ post }: Pick<HelpData, 'post'>): Promise<Addressee[]> =>
  post === undefined ? [] : holdersOf(post, 'responder', 'worker', 'official');

/** Those who keep the station; its leaders too, unless they are the very ones who are asked last. */
const keeperOf = ({ keeper, unit, union }: HelpData): Promise<Addressee[]> => {
  const leaders = keeper === union ? [] : (['official', 'first-secretary'] as const);
  return holdersOf(keeper ?? unit, 'worker', 'responder', ...leaders);
};

const unionOf = ({ union, bureau }: HelpData): Promise<Addressee[]> =>
  holdersOf(union ?? bureau, 'official', 'approver');

/** Who is asked to accept at a level: whoever was asked before is not asked again, unless nobody else is left. */
export const askedAt = async (level: Level, data: HelpData): Promise<Addressee[]> => {
  const [post, keeper, union] = await Promise.all([postOf(data), keeperOf(data), unionOf(data)]);
  switch (level) {
    case 'post':
      return post;
    case 'keeper':
      return without(keeper, post);
    case 'union':
      return without(union, [...post, ...keeper]);
  }
};

const UP_TO: Record<Level, Level[]> = {
  post: ['post'],
  keeper: ['post', 'keeper'],
  union: ['post', 'keeper', 'union'],
};

/** Everybody who had been asked when it was at a level. */
export const askedUpTo = async (level: Level, data: HelpData): Promise<Addressee[]> =>
  distinct((await Promise.all(UP_TO[level].map((l) => askedAt(l, data)))).flat());

/** Whoever has it in hand; while nobody has, those who keep the station. */
export const handlersOf = async (data: HelpData): Promise<Addressee[]> => inHandOf(data, await keeperOf(data));
