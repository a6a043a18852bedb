import type { Language } from '../../shared/fields.ts';
import { translator } from '../../shared/i18n.ts';
import { now } from '../../shared/time.ts';
import { messages } from './messages.ts';
import type { PhotoView } from './schema.ts';
import { photosOf } from './store.ts';
import { photoViews } from './views.ts';

/** Where a reporter opens a photo of theirs: an address of ours, which leads on to one that is good for some minutes. */
const addressUnder = (receipt: string) => (n: number) => `/reports/${receipt}/photos/${n}`;

/** The photos of a report as its reporter sees them. One query. */
export const photosForReporter = async (id: string, receipt: string, language: Language): Promise<PhotoView[]> =>
  photoViews(await photosOf({ kind: 'case', id }), now(), translator(language, messages), addressUnder(receipt));
