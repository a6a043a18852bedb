import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';

/** The list of what a phone keeps, so that the public site opens without a network. */

const PAGES = ['', 'report/', 'report/*/', 'status/', 'privacy/', 'accessibility/'].map((path) => `${path}index.html`);

/** Writes `offline.json` into a built site: the pages (Chinese; other languages have the same) and all they are made of. */
export const writeOfflineList = async (folder: string): Promise<void> => {
  const files = globSync(PAGES, { cwd: folder })
    .map((file) => file.replaceAll(sep, posix.sep))
    .sort();
  const parts = new Set<string>();
  for (const file of files) await gather(folder, `/${file}`, parts);
  const pages = files.map((file) => `/${file.replace(/index\.html$/, '')}`);
  await writeFile(join(folder, 'offline.json'), JSON.stringify({ pages, parts: [...parts].sort() }));
};

/** What a file names: of a page its sheets, scripts and pictures, of a script those it imports, of a sheet its pictures. */
const NAMED = [
  /\b(?:src|href)="(\/[\w./-]+\.(?:css|js|svg|json))"/g,
  /\b(?:from|import)\s*\(?["`](\.\/[\w.-]+\.js)["`]/g,
  /\burl\("?(\/[\w./-]+)"?\)/g,
];

const gather = async (folder: string, file: string, parts: Set<string>): Promise<void> => {
  const content = await readFile(join(folder, file), 'utf8');
  const names = NAMED.flatMap((pattern) => [...content.matchAll(pattern)].map(([, name = '']) => name));
  for (const name of names) {
    const part = posix.resolve(posix.dirname(file), name);
    if (parts.has(part)) continue;
    parts.add(part);
    await gather(folder, part, parts);
  }
};
