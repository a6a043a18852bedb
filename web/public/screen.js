/* The screen on a station's wall: notices turn over, the clock goes on, and hours without a network change neither. */
const { notices: ADDRESS, self: SELF } = document.body.dataset;
const words = JSON.parse(document.getElementById('words').textContent);
const KEPT = `screen:${ADDRESS}`;
/* Long enough to read: 12 seconds at least, a minute at most, in between by length. */
const [SHORTEST, LONGEST, A_LETTER] = [12_000, 60_000, 100];
const ASK = 60_000;
const PATIENCE = 20_000;
const NEW_PAGE_AFTER = 12 * 3_600_000;
const ZONE = 'Asia/Shanghai';
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/* What was last told, and when; a browser that keeps nothing still has it while the page is open. */
let known = { notices: [], at: undefined };
try {
  known = JSON.parse(localStorage.getItem(KEPT)) ?? known;
} catch {
  // nothing kept, or nothing may be kept
}
let shown;
let cut = false;
const opened = Date.now();

/* How far the server's clock is ahead of that of the machine on the wall, which may have stopped with the power. */
let ahead = 0;
const now = () => Date.now() + ahead;

const element = (tag, text, className) => {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
};

/* Wall clock in Asia/Shanghai, whatever the machine on the wall believes of zones. */
const wallClock = (instant) => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: ZONE, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  }).formatToParts(instant);
  const { year, month, day, hour, minute } = Object.fromEntries(parts.map((p) => [p.type, p.value]));
  return { date: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
};

const tick = () => {
  const { date, time } = wallClock(now());
  const weekday = words[DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]];
  const clock = document.getElementById('clock');
  clock.replaceChildren(element('strong', time), element('span', `${date} ${weekday}`));
  clock.dateTime = `${date}T${time}+08:00`;
};

/* Those that are not over: what ends while there is no network goes all the same. */
const current = () => known.notices.filter((n) => Date.parse(n.until) > now());

const fact = (label, value) => (value ? [element('dt', label), element('dd', value)] : []);

/* What is long is set smaller, down to half, so that its end is in sight too. */
const fitInto = (place) => {
  for (let size = 100; size >= 50; size -= 5) {
    place.style.fontSize = `${size}%`;
    if (place.scrollHeight <= place.clientHeight) return;
  }
};

const show = (notice) => {
  const facts = element('dl');
  facts.append(
    ...fact(words['screen.place'], notice.place),
    ...fact(words['screen.employer'], notice.employer),
    ...fact(words['screen.pay'], notice.pay?.text ?? notice.pay),
    ...fact(words['screen.contact'], notice.contact),
    ...fact(words['screen.until'], wallClock(Date.parse(notice.until) - 1).date),
  );
  const kind = words[notice.kind === 'job' ? 'screen.job' : 'screen.notice'];
  const place = document.getElementById('notice');
  place.replaceChildren(
    element('p', `${kind} · ${notice.unit?.name ?? notice.unit ?? ''}`, `kind ${notice.kind}`),
    element('h2', notice.title),
    element('p', notice.body, 'body'),
    facts,
  );
  fitInto(place);
};

/* How long the one that is shown stays. */
const stay = () => {
  const body = known.notices.find((n) => n.id === shown)?.body ?? '';
  return Math.min(LONGEST, Math.max(SHORTEST, body.length * A_LETTER));
};

/* The one after the one that was shown, in a circle; none where there is none. */
const turn = () => {
  const all = current();
  const next = all.length === 0 ? -1 : (all.findIndex((n) => n.id === shown) + 1) % all.length;
  shown = all[next]?.id;
  document.getElementById('place-in').textContent = all.length > 1 ? `${next + 1} / ${all.length}` : '';
  if (all[next]) show(all[next]);
  else document.getElementById('notice').replaceChildren(element('p', words['screen.none'], 'still'));
};

const goOn = () =>
  setTimeout(() => {
    turn();
    goOn();
  }, stay());

const tell = () => {
  const place = document.getElementById('offline');
  place.hidden = !cut;
  const at = known.at && wallClock(known.at);
  place.textContent = cut ? words['screen.offline'].replace('{time}', at ? `${at.date.slice(5)} ${at.time}` : '—') : '';
};

const keep = () => {
  try {
    localStorage.setItem(KEPT, JSON.stringify(known));
  } catch {
    // a full or closed store: the page goes on with what it has
  }
};

/* AbortSignal.timeout is younger than many a phone. */
const within = (ms) => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms);
  return controller.signal;
};

const ask = async () => {
  try {
    const answer = await fetch(ADDRESS, {
      headers: { accept: 'application/json' },
      signal: within(PATIENCE),
      cache: 'no-store',
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const { notices } = await answer.json();
    if (!Array.isArray(notices)) throw new Error('no list');
    ahead = Date.parse(answer.headers.get('date')) - Date.now() || 0;
    const wasEmpty = current().length === 0;
    known = { notices, at: now() };
    cut = false;
    keep();
    if (wasEmpty || !current().some((n) => n.id === shown)) turn();
    if (Date.now() - opened > NEW_PAGE_AFTER) location.reload();
  } catch {
    cut = true;
  }
  tell();
};

/* The page and what it is made of, for a reload without a network. */
const keepPage = async () => {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/screen-worker.js', { scope: location.pathname });
    const cache = await caches.open('screen-1');
    await cache.addAll([
      ...new Set([SELF, location.pathname + location.search]),
      '/station.css',
      '/screen.js',
      '/mark.svg',
    ]);
  } catch {
    // without it the page lasts as long as it is open
  }
};

tick();
if (current().length > 0) turn();
setInterval(tick, 1000);
goOn();
setInterval(ask, ASK);
addEventListener('online', ask);
addEventListener('offline', () => {
  cut = true;
  tell();
});
ask().then(() => !shown && turn());
keepPage();
