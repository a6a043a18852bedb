import { afterAll, beforeAll, expect } from 'vitest';
import { type Answer, type Kora, startKora } from './app.ts';
import { Inside } from './inside.ts';
import { type Handed, handIn } from './journey.ts';

/** For tests of what is refused: a Kora with one rescue under way, in which nothing may change. */

export const AT = '2026-06-10T08:00:00.000Z';
export const LONG = '长'.repeat(5000);
/** What a browser asks with. */
export const BROWSER = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'zh-CN' };

export type Fields = Record<string, string>;

interface Here {
  kora: Kora;
  rescue: Handed;
  /** Whatever was changed on purpose is what must stay from now on. */
  remember: () => Promise<void>;
  unchanged: () => Promise<void>;
}

/** What it answers is there once the tests run: ask `here.kora`, do not take it apart. */
export const atRescue = (): Here => {
  let inside: Inside | undefined;
  let before: Record<string, unknown> | undefined;
  const everything = async () => inside?.everything();
  const here = {
    remember: async () => {
      before = await everything();
    },
    unchanged: async () => expect(await everything()).toEqual(before),
  } as Here;
  beforeAll(async () => {
    here.kora = await startKora({ at: AT });
    inside = await Inside.of(here.kora);
    const reporter = { name: '卓玛', phone: '13908940001', email: 'drolma@home.example' };
    here.rescue = await handIn(here.kora, { reporter });
    await here.remember();
  }, 300_000); // whoever starts first builds, and others wait for it
  afterAll(async () => {
    inside?.close();
    await here.kora?.stop();
  });
  return here;
};

/** A refusal as RFC 9457 has it, with the stable code and each field's path. */
export const refused = (answer: Answer, status: number, code: string, fields: Fields = {}): void => {
  expect({ status: answer.status, code: answer.body.code, fields: fieldsOf(answer.body) }).toEqual({
    ...{ status, code },
    fields,
  });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body).toMatchObject({
    type: `urn:kora:problem:${code}`,
    status,
    title: expect.stringMatching(/./),
    detail: expect.stringMatching(/./),
    requestId: expect.stringMatching(/./),
  });
};

export const fieldsOf = ({ fields = [] }: { fields?: { path: string; code: string }[] }): Fields =>
  Object.fromEntries(fields.map((f) => [f.path, f.code]));
