import type { Actor } from '../../shared/auth.ts';
import { conflict, DomainError, type FieldError, notFound } from '../../shared/errors.ts';
import type { Moment } from '../../shared/time.ts';
import { areaTest } from '../directory/areas.ts';
import { unit as unitOf } from '../directory/lookup.ts';
import { mustBeAllowedToAdd, mustKeep } from './access.ts';
import { brokenAt } from './lookup.ts';
import { wrongFields } from './rules.ts';
import type { Station, StationInput } from './schema.ts';
import { getStation, putStation } from './store.ts';

/** Changes of stations: load what matters, check, save. */

/**
 * Saves what a station is to be, as a change of the version named (0: a new one). Throws `other-unit`, `invalid-input` with
 * fields, `stale`, and `faults-open` where a station is to change hands, or to go out of service, with faults that its unit
 * has to close first.
 */
export const editStation = async (
  actor: Actor,
  id: string,
  input: StationInput,
  { version, at }: { version: number; at: Moment },
): Promise<Station> => {
  const before = await getStation(id);
  await (before ? mustKeep(actor, before.unit) : mustBeAllowedToAdd(actor, input.unit));
  if (before && before.unit !== input.unit) await mustKeep(actor, input.unit);
  if (!before && version > 0) throw notFound('station');
  refuse([...wrongFields(input), ...(await unknownNames(input))]);
  if (before && isLeft(before, input) && (await brokenAt(id)).length > 0)
    throw conflict('faults-open', 'Its open faults have to be closed first.');
  return putStation({ ...input, id, version }, { id: actor.id, name: actor.name }, at);
};

/** Whether the unit that keeps a station will not keep it any more. */
const isLeft = (before: Station, { unit, active }: StationInput): boolean =>
  before.unit !== unit || (before.active && !active);

const refuse = (fields: FieldError[]): void => {
  if (fields.length > 0) throw new DomainError('invalid', 'invalid-input', 'Some fields are not right.', { fields });
};

const unknownNames = async ({ areas, unit, post }: StationInput): Promise<FieldError[]> => {
  const isArea = await areaTest();
  const unknown = async (path: string, id: string | undefined): Promise<FieldError[]> =>
    id === undefined || (await unitOf(id)) ? [] : [{ path, code: 'unknown-unit', message: 'is not a known unit' }];
  return [
    ...areas.flatMap((code, i) =>
      isArea(code) ? [] : [{ path: `areas.${i}`, code: 'unknown-area', message: 'is not a known area code' }],
    ),
    ...(await unknown('unit', unit)),
    ...(await unknown('post', post)),
  ];
};
