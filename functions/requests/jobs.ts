import { nextDue } from '../../shared/workflow/decide.ts';
import type { Delivery, EffectHandler, Effects } from '../../shared/workflow/deliver.ts';
import type { Part } from '../../shared/workflow/lifecycle.ts';
import { together } from '../cases/people.ts';
import { tellers } from '../cases/tell.ts';
import { hideFrom, showTo } from '../cases/waiting.ts';
import { unit } from '../directory/lookup.ts';
import { request } from './case.ts';
import { letters, type StaffMail } from './mail.ts';
import { askedAt, consultedAt, type Level, leadersOf, leadOfRequest } from './people.ts';
import type { Consultation, RequestData } from './schema.ts';

/** How the effects of the charts of a request are carried out. */

type D = Delivery<RequestData>;
type Send = (delivery: D) => Promise<void>;

const { tell, tellReporter } = tellers<RequestData, StaffMail>(request.life, letters);

const waitsAt = ({ state }: D['record'], level: Level): boolean =>
  (state as { open?: { waiting?: string } }).open?.waiting === level;

/** Nobody is asked any more for what somebody has taken meanwhile. */
const askToTake: Send = async (d) => {
  const level = d.effect.params?.level as Level;
  if (!waitsAt(d.record, level)) return;
  await tell(d, level, await askedAt(level, d.record.data), { due: nextDue(d.record) }, { action: 'take' });
};

const alarmLate: Send = async (d) => {
  const { data } = d.record;
  await tell(d, 'late', await together(leadOfRequest(data), leadersOf(data)));
};

const remindOfCall: Send = async (d) => tell(d, 'call', await leadOfRequest(d.record.data));

const tellLead: Send = async (d) => {
  const kind = d.effect.params?.what as 'information' | 'reopened' | 'assigned';
  const { text, reason, note } = d.entry.input ?? {};
  const more = { text: String(text ?? ''), reason: String(reason ?? note ?? '') };
  await tell(d, kind, await leadOfRequest(d.record.data), { more }, { action: 'answer' });
};

/** Does it for each consultation that an effect is about; each has a mail of its own. */
const each =
  (send: (consultation: Consultation, d: D) => Promise<void>): Send =>
  async (d) => {
    const of = d.record.data.consultations.filter((c) => d.effect.parts?.includes(c.id));
    for (const c of of) await send(c, of.length === 1 ? d : { ...d, id: `${d.id}/${c.id}` });
  };

const nameOfUnit = async (id: string): Promise<string> => (await unit(id))?.name.zh ?? id;

/** The request waits in the queue of the unit that is asked, until it has answered. */
const inviteOpinion = each(async (asked, d) => {
  if (asked.opinion !== undefined) return;
  await showTo(request.life, d.record, asked.unit);
  const more = { from: await nameOfUnit(d.record.data.unit ?? ''), question: asked.question };
  await tell(d, 'consult', await consultedAt(asked.unit), { more }, { action: 'give-opinion', parts: [asked as Part] });
});

const tellOpinion = each(async (given, d) => {
  if (!d.record.data.consultations.some((c) => c.unit === given.unit && c.opinion === undefined))
    await hideFrom(d.record.id, given.unit);
  const more = { from: await nameOfUnit(given.unit), opinion: given.opinion ?? '' };
  await tell(d, 'opinion', await leadOfRequest(d.record.data), { more });
});

const triage: EffectHandler<RequestData> = {
  step: async ({ record }) => {
    if (record.state !== 'received') return undefined;
    const { triaged } = await import('./triage.ts');
    return { type: 'triaged', input: { ...(await triaged(record)) } };
  },
};

/** Every effect that the charts name. */
export const effects: Effects<RequestData> = {
  triage,
  askToTake: { send: askToTake },
  alarmLate: { send: alarmLate },
  remindOfCall: { send: remindOfCall },
  inviteOpinion: { send: inviteOpinion },
  tellOpinion: { send: tellOpinion },
  tellReporter: { send: tellReporter },
  tellLead: { send: tellLead },
};
