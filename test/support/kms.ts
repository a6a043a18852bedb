import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { kmsOf } from '../../infra/local/kms.ts';
import type { State } from '../../infra/local/state.ts';
import { answerTarget } from '../../infra/local/wire.ts';

const ID = '11111111-2222-4333-8444-555555555555';

export interface FakeKms {
  /** Operations in the order they came. */
  asked: string[];
  stop: () => Promise<void>;
}

/** A key service of one's own that forgets its key at the end, and points this process at it. */
export const startKms = async (): Promise<FakeKms> => {
  const kept = new Map<string, unknown>();
  const once = <T>(name: string, make: () => T): T => kept.set(name, kept.get(name) ?? make()).get(name) as T;
  const key = { id: ID, arn: `arn:aws:kms:ap-southeast-1:000000000000:key/${ID}`, logicalId: 'PayeeKey' };
  const operations = kmsOf([key], { once } as State);
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(String(request.headers['x-amz-target']).split('.')[1] ?? '');
    void answerTarget(operations, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, { AWS_ENDPOINT_URL_KMS: `http://127.0.0.1:${port}`, PAYEE_KEY_ID: key.arn });
  return {
    asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
