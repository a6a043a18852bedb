import { keepForOffline } from './browser/offline.ts';
import { sendWhatWaits } from './browser/waiting.ts';

/** Where people come in: the site is kept for when there is no network, and what waits is sent. */

void keepForOffline();
void sendWhatWaits();
