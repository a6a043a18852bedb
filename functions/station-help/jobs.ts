import { nextDue } from '../../shared/workflow/decide.ts';
import type { Delivery, EffectHandler, Effects } from '../../shared/workflow/deliver.ts';
import { tellers } from '../cases/tell.ts';
import { stationHelp } from './case.ts';
import { letters, type StaffMail } from './mail.ts';
import { askedAt, askedUpTo, handlersOf, type Level } from './people.ts';
import type { HelpData } from './schema.ts';

/** How the effects of the chart of help at a station are carried out. */

type D = Delivery<HelpData>;
type Send = (delivery: D) => Promise<void>;

const { tell, tellReporter } = tellers<HelpData, StaffMail>(stationHelp.life, letters);

const levelOf = (state: unknown): Level | undefined => (state as { open?: { awaiting?: Level } }).open?.awaiting;

/** Nobody is asked any more for what somebody has accepted meanwhile. */
const askToAccept: Send = async (d) => {
  const level = d.effect.params?.level as Level;
  if (levelOf(d.record.state) !== level) return;
  await tell(d, level, await askedAt(level, d.record.data), { due: nextDue(d.record) }, { action: 'accept' });
};

/** Whoever else was asked learns that somebody goes, so that not everybody does. */
const tellAsked: Send = async (d) => {
  const { by, from } = d.entry;
  const asked = await askedUpTo(levelOf(from) ?? 'keeper', d.record.data);
  const others = asked.filter((a) => a.to !== by.id);
  await tell(d, 'accepted', others, { more: { name: by.name ?? by.id } });
};

const REMINDERS = {
  help: { mail: 'help-review', action: 'record-help' },
  arranging: { mail: 'arranging', action: 'plan-mediation' },
  held: { mail: 'held', action: 'record-mediation' },
  check: { mail: 'check', action: 'record-check' },
} as const;

const remind: Send = async (d) => {
  const of = d.effect.params?.of;
  const { mail, action } = REMINDERS[of as keyof typeof REMINDERS];
  await tell(d, mail, await handlersOf(d.record.data), {}, { action });
};

const tellHandlers: Send = async (d) => {
  const more = { text: String(d.entry.input?.text ?? '') };
  await tell(d, 'information', await handlersOf(d.record.data), { more }, { action: 'accept' });
};

const triage: EffectHandler<HelpData> = {
  step: async ({ record }) => {
    if (record.state !== 'received') return undefined;
    const { triaged } = await import('./triage.ts');
    return { type: 'triaged', input: { ...(await triaged(record)) } };
  },
};

/** Every effect that the chart names. */
export const effects: Effects<HelpData> = {
  triage,
  askToAccept: { send: askToAccept },
  tellAsked: { send: tellAsked },
  remind: { send: remind },
  tellReporter: { send: tellReporter },
  tellHandlers: { send: tellHandlers },
};
