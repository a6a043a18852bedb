import * as z from 'zod';
import type { Role } from '../../shared/auth.ts';
import { environment } from '../../shared/env.ts';
import { translator } from '../../shared/i18n.ts';
import { queueMail } from '../../shared/mail.ts';
import { sitePath } from '../../shared/page.ts';
import { words } from '../../shared/words.ts';
import type { Delivery, Effects } from '../../shared/workflow/deliver.ts';
import { membersOf } from '../directory/lookup.ts';
import { approvalOf, notApprovers, notPayers } from './actions.ts';
import { reporterMail, staffMail } from './mail.ts';
import { messages } from './messages.ts';
import type { RewardData } from './schema.ts';

/** What follows from a reward's steps: who is told. */

const env = environment(z.object({ SITE_URL: z.url() }));

type Told = Delivery<RewardData>;

const aboutOf = ({ effect }: Told): string => String(effect.params?.about);

/** One mail for each person of the unit with the role who may act; somebody barred by what they did is not asked. */
const tellStaff = async (d: Told, unit: string, role: Role, barred: (string | undefined)[]): Promise<void> => {
  const { id, data } = d.record;
  const t = translator('zh', messages, words);
  const people = (await membersOf(unit, role)).filter((p) => !barred.includes(p.email));
  const url = `${env().SITE_URL}/desk/reward/?id=${id}`;
  await queueMail(
    d.id,
    people.map((p) => staffMail(p.email, aboutOf(d), data, t, url)),
  );
};

const tellReporter = async (d: Told): Promise<void> => {
  const { data } = d.record;
  const { email, language } = data.beneficiary;
  if (!email) return;
  const t = translator(language, messages, words);
  const url = `${env().SITE_URL}${sitePath(language, '/status/')}`;
  await queueMail(d.id, [reporterMail(email, aboutOf(d), data, t, url)]);
};

export const effects: Effects<RewardData> = {
  tellOfficials: { send: (d) => tellStaff(d, d.record.data.unit, 'official', payersBarred(d)) },
  tellApprovers: {
    send: (d) => {
      const { unit, role } = approvalOf(d.record.data);
      return tellStaff(d, unit, role, notApprovers(d.record.data));
    },
  },
  tellReporter: { send: tellReporter },
};

/** Only a claim asks for somebody other than who approved; everything else concerns all officials. */
const payersBarred = (d: Told): (string | undefined)[] =>
  aboutOf(d).startsWith('claim') ? notPayers(d.record.data) : [];
