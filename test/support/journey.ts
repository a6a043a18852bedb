import { newReceipt } from '../../shared/ids.ts';
import type { Answer, Kora } from './app.ts';

/** People of the seed, by what they do in a journey. */
export const PEOPLE = {
  responder: 'karma@medog-response.kora.example',
  colleague: 'zhanglei@medog-response.kora.example',
  third: 'yangzom@medog-response.kora.example',
  official: 'sonam@medog-forestry.kora.example',
  officials: [
    'lixuemei@medog-forestry.kora.example',
    'pema@medog-forestry.kora.example',
    'sonam@medog-forestry.kora.example',
  ],
  bureau: 'office@medog-forestry.kora.example',
  otherTeam: 'sangye@beibeng-rangers.kora.example',
  otherTeams: [
    'choden@beibeng-rangers.kora.example',
    'dorje@beibeng-rangers.kora.example',
    'sangye@beibeng-rangers.kora.example',
  ],
  centre: 'dekyi@gedang-rescue.kora.example',
  proposer: 'kelsang@medog-biodiversity.kora.example',
  approver: 'ngawang@medog-biodiversity.kora.example',
  worker: 'tsedroma@jiarong.kora.example',
  secretary: 'dekyi.wangmo@jiarong.kora.example',
  union: 'tsomo@gonjo-union.kora.example',
  outreach: 'yudron@lhasa-anti-drug.kora.example',
  admin: 'tenzin@platform.kora.example',
};

export const TEAM = [PEOPLE.responder, PEOPLE.third, PEOPLE.colleague].sort();

/** A report that is right in every field; an urgent one, since the species is 国家二级 and the animal hurt. */
export const goodReport = (at: string, change: object = {}): Record<string, unknown> => ({
  species: '黑鸢',
  count: 1,
  condition: 'injured',
  foundAt: at,
  place: { township: '墨脱镇', words: '县城东侧观景台' },
  consent: '2026-11',
  ...change,
});

export interface Handed {
  receipt: string;
  id: string;
  number: string;
}

/** Hands in a report and waits until triage has seen it. */
export const handIn = async (kora: Kora, change: object = {}): Promise<Handed> => {
  const receipt = newReceipt();
  const body = { ...goodReport(await kora.now(), change), receipt };
  must(await kora.api('POST', '/reports/wildlife', { body }), 201);
  await kora.settle();
  return { receipt, ...(await caseOf(kora, receipt)) };
};

/** The case behind a receipt, as the bureau sees it. */
export const caseOf = async (kora: Kora, receipt: string): Promise<{ id: string; number: string }> => {
  const { number } = must(await kora.api('GET', `/reports/${receipt}`), 200).body;
  const { cases } = must(await kora.api('GET', '/cases?limit=100', { as: PEOPLE.official }), 200).body;
  return cases.find((c: { number: string }) => c.number === number);
};

/** One action of a person on a case or on one of its animals; answers whatever came back. */
export const act = (
  kora: Kora,
  id: string,
  action: string,
  body: object = {},
  { as = PEOPLE.responder, part, version }: { as?: string; part?: string; version?: number } = {},
): Promise<Answer> => {
  const query = new URLSearchParams({ ...(part ? { part } : {}), ...(version ? { version: String(version) } : {}) });
  return kora.api('POST', `/cases/${id}/actions/${action}?${query}`, { as, body });
};

/** The same, and it must go well; answers the case as it then is, when all that follows has happened. */
export const done = async (...asked: Parameters<typeof act>) => {
  const { body } = must(await act(...asked), 200);
  await asked[0].settle();
  return body;
};

export const caseNow = async (kora: Kora, id: string, as = PEOPLE.official) =>
  must(await kora.api('GET', `/cases/${id}`, { as }), 200).body;

/** The answer, if it has this status; throws what was answered instead. */
export const must = (answer: Answer, status: number): Answer => {
  if (answer.status !== status) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
};
