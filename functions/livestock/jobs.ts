import { translator } from '../../shared/i18n.ts';
import { nextDue } from '../../shared/workflow/decide.ts';
import type { Delivery, EffectHandler, Effects } from '../../shared/workflow/deliver.ts';
import { tellsOriginal } from '../cases/merge.ts';
import { together } from '../cases/people.ts';
import { tellers } from '../cases/tell.ts';
import { livestock } from './case.ts';
import { letters, type StaffMail } from './mail.ts';
import { messages } from './messages.ts';
import { askedAt, countyOf, handlersOf, type Level } from './people.ts';
import type { LivestockData } from './schema.ts';
import { titleOf } from './view.ts';

/** How the effects of the livestock chart are carried out. Mail to staff is in Chinese, to reporters in their language. */

const t = translator('zh', messages);

type D = Delivery<LivestockData>;
type Send = (delivery: D) => Promise<void>;

const { tell, tellReporter } = tellers<LivestockData, StaffMail>(livestock.life, letters);

const waitsAt = ({ state }: D['record'], level: Level): boolean =>
  (state as { open?: { awaiting?: string } }).open?.awaiting === level;

/** Nobody is asked any more for what somebody has accepted meanwhile. */
const askToAccept: Send = async (d) => {
  const level = d.effect.params?.level as Level;
  if (!waitsAt(d.record, level)) return;
  await tell(d, level, await askedAt(level, d.record.data), { due: nextDue(d.record) }, { action: 'accept' });
};

const alarmNotLeft: Send = async (d) => {
  const { data } = d.record;
  if (data.departedAt) return; // left meanwhile
  const to = await together(handlersOf(data), askedAt('station', data));
  await tell(d, 'not-left', to, { more: { responder: data.responder?.name ?? '' } });
};

const remindOfCare: Send = async (d) => tell(d, 'review', await handlersOf(d.record.data));

const remindOfFollowUp: Send = async (d) => {
  const { followUp } = d.record.data;
  if (followUp) await tell(d, 'follow-up', await handlersOf(d.record.data), { more: followUp });
};

/** The county first, at once; whoever has the case learns that it is no longer theirs alone to close. */
const raiseEpidemicAlarm: Send = async (d) => {
  const { data } = d.record;
  const to = await together(countyOf(data), askedAt('station', data), handlersOf(data));
  await tell(d, 'epidemic', to, { more: { signs: data.epidemic?.signs ?? titleOf(data, t) } });
};

const tellResponders: Send = async (d) => {
  const { data } = d.record;
  const what = d.effect.params?.what as 'information' | 'merged' | 'duplicates' | 'ruled';
  const verdict = data.epidemic?.verdict;
  const more = { text: String(d.entry.input?.text ?? ''), verdict: verdict ? t(`choice.verdict.${verdict}`) : '' };
  await tell(d, what, await handlersOf(data), { more }, { action: 'accept' });
};

const triage: EffectHandler<LivestockData> = {
  step: async ({ record }) => {
    if (record.state !== 'received') return undefined;
    const { triaged } = await import('./triage.ts');
    return { type: 'triaged', input: { ...(await triaged(record)) } };
  },
};

const lookAgain: EffectHandler<LivestockData> = {
  step: async ({ record }) => {
    const { seenSince } = await import('./triage.ts');
    const seen = await seenSince(record);
    return seen && { type: 'duplicates.found', input: { ...seen } };
  },
};

/** Every effect that the charts name. */
export const effects: Effects<LivestockData> = {
  triage,
  lookAgain,
  askToAccept: { send: askToAccept },
  alarmNotLeft: { send: alarmNotLeft },
  remindOfCare: { send: remindOfCare },
  remindOfFollowUp: { send: remindOfFollowUp },
  raiseEpidemicAlarm: { send: raiseEpidemicAlarm },
  tellReporter: { send: tellReporter },
  tellResponders: { send: tellResponders },
  tellOriginal: { send: tellsOriginal(livestock.life) },
};
