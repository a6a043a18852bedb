/* Service worker of the screens: their page opens without a network. Only the screens are in its scope. */
const KEPT = 'screen-1';
const PATIENCE = 8000;
const ours = /^\/stations\/[a-z0-9-]+\/screen$|^\/(screen\.js|station\.css|mark\.svg)$/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method === 'GET' && origin === self.location.origin && ours.test(pathname))
    event.respondWith(freshOrKept(event.request));
});

/* AbortSignal.timeout is younger than many a phone. */
const within = (ms) => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms);
  return controller.signal;
};

/* From the network where it answers well and in time, else what was kept the last time. */
const freshOrKept = async (request) => {
  const cache = await caches.open(KEPT);
  const kept = (await cache.match(request)) ?? (await cache.match(request, { ignoreSearch: true }));
  try {
    const fresh = await fetch(request, kept ? { signal: within(PATIENCE) } : {});
    if (fresh.ok) await cache.put(request, fresh.clone());
    return fresh.ok || !kept ? fresh : kept;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
};
