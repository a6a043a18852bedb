import * as z from 'zod';
import { notFound } from '../../shared/errors.ts';
import { translator } from '../../shared/i18n.ts';
import { newId } from '../../shared/ids.ts';
import { type Route, route } from '../../shared/route.ts';
import { now } from '../../shared/time.ts';
import { addressOf, uploadForm } from './bucket.ts';
import { messages } from './messages.ts';
import { MOST } from './rules.ts';
import * as s from './schema.ts';
import { announce, photosOf } from './store.ts';
import { type Kind, kinds } from './subjects.ts';
import { photoViews } from './views.ts';

/** Photos as staff see and add them, under the address of what they belong to. */

export const nth = { n: z.coerce.number().int().min(1).max(999) };

/** The address that opens one photo; throws `not-found` for one that is not kept. */
export const openPhoto = async (subject: s.Subject, n: number): Promise<string> => {
  const found = (await photosOf(subject)).find((p) => p.n === n);
  if (!found?.picture) throw notFound('photo');
  return addressOf(subject, n, found.picture);
};

const listRoute = ({ kind, path, id, mustSee }: Kind): Route =>
  route({
    method: 'GET',
    path: `${path}/photos`,
    summary: `The photos of a ${kind}, each with an address that opens it for some minutes`,
    access: 'staff',
    params: z.strictObject({ id: z.string().regex(id) }),
    query: z.object({ lang: z.string().optional() }),
    reply: s.photoList,
    handle: async ({ actor, params, language }) => {
      await mustSee(actor, params.id);
      const subject: s.Subject = { kind, id: params.id };
      const t = translator(language, messages);
      const address = (n: number, picture: s.Picture) => addressOf(subject, n, picture);
      return { body: { photos: await photoViews(await photosOf(subject), now(), t, address), most: MOST } };
    },
  });

const openRoute = ({ kind, path, id, mustSee }: Kind): Route =>
  route({
    method: 'GET',
    path: `${path}/photos/{n}`,
    summary: `An address that opens one photo of a ${kind} for some minutes`,
    access: 'staff',
    params: z.strictObject({ id: z.string().regex(id), ...nth }),
    reply: z.object({ address: z.string() }),
    handle: async ({ actor, params }) => {
      await mustSee(actor, params.id);
      return { body: { address: await openPhoto({ kind, id: params.id }, params.n) } };
    },
  });

const addRoute = ({ kind, path, id }: Kind, mustAdd: NonNullable<Kind['mustAdd']>): Route =>
  route({
    method: 'POST',
    path: `${path}/photos`,
    summary: `Announce a photo that shows what was done, for whoever may finish the ${kind}: answers the form that sends it`,
    access: 'staff',
    params: z.strictObject({ id: z.string().regex(id) }),
    body: s.announced,
    reply: s.placed,
    status: 201,
    handle: async ({ actor, params, body }) => {
      await mustAdd(actor, params.id);
      const subject: s.Subject = { kind, id: params.id };
      const photo = await announce(subject, { client: body.photo ?? newId(), by: actor.name }, now());
      const { n, state } = photo;
      if (state !== 'expected') return { status: 200, body: { n, state } };
      return { body: { n, state, upload: await uploadForm(subject, photo) } };
    },
  });

export const staffRoutes: Route[] = kinds.flatMap((of) => [
  listRoute(of),
  openRoute(of),
  ...(of.mustAdd ? [addRoute(of, of.mustAdd)] : []),
]);
