import type { Language } from '../../shared/fields.ts';
import { translator } from '../../shared/i18n.ts';
import { now } from '../../shared/time.ts';
import { messages } from './messages.ts';
import { isReporters } from './rules.ts';
import type { PhotoView } from './schema.ts';
import { photosOf } from './store.ts';
import { photoViews } from './views.ts';

/** Where a reporter opens a photo of theirs: an address of ours, which leads on to one that is good for some minutes. */
const addressUnder = (receipt: string) => (n: number) => `/reports/${receipt}/photos/${n}`;

/** The photos that a reporter sent, as they see them; what staff added is for staff. One query. */
export const photosForReporter = async (id: string, receipt: string, language: Language): Promise<PhotoView[]> => {
  const own = (await photosOf({ kind: 'case', id })).filter(isReporters);
  return photoViews(own, now(), translator(language, messages), addressUnder(receipt));
};
