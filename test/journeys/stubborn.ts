import type { Answer, Asked, Kora } from '../support/app.ts';

/** People whose requests may fail at any moment, before or after they took effect, and who do not give up. */

/** Who answers. */
export type Api = Pick<Kora, 'api'>;

/** How long anybody goes on with one request, and how long one try may take, in milliseconds. */
const PATIENCE = 60_000;
const TRY = 20_000;

interface Tried extends Answer {
  /** Whether an earlier try got no answer, and so may have taken effect. */
  again: boolean;
}

/** One try; undefined where nothing, or a failure of the service, came back. */
const tryOnce = async (kora: Api, method: string, path: string, asked: Asked): Promise<Answer | undefined> => {
  const limit = new Promise<undefined>((resolve) => setTimeout(resolve, TRY, undefined).unref());
  const answer = await Promise.race([kora.api(method, path, asked).catch(() => undefined), limit]);
  return answer && answer.status < 500 ? answer : undefined;
};

const pause = (tries: number): Promise<void> => new Promise((r) => setTimeout(r, Math.min(40 * 1.5 ** tries, 1000)));

/** Asks until there is an answer that is none of a failing service. */
export const ask = async (kora: Api, method: string, path: string, asked: Asked = {}): Promise<Tried> => {
  const until = Date.now() + PATIENCE;
  for (let tries = 0; Date.now() < until; tries++) {
    const answer = await tryOnce(kora, method, path, asked);
    if (answer) return { ...answer, again: tries > 0 };
    await pause(tries);
  }
  throw new Error(`${method} ${path} was never answered`);
};

/** A record as its view tells of it. */
export interface Seen {
  version: number;
  history: { event: string }[];
  // biome-ignore lint/suspicious/noExplicitAny: views of cases and rewards
  [more: string]: any;
}

/**
 * A record of which every action is taken once. It is asked for at the version that was last seen; after a failure or a
 * refusal one looks first whether the earlier try took effect.
 */
export class Worked {
  seen: Seen | undefined;
  private readonly kora: Api;
  private readonly path: string;

  constructor(kora: Api, path: string) {
    this.kora = kora;
    this.path = path;
  }

  async look(as: string): Promise<Seen> {
    const answer = await ask(this.kora, 'GET', this.path, { as });
    if (answer.status !== 200) throw new Error(`${this.path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    this.seen = answer.body;
    return answer.body;
  }

  async take(as: string, action: string, input: object = {}, part?: string): Promise<void> {
    const until = Date.now() + PATIENCE;
    for (let tries = 0; Date.now() < until; tries++) {
      const seen = this.seen ?? (await this.look(as));
      if (seen.history.some((h) => h.event === action)) return;
      const query = new URLSearchParams({ version: String(seen.version), ...(part ? { part } : {}) });
      const answer = await tryOnce(this.kora, 'POST', `${this.path}/actions/${action}?${query}`, { as, body: input });
      this.seen = answer?.status === 200 ? answer.body : undefined;
      if (this.seen) return;
      if (answer && answer.status !== 409)
        throw new Error(`${this.path} ${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
      await pause(tries);
    }
    throw new Error(`${this.path} ${action} was never taken`);
  }
}
