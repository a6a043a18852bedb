import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { BUILT, bundle } from '../../infra/built.ts';
import { bundled } from '../../infra/bundle.ts';
import type { FunctionName } from '../../infra/functions.ts';
import type { Row } from './row.ts';

/** The file of a function as it is deployed. */
export const fileOf = (name: FunctionName): string => resolve(BUILT, name, 'index.mjs');

const OWN = resolve('.build/bench');

/** A file of this folder, bundled as the functions are. */
export const ownFile = (name: string): string => join(OWN, name, 'index.mjs');

/** Bundles a file of this folder as the functions are bundled. */
export const bundleOwn = async (name: string): Promise<void> => {
  await mkdir(join(OWN, name), { recursive: true });
  for (const { fileName, code } of await bundled(join(import.meta.dirname, `${name}.ts`)))
    await writeFile(join(OWN, name, fileName), code);
};

/** Builds every function; tells how large each is, and how much of it a cold start reads. */
export const rows = async (): Promise<Row[]> =>
  (await bundle()).flatMap(({ name, bytes, startBytes }) => [
    { part: 'bundle', what: `${name}, read at start`, value: startBytes, unit: 'bytes' as const },
    { part: 'bundle', what: `${name}, in all`, value: bytes, unit: 'bytes' as const },
  ]);
