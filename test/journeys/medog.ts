import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { newReceipt } from '../../shared/ids.ts';
import type { Kora } from '../support/app.ts';

/**
 * The eight rescues of Mêdog county that were published, played over HTTP at the times at which they happened: reports by
 * residents and rangers, the steps of the people who worked on them, a second report of the same snake, a report that a
 * phone sent twice, and the reward of each first reporter.
 */

const published = z.object({
  area: z.string(),
  measureInForceFrom: z.string(),
  cases: z.array(
    z.object({
      key: z.string(),
      at: z.string(),
      by: z.enum(['resident', 'ranger']),
      species: z.string(),
      count: z.number(),
      condition: z.string(),
      outcomes: z.array(z.string()),
    }),
  ),
  duplicates: z.array(
    z.object({ of: z.string(), at: z.string(), by: z.string(), species: z.string(), count: z.number() }),
  ),
  expect: z.object({
    cases: z.number(),
    animals: z.number(),
    byClass: z.record(z.string(), z.number()),
    byOutcome: z.record(z.string(), z.number()),
    diedOf: z.record(z.string(), z.number()),
    harmlessDisposals: z.number(),
    reportsReceived: z.number(),
    duplicateReports: z.number(),
  }),
});
type Published = z.infer<typeof published>;
type Rescue = Published['cases'][number];

const FILE = join(import.meta.dirname, '../acceptance/medog-2026.json');
export const medog: Published = published.parse(JSON.parse(readFileSync(FILE, 'utf8')));

/** Who does what; all of them are in the seed. */
export const PEOPLE = {
  responder: 'karma@medog-response.kora.example',
  official: 'sonam@medog-forestry.kora.example',
  centre: 'dekyi@gedang-rescue.kora.example',
  institute: 'chenjianguo@plateau-biology.kora.example',
  proposer: 'kelsang@medog-biodiversity.kora.example',
  approver: 'ngawang@medog-biodiversity.kora.example',
};

/** How a published condition is said on the form: what a passer-by chose. */
const CONDITION: Record<string, string> = {
  'wing injury': 'injured',
  'cannot fly': 'weak',
  'severe trauma': 'severely-injured',
  'in a dwelling, unhurt': 'strayed',
  'trapped in a fish net': 'trapped',
  'leg caught in a snare': 'injured',
  'one weak, one dead when found': 'weak',
};

/** A name that no list knows; a person settles what it means in this county. */
const LOCAL_NAMES: Record<string, string> = { 喜山鸢: '黑鸢' };

const PLACES: Record<string, string> = {
  c1: '仁青崩寺下方茶园边',
  c2: '县城东侧观景台',
  c3: '德兴大桥以北公路旁',
  c4: '果果塘观景台下方',
  c5: '墨脱村 12 号院厨房',
  c6: '亚东村鱼塘',
  c7: '巡护线 3 号桩附近',
  c8: '玛迪村晒场',
};
const TOWNSHIP = '墨脱镇';

export interface Played {
  rescue: Rescue;
  receipt: string;
  caseId: string;
  number: string;
}

const reportOf = (rescue: Pick<Rescue, 'species' | 'count'>, at: string, more: Record<string, unknown> = {}) => ({
  species: rescue.species,
  count: rescue.count,
  foundAt: at,
  condition: 'unknown',
  consent: '2026-11',
  ...more,
});

const NAMES = ['卓玛', '达瓦', '仁青', '边巴', '尼玛', '白珍', '洛桑', '拉珍'];

const reporterOf = ({ key, by }: Rescue) => {
  const n = Number(key.slice(1));
  return { source: by, name: NAMES[n - 1], phone: `1390894000${n}`, email: `${key}@reporter.example` };
};

const fullReport = (rescue: Rescue) =>
  reportOf(rescue, rescue.at, {
    condition: CONDITION[rescue.condition] ?? 'unknown',
    dead: rescue.outcomes.filter((o) => o === 'found_dead').length,
    details: rescue.condition,
    place: { township: TOWNSHIP, words: PLACES[rescue.key] ?? rescue.key },
    reporter: reporterOf(rescue),
    wantsReward: rescue.by === 'resident',
  });

interface CaseAnswer {
  id: string;
  number: string;
  version: number;
  stage: { code: string };
  animals: { id: string; actions: { action: string }[]; stage: { code: string } }[];
  duplicates: { id: string }[];
  rewards: { id: string }[];
}

/** The county's story, told to a running Kora. */
export class Story {
  readonly played: Played[] = [];
  private readonly app: Kora;
  private readonly say: (line: string) => void;

  constructor(app: Kora, say: (line: string) => void = () => {}) {
    this.app = app;
    this.say = say;
  }

