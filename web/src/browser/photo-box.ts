/** Photos on this phone that wait to be sent: they outlive the page and the phone's restart, and go once they have arrived. */

export const MOST_PHOTOS = 5;

export interface WaitingPhoto {
  id: string;
  receipt: string;
  blob: Blob;
}

const STORE = 'photos';

/** What a full or private phone keeps nowhere else lives as long as the page. */
const atHand = new Map<string, WaitingPhoto>();

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

const opened = async (): Promise<IDBDatabase> => {
  const request = indexedDB.open('kora-photos', 1);
  request.onupgradeneeded = () => void request.result.createObjectStore(STORE, { keyPath: 'id' });
  return answered(request);
};

/** Works on the box as one change; undefined where this phone keeps nothing. */
const inBox = async <T>(work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> => {
  try {
    const box = await opened();
    const change = box.transaction(STORE, 'readwrite', { durability: 'strict' });
    const done = new Promise<void>((go, failed) => {
      change.oncomplete = () => go();
      change.onabort = () => failed(change.error);
    });
    const answer = answered(work(change.objectStore(STORE)));
    await done;
    box.close();
    return await answer;
  } catch {
    return undefined;
  }
};

/** Puts photos into the box for a report; they are on the disk when this ends, wherever there is one. */
export const putAway = async (receipt: string, chosen: Pick<WaitingPhoto, 'id' | 'blob'>[]): Promise<void> => {
  for (const { id, blob } of chosen) {
    const photo = { id, receipt, blob };
    atHand.set(id, photo);
    await inBox((store) => store.put(photo));
  }
};

/** Those that wait, of one report or of all. */
export const waitingPhotos = async (receipt?: string): Promise<WaitingPhoto[]> => {
  const stored = (await inBox<WaitingPhoto[]>((store) => store.getAll())) ?? [];
  const all = new Map([...stored.map((p) => [p.id, p] as const), ...atHand]);
  return [...all.values()].filter((p) => receipt === undefined || p.receipt === receipt);
};

export const takeOut = async (id: string): Promise<void> => {
  atHand.delete(id);
  await inBox((store) => store.delete(id));
};

/** The report is not to be sent, or was refused: its photos go nowhere. */
export const forgetPhotos = async (receipt: string): Promise<void> => {
  for (const { id } of await waitingPhotos(receipt)) await takeOut(id);
};
