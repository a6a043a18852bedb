import type { Row } from './row.ts';

/** One part of the bench in a process of its own, so that none inherits a warm client or the store of another. */
const [name = ''] = process.argv.slice(2);
const { rows } = (await import(`./${name}.ts`)) as { rows: () => Promise<Row[]> };
const measured = await rows();
process.send?.(measured, () => process.exit(0));