  async play(): Promise<void> {
    for (const rescue of medog.cases) {
      await this.app.setClock(rescue.at);
      const received = await this.report(rescue);
      await this.again(rescue, received.receipt);
      this.played.push({ rescue, ...received, ...(await this.found(received.receipt)) });
      const seen = this.played.at(-1) as Played;
      await this.secondReport(rescue, seen);
      await this.work(seen);
      await this.reward(seen);
      this.say(`${seen.number} ${rescue.species} × ${rescue.count}: ${rescue.outcomes.join(', ')}`);
    }
  }

  private async report(rescue: Rescue): Promise<{ receipt: string }> {
    const receipt = newReceipt();
    const answer = await this.app.api('POST', '/reports/wildlife', { body: { ...fullReport(rescue), receipt } });
    must(answer, 201);
    return { receipt };
  }

  /** The phone that lost the answer sends the same report again: not a second report. */
  private async again(rescue: Rescue, receipt: string): Promise<void> {
    if (!medog.duplicates.some((d) => d.of === rescue.key && d.by === 'the same resident')) return;
    const answer = await this.app.api('POST', '/reports/wildlife', {
      body: fullReport(rescue),
      headers: { 'idempotency-key': receipt },
    });
    must(answer, 201);
  }

  /** The case behind a receipt, once triage has seen it. */
  private async found(receipt: string): Promise<{ caseId: string; number: string }> {
    await this.app.settle();
    const { number } = must(await this.app.api('GET', `/reports/${receipt}`), 200).body;
    const queue = must(await this.app.api('GET', '/cases?limit=100', { as: PEOPLE.official }), 200).body;
    const card = queue.cases.find((c: { number: string }) => c.number === number);
    return { caseId: card.id, number };
  }

  /** Somebody else reports the same snake eleven minutes later; a person sees that it is one animal, and merges. */
  private async secondReport(rescue: Rescue, first: Played): Promise<void> {
    const other = medog.duplicates.find((d) => d.of === rescue.key && d.by !== 'the same resident');
    if (!other) return;
    await this.app.setClock(other.at);
    const body = reportOf(other, other.at, {
      place: { township: TOWNSHIP, words: '墨脱村，邻居家里有蛇' },
      reporter: { source: 'resident', phone: '13908949999' },
      wantsReward: true,
    });
    const { receipt } = must(await this.app.api('POST', '/reports/wildlife', { body }), 201).body;
    const { caseId } = await this.found(receipt);
    const seen = await this.caseNow(caseId);
    if (!seen.duplicates.some((d) => d.id === first.caseId))
      throw new Error('the same snake was not proposed as a duplicate');
    await this.act(caseId, 'merge', { into: first.caseId, reason: '同一条蛇，先后两人报告' });
    this.say(`${first.number} 另有一份报告并入`);
  }

  /** From acceptance to the end of the last animal. */
  private async work({ rescue, caseId }: Played): Promise<void> {
    await this.app.advance('PT5M');
    await this.act(caseId, 'accept', { etaMinutes: 40 });
    await this.app.advance('PT10M');
    await this.act(caseId, 'depart', {});
    await this.app.advance('PT35M');
    await this.act(caseId, 'arrive', {});
    for (const outcome of rescue.outcomes) await this.assess(rescue, caseId, outcome);
    await this.app.advance('PT20M');
    const { animals } = await this.caseNow(caseId);
    for (const [i, animal] of animals.entries()) await this.end(caseId, animal.id, rescue.outcomes[i] ?? '');
    await this.act(caseId, 'close', { note: '办结' });
    await this.app.settle();
  }

  /** Proposed by one, approved by another, claimed with the receipt, paid by the first: for residents who asked for it. */
  private async reward({ rescue, receipt, number }: Played): Promise<void> {
    const open = must(await this.app.api('GET', '/rewards?box=unit', { as: PEOPLE.proposer }), 200).body.rewards;
    const mine = open.filter((r: { caseNumber: string }) => r.caseNumber === number);
    if (mine.length === 0) return;
    const decide = async (as: string, action: string, input: object) =>
      must(await this.app.api('POST', `/rewards/${mine[0].id}/actions/${action}`, { as, body: input }), 200).body;
    await decide(PEOPLE.proposer, 'propose', {});
    const { amountFen } = await decide(PEOPLE.approver, 'approve', { note: '符合示例标准' });
    await this.app.advance('P2D');
    const payee = { payeeName: reporterOf(rescue).name, method: 'cash', payeeConsent: '2026-11' };
    must(await this.app.api('POST', `/reports/${receipt}/actions/claim`, { body: payee }), 200);
    await decide(PEOPLE.proposer, 'pay', { method: 'cash', voucher: `XJ-${number}` });
    this.say(`${number} 奖励 ${amountFen / 100} 元，已付给第一发现人`);
  }

