import type { Translate } from '../../shared/i18n.ts';
import type { Moment } from '../../shared/time.ts';
import { hasLapsed, MOST } from './rules.ts';
import type { Photo, PhotoView, Picture } from './schema.ts';

/** How photos look to whoever may see them; those that never came are not shown. `address` gives what opens a kept one. */
export const photoViews = async (
  photos: Photo[],
  at: Moment,
  t: Translate,
  address: (n: number, picture: Picture) => Promise<string> | string,
): Promise<PhotoView[]> => {
  const shown = photos.filter((p) => !hasLapsed(p, at));
  return Promise.all(shown.map(async (p) => ({ ...viewOf(p, t), ...(await pictureOf(p, address)) })));
};

const viewOf = ({ n, state, askedAt, settledAt, by, reason }: Photo, t: Translate): PhotoView => ({
  ...{ n, state, by, at: settledAt ?? askedAt },
  text: t(reason === undefined ? `photo.${state}` : `photo.refused.${reason}`),
});

const pictureOf = async (
  { n, picture }: Photo,
  address: (n: number, picture: Picture) => Promise<string> | string,
): Promise<Partial<PhotoView>> => {
  if (!picture) return {};
  const { type, width, height, size } = picture;
  return { type, width, height, size, address: await address(n, picture) };
};

/** Whether there is room for one more. */
export const hasRoom = (shown: PhotoView[]): boolean => shown.filter((p) => p.state !== 'refused').length < MOST;
