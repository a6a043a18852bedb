import * as z from 'zod';
import { environment } from '../../shared/env.ts';
import { contentDigest } from '../../shared/ids.ts';
import { log } from '../../shared/log.ts';
import { queueMail } from '../../shared/mail.ts';
import { records } from '../../shared/reads.ts';
import type { Moment } from '../../shared/time.ts';
import type { Confidential } from '../../shared/workflow/deliver.ts';
import { errorName, type FailureCard, failure, isToBeTold, noteTold } from '../../shared/workflow/failures.ts';
import { answerersOf } from '../directory/answerers.ts';
import { leadOf, membersOf, platformUnits } from '../directory/lookup.ts';
import { confidentialStuckMail, stuckMail } from './mail.ts';
import { managed } from './registry.ts';
import { STUCK_MAIL, stuckWords } from './stuck-views.ts';

/** Who is written to about what is stuck: once when it is, and once a day while it lasts. */

const env = environment(z.object({ SITE_URL: z.url() }));

const t = stuckWords('zh');

/** Writes to people about those that they have not been told of for a day: one mail a person, however many there are. */
export const tellOfStuck = async (stuck: FailureCard[], at: Moment): Promise<void> => {
  const due = stuck.filter((card) => isToBeTold(card, at));
  if (due.length === 0) return;
  const confidential = new Map(
    (await managed()).flatMap(({ life, confidential: c }) => (c ? [[life.kind, c] as const] : [])),
  );
  const open = due.filter((card) => !confidential.has(card.kind));
  for (const [kind, how] of confidential) {
    const own = due.filter((card) => card.kind === kind);
    await tell(await byReader(own, confidentialReaders(how)), (to, cards) =>
      confidentialStuckMail(to, cards, t, env().SITE_URL + how.desk),
    );
  }
  await tell(await byReader(open, readersOf), (to, cards) => stuckMail(to, cards, t, `${env().SITE_URL}/desk/`));
  for (const card of due) await remember(card, at);
};

type Readers = (unit: string | undefined) => Promise<string[]>;

/** Addresses, each with what its owner is told of. */
const byReader = async (cards: FailureCard[], readers: Readers): Promise<Map<string, FailureCard[]>> => {
  const told = new Map<string, FailureCard[]>();
  for (const [unit, own] of Map.groupBy(cards, (c) => c.unit))
    for (const to of new Set(await readers(unit))) told.set(to, [...(told.get(to) ?? []), ...own]);
  return told;
};

/** Who cannot be found out keeps nobody else from being told. */
const orNone = async (people: Promise<{ email: string }[]>, of: string): Promise<string[]> => {
  try {
    return (await people).map((p) => p.email);
  } catch (e) {
    log.error('nobody can be told of what is stuck', { of, error: errorName(e) });
    return [];
  }
};

/** Whoever answers for the unit; and the platform's administrators. */
const readersOf: Readers = async (unit) => {
  const own = unit === undefined ? [] : await answerersAt(unit);
  return [...own, ...(await orNone(admins(), 'platform'))];
};

/** People before mailboxes: those of the unit, else those of the one above it that answers for it, else the unit's mailbox. */
const answerersAt = async (unit: string): Promise<string[]> => {
  const leading = (id: string) => membersOf(id, 'official', 'first-secretary');
  const circles = [() => leading(unit), async () => leading(await leadOf(unit)), () => answerersOf(unit)];
  for (const circle of circles) {
    const found = await orNone(circle(), unit);
    if (found.length > 0) return found;
  }
  return [];
};

const admins = async (): Promise<{ email: string }[]> =>
  (await Promise.all((await platformUnits()).map((id) => membersOf(id, 'admin')))).flat();

const confidentialReaders =
  ({ role }: Confidential): Readers =>
  async (unit) =>
    unit === undefined ? [] : orNone(membersOf(unit, role), unit);

const tell = async (
  told: Map<string, FailureCard[]>,
  mailOf: (to: string, cards: FailureCard[]) => ReturnType<typeof stuckMail>,
): Promise<void> => {
  for (const [to, cards] of told) {
    const id = contentDigest(cards.map((c) => [c.pk, c.sk, c.toldAt ?? c.since]));
    await queueMail(`${STUCK_MAIL}${id}`, [mailOf(to, cards)]);
  }
};

const remember = async ({ pk, sk }: FailureCard, at: Moment): Promise<void> => {
  const { data } = failure.safeParse(await records.item({ pk, sk }));
  if (data) await noteTold(data, at);
};
