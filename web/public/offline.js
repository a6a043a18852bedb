/* Service worker: the pages people need in the field open without a network. Nothing of the API or the desk is kept. */
const KEPT = 'kora-1';
const PATIENCE = 4000;
const ours = /^\/((bo|en)\/)?(report\/.*|status\/|privacy\/)?$|^\/(assets\/.*|[a-z]+\.(css|svg))$/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

const takeOver = async () => {
  for (const name of await caches.keys()) if (/^kora-/.test(name) && name !== KEPT) await caches.delete(name); // the screens keep their own
  await self.clients.claim();
};

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method === 'GET' && origin === location.origin && ours.test(pathname))
    event.respondWith(freshOrKept(event.request));
});

/** From the network where it answers in time, else what was kept the last time. */
const freshOrKept = async (request) => {
  const kept = await caches.match(request, { ignoreSearch: true });
  try {
    const fresh = await fetch(request, kept ? { signal: AbortSignal.timeout(PATIENCE) } : {});
    if (fresh.ok) await (await caches.open(KEPT)).put(request, fresh.clone());
    return fresh;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
};
