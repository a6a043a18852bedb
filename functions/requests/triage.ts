import { now } from '../../shared/time.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import type { LocalDays } from '../../shared/working-days.ts';
import { placed } from '../cases/placement.ts';
import { localDaysOf } from '../directory/local-days.ts';
import { routeFor, settingsOf } from '../directory/lookup.ts';
import { request } from './case.ts';
import type { Triaged } from './events.ts';
import { delaysOf, dueOf, urgencyOf } from './rules.ts';
import type { RequestData } from './schema.ts';
import { type RequestSettings, requestSettings } from './settings.ts';

/** A unit's settings for requests, with the days that it has off or works on. */
export const setUpOf = async (unit: string): Promise<{ own: RequestSettings; local: LocalDays }> => {
  const [own, local] = await Promise.all([settingsOf(unit, requestSettings), localDaysOf(unit)]);
  return { own, local };
};

/** Number, unit and clocks of a new request, in working days of the unit. */
export const triaged = async (record: LifeRecord<RequestData>): Promise<Triaged> => {
  const { unit: own, area, report } = record.data;
  const place = await placed(request, record);
  const setUp = await setUpOf(place.unit);
  return {
    ...place,
    urgency: urgencyOf(report.kind),
    delays: delaysOf(report.kind, setUp.own),
    answerBy: dueOf(report.kind, now(), setUp.own, setUp.local),
    attempts: setUp.own.attempts,
    unrouted: own === undefined && (await routeFor('request', area)) === undefined,
  };
};
