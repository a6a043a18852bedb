import * as z from 'zod';
import type { Actor } from '../../shared/auth.ts';
import { inputSchema } from '../../shared/body.ts';
import type { Language } from '../../shared/fields.ts';
import { localised } from '../../shared/form-labels.ts';
import type { Moment } from '../../shared/time.ts';
import { type OpenAction, openAction } from '../../shared/workflow/lifecycle.ts';
import { load } from '../../shared/workflow/store.ts';
import { areasUnder } from '../directory/areas.ts';
import { units, unitsBelow, unitsCovering } from '../directory/lookup.ts';
import { nameIn } from '../directory/views.ts';
import { keptBy, mayAdd } from './access.ts';
import { type Fault, fault } from './fault/fault.ts';
import { closedFaultsOf, openFaultsOf } from './fault/list.ts';
import { faultRow, faultView } from './fault/schema.ts';
import { faultRowOf, faultViewOf } from './fault/view.ts';
import { shownStation } from './find.ts';
import { brokenAt, everyStation } from './lookup.ts';
import { type Station, stationId, stationInput } from './schema.ts';
import { stationView } from './views.ts';
import { wordsIn } from './words.ts';

/** What the desk is told of stations. */

export const keptList = z.object({
  stations: z.array(stationView),
  faults: z.array(faultRow),
  /** The form for a new station, where the caller may add one. */
  add: openAction.optional(),
});

export const keptView = z.object({
  station: stationView,
  version: z.number(),
  edit: openAction,
  /** What the form holds at first. */
  values: stationInput,
  faults: z.array(faultView),
  closed: z.array(faultRow),
});

/** The units whose stations the actor keeps or administers. */
const unitsKept = async (actor: Actor): Promise<string[]> => {
  const own = keptBy(actor);
  const governed = await unitsBelow(actor.roles.filter((r) => r.role === 'admin').map((r) => r.unit));
  return [...new Set([...own, ...governed])];
};

/** The stations of the actor's units and their open faults, oldest first. */
export const keptStations = async (actor: Actor, language: Language, at: Moment) => {
  const all = await everyStation();
  const of = (await unitsKept(actor)).filter((unit) => all.some((s) => s.unit === unit));
  const kept = all.filter((s) => of.includes(s.unit));
  const faults = (await Promise.all(of.map(openFaultsOf))).flat().sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
  const names = new Map(kept.map((s) => [s.id, nameIn(s, language)]));
  return {
    stations: await Promise.all(kept.map((s) => shownStation(s, language, at))),
    faults: faults.map((f) => faultRowOf(f, names.get(f.station) ?? f.station, language)),
  };
};

/** The latest closed faults of one station that the desk shows. */
const LATEST = 10;

/** A station with the form that changes it and its faults: the open ones strongly consistent, with what can be done. */
export const keptStation = async (
  station: Station,
  actor: Actor,
  language: Language,
  at: Moment,
): Promise<z.infer<typeof keptView>> => {
  const marks = await brokenAt(station.id);
  const open = (await Promise.all(marks.map((b) => load(fault, b.fault)))).filter((f): f is Fault => f !== undefined);
  const closed = (await closedFaultsOf(station.unit)).filter((f) => f.station === station.id).slice(0, LATEST);
  return {
    ...{ station: await shownStation(station, language, at), version: station.version },
    edit: await editForm(station, actor, language),
    values: stationInput.strip().parse(station),
    faults: await Promise.all(open.map((f) => faultViewOf(f, actor, language))),
    closed: closed.map((f) => faultRowOf(f, nameIn(station, language), language)),
  };
};

const optionsFor = async (
  { areas, unit }: Pick<Station, 'areas' | 'unit'>,
  actor: Actor,
  language: Language,
): Promise<OpenAction['options']> => {
  const county = areas[0]?.slice(0, 6);
  const [townships, posts, keepers] = await Promise.all([
    areasUnder(county),
    county === undefined ? [] : unitsCovering(county),
    units([...new Set([unit, ...(await unitsKept(actor))])].slice(0, MOST_KEEPERS)),
  ]);
  return {
    areas: townships.map(({ code, name }) => ({ value: code, label: name })),
    post: posts.filter((p) => p.kind === 'police-post').map((p) => ({ value: p.id, label: nameIn(p, language) })),
    unit: keepers.map((u) => ({ value: u.id, label: nameIn(u, language) })),
  };
};

/** More units than anybody chooses from in a list. */
const MOST_KEEPERS = 200;

const editForm = async (station: Station, actor: Actor, language: Language): Promise<OpenAction> => {
  const t = wordsIn(language);
  const input = localised(inputSchema(stationInput), t, 'edit');
  const options = await optionsFor(station, actor, language);
  return { action: 'edit', label: t('action.edit'), tone: 'primary', input, options };
};

/** A new station is entered with the id that its address will have. */
const addInput = stationInput.extend({ id: stationId() });

/** The form for a new station, for who leads a unit that keeps some already, or a union. */
export const newStation = async (actor: Actor, language: Language): Promise<{ add?: OpenAction }> => {
  const led = await units(keptBy(actor).filter((unit) => mayAdd(actor, unit)));
  const all = await everyStation();
  const first = led.find((u) => u.kind === 'union' || all.some((s) => s.unit === u.id));
  if (!first) return {};
  const t = wordsIn(language);
  const input = localised(inputSchema(addInput), t, 'edit');
  const options = await optionsFor({ areas: first.areas, unit: first.id }, actor, language);
  return { add: { action: 'add', label: t('action.add'), tone: 'plain', input, options } };
};
