import { kora } from '../app.ts';
import { bundle } from '../bundle.ts';

/** Bundles the functions and synthesizes the stage `local` into the folder that is named as the argument. */
const [outdir] = process.argv.slice(2);
await bundle();
(await kora({ context: { stage: 'local' }, outdir })).synth();
