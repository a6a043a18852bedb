import { invalidField } from '../../shared/errors.ts';
import { contentDigest, newId } from '../../shared/ids.ts';
import type { Moment } from '../../shared/time.ts';
import { begin } from '../../shared/workflow/decide.ts';
import { type By, personOf } from '../../shared/workflow/lifecycle.ts';
import { create, fromItem } from '../../shared/workflow/store.ts';
import { areaTest } from '../directory/areas.ts';
import { settingsOf } from '../directory/lookup.ts';
import { concerns } from '../directory/nearness.ts';
import { mustBeVerified } from '../directory/verified.ts';
import { station as stationOf } from '../stations/lookup.ts';
import { type Notice, notice } from './notice.ts';
import { checkNotice, endOf } from './rules.ts';
import type { NoticeData, NoticeInput } from './schema.ts';
import { noticeSettings } from './settings.ts';

/** How a notice comes about, and what is looked up for its steps. */

const mustBeArea = async (area: string): Promise<void> => {
  if (!(await areaTest())(area)) throw invalidField('area', 'unknown-area', 'is not a known area code');
};

/** A station on whose board it is to stand has to be one, and in its area. */
const mustBeStations = async (ids: string[], area: string): Promise<void> => {
  const known = await Promise.all(ids.map(stationOf));
  known.forEach((station, i) => {
    if (!station?.active) throw invalidField(`stations.${i}`, 'unknown-station', 'is no station');
    if (!station.areas.some((a) => concerns(area, a)))
      throw invalidField(`stations.${i}`, 'elsewhere', 'is not in the area of the notice');
  });
};

interface Writing {
  by: By;
  at: Moment;
  /** The same key again is the same notice. */
  key?: string;
}

/** Writes the draft of a notice for a verified unit. Throws `not-verified`, `invalid-input`. */
export const write = async (unit: string, said: NoticeInput, { by, at, key }: Writing): Promise<Notice> => {
  await mustBeVerified(unit);
  checkNotice(said, at);
  await Promise.all([mustBeArea(said.area), mustBeStations(said.stations, said.area)]);
  const { complaintLimit } = await settingsOf(unit, noticeSettings);
  const data: NoticeData = {
    ...said,
    ...{ unit, ends: endOf(said.until), by: personOf(by), openedAt: at },
    ...{ revision: 0, complaintLimit, complaints: [], settled: 0 },
  };
  const id = key === undefined ? newId() : contentDigest(['notice', unit, key]).slice(0, 20);
  const record = begin(notice, id, data, { type: 'written', at, by });
  const there = await create(notice, record);
  return there ? fromItem(notice, there) : record;
};

/** Only a verified unit puts something before the public or changes it there; an area has to be one. */
export const resolve = async (
  action: string,
  input: Record<string, unknown>,
  { data }: Notice,
): Promise<Record<string, unknown>> => {
  if (action === 'publish' || action === 'change' || action === 'keep') await mustBeVerified(data.unit);
  if (action !== 'change') return input;
  const { area, stations } = input as NoticeInput;
  await Promise.all([mustBeArea(area), mustBeStations(stations, area)]);
  return input;
};
