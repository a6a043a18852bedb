import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type BuildOptions, build, type Metafile, type OutputFile } from 'esbuild';
import { functionNames, functions } from './functions.ts';

/** Where the built functions lie: `<name>/index.mjs` with its lazy chunks beside it. */
export const BUILT = '.build/functions';
const MAPS = '.build/maps';

/** CommonJS packages inside an ES module ask for Node's own modules through `require`. */
const REQUIRE = "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);";

/** How functions are bundled; measurements bundle what they compare with in the same way. */
export const options = {
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
  metafile: true,
  logLevel: 'silent',
} satisfies BuildOptions;

export interface Built {
  name: string;
  /** Bytes of all files that are deployed. */
  bytes: number;
  /** Bytes of those that a cold start reads: the entry and what it imports at once. */
  startBytes: number;
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
  const { outputFiles, metafile } = await build({
    ...options,
    write: false,
    entryPoints: { index: entry },
    outdir: folder,
  });
  const code = outputFiles.filter((f) => !f.path.endsWith('.map'));
  const maps = outputFiles.filter((f) => f.path.endsWith('.map'));
  await replaceFolder(folder, folder, code);
  await replaceFolder(join(MAPS, name), folder, maps);
  const start = atStart(metafile, join(folder, 'index.mjs'));
  return {
    name,
    bytes: sum(code.map((f) => f.contents.length)),
    startBytes: sum(start.map((f) => metafile.outputs[f]?.bytes ?? 0)),
  };
};

/** The output files that loading one of them loads at once. */
const atStart = ({ outputs }: Metafile, file: string, seen = new Set<string>()): string[] => {
  if (!seen.has(file)) {
    seen.add(file);
    for (const i of outputs[file]?.imports ?? [])
      if (i.kind === 'import-statement' && !i.external) atStart({ outputs, inputs: {} }, i.path, seen);
  }
  return [...seen];
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
  for (const { name, bytes, startBytes } of await bundle())
    console.log(`${name}: ${startBytes} bytes at start, ${bytes} in all`);
