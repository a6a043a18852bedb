const KEPT = 'kora-1';

/** Keeps this page and what it is made of, so that it opens the next time without a network. */
export const keepForOffline = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/offline.js');
    const parts = performance.getEntriesByType('resource').map((r) => new URL(r.name));
    const own = parts
      .filter((u) => u.origin === location.origin && /\.(css|js|svg)$/.test(u.pathname))
      .map((u) => u.pathname);
    await (await caches.open(KEPT)).addAll([...new Set([location.pathname, ...own])]);
  } catch {
    // private windows and full phones keep nothing; the page works as long as it is open
  }
};
