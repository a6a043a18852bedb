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

self.addEventListener('message', (event) => event.waitUntil(keepAll(event.data.prefix).catch(() => {})));

/** Keeps every page of a language that opens without a network, and what these pages are made of; anew for each build. */
const keepAll = async (prefix) => {
  const cache = await caches.open(KEPT);
  const list = await (await fetch('/offline.json')).text();
  const mark = `/offline.json?for=${prefix}`;
  if ((await (await cache.match(mark))?.text()) === list) return;
  const { pages, parts } = JSON.parse(list);
  for (const path of [...pages.map((page) => prefix + page), ...parts]) await cache.add(path); // one by one: a weak signal carries that
  await cache.put(mark, new Response(list));
};

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

self.addEventListener('sync', (event) => event.tag === 'reports' && event.waitUntil(sendWhatWaits()));

const answered = (request) =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

/** The box of reports that wait, as browser/my-reports.ts keeps it. */
const boxOfReports = async () => {
  const request = indexedDB.open('kora-reports', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('reports', { keyPath: 'receipt' });
  return answered(request);
};

/** Hands in what waits. A page that opens later does so again and is told the same; the browser tries again where this fails. */
const sendWhatWaits = async () => {
  const box = await boxOfReports();
  for (const report of await answered(box.transaction('reports').objectStore('reports').getAll())) {
    const status = await handIn(report);
    if (status === 201) box.transaction('reports', 'readwrite').objectStore('reports').delete(report.receipt);
    else if (status >= 500 || status === 429) throw new Error(`answered ${status}`); // what is refused waits for its form
  }
  box.close();
};

const handIn = async ({ receipt, type, body }) => {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
    'idempotency-key': receipt,
  };
  return (await fetch(`/reports/${type}`, { method: 'POST', body, headers })).status;
};
