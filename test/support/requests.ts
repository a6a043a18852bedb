import { request } from '../../functions/requests/case.ts';
import type { Triaged } from '../../functions/requests/events.ts';
import { type Report, type RequestData, report } from '../../functions/requests/schema.ts';
import { plus } from '../../shared/time.ts';
import { begin } from '../../shared/workflow/decide.ts';
import type { By, LifeRecord, Step } from '../../shared/workflow/lifecycle.ts';
import { everyStep, stepped as steppedBy } from './paths.ts';

/** Requests for tests. */

export const AT = '2026-11-24T02:00:00.000Z';
export const PHURBU: By = { kind: 'staff', id: 'phurbu@jiarong.kora.example', name: '普布次仁' };

export const aReport = (change: Record<string, unknown> = {}): Report =>
  report.parse({
    ...{ kind: 'help', matter: '三单元楼道灯坏了一个星期，老人晚上下楼看不见' },
    place: { township: '540102007', words: '加荣社区二区 3 栋' },
    reporter: { name: '次央', phone: '13908911234', email: 'ciyang@x.example' },
    consent: '2026-11',
    ...change,
  });

export const dataOf = (change: Record<string, unknown> = {}): RequestData =>
  request.life.data.parse(
    request.receive(aReport(change), { area: '540102007', content: 'digest', submittedBy: undefined, language: 'zh' }),
  );

const DAY = 86_400_000;

export const triaged = (change: Partial<Triaged> = {}): Step => ({
  type: 'triaged',
  at: AT,
  by: { kind: 'system', id: 'kora' },
  input: {
    ...{ number: 'R26-540102-0001', unit: 'jiarong-community', bureau: 'jiarong-community', urgency: 'normal' },
    ...{ attempts: 3, unrouted: false },
    answerBy: plus(AT, 5 * DAY),
    delays: { take: 14_400_000, reminder: DAY },
    ...change,
  },
});

export const begun = (change: Record<string, unknown> = {}): LifeRecord<RequestData> =>
  begin(request.life, 'b'.repeat(32), dataOf(change), {
    ...{ type: 'report', at: AT, by: { kind: 'reporter', id: 'reporter' } },
  });

type Does = Partial<Step> & { type: string };

/** The record after the steps, each taken by 普布次仁 unless it says otherwise. */
export const stepped = (record: LifeRecord<RequestData>, ...steps: Does[]): LifeRecord<RequestData> =>
  steppedBy(
    request.life,
    record,
    steps.map((s) => ({ at: AT, by: PHURBU, ...s })),
  );

/** What each action may be given, where the charts look at it. */
export const INPUTS: Record<string, Record<string, unknown>> = {
  take: {},
  'assign-lead': { person: 'zhangli@jiarong.kora.example', name: '张丽' },
  reassign: { unit: 'jiarong-community', bureau: 'jiarong-community', reason: '属地' },
  consult: { unit: 'kora-platform', question: '路灯归谁管' },
  'give-opinion': { opinion: '归物业' },
  extend: { workingDays: 3, reason: '等配件', answerBy: plus(AT, 8 * DAY) },
  answer: { text: '灯已换好', callBackBy: plus(AT, 2 * DAY) },
  settle: { rating: 5 },
  'not-settled': { reason: '又灭了', answerBy: plus(AT, 5 * DAY) },
  'record-call': { result: 'no-answer', answerBy: plus(AT, 5 * DAY), callBackBy: plus(AT, 2 * DAY) },
  'add-information': { text: '四单元也坏了' },
  withdraw: { reason: '自己修好了' },
  reopen: { reason: '又来电话', answerBy: plus(AT, 5 * DAY) },
};

/** Calls on three days, and both answers that a call may get. */
const CALLS = ['2026-11-25', '2026-11-26', '2026-11-27'].map((day) => ({ at: `${day}T02:00:00.000Z` }));

const calls = (record: LifeRecord<RequestData>): Step[] => {
  const next = CALLS[record.data.calls.length];
  const input = (result: string) => ({ ...INPUTS['record-call'], result });
  const call = { type: 'record-call', at: AT, by: PHURBU };
  if (!next) return [];
  return [
    { ...call, input: input('settled') },
    { ...call, input: input('not-settled') },
    { ...call, ...next, input: input('no-answer') },
  ];
};

const STILL = new Set(['add-information', 'record-call', 'reassign']);

const stepOf = (action: string, { data }: LifeRecord<RequestData>): Step | undefined => {
  const seen = (action === 'consult' && data.consultations.length > 0) || (action === 'extend' && data.reopened > 0);
  return STILL.has(action) || seen ? undefined : { type: action, at: AT, by: PHURBU, input: INPUTS[action] };
};

const isAnswered = ({ state }: LifeRecord<RequestData>): boolean => JSON.stringify(state).includes('toCall');

/** What may happen to a request and to the one unit that is consulted. */
const steps = (record: LifeRecord<RequestData>): Step[] => [
  ...(record.state === 'received' ? [triaged()] : []),
  ...everyStep(request.life, record, stepOf, AT),
  ...(isAnswered(record) ? calls(record) : []),
];

/** What the calls said tells answered requests apart. */
export const graph = () => ({
  life: request.life,
  start: begun(),
  steps,
  marks: ({ data }: LifeRecord<RequestData>) => data.calls.map((c) => c.result),
});
