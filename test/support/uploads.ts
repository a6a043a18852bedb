import type { Answer, Kora } from './app.ts';
import { must } from './journey.ts';

/** How photos are sent in tests: announced to the API, then posted to where they are kept, as a phone does it. */

interface Upload {
  url: string;
  fields: Record<string, string>;
}

/** Posts a file with a presigned form; answers the status and the code of a refusal. */
export const send = async ({ url, fields }: Upload, file: Buffer, name = 'photo.jpg') => {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([new Uint8Array(file)]), name);
  const answer = await fetch(url, { method: 'POST', body: form, redirect: 'manual' });
  return { status: answer.status, code: /<Code>(\w+)</.exec(await answer.text())?.[1], headers: answer.headers };
};

export const announce = (kora: Kora, receipt: string, photo?: string): Promise<Answer> =>
  kora.api('POST', `/reports/${receipt}/photos`, { body: { photo } });

/** Announces a photo, sends it, and waits until it has been looked at; answers its number. */
export const handInPhoto = async (kora: Kora, receipt: string, file: Buffer, photo?: string): Promise<number> => {
  const { n, upload } = must(await announce(kora, receipt, photo), 201).body;
  const { status, code } = await send(upload, file);
  if (status !== 204) throw new Error(`not sent: ${status} ${code}`);
  await kora.settle();
  return n;
};

/** What an address of a photo leads to, as a browser would get it. */
export const bytesAt = async (address: string): Promise<{ type: string | null; bytes: Buffer }> => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return { type: answer.headers.get('content-type'), bytes: Buffer.from(await answer.arrayBuffer()) };
};
