import { resolve } from 'node:path';
import { built } from './build.ts';
import { type Running, startKora } from './kora.ts';

/**
 * `npm start`. `KORA_PORT` (4100) and `KORA_DATA` (.kora) let several run side by side; `KORA_AT` is where the clock of a
 * new data folder begins; `KORA_BUILT` names a build that is there already.
 */
const { KORA_PORT = '4100', KORA_DATA = '.kora', KORA_AT, KORA_BUILT } = process.env;

const start = async (): Promise<Running> =>
  startKora({
    build: KORA_BUILT ?? (await built()),
    data: resolve(KORA_DATA),
    port: Number(KORA_PORT),
    at: KORA_AT ? Date.parse(KORA_AT) : undefined,
  });

const kora = await start().catch((e: Error) => {
  console.error(`Kora does not start: ${e.message}`);
  process.exit(1);
});

console.log(`Kora is ready at ${kora.url}
  the site         ${kora.url}/
  the desk         ${kora.url}/desk/
  the mailbox      ${kora.url}/local/mailbox
  the API          ${kora.url}/openapi.json
  what else there is on this machine   ${kora.url}/local`);

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  await kora.stop();
  process.exit(0);
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
