import { globSync, readFileSync } from 'node:fs';
import { basename, posix, sep } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { functionNames, functions } from '../../infra/functions.ts';

/**
 * Which file may import which. The arrows are esbuild's: resolved, with dynamic imports, without those of types alone,
 * which are gone when the code runs.
 */

interface Arrow {
  from: string;
  to: string;
  lazy: boolean;
}

const SOURCES = ['functions/**/*.ts', 'shared/**/*.ts', 'infra/**/*.ts', 'web/src/**/*.{ts,tsx}'];

const arrowsOf = async (entryPoints: string[], absWorkingDir = process.cwd()): Promise<Arrow[]> => {
  const { metafile } = await build({
    entryPoints,
    absWorkingDir,
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
    loader: { '.css': 'empty', '.svg': 'empty' },
    outdir: 'out',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return arrowsIn(metafile);
};

const arrowsIn = ({ inputs }: Metafile): Arrow[] =>
  Object.entries(inputs).flatMap(([from, { imports }]) =>
    imports.map((i) => ({ from, to: i.path, lazy: i.kind === 'dynamic-import' })),
  );

const shown = ({ from, to }: Arrow): string => `${from} → ${to}`;

/** `functions/wildlife/species/lookup.ts` belongs to `functions/wildlife`. */
const capability = (file: string): string | undefined => /^functions\/[^/]+/.exec(file)?.[0];

/** What a capability keeps to itself: its store, its routes and jobs, and whatever a function begins with. */
const ENTRIES = new Set<string>(functionNames.map((name) => functions[name].entry));
const isInner = (file: string): boolean => /^(api|jobs|store)\.ts$/.test(basename(file)) || ENTRIES.has(file);

const isPure = (file: string): boolean => /^functions\/.*\b(rules|machine|messages|schema|settings)\.ts$/.test(file);
const PURE_PACKAGES = ['zod', 'xstate', 'temporal-polyfill', 'libphonenumber-js/core'];

/** Everything a file reaches, itself included; packages by name. */
const reach = (arrows: Arrow[], file: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const a of arrows) if (a.from === file) reach(arrows, a.to, seen);
  return seen;
};

const isPackage = (arrows: Arrow[], name: string): boolean =>
  !arrows.some((a) => a.from === name) && !/\.(tsx?|json)$/.test(name);

/** Rings of files that need each other before any of them can begin. */
const cycles = (all: Arrow[]): string[] => {
  const arrows = all.filter((a) => !a.lazy);
  return [...new Set(arrows.map((a) => a.from))].filter((file) =>
    arrows.some((a) => a.from === file && reach(arrows, a.to).has(file)),
  );
};

const between = (arrows: Arrow[], forbidden: (a: Arrow) => boolean): string[] => arrows.filter(forbidden).map(shown);

const rules = {
  'shared imports nothing from functions, infra or web': (arrows: Arrow[]) =>
    between(arrows, (a) => a.from.startsWith('shared/') && /^(functions|infra|web)\//.test(a.to)),
  'functions import nothing from infra or web': (arrows: Arrow[]) =>
    between(arrows, (a) => a.from.startsWith('functions/') && /^(infra|web)\//.test(a.to)),
  'no capability imports another one’s api, jobs, store or entries': (arrows: Arrow[]) =>
    between(
      arrows,
      (a) =>
        Boolean(capability(a.from) && capability(a.to)) && isInner(a.to) && capability(a.to) !== capability(a.from),
    ),
  'rules, statecharts, schemas, settings and messages reach pure packages only: no SDK, no environment, no network': (
    arrows: Arrow[],
  ) =>
    [...new Set(arrows.map((a) => a.from))]
      .filter(isPure)
      .flatMap((file) =>
        [...reach(arrows, file)]
          .filter(
            (to) => (isPackage(arrows, to) && !PURE_PACKAGES.includes(to)) || /^shared\/(env|table|log)\.ts$/.test(to),
          )
          .map((to) => shown({ from: file, to, lazy: false })),
      ),
  'pages reach no SDK': (arrows: Arrow[]) =>
    [...new Set(arrows.map((a) => a.from))]
      .filter((file) => file.startsWith('web/'))
      .flatMap((file) =>
        [...reach(arrows, file)]
          .filter((to) => /^@aws|^@middy/.test(to))
          .map((to) => shown({ from: file, to, lazy: false })),
      ),
  'nothing imports from test': (arrows: Arrow[]) => between(arrows, (a) => a.to.startsWith('test/')),
  'no cycles': cycles,
};

/** Files by a pattern, named with slashes on every platform. */
const filesLike = (pattern: string): string[] => globSync(pattern).map((file) => file.replaceAll(sep, posix.sep));

describe('the arrows between files', () => {
  let arrows: Arrow[];
  beforeAll(async () => {
    arrows = await arrowsOf(SOURCES.flatMap(filesLike));
  });

  test.each(Object.entries(rules))('%s', (_, violations) => expect(violations(arrows)).toEqual([]));

  test('rules and statecharts ask neither clock, chance nor environment', () => {
    const asks = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bimport\b[^;]*\bnow\b[^;]*time\.ts/;
    const files = filesLike('functions/**/{rules,machine}.ts');
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => asks.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

describe('the check itself', () => {
  const arrow = (from: string, to: string): Arrow => ({ from, to, lazy: false });
  const wrong: [keyof typeof rules, Arrow[]][] = [
    ['shared imports nothing from functions, infra or web', [arrow('shared/http.ts', 'functions/cases/api.ts')]],
    ['functions import nothing from infra or web', [arrow('functions/cases/api.ts', 'infra/table.ts')]],
    [
      'no capability imports another one’s api, jobs, store or entries',
      [arrow('functions/cases/act.ts', 'functions/rewards/store.ts')],
    ],
    [
      'rules, statecharts, schemas, settings and messages reach pure packages only: no SDK, no environment, no network',
      [arrow('functions/cases/rules.ts', 'shared/auth.ts'), arrow('shared/auth.ts', '@aws-sdk/client-dynamodb')],
    ],
    [
      'pages reach no SDK',
      [arrow('web/src/form.ts', 'shared/table.ts'), arrow('shared/table.ts', '@aws-sdk/lib-dynamodb')],
    ],
    ['nothing imports from test', [arrow('shared/http.ts', 'test/support/app.ts')]],
    ['no cycles', [arrow('shared/a.ts', 'shared/b.ts'), arrow('shared/b.ts', 'shared/a.ts')]],
  ];

  test.each(wrong)('it sees a breach of: %s', (rule, arrows) => expect(rules[rule](arrows)).not.toEqual([]));

  test('it sees the imports there are, dynamic ones too, and not those of types', async () => {
    const found = (await arrowsOf(['shared/http.ts'])).map(shown);
    expect(found).toContain('shared/http.ts → shared/errors.ts');
    expect(found).toContain('shared/http.ts → shared/page.ts');
    expect(found).not.toContain('shared/http.ts → shared/route.ts');
  });
});
