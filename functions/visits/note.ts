import type { Actor } from '../../shared/auth.ts';
import { invalidField, notFound } from '../../shared/errors.ts';
import type { Language } from '../../shared/fields.ts';
import { contentDigest, newReceipt } from '../../shared/ids.ts';
import type { Moment } from '../../shared/time.ts';
import { staffDoer } from '../../shared/workflow/open-actions.ts';
import { type Received, receive } from '../cases/receive.ts';
import { unit as unitOf } from '../directory/lookup.ts';
import { request } from '../requests/case.ts';
import { timeOf, visited } from './rules.ts';
import type { Household, Noted, Visit } from './schema.ts';
import { getHousehold, noteVisit } from './store.ts';

/** What is noted at the door. */

export interface Kept {
  visit: Visit;
  /** The receipt of the request that came of it, for the people of the household. */
  receipt?: string;
}

/**
 * Notes a visit; what was raised becomes a request of the unit with the visitor as its lead. Both follow from the receipt
 * that the phone made, so that sending it again adds nothing. Throws `not-found` for an unknown household.
 */
export const note = async (
  said: Noted,
  actor: Actor,
  { language, at, idempotencyKey }: { language: Language; at: Moment; idempotencyKey?: string },
): Promise<Kept> => {
  const household = await getHousehold(said.unit, said.household);
  if (!household) throw notFound('household');
  const receipt = idempotencyKey ?? newReceipt();
  const when = timeOf(said.at, at);
  const raised = said.raised && (await asRequest(household, said.raised, actor, receipt, language));
  const visit: Visit = {
    id: contentDigest([receipt, said.household]).slice(0, 20),
    at: when,
    by: { id: actor.id, name: actor.name },
    ...{ met: said.met, note: said.note, request: raised?.record.id },
  };
  await noteVisit(said.unit, said.household, visit, (now) => visited(now, visit));
  return { visit, receipt: raised?.receipt };
};

const asRequest = async (
  household: Household,
  { kind, matter, phone, consent }: NonNullable<Noted['raised']>,
  actor: Actor,
  receipt: string,
  language: Language,
): Promise<Received> => {
  const number = phone ?? household.phone;
  if (!number) throw invalidField('raised.phone', 'required', 'is needed to call back');
  const township = household.township ?? (await unitOf(household.unit))?.areas[0] ?? '';
  const report = {
    ...{ kind, matter, consent, receipt },
    place: { township, words: household.address },
    reporter: { source: 'resident' as const, name: household.householder, phone: number },
  };
  const keeps = { unit: household.unit, lead: { id: actor.id, name: actor.name } };
  return receive(request, report, { by: staffDoer(actor).by, language, keeps });
};
