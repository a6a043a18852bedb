import { parseArgs } from 'node:util';
import { startKora } from '../support/app.ts';
import { Crowd } from './crowd.ts';
import { Watch } from './watch.ts';

/**
 * `npm run chaos`: thousands of random reports, actions and settings with hostile text against a stage of its own. Fails
 * where a request is answered with 5xx, where a receipt leads to nothing that a person sees in a queue within a minute, or
 * where anything that was accepted waits undelivered. `--count 5000 --seed 1`; it prints its seed.
 */
const { values } = parseArgs({
  options: { count: { type: 'string', default: '5000' }, seed: { type: 'string' }, at: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
const count = Number(values.count);
/** Operations between two looks at whether everything has come to somebody. */
const ROUND = 250;

console.log(`chaos: ${count} operations, seed ${seed}`);
const kora = await startKora({ at: values.at ?? '2026-06-10T01:00:00.000Z' });
try {
  const crowd = new Crowd(kora, seed);
  const watch = new Watch(kora, crowd);
  await crowd.begin();
  for (let done = 0; done < count; done += ROUND) {
    await crowd.act(Math.min(ROUND, count - done));
    await watch.look();
    console.log(`${Math.min(done + ROUND, count)}: ${watch.summary()}`);
  }
  const failures = [...crowd.failures, ...watch.failures];
  for (const failure of failures.slice(0, 20)) console.log(failure);
  console.log(JSON.stringify({ seed, answers: Object.fromEntries([...crowd.answers].sort()), ...watch.figures() }));
  if (failures.length > 0) console.log(`chaos: ${failures.length} failures; again with --seed ${seed}`);
  else console.log('chaos: every receipt was seen by somebody, nothing failed, nothing waits');
  process.exitCode = failures.length > 0 ? 1 : 0;
} finally {
  await kora.stop();
}
