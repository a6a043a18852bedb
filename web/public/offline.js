/* Service worker: the pages people need in the field open without a network. Nothing of the API or the desk is kept. */
const KEPT = 'kora-1';
const PATIENCE = 4000;
const ours = /^\/((bo|en)\/)?(report\/.*|status\/|privacy\/|accessibility\/)?$|^\/(assets\/.*|[a-z]+\.(css|svg))$/;

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

const markOf = (prefix) => `/offline.json?for=${prefix}`;

/** The languages of which everything is kept, by the prefix of their pages. */
const keptLanguages = async (cache) =>
  (await cache.keys())
    .map(({ url }) => new URL(url))
    .flatMap((u) => (u.pathname === '/offline.json' ? [u.searchParams.get('for')] : []));

/** Keeps every page of a language that opens without a network, and what these pages are made of; anew for each build. */
const keepAll = async (prefix) => {
  const cache = await caches.open(KEPT);
  const list = await (await fetch('/offline.json', { cache: 'no-cache' })).text();
  const mark = await cache.match(markOf(prefix));
  if ((await mark?.text()) === list) return;
  const { pages, parts } = JSON.parse(list);
  const languages = [...new Set([...(await keptLanguages(cache)), prefix])]; // others would miss what is dropped
  const paths = [...languages.flatMap((l) => pages.map((page) => l + page)), ...parts];
  for (const path of paths) await cache.add(asPublished(path)); // one by one: a weak signal carries that
  for (const l of languages) await cache.put(markOf(l), new Response(list));
  await dropAllBut(cache, new Set([...paths, '/offline.json']));
};

/** What has its content in its name is taken from wherever it is; the rest is asked for, lest an old page is kept anew. */
const asPublished = (path) => new Request(path, { cache: path.startsWith('/assets/') ? 'default' : 'no-cache' });

/** What earlier builds were made of takes no more room on the phone. */
const dropAllBut = async (cache, paths) => {
  for (const request of await cache.keys()) if (!paths.has(new URL(request.url).pathname)) await cache.delete(request);
};

/* AbortSignal.timeout is younger than many a phone. */
const within = (ms) => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms);
  return controller.signal;
};

/** From the network where it answers in time, else what was kept the last time. */
const freshOrKept = async (request) => {
  const kept = await caches.match(request, { ignoreSearch: true });
  try {
    const fresh = await fetch(request, kept ? { signal: within(PATIENCE) } : {});
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
