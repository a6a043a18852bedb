import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kora, startKora } from '../support/app.ts';
import { type OwnStack, ownStack } from './own-stack.ts';

export interface Started extends OwnStack {
  kora: Kora;
  /** The environment of its functions. */
  env: () => Promise<Record<string, string>>;
  /** What an SDK client needs to reach a service: `DYNAMODB`, `SQS`, … */
  client: (service: string) => Promise<Client>;
  stop: () => Promise<void>;
}

interface Client {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

/** A Kora that runs the small stack of these tests. */
export const startOwn = async (options: { at?: string } = {}): Promise<Started> => {
  const folder = mkdtempSync(join(tmpdir(), 'kora-own-'));
  const own = ownStack(folder);
  const kora = await startKora({ ...options, build: own.build });
  const env = async () => (await kora.api('POST', '/things')).body.env;
  const client = async (service: string) => ({
    endpoint: (await env())[`AWS_ENDPOINT_URL_${service}`] ?? '',
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const stop = async () => {
    await kora.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...own, kora, env, client, stop };
};
