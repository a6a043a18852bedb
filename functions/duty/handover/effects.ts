import { isDomainError } from '../../../shared/errors.ts';
import { translator } from '../../../shared/i18n.ts';
import { queueMail } from '../../../shared/mail.ts';
import { now } from '../../../shared/time.ts';
import { words } from '../../../shared/words.ts';
import { act } from '../../../shared/workflow/act.ts';
import type { Delivery, Effects } from '../../../shared/workflow/deliver.ts';
import { type LifeRecord, SYSTEM } from '../../../shared/workflow/lifecycle.ts';
import { openInUnit } from '../../tasks/board.ts';
import { task } from '../../tasks/task.ts';
import { gaps } from '../changes.ts';
import { dutyLink } from '../desk-links.ts';
import { mailWords } from '../mail-words.ts';
import { messages } from '../messages.ts';
import { type Team, teamOf, withPast } from '../people.ts';
import { weekBefore, weeksUpTo } from '../rules.ts';
import { type Rota, weekRule } from '../schema.ts';
import { briefOf, reportOf } from '../sources.ts';
import { getRota, handoversOf } from '../store.ts';
import { addWeeks, endOf, startOf } from '../week.ts';
import { handover } from './handover.ts';
import * as mail from './mail.ts';
import { peopleIn, unsigned } from './rules.ts';
import type { HandoverData } from './schema.ts';

type Handed = Delivery<HandoverData>;

type Handover = Handed['record'];

/** The team, and whom the week names though they have left. */
const teamAt = async (data: HandoverData): Promise<Team> => withPast(await teamOf(data.unit), peopleIn(data));

const about = async ({ data, createdAt }: Handover): Promise<mail.About & { rota?: Rota }> => {
  const [rota, team] = await Promise.all([getRota(data.unit), teamAt(data)]);
  const t = translator('zh', mailWords, messages, words);
  return { data, began: createdAt, rota, rule: rota?.week ?? weekRule.parse({}), team, t, desk: dutyLink() };
};

/** Weeks back in which one may still be open: as many as a hand-over is caught up. */
const BACK = 9;

/** Ends every earlier week that is still open, oldest first, with its report. */
const endBefore = async ({ record: { data } }: Handed): Promise<void> => {
  const { week = weekRule.parse({}), earlier: changes = [] } = (await getRota(data.unit)) ?? {};
  const weeks = weeksUpTo({ week, earlier: changes }, data.week, BACK + 1).slice(0, -1);
  const earlier = await handoversOf(data.unit, weeks);
  for (const w of earlier.filter((e) => e.state !== 'ended')) {
    const span = { from: startOf(w.data.week, week), to: endOf(w.data.week, week) };
    await endWeek(w, { ...(await reportOf(data.unit, span)) });
  }
};

const endWeek = async ({ id }: LifeRecord<HandoverData>, input: Record<string, unknown>): Promise<void> => {
  try {
    await act(handover, id, { type: 'ended', at: now(), by: SYSTEM, input });
  } catch (e) {
    if (!isDomainError(e, 'not-possible')) throw e; // ended at an earlier delivery
  }
};

/** Open tasks go from one charge to the next; both names stand in them. */
const carryTasks = async ({ record: { data } }: Handed): Promise<void> => {
  const team = await teamAt(data);
  const input = { week: data.week, from: inCharge(data.from, team), to: inCharge(data.who, team) };
  for (const { id } of await openInUnit(data.unit)) {
    try {
      await act(task, id, async (record) => {
        if (record.data.carried.some((c) => c.week === data.week)) throw alreadyCarried;
        return { type: 'carried', at: now(), by: SYSTEM, input };
      });
    } catch (e) {
      if (e !== alreadyCarried && !isDomainError(e, 'not-possible')) throw e;
    }
  }
};

const alreadyCarried = new Error('carried at an earlier delivery');

const inCharge = (id: string | undefined, team: Team): string =>
  id === undefined ? (team.firstSecretaries[0]?.name ?? '') : team.nameOf(id);

/** Gaps are told as long before as the next hand-over would be too late for: 30 days and a week. */
const GAP_WEEKS = 6;

const sendBriefs = async ({ id, record }: Handed): Promise<void> => {
  const { data } = record;
  const [all, lines] = await Promise.all([about(record), briefOf(data.unit)]);
  const earlier = all.rota ? weekBefore(all.rota, data.week) : addWeeks(data.week, -1);
  const [before] = await handoversOf(data.unit, [earlier]);
  const mails = [...mail.brief(all, lines, before?.data.words), ...mail.outgoing(all), ...mail.teamNews(all)];
  await queueMail(id, mails);
  await tellGaps(id, all);
};

const tellGaps = async (id: string, all: mail.About & { rota?: Rota }): Promise<void> => {
  if (!all.rota) return;
  await queueMail(`${id}#gaps`, mail.gapNews(all, gaps(all.rota, addWeeks(all.data.week, 1), GAP_WEEKS)));
};

const tellVacant = async ({ id, record }: Handed): Promise<void> => {
  const all = await about(record);
  await queueMail(id, mail.vacant(all));
  await tellGaps(id, all);
};

const send =
  (build: (about: mail.About) => Parameters<typeof queueMail>[1]) =>
  async ({ id, record }: Handed): Promise<void> =>
    queueMail(id, build(await about(record)));

/** Only while it is still so: a signature may have come before this was delivered. */
const askFirstSecretary = async (d: Handed): Promise<void> => {
  if (unsigned(d.record.data).length > 0) await send(mail.late)(d);
};

/** How the effects of a week of duty are carried out. */
export const effects: Effects<HandoverData> = {
  endBefore: { send: endBefore },
  carryTasks: { send: carryTasks },
  sendBriefs: { send: sendBriefs },
  tellVacant: { send: tellVacant },
  askFirstSecretary: { send: askFirstSecretary },
  tellStandIn: { send: send(mail.standInNews) },
  mailReport: { send: send(mail.reportNews) },
};
