import { resolve } from 'node:path';
import { built } from './build.ts';
import { startKora } from './kora.ts';

/**
 * `npm start`. `KORA_PORT` (4100) and `KORA_DATA` (.kora) let several run side by side; `KORA_AT` is where the clock of a
 * new data folder begins; `KORA_BUILT` names a build that is there already.
 */
const { KORA_PORT = '4100', KORA_DATA = '.kora', KORA_AT, KORA_BUILT } = process.env;

/** How it ends: while it builds, at once, and the build with it; later in order. */
let end: () => void = () => process.exit(0);
process.on('SIGINT', () => end()).on('SIGTERM', () => end()); // Ctrl-C comes twice: from the terminal and from npm

// npm that is killed passes nothing on
const parent = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && end(), 200).unref();

const build = KORA_BUILT ?? (await built());

const started = startKora({
  build,
  data: resolve(KORA_DATA),
  port: Number(KORA_PORT),
  at: KORA_AT ? Date.parse(KORA_AT) : undefined,
});

const stop = async (): Promise<void> => {
  const kora = await started.catch(() => undefined);
  await kora?.stop();
  process.exit(0);
};
end = () => {
  end = () => {};
  void stop();
};

try {
  const { url } = await started;
  console.log(`Kora is ready at ${url}
  the site         ${url}/
  the desk         ${url}/desk/
  the mailbox      ${url}/local/mailbox
  the API          ${url}/openapi.json
  what else there is on this machine   ${url}/local`);
} catch (e) {
  console.error(`Kora does not start: ${e instanceof Error ? e.message : e}`);
  process.exit(1);
}
