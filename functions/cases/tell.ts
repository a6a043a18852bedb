import { type Mail, queueMail } from '../../shared/mail.ts';
import { now, plus } from '../../shared/time.ts';
import type { Delivery } from '../../shared/workflow/deliver.ts';
import type { Lifecycle, LifeRecord, Part } from '../../shared/workflow/lifecycle.ts';
import { openTo, staffDoer } from '../../shared/workflow/open-actions.ts';
import { areaName } from '../directory/areas.ts';
import { actionLink, caseLink, statusLink } from './links.ts';
import type { Button, lettersOf, Told } from './mail.ts';
import type { Addressee } from './people.ts';
import type { CaseData } from './schema.ts';

/** How people are told of a case, whatever its type. Mail to staff is in Chinese, to reporters in their language. */

/** A link in mail lives two days at most; it is dead earlier once the case has moved on. */
const LINK_LIFE = 2 * 86_400_000;

/** An action offered by a button, to those who may do it now. */
export interface Offer {
  action: string;
  parts?: Part[];
}

const buttonFor = <D extends CaseData>(
  life: Lifecycle<D>,
  record: LifeRecord<D>,
  { action, parts }: Offer,
  { actor }: Addressee,
): Button | undefined => {
  if (!actor || !openTo(life, record, staffDoer(actor), parts).includes(action)) return undefined;
  const ids = parts?.map((p) => p.id);
  const to = { kind: 'CASE', id: record.id, version: record.version, action, parts: ids, person: actor.id };
  return { action, url: actionLink(to, plus(now(), LINK_LIFE)) };
};

type Letters<D extends CaseData> = ReturnType<typeof lettersOf<D>>;

/** The ways in which the effects of a type tell people. */
export const tellers = <D extends CaseData, K extends string>(life: Lifecycle<D>, letters: Letters<D>) => ({
  /** Queues a mail to each, with the button of what is offered. */
  tell: async (d: Delivery<D>, kind: K, to: Addressee[], more: Omit<Told, 'button'> = {}, offer?: Offer) => {
    const { id, data } = d.record;
    const about = { data, area: await areaName(data.area), desk: caseLink(id) };
    const button = (a: Addressee) => offer && buttonFor(life, d.record, offer, a);
    await queueMail(
      d.id,
      to.map((a): Mail => letters.staffMail(kind, a.to, about, { ...more, button: button(a) })),
    );
  },
  /** Tells the reporter of the stage that the effect names, where there is an address. */
  tellReporter: async ({ id, record, effect }: Delivery<D>): Promise<void> => {
    const { email } = record.data.reporter;
    if (!email) return;
    const status = statusLink(record.data.language);
    await queueMail(id, [letters.reporterMail(email, String(effect.params?.stage), record.data, status)]);
  },
});
