import { wildlife } from '../../functions/wildlife/case.ts';
import type { Triaged } from '../../functions/wildlife/events.ts';
import { type Report, report, type WildlifeData } from '../../functions/wildlife/schema.ts';
import { begin, decide } from '../../shared/workflow/decide.ts';
import type { By, LifeRecord, Step } from '../../shared/workflow/lifecycle.ts';

/** Wildlife reports and records for tests. */

export const AT = '2026-04-06T01:20:00.000Z';
export const SANGYE: By = { kind: 'staff', id: 'sangye@beibeng-rangers.kora.example', name: '桑杰' };

/** A report as the form takes it, with what a test changes. */
export const aReport = (change: Record<string, unknown> = {}): Report =>
  report.parse({
    species: '红头咬鹃',
    condition: 'injured',
    foundAt: '2026-04-06T09:00:00+08:00',
    place: { township: '540423206', words: '背崩村桥头' },
    consent: '2026-11',
    ...change,
  });

/** The data of a new case. */
export const dataOf = (change: Record<string, unknown> = {}): WildlifeData =>
  wildlife.life.data.parse(
    wildlife.receive(aReport(change), { area: '540423206', content: 'digest', submittedBy: undefined, language: 'zh' }),
  );

export const triaged = (change: Partial<Triaged> = {}): Step => ({
  type: 'triaged',
  at: AT,
  by: { kind: 'system', id: 'kora' },
  input: {
    number: 'W26-540423-0001',
    unit: 'beibeng-rangers',
    bureau: 'medog-forestry',
    urgency: 'urgent',
    identification: { status: 'listed', nameZh: '红头咬鹃', classCode: 'national-2', suggestions: [] },
    delays: { acceptance: 1_800_000, reminder: 14_400_000, arrival: 14_400_000, review: 604_800_000 },
    duplicates: [],
    ...change,
  },
});

/** A record in its first state. */
export const begun = (change: Record<string, unknown> = {}): LifeRecord<WildlifeData> =>
  begin(wildlife.life, 'a'.repeat(32), dataOf(change), {
    type: 'report',
    at: AT,
    by: { kind: 'reporter', id: 'reporter' },
  });

type Does = Partial<Step> & { type: string };

/** The record after the steps, each taken by 桑杰 unless it says otherwise. */
export const stepped = (record: LifeRecord<WildlifeData>, ...steps: Does[]): LifeRecord<WildlifeData> =>
  steps.reduce((r, s) => decide(wildlife.life, r, { at: AT, by: SANGYE, ...s }), record);

export const KNOWN = { nameZh: '红头咬鹃', scientificName: 'Harpactes erythrocephalus', classCode: 'national-2' };

/** What each action may be given, where the charts look at it. */
export const INPUTS: Record<string, Record<string, unknown>> = {
  accept: { etaMinutes: 20 },
  assess: { ...KNOWN, speciesKey: 'harpactes-erythrocephalus', condition: 'injured', count: 1 },
  identify: { ...KNOWN, speciesKey: 'harpactes-erythrocephalus' },
  reassign: { unit: 'dexing-rangers', bureau: 'medog-forestry', reason: '更近' },
  merge: { into: 'b'.repeat(32), number: 'W26-540423-0002' },
  'keep-apart': { other: 'b'.repeat(32) },
  'hand-back': { reason: '车坏了' },
  'declare-gone': { reason: '已飞走' },
  'declare-not-wildlife': { reason: '家鸽' },
  'declare-false': { reason: '查无此事' },
  reopen: { reason: '又有新情况' },
  withdraw: { reason: '看错了' },
  'add-information': { text: '还在桥头' },
  'start-transport': {
    ...{ carrier: '多吉扎西', to: '格当乡', expectedMinutes: 90, graceMinutes: 15, checklist: ['crate-secured'] },
  },
  'end-transport': { note: '平安到达' },
  'log-care': { treatment: '补液' },
  'request-transfer': { to: 'gedang-rescue-centre', purpose: 'rehabilitation' },
  'accept-transfer': { kind: 'rescue-centre' },
  'decline-transfer': { reason: '没有笼舍' },
  release: { place: '背崩乡林地', suits: '原生境' },
  'record-death': { cause: '内脏破裂' },
  'record-escape': { note: '换药时飞走' },
  inspect: { passed: true, inspector: '扎西', report: '未见疫病' },
  dispose: { method: 'deep-burial', place: '背崩乡', certificate: 'WH-1' },
  revise: { reason: '登记有误' },
};
