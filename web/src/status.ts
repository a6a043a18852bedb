import { spacedReceipt } from '../../shared/receipt.ts';
import { forget, type Kept, kept, recover, settle, unsent } from './browser/my-reports.ts';
import { keepForOffline } from './browser/offline.ts';
import { forgetPhotos } from './browser/photo-box.ts';
import { type Outcome, sendUntilAnswered } from './browser/send.ts';
import { type Progress, photoWords, sendPhotos, sendWaitingPhotos } from './browser/send-photos.ts';
import { element, pageLanguage, say } from './browser/words.ts';

/** The reports made on this phone, below the form that finds any report by its receipt. */

const section = document.getElementById('mine') as HTMLElement;
const list = section.querySelector('ul') as HTMLElement;
const state = document.getElementById('sending') as HTMLElement;
const photos = document.getElementById('sending-photos') as HTMLElement;

/** Where what has not got through can be put right; beside this page, in its language. */
const formOf = ({ type }: Kept): string => new URL(`../report/${type}/`, location.href).pathname;

const row = (report: Kept): HTMLElement => {
  const number = element('strong', {}, spacedReceipt(report.receipt));
  const when = element(
    'span',
    { className: 'quiet' },
    `${report.title} · ${new Date(report.at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })}`,
  );
  const unsentMark =
    report.body === undefined ? [] : [element('span', { className: 'tag urgent' }, say('status.unsent'))];
  const link = element(
    'a',
    { href: report.body === undefined ? `/reports/${report.receipt}?lang=${pageLanguage()}` : formOf(report) },
    element('span', { className: 'line' }, number, ...unsentMark),
    when,
  );
  const drop = element('button', { type: 'button', className: 'button plain' }, say('status.forget'));
  drop.addEventListener('click', async () => {
    if (report.body === undefined) {
      forget(report.receipt);
      return show();
    }
    if (!confirm(say('status.forget-unsent'))) return;
    await Promise.all([forget(report.receipt), forgetPhotos(report.receipt)]);
    location.reload(); // and nothing tries to send it any more
  });
  drop.setAttribute('aria-label', `${say('status.forget')} ${spacedReceipt(report.receipt)}`);
  return element('li', {}, link, drop);
};

const show = (): void => {
  const reports = kept();
  section.hidden = reports.length === 0;
  list.replaceChildren(...reports.map(row));
};

const tellPhotos = (progress: Progress): void => {
  photos.textContent = photoWords(progress);
};

const sendOn = async (report: Kept): Promise<void> => {
  state.textContent = say('report.sending');
  const answer = await sendUntilAnswered(report, (seconds) =>
    state.replaceChildren(say('report.waiting', { seconds })),
  );
  if (answer.kind === 'accepted') settle(report.receipt);
  state.textContent = wordsFor(answer); // what was refused stays until its form is opened
  show();
  if (answer.kind === 'accepted') await sendPhotos(report.receipt, tellPhotos);
};

const wordsFor = (answer: Outcome): string => {
  if (answer.kind === 'accepted') return say('report.sent');
  return answer.kind === 'refused' ? say('report.refused', { reason: answer.reason }) : say('report.wrong');
};

const sendAll = async (): Promise<void> => {
  for (const report of unsent()) await sendOn(report);
};

void keepForOffline();
await recover();
show();
void sendAll();
void sendWaitingPhotos(tellPhotos);
