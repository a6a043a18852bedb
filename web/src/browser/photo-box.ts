import { box } from './box.ts';

/** Photos on this phone that wait to be sent: they outlive the page and the phone's restart, and go once they have arrived. */

export const MOST_PHOTOS = 5;

export interface WaitingPhoto {
  id: string;
  receipt: string;
  blob: Blob;
}

const photos = box<WaitingPhoto>('kora-photos', 'photos', 'id');

/** What a full or private phone keeps nowhere else lives as long as the page. */
const atHand = new Map<string, WaitingPhoto>();

/** Puts photos into the box for a report; they are on the disk when this ends, wherever there is one. */
export const putAway = async (receipt: string, chosen: Pick<WaitingPhoto, 'id' | 'blob'>[]): Promise<void> => {
  for (const { id, blob } of chosen) {
    const photo = { id, receipt, blob };
    atHand.set(id, photo);
    await photos.put(photo);
  }
};

/** Those that wait, of one report or of all. */
export const waitingPhotos = async (receipt?: string): Promise<WaitingPhoto[]> => {
  const all = new Map([...(await photos.all()).map((p) => [p.id, p] as const), ...atHand]);
  return [...all.values()].filter((p) => receipt === undefined || p.receipt === receipt);
};

export const takeOut = async (id: string): Promise<void> => {
  atHand.delete(id);
  await photos.drop(id);
};

/** The report is not to be sent, or was refused: its photos go nowhere. */
export const forgetPhotos = async (receipt: string): Promise<void> => {
  for (const { id } of await waitingPhotos(receipt)) await takeOut(id);
};
