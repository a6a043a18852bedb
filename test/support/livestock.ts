import { livestock } from '../../functions/livestock/case.ts';
import type { Triaged } from '../../functions/livestock/events.ts';
import { type LivestockData, type Report, report } from '../../functions/livestock/schema.ts';
import { begin } from '../../shared/workflow/decide.ts';
import type { By, LifeRecord, Step } from '../../shared/workflow/lifecycle.ts';
import { everyStep, stepped as steppedBy } from './paths.ts';

/** Livestock reports and records for tests. */

export const AT = '2026-11-20T21:42:00.000Z';
export const TASHI: By = { kind: 'staff', id: 'tashi.tsering@biru-town-team.kora.example', name: '扎西次仁' };

export const aReport = (change: Record<string, unknown> = {}): Report =>
  report.parse({
    ...{ species: 'yak', problem: 'difficult-birth', since: '2026-11-21T00:10:00+08:00' },
    place: { township: '540622100', words: '扎西塔隆村牧场' },
    ...{ wayThere: '过桥右转，沿河走 3 公里', waiting: '贡布' },
    reporter: { name: '贡布', phone: '13908961234' },
    consent: '2026-11',
    ...change,
  });

export const dataOf = (change: Record<string, unknown> = {}): LivestockData =>
  livestock.life.data.parse(
    livestock.receive(aReport(change), {
      area: '540622100',
      content: 'digest',
      submittedBy: undefined,
      language: 'zh',
    }),
  );

export const triaged = (change: Partial<Triaged> = {}): Step => ({
  type: 'triaged',
  at: AT,
  by: { kind: 'system', id: 'kora' },
  input: {
    ...{
      number: 'L26-540622-0001',
      unit: 'biru-town-team',
      bureau: 'biru-husbandry-station',
      county: 'biru-agriculture',
    },
    ...{ urgency: 'critical', suspicious: false, duplicates: [] },
    delays: { acceptance: 300_000, departure: 900_000, reminder: 900_000, review: 172_800_000, lateVisit: 86_400_000 },
    ...change,
  },
});

export const begun = (change: Record<string, unknown> = {}): LifeRecord<LivestockData> =>
  begin(livestock.life, 'a'.repeat(32), dataOf(change), {
    ...{ type: 'report', at: AT, by: { kind: 'reporter', id: 'reporter' } },
  });

type Does = Partial<Step> & { type: string };

/** The record after the steps, each taken by 扎西次仁 unless it says otherwise. */
export const stepped = (record: LifeRecord<LivestockData>, ...steps: Does[]): LifeRecord<LivestockData> =>
  steppedBy(
    livestock.life,
    record,
    steps.map((s) => ({ at: AT, by: TASHI, ...s })),
  );

/** What each action may be given, where the charts look at it. */
export const INPUTS: Record<string, Record<string, unknown>> = {
  accept: {},
  depart: { people: ['扎西次仁', '索朗卓嘎'], instruments: '产科器械、麻醉药' },
  arrive: {},
  examine: { role: 'dam', species: 'yak', count: 1, findings: '坐骨骨折，产道受阻' },
  advise: { advice: '热敷，观察两小时' },
  reassign: { unit: 'xiaqu-team', bureau: 'biru-husbandry-station', county: 'biru-agriculture', reason: '更近' },
  'hand-back': { reason: '车坏了' },
  'suspect-epidemic': { signs: '口腔水疱，多头' },
  'rule-on-epidemic': { verdict: 'ruled-out', note: '检测阴性' },
  'correct-verdict': { verdict: 'confirmed', reason: '复检阳性' },
  'plan-follow-up': { on: '2026-11-28', purpose: '拆线' },
  'record-follow-up': { findings: '伤口愈合' },
  'cancel-follow-up': { reason: '牧户已转场' },
  merge: { into: 'b'.repeat(32), number: 'L26-540622-0002' },
  'keep-apart': { other: 'b'.repeat(32) },
  'declare-false': { reason: '查无此事' },
  withdraw: { reason: '已自行产下' },
  'add-information': { text: '换到河对岸了' },
  close: { lossAvertedFen: 1_800_000 },
  reopen: { reason: '又复发' },
  treat: { procedure: '侧腹壁切开剖宫产', drugs: '利多卡因、头孢噻呋', withdrawalDays: 8, people: ['扎西次仁'] },
  'record-outcome': { outcome: 'alive' },
  revise: { reason: '登记有误' },
};

const STILL = new Set(['add-information', 'treat', 'suspect-epidemic', 'rule-on-epidemic', 'correct-verdict']);

const stepOf = (action: string, { data }: LifeRecord<LivestockData>): Step | undefined =>
  STILL.has(action) || (action === 'examine' && data.animals.length > 0)
    ? undefined
    : { type: action, at: AT, by: TASHI, input: INPUTS[action] };

/** What may happen to a case and its one animal, epidemics apart: they change no state. */
const steps = (record: LifeRecord<LivestockData>): Step[] => [
  ...(record.state === 'received' ? [triaged()] : []),
  ...everyStep(livestock.life, record, stepOf, AT),
];

const isExamined = ({ data }: LifeRecord<LivestockData>): boolean => data.animals.length > 0;

/** Everything. */
export const graph = () => ({ life: livestock.life, start: begun(), steps });

/** From the report to the first examination, or an end before it. */
export const untilExamined = () => ({
  ...graph(),
  steps: (record: LifeRecord<LivestockData>) =>
    isExamined(record) ? [] : steps(record).filter((s) => s.type !== 'reopen'),
});

/** From the first examination on. */
export const onceExamined = () => ({
  ...graph(),
  start: stepped(begun(), triaged(), { type: 'accept', input: {} }, { type: 'examine', input: INPUTS.examine }),
});
