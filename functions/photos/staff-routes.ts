import * as z from 'zod';
import { forbidden, notFound } from '../../shared/errors.ts';
import { translator } from '../../shared/i18n.ts';
import { newId } from '../../shared/ids.ts';
import { type Route, route } from '../../shared/route.ts';
import { inLanguage } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { addressOf, uploadForm } from './bucket.ts';
import { messages } from './messages.ts';
import { isReporters, MOST } from './rules.ts';
import * as s from './schema.ts';
import { announce, photosOf } from './store.ts';
import { type Kind, kinds } from './subjects.ts';
import { hasRoom, photoViews } from './views.ts';

/** Photos as staff see and add them, under the address of what they belong to. */

export const nth = { n: z.coerce.number().int().min(1).max(999) };

/** The address that opens one photo; throws `not-found` for one that is not kept, or none that may be shown. */
export const openPhoto = async (
  subject: s.Subject,
  n: number,
  mayBeShown: (photo: s.Photo) => boolean = () => true,
): Promise<string> => {
  const found = (await photosOf(subject)).find((p) => p.n === n);
  if (!found?.picture || !mayBeShown(found)) throw notFound('photo');
  return addressOf(subject, n, found.picture);
};

const listRoute = ({ kind, path, id, see }: Kind): Route =>
  route({
    method: 'GET',
    path: `${path}/photos`,
    summary: `The photos of a ${kind}, each with an address that opens it for some minutes`,
    access: 'staff',
    params: z.strictObject({ id: z.string().regex(id) }),
    query: inLanguage,
    reply: s.staffPhotoList,
    handle: async ({ actor, params, language }) => {
      const { mayAdd } = await see(actor, params.id);
      const subject: s.Subject = { kind, id: params.id };
      const t = translator(language, messages);
      const address = (n: number, picture: s.Picture) => addressOf(subject, n, picture);
      const photos = await photoViews(await photosOf(subject), now(), t, address);
      const isRoom = hasRoom(photos.filter((p) => !isReporters(p)));
      return { body: { photos, most: MOST, mayAdd: isRoom && (await mayAdd()) } };
    },
  });

const openRoute = ({ kind, path, id, see }: Kind): Route =>
  route({
    method: 'GET',
    path: `${path}/photos/{n}`,
    summary: `An address that opens one photo of a ${kind} for some minutes`,
    access: 'staff',
    params: z.strictObject({ id: z.string().regex(id), ...nth }),
    reply: z.object({ address: z.string() }),
    handle: async ({ actor, params }) => {
      await see(actor, params.id);
      return { body: { address: await openPhoto({ kind, id: params.id }, params.n) } };
    },
  });

const addRoute = ({ kind, path, id, see }: Kind): Route =>
  route({
    method: 'POST',
    path: `${path}/photos`,
    summary: `Announce a photo that shows what was done, for whoever has the ${kind} in hand: answers the form that sends it`,
    access: 'staff',
    params: z.strictObject({ id: z.string().regex(id) }),
    body: s.announced,
    reply: s.placed,
    status: 201,
    handle: async ({ actor, params, body }) => {
      const { mayAdd } = await see(actor, params.id);
      if (!(await mayAdd())) throw forbidden('Photos are added by whoever has this in hand, as long as it is open.');
      const subject: s.Subject = { kind, id: params.id };
      const by = { id: actor.id, name: actor.name };
      const photo = await announce(subject, { client: body.photo ?? newId(), by }, now());
      const { n, state } = photo;
      if (state !== 'expected') return { status: 200, body: { n, state } };
      return { body: { n, state, upload: await uploadForm(subject, photo) } };
    },
  });

export const staffRoutes: Route[] = kinds.flatMap((of) => [listRoute(of), openRoute(of), addRoute(of)]);