  private async assess(rescue: Rescue, caseId: string, outcome: string): Promise<void> {
    const name = LOCAL_NAMES[rescue.species] ?? rescue.species;
    const { species } = must(await this.app.api('GET', `/wildlife/species?q=${encodeURIComponent(name)}`), 200).body;
    const chosen = species.find((s: { nameZh: string }) => s.nameZh === name);
    if (!chosen) throw new Error(`${name} is in no list`);
    const condition = outcome === 'found_dead' ? 'dead' : (CONDITION[rescue.condition] ?? 'unknown');
    await this.act(caseId, 'assess', { speciesKey: chosen.key, condition, count: 1, findings: rescue.condition });
  }

  private async end(caseId: string, part: string, outcome: string): Promise<void> {
    const act = (action: string, input: object, as = PEOPLE.responder) => this.act(caseId, action, input, { part, as });
    switch (outcome) {
      case 'released':
        await act('log-care', { treatment: '检查、清创、观察' });
        await this.app.advance('PT6H');
        return act('release', { place: '背崩保护区边缘常绿阔叶林', suits: '与发现地同一生境，远离道路和住户' });
      case 'transferred_to_rescue_centre':
        await this.transport(act, '格当乡野生动物救助中心', 180);
        await act('request-transfer', { to: 'gedang-rescue-centre', purpose: 'rehabilitation' });
        return act('accept-transfer', { note: '入住隔离笼舍' }, PEOPLE.centre);
      case 'transferred_to_institute':
        await this.transport(act, '西藏自治区高原生物研究所', 900);
        await act('request-transfer', {
          to: 'plateau-biology-institute',
          purpose: 'unfit-for-release',
          approvalLevel: 'province',
          approvalNumber: '藏林护〔2026〕示例 12 号',
        });
        return act('accept-transfer', {}, PEOPLE.institute);
      case 'died_in_treatment':
        await act('log-care', { treatment: '输液、保暖' });
        await this.app.advance('PT9H');
        await act('record-death', { cause: '多发骨折，失血，经救治无效' });
        return this.dispose(act);
      case 'found_dead':
        return this.dispose(act);
      default:
        throw new Error(`unknown outcome ${outcome}`);
    }
  }

  private async transport(act: (action: string, input: object) => Promise<void>, to: string, minutes: number) {
    await act('start-transport', {
      carrier: '嘎玛次旺',
      to,
      expectedMinutes: minutes,
      checklist: ['crate-secured', 'covered-and-quiet'],
    });
    await this.app.advance(`PT${minutes - 10}M`);
    await act('end-transport', {});
  }

  /** Inspection, then harmless disposal, as the rule for carcasses asks. */
  private async dispose(act: (action: string, input: object) => Promise<void>): Promise<void> {
    await act('inspect', { passed: false, inspector: '县动物卫生监督所', report: '无可利用价值，建议无害化处理' });
    await act('dispose', { method: 'deep-burial', place: '县无害化处理点', certificate: 'MT-2026-示例' });
  }

  async act(
    caseId: string,
    action: string,
    input: object,
    { part, as = PEOPLE.responder }: { part?: string; as?: string } = {},
  ) {
    const path = `/cases/${caseId}/actions/${action}${part ? `?part=${part}` : ''}`;
    must(await this.app.api('POST', path, { as, body: input }), 200);
  }

  async caseNow(caseId: string): Promise<CaseAnswer> {
    return must(await this.app.api('GET', `/cases/${caseId}`, { as: PEOPLE.responder }), 200).body;
  }
}

/** The bulletin of the wildlife rescues since the measure is in force. */
export const bulletinUntil = async (app: Kora, to: string) => {
  const query = new URLSearchParams({ type: 'wildlife', area: medog.area, from: medog.measureInForceFrom, to });
  return must(await app.api('GET', `/bulletin?${query}`), 200).body;
};

// biome-ignore lint/suspicious/noExplicitAny: answers of any route
const must = (answer: { status: number; body: any }, status: number) => {
  if (answer.status !== status) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
};

const CLASS_CODES: Record<string, string> = { 国家二级: 'national-2', 三有: 'protected' };

const counts = (table: { code: string; count: number }[]) => Object.fromEntries(table.map((c) => [c.code, c.count]));

/** A bulletin in the words of the published figures. */
// biome-ignore lint/suspicious/noExplicitAny: the answer of the bulletin
export const asPublished = (b: any): Published['expect'] => ({
  cases: b.cases,
  animals: b.animals,
  byClass: Object.fromEntries(
    Object.keys(CLASS_CODES).map((name) => [name, counts(b.byClass)[CLASS_CODES[name] ?? ''] ?? 0]),
  ),
  byOutcome: counts(b.byOutcome),
  diedOf: counts(b.diedOf),
  harmlessDisposals: b.harmlessDisposals,
  reportsReceived: b.reportsReceived,
  duplicateReports: b.duplicateReports,
});
