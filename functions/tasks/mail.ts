import type { Translate, Words } from '../../shared/i18n.ts';
import { type Mail, subjectLine } from '../../shared/mail.ts';
import type { TaskData } from './schema.ts';

/** Mails about a task. Pure. */

export type About = 'set' | 'returned' | 'done' | 'overdue';

export interface Reader {
  email: string;
  name: string;
}

/** One mail to each reader about what has happened to a task; `link` leads to it on the desk. */
export const taskMail = (about: About, data: TaskData, readers: Reader[], link: string, t: Translate): Mail[] =>
  readers.map(({ email, name }) => ({
    to: email,
    subject: subjectLine(t(`mail.task.${about}.subject`, { what: data.what })),
    text: [t('mail.hello', { name }), t(`mail.task.${about}.text`, factsOf(about, data)).trim()].join('\n\n'),
    link: { label: t('mail.task.link'), url: link },
    language: t.language,
  }));

const factsOf = (about: About, { what, due, why = '', setBy, done, returned }: TaskData): Words => {
  const last = returned.at(-1);
  const by = { set: setBy.name, returned: last?.by.name, done: done?.by.name, overdue: '' }[about] ?? '';
  return { what, due, why, by, reason: last?.reason ?? '', note: done?.note ?? '' };
};
