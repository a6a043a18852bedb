import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type BuildOptions, build, type OutputFile } from 'esbuild';
import { functionNames, functions } from './functions.ts';

/** Where the built functions lie: `<name>/index.mjs` with its lazy chunks beside it. */
export const BUILT = '.build/functions';
const MAPS = '.build/maps';

/** CommonJS packages inside an ES module ask for Node's own modules through `require`. */
const REQUIRE = "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);";

const options = {
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  minify: true,
  treeShaking: true,
  charset: 'utf8',
  legalComments: 'none',
  sourcemap: 'external',
  sourcesContent: false,
  mainFields: ['module', 'main'],
  conditions: ['module', 'import', 'node'],
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: { js: REQUIRE },
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunk-[hash]',
  loader: { '.json': 'json' },
  logLevel: 'warning',
} satisfies BuildOptions;

export interface Built {
  name: string;
  /** Bytes of all files that are deployed, and of the one that is loaded at a cold start. */
  bytes: number;
  entryBytes: number;
}

/** Builds every function into a folder of its own and writes their sizes to `meta.json`; the same sources give the same bytes. */
export const bundle = async (): Promise<Built[]> => {
  const built = await Promise.all(functionNames.map((name) => bundleOne(name, functions[name].entry)));
  const sizes = Object.fromEntries(built.map(({ name, ...size }) => [name, size]));
  await put(join(BUILT, 'meta.json'), JSON.stringify(sizes, null, 2));
  return built;
};

const bundleOne = async (name: string, entry: string): Promise<Built> => {
  const folder = join(BUILT, name);
  if (!existsSync(entry)) return unwritten(name, entry, folder);
  const attempt = await build({
    ...options,
    logLevel: 'silent',
    write: false,
    entryPoints: { index: entry },
    outdir: folder,
  }).catch((e: Error) => e);
  if (attempt instanceof Error) return (console.warn(attempt.message), unwritten(name, entry, folder));
  const { outputFiles } = attempt;
  const code = outputFiles.filter((f) => !f.path.endsWith('.map'));
  const maps = outputFiles.filter((f) => f.path.endsWith('.map'));
  await replaceFolder(folder, folder, code);
  await replaceFolder(join(MAPS, name), folder, maps);
  const index = code.find((f) => f.path.endsWith('index.mjs'));
  return { name, bytes: sum(code.map((f) => f.contents.length)), entryBytes: index?.contents.length ?? 0 };
};

const unwritten = async (name: string, entry: string, folder: string): Promise<Built> => {
  console.warn(`${entry} is not there yet`);
  await put(
    join(folder, 'index.mjs'),
    `export const handler = async () => { throw new Error('${entry} is not there yet'); };`,
  );
  return { name, bytes: 0, entryBytes: 0 };
};

/** Makes `folder` hold exactly these files. Nothing is emptied first, so another synth may read it meanwhile. */
const replaceFolder = async (folder: string, builtAs: string, files: OutputFile[]): Promise<void> => {
  const wanted = new Map(files.map((f) => [relative(builtAs, f.path), f.contents]));
  await Promise.all([...wanted].map(([file, contents]) => put(join(folder, file), contents)));
  const present = existsSync(folder) ? await readdir(folder) : [];
  await Promise.all(
    present.filter((file) => !wanted.has(file)).map((file) => rm(join(folder, file), { recursive: true, force: true })),
  );
};

const put = async (path: string, contents: string | Uint8Array): Promise<void> => {
  const bytes = Buffer.from(contents);
  if (existsSync(path) && bytes.equals(await readFile(path))) return;
  await mkdir(dirname(path), { recursive: true });
  const draft = join(dirname(dirname(path)), `.${process.pid}-${Math.random().toString(36).slice(2)}`);
  await writeFile(draft, bytes);
  await rename(draft, path);
};

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);

if (import.meta.main)
  for (const { name, bytes, entryBytes } of await bundle())
    console.log(`${name}: ${entryBytes} bytes at start, ${bytes} in all`);
