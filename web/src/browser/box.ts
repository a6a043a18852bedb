/**
 * A box on this phone (IndexedDB): what was put in is on the disk before the promise ends, so that it outlives a power cut, which
 * what stands in `localStorage` does only after some seconds.
 */
export interface Box<T> {
  put: (thing: T) => Promise<void>;
  drop: (key: string) => Promise<void>;
  all: () => Promise<T[]>;
}

/** The box of a name; on a phone that keeps nothing (private, full) it stays empty and nothing fails. */
export const box = <T>(database: string, store: string, keyPath: string): Box<T> => {
  const inside = async <R>(work: (store: IDBObjectStore) => IDBRequest<R>): Promise<R | undefined> => {
    try {
      const opened = await open(database, store, keyPath);
      const change = opened.transaction(store, 'readwrite', { durability: 'strict' });
      const done = new Promise<void>((go, failed) => {
        change.oncomplete = () => go();
        change.onabort = () => failed(change.error);
      });
      const answer = answered(work(change.objectStore(store)));
      await done;
      opened.close();
      return await answer;
    } catch {
      return undefined;
    }
  };
  return {
    put: async (thing) => void (await inside((s) => s.put(thing))),
    drop: async (key) => void (await inside((s) => s.delete(key))),
    all: async () => (await inside<T[]>((s) => s.getAll())) ?? [],
  };
};

const open = (database: string, store: string, keyPath: string): Promise<IDBDatabase> => {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () => void request.result.createObjectStore(store, { keyPath });
  return answered(request);
};

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
