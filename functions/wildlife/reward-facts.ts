import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { load } from '../../shared/workflow/store.ts';
import type { RewardFacts } from '../rewards/facts.ts';
import { stage, wildlife } from './case.ts';
import type { WildlifeData } from './schema.ts';

/** What a reward is decided on, told without the wildlife case's own terms. */

type Record_ = LifeRecord<WildlifeData>;

/** The facts of a case that has ended, with the reports merged into it; undefined before it has a number. */
export const rewardFactsOf = async (record: Record_): Promise<RewardFacts | undefined> => {
  const { data } = record;
  if (!data.number) return undefined;
  return {
    ...{ caseId: record.id, caseNumber: data.number, caseType: 'wildlife' },
    ...{ area: data.area, unit: data.unit, bureau: data.bureau, ended: stage(record.state) },
    reports: await reportsOf(record),
    animals: data.animals.map((a) => ({ id: a.id, name: a.nameZh, class: a.classCode, outcome: a.outcome })),
    closedAt: data.closedAt ?? record.updatedAt,
  };
};

type Report = RewardFacts['reports'][number];

/** Its own report and those merged into it, and those merged into them, by arrival. */
const reportsOf = async (record: Record_): Promise<Report[]> => {
  const found = new Map([[record.id, record]]);
  const waiting = [...record.data.merged];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const merged = found.has(next.id) ? undefined : await load(wildlife.life, next.id);
    if (!merged) continue;
    found.set(merged.id, merged);
    waiting.push(...merged.data.merged);
  }
  return [...found.values()].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)).map(reportOf);
};

const INVALID = new Set(['false', 'notWildlife', 'withdrawn']);

const reportOf = ({ id, createdAt, state, data }: Record_): Report => ({
  ...{ caseId: id, receivedAt: createdAt, source: data.reporter.source, wantsReward: data.report.wantsReward },
  ...{ phone: data.reporter.phone, email: data.reporter.email, name: data.reporter.name, language: data.language },
  valid: !INVALID.has(stage(state)),
});
