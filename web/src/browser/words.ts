import { fill } from '../../../shared/i18n.ts';

/** The page's words for its script, in the page's language: data that the build wrote beside it. */
const known: Record<string, string> = JSON.parse(document.getElementById('words')?.textContent ?? '{}');

export const say = (key: string, values: Record<string, string | number> = {}): string =>
  fill(known[key] ?? key, values);

export const pageLanguage = (): string => document.documentElement.lang.slice(0, 2);

/** An element with properties and children; text stays text. */
export const element = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};
