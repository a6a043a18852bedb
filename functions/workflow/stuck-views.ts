import * as z from 'zod';
import type { Language } from '../../shared/fields.ts';
import { type Translate, translator } from '../../shared/i18n.ts';
import { words } from '../../shared/words.ts';
import { cause, type FailureCard } from '../../shared/workflow/failures.ts';
import { named } from '../../shared/workflow/lifecycle.ts';
import { messages } from './messages.ts';

/** What is stuck, as people are shown it. */

/** One thing that failed of a record. */
export const failedThing = z.object({
  what: z.string(),
  cause,
  text: z.string(),
  /** The name of the error, for whoever looks for it in the logs. */
  error: z.string(),
  since: z.string(),
  at: z.string(),
  tries: z.number(),
  /** When it is tried again by itself. */
  next: z.string().optional(),
  /** When people were last written to about it. */
  toldAt: z.string().optional(),
});

/** A record of which something is stuck. */
export const stuckRow = z.object({
  kind: z.string(),
  id: z.string(),
  number: z.string().optional(),
  title: z.string(),
  unit: named.optional(),
  since: z.string(),
  /** Its page on the desk, below `/desk/`; absent where it has none. */
  page: z.string().optional(),
  failures: z.array(failedThing),
  /** Whether trying again at once, or saying that it was told otherwise, is of any use. */
  mayRetry: z.boolean(),
  mayDismiss: z.boolean(),
});
export type StuckRow = z.infer<typeof stuckRow>;

export const stuckWords = (language: Language): Translate => translator(language, messages, words);

/** Records by what failed of them, those that wait longest first. */
export const rowsOf = (cards: FailureCard[], t: Translate, nameOf: (unit: string) => string): StuckRow[] =>
  [...Map.groupBy(cards, (c) => c.pk).values()]
    .map((failures) => rowOf(failures as [FailureCard, ...FailureCard[]], t, nameOf))
    .sort((a, b) => (a.since < b.since ? -1 : 1));

const rowOf = (failures: [FailureCard, ...FailureCard[]], t: Translate, nameOf: (unit: string) => string): StuckRow => {
  const sorted = failures.toSorted((a, b) => (a.since < b.since ? -1 : 1));
  const [{ kind, id, number, unit }] = failures;
  return {
    ...{ kind, id, number, title: titleOf(failures[0], t) },
    unit: unit === undefined ? undefined : { id: unit, name: nameOf(unit) },
    since: sorted[0]?.since ?? '',
    page: PAGES[kind]?.(id),
    failures: sorted.map((f) => thing(f, t)),
    mayRetry: kind !== NO_RECORD,
    mayDismiss: failures.some((f) => f.cause === 'mail'),
  };
};

/** Mail that belongs to no record can only be sent again by its queue. */
export const NO_RECORD = 'MAIL';

/** Mails about what is stuck are remembered under this: one of them that fails is not itself what is stuck. */
export const STUCK_MAIL = 'stuck#';

/** What a record is called: by its number, or by what it is. */
export const titleOf = ({ kind, number }: Pick<FailureCard, 'kind' | 'number'>, t: Translate): string => {
  const key = `stuck.kind.${kind}`;
  const what = t(t.has(key) ? key : 'stuck.kind.other', { kind });
  return number === undefined ? what : `${what} ${number}`;
};

/** `STUCK#<what>`: what is after the first sign. */
const afterPrefix = (key: string): string => key.slice(key.indexOf('#') + 1);

const thing = (f: FailureCard, t: Translate): StuckRow['failures'][number] => ({
  what: afterPrefix(f.sk),
  ...{ cause: f.cause, text: textOf(f, t), error: f.error },
  ...{ since: f.since, at: f.at, tries: f.tries, next: f.next, toldAt: f.toldAt },
});

/** Effects whose names say that somebody is written to. */
const WRITES = /^(tell|ask|remind|alarm|invite|send|mail|raise|nudge)/;

/** What failed, in plain words. */
export const textOf = ({ cause: of, name }: Pick<FailureCard, 'cause' | 'name'>, t: Translate): string => {
  if (of !== 'effect') return t(`stuck.${of}`);
  const own = `stuck.effect.${name}`;
  if (t.has(own)) return t(own);
  return WRITES.test(name) ? t('stuck.writes') : t('stuck.effect', { name });
};

/** Where a record of a kind is shown on the desk. */
const PAGES: Record<string, (id: string) => string> = {
  CASE: (id) => `case/?id=${id}`,
  TASK: (id) => `task/?id=${id}`,
  REWARD: (id) => `reward/?id=${id}`,
  RECTIFICATION: (id) => `rectification/?id=${id}`,
  MENTORSHIP: (id) => `mentorship/?id=${id}`,
  ACTIVITY: (id) => `activity/?id=${id}`,
  NOTICE: (id) => `notice/?id=${id}`,
  CAMPAIGN: (id) => `campaign/?id=${id}`,
  STATION: (id) => `station/?id=${id}`,
};
