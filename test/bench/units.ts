import { newReceipt } from '../../shared/ids.ts';
import { fileOf } from './bundles.ts';
import { loadHandler } from './load.ts';
import { type Recorder, startRecorder } from './recorder.ts';
import { queueEvent, reportEvent, stepEvent, trackEvent } from './report.ts';
import type { Row } from './row.ts';
import { withStore } from './store.ts';

/**
 * Write and read units of each operation, as the store counts them. Tried on items of known size, dynoxide counts as
 * DynamoDB's rules say: a write unit each begun KB of the larger of old and new item, one more each KB that an index
 * projects (two where its key changes, none where nothing projected does), a read unit each begun 4 KB, half where a read
 * may lag (queries of an index), twice all that in a transaction, and one where nothing was found.
 */

/** Accepting a report of 1 KB may cost so many write units, indexes included. */
const ACCEPT_LIMIT = 3;

export const rows = (): Promise<Row[]> =>
  withStore(async (endpoint) => {
    const recorder = await startRecorder(endpoint);
    process.env.AWS_ENDPOINT_URL_DYNAMODB = recorder.endpoint;
    try {
      return await measured(recorder);
    } finally {
      recorder.stop();
    }
  });

const measured = async (recorder: Recorder): Promise<Row[]> => {
  const [reports, cases] = await Promise.all([loadHandler(fileOf('reports')), loadHandler(fileOf('cases'))]);
  const { RESPONDER, storeCases } = await import('./cases.ts');
  const [stored] = await storeCases(40);
  if (!stored) throw new Error('no case was stored');
  const operations: [what: string, call: () => Promise<{ statusCode?: number; body?: string }>, limit?: number][] = [
    ['accept a report of 1 KB', () => reports(reportEvent(newReceipt()), {}), ACCEPT_LIMIT],
    ['one step (accept a case)', () => cases(stepEvent(RESPONDER, stored.id, 'accept', { etaMinutes: 20 }), {})],
    ['track a report', () => reports(trackEvent(stored.receipt), {})],
    ['queue page of 30', () => cases(queueEvent(RESPONDER), {})],
  ];
  await reports(reportEvent(newReceipt()), {}); // what a process keeps of the directory for half a minute, it reads here
  await cases(queueEvent(RESPONDER), {});
  const found: Row[] = [];
  for (const [what, call, limit] of operations) {
    recorder.taken();
    const { statusCode = 0, body } = await call();
    if (statusCode >= 300) throw new Error(`${what}: ${statusCode} ${body}`);
    const { read, write } = recorder.taken();
    found.push({ part: 'units', what, value: write, unit: 'write units', ...(limit === undefined ? {} : { limit }) });
    found.push({ part: 'units', what, value: read, unit: 'read units' });
  }
  return found;
};
