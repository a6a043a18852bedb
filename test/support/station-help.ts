import { stationHelp } from '../../functions/station-help/case.ts';
import type { Triaged } from '../../functions/station-help/events.ts';
import { delaysOf } from '../../functions/station-help/rules.ts';
import { type HelpData, type Kind, type Report, report } from '../../functions/station-help/schema.ts';
import { stationHelpSettings } from '../../functions/station-help/settings.ts';
import { plus } from '../../shared/time.ts';
import { begin } from '../../shared/workflow/decide.ts';
import type { By, LifeRecord, Step } from '../../shared/workflow/lifecycle.ts';
import { everyStep, type Graph, stepped as steppedBy } from './paths.ts';
import { having } from './settings.ts';

/** Help at a rest station, for tests. */

export const AT = '2026-11-24T02:00:00.000Z';
export const YESHE: By = { kind: 'staff', id: 'yeshe@gonjo-dongfeng.kora.example', name: '益西' };
const PLACE = { township: '540322100', words: '东风警务站爱心驿站（贡觉县莫洛镇东风警务站内）' };

export const aReport = (change: Record<string, unknown> = {}): Report =>
  report.parse({
    ...{ station: 'gonjo-dongfeng', kind: 'mediation', matter: '平台扣了三天的配送费，站长不认' },
    reporter: { name: '多杰', phone: '13908950001', email: 'dorje@rider.example' },
    consent: '2026-11',
    ...change,
  });

export const dataOf = (change: Record<string, unknown> = {}): HelpData =>
  stationHelp.life.data.parse(
    stationHelp.receive(aReport(change), {
      ...{ area: '540322100', place: PLACE, content: 'digest', submittedBy: undefined, language: 'zh' },
    }),
  );

export const triaged = (kind: Kind, change: Partial<Triaged> = {}): Step => ({
  type: 'triaged',
  at: AT,
  by: { kind: 'system', id: 'kora' },
  input: {
    ...{
      number: 'H26-540322-0001',
      stationName: '东风警务站爱心驿站',
      delays: delaysOf(kind, having(stationHelpSettings)),
    },
    ...(kind === 'urgent'
      ? { unit: 'gonjo-dongfeng-post', post: 'gonjo-dongfeng-post', urgency: 'critical' }
      : { unit: 'gonjo-union', urgency: 'normal' }),
    ...{ keeper: 'gonjo-union', union: 'gonjo-union', bureau: 'gonjo-union' },
    ...change,
  },
});

export const begun = (kind: Kind = 'mediation'): LifeRecord<HelpData> =>
  begin(stationHelp.life, 'd'.repeat(32), dataOf({ kind }), {
    ...{ type: 'report', at: AT, by: { kind: 'reporter', id: 'reporter' } },
  });

type Does = Partial<Step> & { type: string };

/** The record after the steps, each taken by 益西 unless it says otherwise. */
export const stepped = (record: LifeRecord<HelpData>, ...steps: Does[]): LifeRecord<HelpData> =>
  steppedBy(
    stationHelp.life,
    record,
    steps.map((s) => ({ at: AT, by: YESHE, ...s })),
  );

const held = { heldAt: AT, where: '驿站会议桌', parties: ['多杰', '站长扎西'] };

/** What each action may be given, where the chart looks at it. */
export const INPUTS: Record<string, Record<string, unknown>> = {
  accept: {},
  'record-help': { what: '陪同送医', result: 'helped' },
  mediate: { reason: '还有赔偿要谈' },
  'plan-mediation': { at: plus(AT, 86_400_000), where: '驿站会议桌' },
  'record-mediation': { ...held, result: 'agreed', agreement: '三天内补发 180 元' },
  'record-check': { result: 'kept', note: '已收到' },
  refer: { to: '县劳动人事争议仲裁院', reason: '金额有争议' },
  'hand-back': { reason: '不在班' },
  'declare-false': { reason: '玩笑' },
  'add-information': { text: '有聊天记录' },
  withdraw: { reason: '自己谈好了' },
  reopen: { reason: '又没发' },
};

export const act = (type: string, change: Record<string, unknown> = {}) => ({
  type,
  input: { ...INPUTS[type], ...change },
});

/** Of an action whose input decides what comes of it, every answer. */
const ANSWERS: Record<string, Record<string, unknown>[]> = {
  'record-help': [{}, { result: 'handed-on' }, { result: 'nobody-there' }],
  'record-mediation': [
    {},
    { ...held, result: 'not-agreed', agreement: undefined },
    { ...held, result: 'withdrawn', agreement: undefined },
  ],
  'record-check': [{}, { result: 'not-kept' }],
};

/** Does not move the case, or begins it anew: taken once, so that paths end. */
const ONCE = new Set(['reopen', 'hand-back', 'mediate']);

const steps =
  (kind: Kind, without: string[]) =>
  (record: LifeRecord<HelpData>): Step[] => {
    const seen = (a: string) => ONCE.has(a) && record.history.some((e) => e.event === a);
    const dull = (a: string) => a === 'add-information' || a in ANSWERS || without.includes(a) || seen(a);
    const own = everyStep(
      stationHelp.life,
      record,
      (a) => (dull(a) ? undefined : { ...act(a), at: AT, by: YESHE }),
      AT,
    );
    const answers = Object.entries(ANSWERS).flatMap(([a, changes]) =>
      record.history.filter((e) => e.event === a).length > 1
        ? []
        : changes.map((c): Step => ({ ...act(a, c), at: AT, by: YESHE })),
    );
    const possible = answers.filter((s) => canTake(record, s));
    return [...(record.state === 'received' ? [triaged(kind)] : []), ...own, ...possible];
  };

const canTake = (record: LifeRecord<HelpData>, { at, by, type, input = {} }: Step): boolean =>
  stationHelp.life.machine
    .resolveState({ value: record.state as never, context: record.data as never })
    .can({ type, at, by, input } as never);

/** Everything that may happen to help that is asked for, from its arrival. */
export const graph = (kind: Kind, without: string[] = []): Graph<HelpData> => ({
  life: stationHelp.life,
  start: begun(kind),
  steps: steps(kind, without),
});
