import * as z from 'zod';
import { startOfDay } from '../../shared/calendar.ts';
import { DomainError, invalidField, isDomainError } from '../../shared/errors.ts';
import type { Language } from '../../shared/fields.ts';
import { addDays, between, type Moment, now, plus } from '../../shared/time.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { loadCase } from '../cases/access.ts';
import type { CaseType } from '../cases/case-type.ts';
import { type Indexed, newestIn } from '../cases/nearby.ts';
import type { CaseData } from '../cases/schema.ts';
import { wordsOf } from '../cases/track.ts';
import { areaName } from '../directory/areas.ts';
import { countiesServed, units } from '../directory/lookup.ts';
import type { ServiceRequest } from './schema.ts';
import { nameOf, offered, serviceOf } from './services.ts';

/** Cases as anybody may see them: which service, how far, where to the township, when. Nothing that anybody wrote. */

/** What is told of one case, before it is put into words. */
interface Told {
  id: string;
  type: CaseType;
  state: unknown;
  isClosed: boolean;
  area: string;
  unit?: string;
  receivedAt: Moment;
  updatedAt: Moment;
}

const NOTHING = {
  ...{ description: null, service_notice: null, expected_datetime: null },
  ...{ zipcode: null, lat: null, long: null, media_url: null },
};

/** Names of the places and units of a list; each is looked up once. */
const namesFor = async (told: Told[], language: Language) => {
  const codes = [...new Set(told.flatMap((x) => [x.area, x.area.slice(0, 6)]))];
  const places = new Map(await Promise.all(codes.map(async (c) => [c, await areaName(c, language)] as const)));
  const known = await units(told.flatMap((x) => x.unit ?? []));
  const agencies = new Map(known.map((u) => [u.id, u.name[language] ?? u.name.zh]));
  const place = (code: string) => [...new Set([code.slice(0, 6), code])].map((c) => places.get(c) ?? c).join(' ');
  return { place, agency: (id: string | undefined) => agencies.get(id ?? '') ?? null };
};

export const viewsOf = async (told: Told[], language: Language): Promise<ServiceRequest[]> => {
  const names = await namesFor(told, language);
  return told.map((x) => ({
    ...NOTHING,
    service_request_id: x.id,
    status: x.isClosed ? 'closed' : 'open',
    status_notes: x.state === undefined ? '' : wordsOf(x.type, language)(`stage.${x.type.stage(x.state)}`),
    ...{ service_name: nameOf(x.type, language), service_code: x.type.type },
    agency_responsible: names.agency(x.unit),
    ...{ requested_datetime: x.receivedAt, updated_datetime: x.updatedAt },
    ...{ address: names.place(x.area), address_id: x.area },
  }));
};

const fromRecord = (type: CaseType, record: LifeRecord<CaseData>): Told => ({
  ...{ id: record.id, type, state: record.state, area: record.data.area, unit: record.data.unit },
  isClosed: type.facts(record).ended !== undefined,
  ...{ receivedAt: record.createdAt, updatedAt: record.updatedAt },
});

const isOffered = async (type: CaseType): Promise<boolean> => (await offered()).some((o) => o.type === type.type);

/** One case by its id; throws `not-found`. */
export const toldOf = async (id: string): Promise<Told> => {
  if (!isId(id)) throw unknown();
  const { type, record } = await loadCase(id).catch((e: unknown) => {
    throw isDomainError(e, 'not-found') ? unknown() : e;
  });
  if (!(await isOffered(type))) throw unknown();
  return fromRecord(type, record);
};

const isId = (id: string): boolean => /^[0-9a-f]{32}$/.test(id);

const unknown = () => new DomainError('not-found', 'not-found', 'service_request_id was not found.');

/** Those of the ids that there are; asking by id passes over every other filter. */
export const toldOfAll = async (ids: string[]): Promise<Told[]> => {
  const found = await Promise.all(
    ids.map((id) =>
      toldOf(id).catch((e: unknown) => {
        if (!isDomainError(e, 'not-found')) throw e;
        return undefined;
      }),
    ),
  );
  return found.filter((x) => x !== undefined);
};

const facts = z.looseObject({
  receivedAt: z.string(),
  area: z.string(),
  ended: z.string().optional(),
  shown: z.object({ state: z.unknown(), unit: z.string().optional(), updatedAt: z.string() }).optional(),
});

const fromIndex = (type: CaseType, { id, facts: kept }: Indexed): Told => {
  const { receivedAt, area, ended, shown } = facts.parse(kept);
  return {
    ...{ id, type, area, receivedAt, isClosed: ended !== undefined },
    ...{ state: shown?.state, unit: shown?.unit, updatedAt: shown?.updatedAt ?? receivedAt },
  };
};

export interface Filter {
  services?: string[];
  status?: ('open' | 'closed')[];
  from: Moment;
  to: Moment;
}

/** By the specification: no more than so many in one answer, and no longer than so many days. */
const MOST = 1000;
const LONGEST = 90 * 86_400_000;

/** The first and the last moment of a search; a span that begins or ends nowhere is 90 days long. Throws `invalid-input`. */
export const spanOf = (start: Moment | undefined, end: Moment | undefined): Pick<Filter, 'from' | 'to'> => {
  const to = end ?? (start === undefined ? now() : earlier(plus(start, LONGEST), now()));
  const from = start ?? plus(to, -LONGEST);
  if (start !== undefined && end !== undefined && between(from, to) > LONGEST)
    throw invalidField('end_date', 'too-large', 'lies more than 90 days after start_date');
  if (to < from) throw invalidField('end_date', 'too-small', 'lies before start_date');
  return { from, to };
};

const earlier = (a: Moment, b: Moment): Moment => (a < b ? a : b);

/** A moment, or a day as its first or its last one; undefined where it is neither. */
export const momentOf = (text: string, which: 'first' | 'last'): Moment | undefined => {
  if (/^\d{4}-\d\d-\d\d$/.test(text) && z.iso.date().safeParse(text).success)
    return which === 'first' ? startOfDay(text) : plus(startOfDay(addDays(text, 1)), -1);
  const said = z.iso.datetime({ offset: true }).safeParse(text.replace(' ', '+')); // a plus sign that came as a space
  return said.success ? new Date(said.data).toISOString() : undefined;
};

/** The cases that fit, newest first, at most a thousand. One query a service and county, which reads no further. */
export const toldIn = async ({ services, ...filter }: Filter): Promise<Told[]> => {
  const types = services === undefined ? await offered() : await Promise.all(services.map(serviceOf));
  const found = (await Promise.all(types.map((type) => toldOfType(type, filter)))).flat();
  return found.sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1)).slice(0, MOST);
};

const toldOfType = async (type: CaseType, { status, from, to }: Omit<Filter, 'services'>): Promise<Told[]> => {
  const fits = ({ facts: { ended } }: Indexed) =>
    status === undefined || status.includes(ended === undefined ? 'open' : 'closed');
  const counties = await countiesServed(type.type);
  const found = await Promise.all(
    counties.map((area) => newestIn({ type: type.type, area, from, to: plus(to, 1) }, MOST, fits)),
  );
  return found.flat().map((item) => fromIndex(type, item));
};
