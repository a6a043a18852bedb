import * as z from 'zod';
import { type Actor, holds, unitsOf } from '../../shared/auth.ts';
import { forbidden } from '../../shared/errors.ts';
import type { Language } from '../../shared/fields.ts';
import { serve } from '../../shared/http.ts';
import { type Route, route } from '../../shared/route.ts';
import { inLanguage } from '../../shared/route-parts.ts';
import { type Failure, failureCard } from '../../shared/workflow/failures.ts';
import { platformUnits, units, unitsBelow } from '../directory/lookup.ts';
import { nameIn } from '../directory/views.ts';
import { dismissMails, stuckAnywhere, stuckIn, stuckOf, tryAgain } from './stuck.ts';
import { rowsOf, stuckRow, stuckWords } from './stuck-views.ts';

/** What is stuck, for the people of its unit and for the platform's administrators, who can have it tried again. */

const stuckAt = z.strictObject({ kind: z.string().regex(/^[A-Z0-9]{2,20}$/), id: z.string().min(1).max(200) });
const list = z.object({ stuck: z.array(stuckRow) });

/** Whose stuck records somebody looks after: those of their units and of the units below; everybody's, on the platform. */
interface Reach {
  units: string[];
  everywhere: boolean;
}

const reachOf = async (actor: Actor): Promise<Reach> => {
  const led = unitsOf(actor, 'official', 'approver', 'first-secretary', 'responder');
  const [below, platform] = await Promise.all([unitsBelow(led), platformUnits()]);
  return { units: [...new Set([...led, ...below])], everywhere: platform.some((u) => holds(actor, u, 'admin')) };
};

const mustReach = ({ units: own, everywhere }: Reach, failures: Failure[]): void => {
  if (everywhere || failures.some((f) => f.unit !== undefined && own.includes(f.unit))) return;
  throw forbidden('This belongs to another unit.', 'other-unit');
};

const cardsFor = async ({ units: own, everywhere }: Reach) =>
  everywhere ? stuckAnywhere() : (await Promise.all(own.map(stuckIn))).flat();

const rowsFor = async (cards: Awaited<ReturnType<typeof cardsFor>>, language: Language) => {
  const known = await units(cards.flatMap((c) => c.unit ?? []));
  const names = new Map(known.map((u) => [u.id, nameIn(u, language)]));
  return rowsOf(cards, stuckWords(language), (id) => names.get(id) ?? id);
};

/** One of the two things that can be done about it; answers what is stuck of the record at that moment. */
const doing = (what: 'retry' | 'dismiss', summary: string, how: (failures: Failure[]) => Promise<void>): Route =>
  route({
    method: 'POST',
    path: `/me/stuck/{kind}/{id}/${what}`,
    summary,
    access: 'staff',
    params: stuckAt,
    query: inLanguage,
    reply: list,
    status: 202,
    handle: async ({ actor, params: { kind, id }, language }) => {
      const [reach, failures] = await Promise.all([reachOf(actor), stuckOf(kind, id)]);
      mustReach(reach, failures);
      await how(failures);
      return {
        body: {
          stuck: await rowsFor(
            failures.map((f) => failureCard.parse(f)),
            language,
          ),
        },
      };
    },
  });

export const routes: Route[] = [
  route({
    method: 'GET',
    path: '/me/stuck',
    summary:
      'Records of which something keeps failing: of my units and those below, or all for the platform’s administrators',
    access: 'staff',
    query: inLanguage,
    reply: list,
    handle: async ({ actor, language }) => ({
      body: { stuck: await rowsFor(await cardsFor(await reachOf(actor)), language) },
    }),
  }),
  doing(
    'retry',
    'Try again at once what failed of a record: gone from the list moments later, or counted once more',
    tryAgain,
  ),
  doing('dismiss', 'The mail that does not go out was said otherwise: it is no longer waited for', dismissMails),
];

export const handler = serve(routes);
