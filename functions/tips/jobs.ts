import * as z from 'zod';
import type { Person } from '../../shared/auth.ts';
import { environment } from '../../shared/env.ts';
import { translator } from '../../shared/i18n.ts';
import { contentDigest } from '../../shared/ids.ts';
import { queueMail } from '../../shared/mail.ts';
import { words } from '../../shared/words.ts';
import type { Delivery, Effects } from '../../shared/workflow/deliver.ts';
import { membersOf } from '../directory/lookup.ts';
import { somethingToApprove, somethingToRead } from './mail.ts';
import { messages } from './messages.ts';
import type { TipData } from './schema.ts';
import { erase } from './store.ts';

/** What follows from a tip-off's steps: officers are told that there is something, and in the end it is deleted. */

const env = environment(z.object({ SITE_URL: z.url() }));

type Told = Delivery<TipData>;

/** What remembers that a mail went out stands outside the tip-offs' table, so it does not name the tip-off either. */
const mailId = ({ id }: Told): string => contentDigest(['tip-mail', id]);

const desk = (): string => `${env().SITE_URL}/desk/tips/`;
const t = translator('zh', messages, words);

const officers = ({ record }: Told): Promise<Person[]> => membersOf(record.data.unit, 'tip-officer');

const tellOfficers = async (d: Told): Promise<void> => {
  const people = await officers(d);
  await queueMail(
    mailId(d),
    people.map((p) => somethingToRead(p.email, t, desk())),
  );
};

/** Whoever proposed is not asked to approve. */
const tellApprovers = async (d: Told): Promise<void> => {
  const { unit, reward } = d.record.data;
  const people = (await membersOf(unit, 'tip-officer', 'approver')).filter((p) => p.email !== reward?.proposal.by);
  await queueMail(
    mailId(d),
    people.map((p) => somethingToApprove(p.email, t, desk())),
  );
};

export const effects: Effects<TipData> = {
  tellOfficers: { send: tellOfficers },
  tellApprovers: { send: tellApprovers },
  erase: { send: ({ record }) => erase(record) },
};
