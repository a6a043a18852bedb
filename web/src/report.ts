import { spacedReceipt } from '../../shared/receipt.ts';
import { clearErrors, loadPhones, showErrors, wrongFields } from './browser/field-errors.ts';
import { fillIn } from './browser/fill-in.ts';
import { offerLocation } from './browser/locate.ts';
import { forget, type Kept, keep, recover, settle, unsent } from './browser/my-reports.ts';
import { keepForOffline, sendWithoutPage } from './browser/offline.ts';
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

/** The receipt that the reporter has already, of a report that is to be put right. */
let given: string | undefined;

const newReport = (): Kept => {
  const receipt = given ?? newReceipt();
  given = undefined;
  const sent = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') sent.append(name, value);
  sent.set('receipt', receipt);
  const type = holder.dataset.type ?? '';
  const title = typedSpecies()?.value || (holder.dataset.title ?? '');
  return { receipt, type, title, at: new Date().toISOString(), body: sent.toString() };
};

form.addEventListener('submit', (e) => {
  e.preventDefault();
  const wrong = wrongFields(form); // whether a time lies in the future is asked of the server: the phone's clock may be wrong
  if (wrong.length > 0) return showErrors(form, wrong);
  clearErrors(form);
  holder.hidden = true;
  const report = newReport();
  const onDisk = keep(report);
  void Promise.race([onDisk, shortly()]).then(() => send(report, putAwayWith(report))); // the report does not wait for its photos
});

/** A disk may be slow; the receipt is not held back for long. */
const shortly = (): Promise<void> => new Promise((go) => setTimeout(go, 500));

const putAwayWith = async ({ receipt }: Kept): Promise<void> => putAway(receipt, await chosenPhotos());

/** `photos` ends when those of the report are kept on this phone. */
const send = async (report: Kept, photos: Promise<void>): Promise<void> => {
  const card = receiptCard(report);
  card.whole.querySelector('h2')?.focus();
  const answer = await answered(report, card);
  if (answer.kind !== 'accepted') takeBack(report, answer, card);
  await photos;
  if (answer.kind === 'accepted') await followPhotos(report, card.whole);
  else await forgetPhotos(report.receipt); // they are still chosen in the form
};

/** A report of an earlier visit: the form stays free for another meanwhile. */
const sendOn = async (report: Kept): Promise<void> => {
  const card = receiptCard(report);
  const answer = await answered(report, card);
  if (answer.kind === 'accepted') return followPhotos(report, card.whole);
  if (touched || report.type !== holder.dataset.type) {
    card.state.textContent = refusal(answer); // it stays on this phone until its own form is opened, and free
    return;
  }
  fillIn(form, new URLSearchParams(report.body));
  if (answer.kind === 'invalid') given = report.receipt;
  touched = true;
  takeBack(report, answer, card);
};

/** Whether there is something in the form that must not be written over. */
let touched = false;
form.addEventListener('input', () => {
  touched = true;
});

interface Card {
  whole: HTMLElement;
  state: HTMLElement;
}

const receiptCard = (report: Kept): Card => {
  const heading = element('h2', { tabIndex: -1 }, say('report.receipt'));
  const number = element('p', { className: 'receipt' }, spacedReceipt(report.receipt));
  const state = element('p', {}, say('report.sending'));
  state.setAttribute('role', 'status');
  const whole = element(
    'section',
    { className: 'card good' },
    heading,
    number,
    element('p', {}, say('report.keep')),
    state,
  );
  outcome.prepend(whole);
  return { whole, state };
};

const another = (): HTMLElement =>
  element('a', { className: 'button plain', href: location.pathname }, say('report.another'));

/** The answer there is at last; until then the card tells of the next try, and offers the way on. */
const answered = async (report: Kept, { whole, state }: Card): Promise<Outcome> => {
  const hurry = element('button', { type: 'button', className: 'button plain' }, say('report.retry'));
  const meanwhile = element('p', { className: 'act' }, hurry, another());
  const answer = await sendUntilAnswered(report, (seconds, now) => {
    state.textContent = say('report.waiting', { seconds });
    hurry.onclick = now;
    if (meanwhile.isConnected) return;
    whole.append(meanwhile);
    void sendWithoutPage();
  });
  meanwhile.remove();
  if (answer.kind === 'accepted') finish(report, whole, state);
  return answer;
};

const finish = (report: Kept, whole: HTMLElement, state: HTMLElement): void => {
  settle(report.receipt);
  state.replaceChildren(element('strong', {}, say('report.sent')));
  const href = `/reports/${report.receipt}?lang=${pageLanguage()}`;
  const follow = element('a', { className: 'button', href }, say('report.follow'));
  whole.append(element('p', { className: 'act' }, follow, another()));
};

const refusal = (answer: Outcome): string =>
  answer.kind === 'invalid'
    ? say('report.wrong')
    : say('report.refused', { reason: answer.kind === 'refused' ? answer.reason : '' });

/** The report was not taken: the form, with what was written, and what is wrong with it. */
const takeBack = (report: Kept, answer: Outcome, { whole }: Card): void => {
  forget(report.receipt);
  whole.remove();
  holder.hidden = false;
  if (answer.kind === 'invalid') showErrors(form, answer.fields);
  else outcome.prepend(element('p', { className: 'card alarm' }, refusal(answer)));
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
void loadPhones();
void keepForOffline();
await recover();
for (const report of unsent()) void sendOn(report);
void sendWaitingPhotos(() => {});
