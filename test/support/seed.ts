import fc from 'fast-check';
import { AT } from './at.ts';

/** Property tests draw the same values each time, and others at each date of the suite; `KORA_SEED` draws yet others. */
fc.configureGlobal({ seed: Number(process.env.KORA_SEED ?? Math.floor(Date.parse(AT) / 1000)) });
