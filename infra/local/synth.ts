import { unchecked } from '../app.ts';

/** Synthesizes the stage `local`, whose functions are built, into the folder that is named as the argument; tests check it. */
const [outdir] = process.argv.slice(2);
(await unchecked({ context: { stage: 'local' }, outdir })).synth();
