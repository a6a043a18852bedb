import * as z from 'zod';
import { invalidField, notFound } from '../../shared/errors.ts';
import { date, email } from '../../shared/fields.ts';
import type { Reply } from '../../shared/route.ts';
import { type Route, route } from '../../shared/route.ts';
import { lang } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { unitAt } from '../directory/schema.ts';
import { teamOf } from '../duty/people.ts';
import { mustBeFirst, mustSeeRecord } from './access.ts';
import { recordsOf } from './record.ts';
import { recordCsv, recordsCsv } from './record-csv.ts';
import { workRecord, workRecordView } from './record-schema.ts';
import { recordViewOf } from './views.ts';
import { wordsIn } from './words.ts';

const span = z.object({
  from: date().optional(),
  to: date().optional(),
  format: z.enum(['json', 'csv']).default('json'),
  lang,
});

/** Throws `invalid-input` where the last day lies before the first. */
const checkSpan = ({ from, to }: { from?: string; to?: string }): void => {
  if (from !== undefined && to !== undefined && to < from)
    throw invalidField('to', 'before-start', 'lies before the first day');
};

const sheet = (content: string, name: string): Reply => ({
  file: { content, type: 'text/csv; charset=utf-8', name: `${name}.csv` },
});

export const recordRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/growth/units/{unit}/record',
    summary:
      'My record of weeks led, tasks, rectifications, sessions and activities; somebody else’s (`person`) for the first secretary; JSON or CSV',
    access: 'staff',
    params: unitAt,
    query: span.extend({ person: email().optional() }),
    reply: workRecordView,
    handle: async ({ actor, params: { unit }, query, language }) => {
      const person = query.person ?? actor.id;
      mustSeeRecord(actor, unit, person);
      checkSpan(query);
      const team = await teamOf(unit, language);
      if (person !== actor.id && !team.members.some((m) => m.email === person)) throw notFound('person');
      const [found] = await recordsOf(unit, [team.named(person)], query, now());
      if (!found) throw notFound('record');
      return query.format === 'csv'
        ? sheet(recordCsv(found, wordsIn(language)), `record-${unit}`)
        : { body: recordViewOf(found, language) };
    },
  }),
  route({
    method: 'GET',
    path: '/growth/units/{unit}/records',
    summary: 'The records of everybody in the community, over all and by month, for the first secretary; JSON or CSV',
    access: 'staff',
    params: unitAt,
    query: span,
    reply: z.object({ records: z.array(workRecord.omit({ entries: true })) }),
    handle: async ({ actor, params: { unit }, query, language }) => {
      mustBeFirst(actor, unit);
      checkSpan(query);
      const team = await teamOf(unit, language);
      const people = team.members.map((m) => ({ id: m.email, name: m.name }));
      const records = await recordsOf(unit, people, query, now());
      return query.format === 'csv'
        ? sheet(recordsCsv(records, wordsIn(language)), `records-${unit}`)
        : { body: { records } };
    },
  }),
];
