import { isDeepStrictEqual } from 'node:util';
import { asPublished, bulletinUntil, medog, Story } from './journeys/medog.ts';
import { startKora } from './support/app.ts';

/**
 * Plays the published rescues of Mêdog through the HTTP API and prints the bulletin that follows from them. `KORA_DATA` is a
 * folder that keeps all of it; without one nothing is kept.
 */

const app = await startKora({ at: medog.cases[0]?.at, data: process.env.KORA_DATA });
try {
  const story = new Story(app, (line) => console.log(line));
  await story.play();
  const bulletin = await bulletinUntil(app, '2026-08-31');
  console.log(`\n${bulletin.sentences.zh.join('\n')}\n\n${bulletin.sentences.en.join('\n')}\n`);
  const figures = asPublished(bulletin);
  console.log(JSON.stringify(figures, null, 2));
  if (!isDeepStrictEqual(figures, medog.expect)) {
    console.error('The figures are not those that were published:', JSON.stringify(medog.expect, null, 2));
    process.exitCode = 1;
  }
} finally {
  await app.stop();
}
