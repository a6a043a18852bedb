/* Leaving quickly: Esc twice, or the button, empties the page and takes its place, so that the way back does not lead here. */
const away = document.getElementById('leave');
const TWICE = 1500;
let pressed = Number.NEGATIVE_INFINITY;
let sent = Number.NEGATIVE_INFINITY;

const leave = (event) => {
  event.preventDefault();
  document.title = '…';
  document.body.replaceChildren();
  location.replace(away.href);
};

away.addEventListener('click', leave);
addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  if (event.timeStamp - pressed < TWICE) leave(event);
  pressed = event.timeStamp;
});
/* Whoever has a mouse has keys. */
document.getElementById('leave-key').hidden = !matchMedia('(any-pointer: fine)').matches;

/* A second tap does not hand it in twice; and whoever comes back to the page finds nothing of what was written. */
addEventListener('submit', (event) => {
  if (event.timeStamp - sent < TWICE) event.preventDefault();
  sent = event.timeStamp;
});
addEventListener('pageshow', (event) => {
  if (event.persisted) for (const form of document.forms) form.reset();
});
