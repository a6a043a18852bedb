const KEPT = 'kora-1';

/** Bo and en stand under their code, Chinese at the root. */
const PREFIX = /^\/(bo|en)(?=\/)/;

/** Keeps this page and what it is made of, so that it opens the next time without a network; and then the others of its language. */
export const keepForOffline = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/offline.js');
    const parts = performance.getEntriesByType('resource').map((r) => new URL(r.name));
    const own = parts
      .filter((u) => u.origin === location.origin && /\.(css|js|svg)$/.test(u.pathname))
      .map((u) => u.pathname);
    await (await caches.open(KEPT)).addAll([...new Set([location.pathname, ...own])]);
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ prefix: PREFIX.exec(location.pathname)?.[0] ?? '' });
  } catch {
    // private windows and full phones keep nothing; the page works as long as it is open
  }
};

/** Asks the browser to send what waits once there is a network, also where no page is open then (Background Sync API). */
export const sendWithoutPage = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return;
  const registration: ServiceWorkerRegistration & { sync?: { register: (tag: string) => Promise<void> } } =
    await navigator.serviceWorker.ready;
  await registration.sync?.register('reports').catch(() => {}); // not every browser can, and the pages do it too
};
