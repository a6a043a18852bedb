/** What an expression is made of: names, `#names`, `:values`, numbers, comparators and signs, in their order. */
export const tokensOf = (expression: string): string[] => expression.match(TOKEN) ?? [];

const TOKEN = /[#:]?[A-Za-z0-9_]+|<>|<=|>=|[=<>+\-(),.[\]]/g;

const WORDS = ['AND', 'OR', 'NOT', 'BETWEEN', 'IN'];
const CLAUSES = ['SET', 'REMOVE', 'ADD', 'DELETE'];
export const COMPARATORS = ['=', '<>', '<', '<=', '>', '>='];

export const isWord = (token: string | undefined, word: string): boolean => token?.toUpperCase() === word;

/** Whether the token at this place begins an attribute's path: not a function, a word of the language, or a part of a path. */
const isTopLevel = (tokens: string[], i: number): boolean => {
  const token = tokens[i] ?? '';
  const isName = /^[#A-Za-z_]/.test(token) && ![...WORDS, ...CLAUSES].includes(token.toUpperCase());
  return isName && tokens[i + 1] !== '(' && tokens[i - 1] !== '.';
};

/** The attributes that an expression speaks of, by their own names. */
export const attributesIn = (tokens: string[], names: Record<string, string>): string[] =>
  tokens.filter((_, i) => isTopLevel(tokens, i)).map((token) => names[token] ?? token);

/** So many operators and functions: an `AND` between the bounds of a `BETWEEN` is none. */
export const operatorsIn = (tokens: string[]): number => {
  const counted = tokens.filter((token, i) => {
    const isFunction = /^[a-z]/i.test(token) && tokens[i + 1] === '(' && !WORDS.includes(token.toUpperCase());
    return isFunction || COMPARATORS.includes(token) || WORDS.includes(token.toUpperCase());
  });
  return counted.length - tokens.filter((token) => isWord(token, 'BETWEEN')).length;
};

/** The same of an update, where `=` belongs to its clause. */
export const updateOperatorsIn = (tokens: string[]): number =>
  tokens.filter((token, i) => token === '+' || token === '-' || (/^[a-z]/i.test(token) && tokens[i + 1] === '('))
    .length;
