import type { Placed, Upload } from '../../../functions/photos/schema.ts';
import { kept } from './my-reports.ts';
import { takeOut, type WaitingPhoto, waitingPhotos } from './photo-box.ts';
import { postPhoto } from './post-photo.ts';
import { pageLanguage, say } from './words.ts';

/** Sends photos after their reports: announced to the API, then straight to where photos are kept. */

/** `later` is tried again; `refused` never will be taken. */
type Outcome = 'sent' | 'refused' | 'later';

const isLater = ({ status }: Response): boolean => status >= 500 || status === 429 || status === 408;

/** One try. A photo that has arrived before is told so, so that a lost answer costs nothing. */
const attempt = async ({ id, receipt, blob }: WaitingPhoto): Promise<Outcome> => {
  try {
    const answer = await fetch(`/reports/${receipt}/photos`, {
      method: 'POST',
      body: JSON.stringify({ photo: id }),
      headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-language': pageLanguage() },
    });
    if (!answer.ok) return isLater(answer) ? 'later' : 'refused';
    const { upload } = (await answer.json()) as Placed;
    return upload ? await post(upload, blob) : 'sent';
  } catch {
    return 'later';
  }
};

const post = async (upload: Upload, blob: Blob): Promise<Outcome> => {
  const answer = await postPhoto(upload, blob);
  if (answer.ok) return 'sent';
  return isLater(answer) || answer.status === 403 ? 'later' : 'refused'; // a form that has run out is asked for anew
};

const FIRST = 3;
const LONGEST = 60;

export interface Progress {
  left: number;
  refused: number;
  /** Seconds to the next try, where the network did not carry the last. */
  seconds?: number;
}

export const photoWords = ({ left, refused, seconds }: Progress): string => {
  if (seconds !== undefined) return say('photos.waiting', { count: left, seconds });
  if (left > 0) return say('photos.sending', { count: left });
  return refused > 0 ? say('photos.refused', { count: refused }) : say('photos.sent');
};

/** Sends a report's photos one by one until none is left; `tell` hears how it goes. */
export const sendPhotos = async (receipt: string, tell: (progress: Progress) => void): Promise<void> => {
  let waiting = await waitingPhotos(receipt);
  if (waiting.length === 0) return;
  let refused = 0;
  for (let pause = FIRST; waiting.length > 0; ) {
    tell({ left: waiting.length, refused });
    const [next] = waiting as [WaitingPhoto];
    const outcome = await attempt(next);
    if (outcome === 'later') {
      tell({ left: waiting.length, refused, seconds: pause });
      await untilOnline(pause);
      pause = Math.min(pause * 2, LONGEST);
      continue;
    }
    if (outcome === 'refused') refused++;
    await takeOut(next.id);
    waiting = waiting.slice(1);
    pause = FIRST;
  }
  tell({ left: 0, refused });
};

const untilOnline = (seconds: number): Promise<void> =>
  new Promise((go) => {
    addEventListener('online', () => go(), { once: true });
    setTimeout(go, seconds * 1000);
  });

/** Goes on with the photos of reports that got through before their photos did. */
export const sendWaitingPhotos = async (tell: (progress: Progress) => void): Promise<void> => {
  const unsent = new Set(kept().flatMap((k) => (k.body === undefined ? [] : [k.receipt])));
  const receipts = new Set((await waitingPhotos()).map((p) => p.receipt).filter((r) => !unsent.has(r)));
  for (const receipt of receipts) await sendPhotos(receipt, tell);
};
