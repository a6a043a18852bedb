import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type InputOptions, type OutputChunk, type OutputOptions, rolldown } from 'rolldown';
import { BUILT, META, type Size } from './built.ts';
import { functionNames, functions } from './functions.ts';

const MAPS = '.build/maps';

/** What is read at once stands in one file: each file more costs a cold start, and a function has dozens of lazy parts. */
const codeSplitting: OutputOptions['codeSplitting'] = { groups: [{ name: 'start', tags: ['$initial'] }] };

const input = {
  platform: 'node',
  treeshake: true,
  logLevel: 'silent',
  resolve: { mainFields: ['module', 'main'], conditionNames: ['module', 'import', 'node'] },
  transform: { target: 'node24', define: { 'process.env.NODE_ENV': '"production"' } },
} satisfies InputOptions;

const output = {
  format: 'esm',
  minify: true,
  comments: { legal: false },
  entryFileNames: 'index.mjs',
  chunkFileNames: 'chunk-[hash].mjs',
  codeSplitting,
} satisfies OutputOptions;

/** One entry's files as they are deployed, the first of them `index.mjs`; measurements bundle what they compare with alike. */
export const bundled = async (entry: string, sourcemap: OutputOptions['sourcemap'] = false): Promise<OutputChunk[]> => {
  const build = await rolldown({ ...input, input: { index: entry } });
  try {
    const { output: files } = await build.generate({ ...output, sourcemap });
    return files.filter((f) => f.type === 'chunk');
  } finally {
    await build.close();
  }
};

/**
 * Builds every function into a folder of its own and writes their sizes to `meta.json`; the same sources give the same bytes.
 * One entry after the other: a build uses all processors by itself, and thirty at once need four gigabytes.
 */
const bundleAll = async (): Promise<Map<string, Size>> => {
  const sizes = new Map<string, Size>();
  for (const [entry, names] of Map.groupBy(functionNames, (name) => functions[name].entry)) {
    const chunks = await bundled(entry, 'hidden');
    for (const name of names) sizes.set(name, await write(name, chunks));
  }
  await put(META, JSON.stringify(Object.fromEntries(functionNames.map((name) => [name, sizes.get(name)])), null, 2));
  return sizes;
};

const write = async (name: string, chunks: OutputChunk[]): Promise<Size> => {
  const code = new Map(chunks.map((c) => [c.fileName, Buffer.from(c.code)]));
  const maps = new Map(chunks.map((c) => [`${c.fileName}.map`, Buffer.from(c.map?.toString() ?? '')]));
  await replaceFolder(join(BUILT, name), code);
  await replaceFolder(join(MAPS, name), maps);
  const size = (files: Iterable<string>) => sum([...files].map((f) => code.get(f)?.length ?? 0));
  return { bytes: size(code.keys()), startBytes: size(atStart(chunks, 'index.mjs')) };
};

/** The files that loading one of them loads at once. */
const atStart = (chunks: OutputChunk[], file: string, seen = new Set<string>()): Set<string> => {
  const chunk = chunks.find((c) => c.fileName === file);
  if (chunk && !seen.has(file)) {
    seen.add(file);
    for (const next of chunk.imports) atStart(chunks, next, seen);
  }
  return seen;
};

/** Makes `folder` hold exactly these files. Nothing is emptied first, so another synth may read it meanwhile. */
const replaceFolder = async (folder: string, wanted: Map<string, Buffer>): Promise<void> => {
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
  for (const [name, { bytes, startBytes }] of await bundleAll())
    console.log(`${name}: ${startBytes} bytes at start, ${bytes} in all`);
