import { Refused } from './api.ts';
import { t } from './text.ts';

/** A refusal nobody has put into words is told by its kind. */
const BY_STATUS: Record<number, string> = {
  403: 'forbidden',
  404: 'not-found',
  409: 'not-possible',
  503: 'unavailable',
};

/** Why something could not be done, in the page's language; whatever is no refusal never reached the server. */
export const reasonOf = (e: unknown): string => {
  if (!(e instanceof Refused)) return t('desk.offline');
  const code = t.has(`problem.${e.code}`) ? e.code : (BY_STATUS[e.status] ?? 'unknown');
  return t(`problem.${code}`);
};
