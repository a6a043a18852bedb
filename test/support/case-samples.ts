import type { AnyReport } from '../../functions/cases/case-type.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import * as livestock from './livestock.ts';
import * as requests from './requests.ts';
import * as help from './station-help.ts';
import * as wildlife from './wildlife.ts';

/** One of each type of case. */
export interface CaseSample<R = AnyReport> {
  report: () => R;
  /** A case that triage has just placed. */
  placed: () => LifeRecord;
  /** Who then takes it on, and how. */
  by: string;
  action: string;
  /** What the action takes, where it takes anything. */
  input?: object;
}

const sample = <D>(
  { aReport, begun, stepped }: { aReport: () => AnyReport; begun: () => LifeRecord<D>; stepped: Stepped<D> },
  triaged: Parameters<Stepped<D>>[1],
  [by, action]: [string, string],
): CaseSample => ({ report: aReport, placed: () => stepped(begun(), triaged) as LifeRecord, by, action });

type Stepped<D> = (record: LifeRecord<D>, step: ReturnType<typeof wildlife.triaged>) => LifeRecord<D>;

/** By the types' names; a test over all types fails where one is missing here. */
export const caseSamples: Record<string, CaseSample> = {
  wildlife: sample(wildlife, wildlife.triaged(), [wildlife.SANGYE.id, 'accept']),
  livestock: sample(livestock, livestock.triaged(), [livestock.TASHI.id, 'accept']),
  request: sample(requests, requests.triaged(), [requests.PHURBU.id, 'take']),
  'station-help': sample(help, help.triaged('urgent'), [help.YESHE.id, 'accept']),
};
