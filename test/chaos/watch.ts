import seed from '../../functions/directory/seed.json' with { type: 'json' };
import type { Kora } from '../support/app.ts';
import { Inside } from '../support/inside.ts';
import type { Accepted, Crowd } from './crowd.ts';

/** Looks, as the people of every unit do, whether everything that was accepted is in somebody's queue. */
export class Watch {
  readonly failures: string[] = [];
  private readonly kora: Kora;
  private readonly crowd: Crowd;
  private looked = 0;
  private longest = 0;
  private numbers = new Map<string, string>();

  constructor(kora: Kora, crowd: Crowd) {
    this.kora = kora;
    this.crowd = crowd;
  }

  /** One minute by the stage's clock after the last report, every receipt is asked for, and every queue looked through. */
  async look(): Promise<void> {
    await this.kora.settle();
    await this.kora.advance('PT1M');
    const recent = this.crowd.accepted.slice(this.looked);
    this.looked = this.crowd.accepted.length;
    await this.readQueues();
    for (const report of recent) await this.mustBeSeen(report);
    await this.nothingWaits();
  }

  private async mustBeSeen({ type, receipt }: Accepted): Promise<void> {
    const isTip = type === 'tip';
    const answer = isTip
      ? await this.crowd.ask('POST', '/tips/follow', { body: { receipt } })
      : await this.crowd.ask('GET', `/reports/${receipt}`);
    if (answer.status !== 200) return void this.failures.push(`receipt ${receipt} (${type}): ${answer.status}`);
    if (isTip) return;
    const { number, stage } = answer.body;
    if (stage.code === 'withdrawn' && number === undefined) return; // taken back before anybody was asked
    if (stage.code === 'received' || !this.numbers.has(number))
      this.failures.push(`receipt ${receipt} (${type}): ${stage.code}, number ${number} is in nobody's queue`);
  }

  /** Every case of every unit's queues, by number; who saw it may act on it. */
  private async readQueues(): Promise<void> {
    for (const { id } of seed.units) {
      const member = seed.people.find((p) => p.roles.some((r) => r.unit === id && r.role !== 'admin'))?.email;
      const as = member ?? 'tenzin@platform.kora.example';
      for (const state of ['open', 'closed'])
        for (let cursor: string | undefined = ''; cursor !== undefined; ) {
          const query = new URLSearchParams({ unit: id, state, limit: '100', ...(cursor ? { cursor } : {}) });
          const { status, body } = await this.crowd.ask('GET', `/cases?${query}`, { as });
          if (status !== 200) break;
          for (const c of body.cases) {
            this.numbers.set(c.number, c.id);
            this.crowd.cases.set(c.id, as);
          }
          cursor = body.cursor;
        }
    }
  }

  private async nothingWaits(): Promise<void> {
    const inside = await Inside.of(this.kora);
    try {
      const waiting = (await inside.items()).filter((i) => i.outbox);
      for (const i of waiting) this.failures.push(`undelivered: ${i.pk} ${JSON.stringify(i.state)}`);
      const queues = (await inside.queues()).filter((q) => q.messages.length > 0);
      for (const q of queues) this.failures.push(`in queue ${q.name}: ${q.messages.length}`);
      this.longest = Math.max(this.longest, waiting.length);
    } finally {
      inside.close();
    }
  }

  summary(): string {
    return `${this.looked} receipts, ${this.numbers.size} numbers in queues, ${this.crowd.failures.length + this.failures.length} failures`;
  }

  figures() {
    return {
      receipts: this.looked,
      numbers: this.numbers.size,
      failures: this.failures.length + this.crowd.failures.length,
    };
  }
}
