import { bareReceipt, spacedReceipt } from '../../shared/receipt.ts';
import { clearErrors, showErrors, wrongFields } from './browser/field-errors.ts';
import { offerLocation } from './browser/locate.ts';
import { forget, type Kept, keep, settle, unsent } from './browser/my-reports.ts';
import { keepForOffline } from './browser/offline.ts';
import { forgetPhotos, putAway } from './browser/photo-box.ts';
import { offerPhotos } from './browser/photo-field.ts';
import { newReceipt } from './browser/receipt.ts';
import { type Outcome, sendUntilAnswered } from './browser/send.ts';
import { photoWords, sendPhotos, sendWaitingPhotos } from './browser/send-photos.ts';
import { suggestSpecies } from './browser/species.ts';
import { element, pageLanguage, say } from './browser/words.ts';

/** The report form with script: a receipt before the network, and no report lost to a weak signal. */

const holder = document.getElementById('report') as HTMLElement;
const outcome = document.getElementById('outcome') as HTMLElement;
const form = holder.querySelector('form') as HTMLFormElement;

const EIGHT_HOURS = 28_800_000;
const shanghai = (ms: number): string => new Date(ms + EIGHT_HOURS).toISOString().slice(0, 16);

/** The species where it is typed, not chosen. */
const typedSpecies = (): HTMLInputElement | undefined => {
  const field = form.elements.namedItem('species');
  return field instanceof HTMLInputElement && field.type === 'text' ? field : undefined;
};

const prepare = (): void => {
  form.noValidate = true;
  const species = typedSpecies();
  if (species) suggestSpecies(species);
  const found = form.elements.namedItem('foundAt');
  if (found instanceof HTMLInputElement && !found.value) found.value = shanghai(Date.now());
  offerLocation(form);
};

const chosenPhotos = offerPhotos(form);

const newReport = (): Kept => {
  const receipt = newReceipt();
  const sent = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') sent.append(name, value);
  sent.set('receipt', receipt);
  const type = holder.dataset.type ?? '';
  const title = typedSpecies()?.value || (holder.dataset.title ?? '');
  return { receipt, type, title, at: new Date().toISOString(), body: sent.toString() };
};

form.addEventListener('submit', (e) => {
  e.preventDefault();
  for (const time of form.querySelectorAll<HTMLInputElement>('input[type=datetime-local]'))
    time.max = shanghai(Date.now() + 60_000);
  const wrong = wrongFields(form);
  if (wrong.length > 0) return showErrors(form, wrong);
  clearErrors(form);
  const report = newReport();
  keep(report);
  void send(report, putAwayWith(report)); // the report does not wait for its photos
});

const putAwayWith = async ({ receipt }: Kept): Promise<void> => putAway(receipt, await chosenPhotos());

/** `photos` ends when those of the report are kept on this phone. */
const send = async (report: Kept, photos: Promise<void> = Promise.resolve()): Promise<void> => {
  holder.hidden = true;
  const state = element('p', {}, say('report.sending'));
  const hurry = element('button', { type: 'button', className: 'button plain', hidden: true }, say('report.retry'));
  const card = receiptCard(report, state, hurry);
  outcome.replaceChildren(card);
  card.querySelector('h2')?.focus();
  const answer = await sendUntilAnswered(report, (seconds, now) => {
    state.textContent = say('report.waiting', { seconds });
    hurry.hidden = false;
    hurry.onclick = now;
  });
  hurry.remove();
  finish(report, answer, card, state);
  await photos;
  if (answer.kind === 'accepted') await followPhotos(report, card);
  else await forgetPhotos(report.receipt); // they are still chosen in the form
};

const receiptCard = (report: Kept, ...below: Node[]): HTMLElement => {
  const heading = element('h2', { tabIndex: -1 }, say('report.receipt'));
  const number = element('p', { className: 'receipt' }, spacedReceipt(report.receipt));
  return element(
    'section',
    { className: 'card good' },
    heading,
    number,
    element('p', {}, say('report.keep')),
    ...below,
  );
};

const finish = (report: Kept, answer: Outcome, card: HTMLElement, state: HTMLElement): void => {
  if (answer.kind === 'accepted') {
    settle(report.receipt);
    state.replaceChildren(element('strong', {}, say('report.sent')));
    const follow = `/reports/${bareReceipt(report.receipt)}?lang=${pageLanguage()}`;
    const next = element('a', { className: 'button', href: follow }, say('report.follow'));
    card.append(
      element(
        'p',
        { className: 'act' },
        next,
        element('a', { className: 'button plain', href: location.pathname }, say('report.another')),
      ),
    );
    return;
  }
  forget(report.receipt);
  outcome.replaceChildren();
  holder.hidden = false;
  if (answer.kind === 'invalid') showErrors(form, answer.fields);
  else
    outcome.append(
      element(
        'p',
        { className: 'card alarm' },
        say('report.refused', { reason: answer.kind === 'refused' ? answer.reason : '' }),
      ),
    );
};

const followPhotos = (report: Kept, card: HTMLElement): Promise<void> => {
  const told = element('p', {});
  told.setAttribute('role', 'status');
  card.append(told);
  return sendPhotos(report.receipt, (progress) => {
    told.textContent = photoWords(progress);
  });
};

prepare();
void keepForOffline();
const waiting = unsent();
if (waiting) void send(waiting);
void sendWaitingPhotos(() => {});
