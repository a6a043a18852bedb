import { fileOf } from './bundles.ts';
import type { Page } from './growth.ts';
import { loadHandler } from './load.ts';
import { queueEvent, trackEvent } from './report.ts';
import { timed } from './sample.ts';
import { withStore } from './store.ts';

/** A store with as many cases as the argument says, and the functions that answer from it; measures when it is told to. */

/** Requests in a block. */
const BLOCK = 50;

await withStore(async () => {
  const { RESPONDER, storeCases } = await import('./cases.ts');
  const some = await storeCases(Number(process.argv[2]));
  const [reports, cases] = await Promise.all([loadHandler(fileOf('reports')), loadHandler(fileOf('cases'))]);
  let n = 0;
  const receipt = () => some[n++ % some.length]?.receipt ?? '';
  const pages: Record<Page, () => Promise<{ statusCode?: number }>> = {
    'queue page': () => cases(queueEvent(RESPONDER), {}),
    'status page': () => reports(trackEvent(receipt()), {}),
  };
  const answered = async (page: Page) => {
    const { statusCode } = await pages[page]();
    if (statusCode !== 200) throw new Error(`${page}: ${statusCode}`);
  };
  const ended = new Promise<void>((resolve) => process.once('disconnect', resolve));
  process.on('message', async (page: Page) => process.send?.(await timed(BLOCK, 1, () => answered(page))));
  process.send?.({ stored: some.length });
  await ended;
});
process.exit(0);
