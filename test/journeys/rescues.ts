import { newReceipt } from '../../shared/ids.ts';
import { type Api, ask, Worked } from './stubborn.ts';

/** Many rescues at once, told by people who do not give up. */

export const PEOPLE = {
  responder: 'karma@medog-response.kora.example',
  proposer: 'kelsang@medog-biodiversity.kora.example',
  approver: 'ngawang@medog-biodiversity.kora.example',
  payer: 'pasang@medog-biodiversity.kora.example',
};

export const TEAM = [PEOPLE.responder, 'zhanglei@medog-response.kora.example', 'yangzom@medog-response.kora.example'];

export interface Rescue {
  n: number;
  receipt: string;
  email: string;
  /** How it was answered when it was handed in: 201, or not yet. */
  answered?: number;
  id?: string;
  number?: string;
  rewardId?: string;
}

export const rescueOf = (n: number): Rescue => ({ n, receipt: newReceipt(), email: `reporter${n}@home.example` });

/** Found ten kilometres or more from each other, so that none looks like another. */
const placeOf = (n: number) => ({
  township: '墨脱镇',
  words: `巡护线 ${n} 号桩`,
  coordinates: { latitude: 28.6 + (n % 12) * 0.1, longitude: 94.2 + Math.floor(n / 12) * 0.12 },
});

export const reportOf = ({ n, email }: Rescue, foundAt: string, wantsReward: boolean) => ({
  ...{ species: '黑鸢', count: 1, condition: 'injured', foundAt, wantsReward, consent: '2026-11' },
  place: placeOf(n),
  reporter: { name: '卓玛', phone: `139${String(n).padStart(8, '0')}`, email },
});

export class Rescuers {
  private readonly kora: Api;
  private readonly at: string;
  private readonly speciesKey: string;

  constructor(kora: Api, at: string, speciesKey: string) {
    this.kora = kora;
    this.at = at;
    this.speciesKey = speciesKey;
  }

  /** Sends the report until it is taken; the same receipt each time. */
  async handIn(rescue: Rescue, wantsReward: boolean): Promise<void> {
    const { status, body } = await ask(this.kora, 'POST', '/reports/wildlife', {
      body: reportOf(rescue, this.at, wantsReward),
      headers: { 'idempotency-key': rescue.receipt },
    });
    if (status !== 201) throw new Error(`report ${rescue.n}: ${status} ${JSON.stringify(body)}`);
    rescue.answered = status;
  }

  async track({ receipt }: Rescue) {
    return (await ask(this.kora, 'GET', `/reports/${receipt}`)).body;
  }

  /** From acceptance to the end. */
  async work(rescue: Rescue): Promise<void> {
    const worked = new Worked(this.kora, `/cases/${rescue.id}`);
    const as = PEOPLE.responder;
    await worked.take(as, 'accept', { etaMinutes: 20 });
    await worked.take(as, 'depart');
    await worked.take(as, 'arrive');
    await worked.take(as, 'assess', { speciesKey: this.speciesKey, condition: 'injured', count: 1 });
    await worked.take(as, 'release', { place: '常绿阔叶林', suits: '原生境，远离道路' }, 'a1');
    await worked.take(as, 'close', { note: '办结' });
  }

  /** Proposed, approved, claimed by receipt and paid. */
  async reward(rescue: Rescue): Promise<void> {
    const worked = new Worked(this.kora, `/rewards/${rescue.rewardId}`);
    await worked.take(PEOPLE.proposer, 'propose');
    await worked.take(PEOPLE.approver, 'approve');
    await this.claim(rescue);
    await worked.look(PEOPLE.payer);
    await worked.take(PEOPLE.payer, 'pay', { method: 'cash', voucher: `V-${rescue.n}` });
  }

  /** Refused as not possible after a try without answer: that try was the claim. */
  private async claim({ receipt }: Rescue): Promise<void> {
    const { status, body, again } = await ask(this.kora, 'POST', `/reports/${receipt}/actions/claim`, {
      body: { payeeName: '卓玛', method: 'cash', payeeConsent: '2026-11' },
    });
    if (status !== 200 && !(again && status === 409)) throw new Error(`claim: ${status} ${JSON.stringify(body)}`);
  }
}

/** So many under way at any moment. */
export const eightAtATime = async (jobs: (() => Promise<void>)[]): Promise<void> => {
  const left = jobs.values();
  const lane = async () => {
    for (const job of left) await job();
  };
  await Promise.all(Array.from({ length: 8 }, lane));
};
