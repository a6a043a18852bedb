import { recover, settle, unsent } from './my-reports.ts';
import { sendUntilAnswered } from './send.ts';
import { sendWaitingPhotos } from './send-photos.ts';

/** Sends what waits on this phone, oldest first, without a word; what is refused stays until its form is opened. */
export const sendWhatWaits = async (): Promise<void> => {
  await recover();
  for (const report of unsent()) {
    const { kind } = await sendUntilAnswered(report, () => {});
    if (kind === 'accepted') settle(report.receipt);
  }
  await sendWaitingPhotos(() => {});
};
