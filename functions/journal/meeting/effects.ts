import { isDomainError } from '../../../shared/errors.ts';
import { queueMail } from '../../../shared/mail.ts';
import { now } from '../../../shared/time.ts';
import { act } from '../../../shared/workflow/act.ts';
import type { Delivery, Effects } from '../../../shared/workflow/deliver.ts';
import { SYSTEM } from '../../../shared/workflow/lifecycle.ts';
import { type Team, teamOf } from '../../duty/people.ts';
import { onDutyIn } from '../../duty/powers.ts';
import { journalsOfUnit } from '../board.ts';
import { meetingLink, weekLink } from '../desk-links.ts';
import { digest, missingNews, notHeldNews, type Reader, reminder } from '../mail.ts';
import { mailWordsIn } from '../mail-words.ts';
import { openJournal } from '../start.ts';
import { journal } from '../week/journal.ts';
import type { JournalData } from '../week/schema.ts';
import { awayIn, ruleIn, settingsIn } from '../weeks.ts';
import { missingIn, weekOfMeeting, weekOfTeam } from './items.ts';
import type { WeeklyData } from './schema.ts';
import { stageOf } from './weekly.ts';

type Done = Delivery<WeeklyData>;

const linkOf = ({ unit, week }: WeeklyData): string => meetingLink(unit, week);

/** Everybody who works and is not away gets a week of their own. */
const openJournals = async ({ record: { data } }: Done): Promise<void> => {
  const { unit, week } = data;
  const [team, away, rule, settings] = await Promise.all([
    teamOf(unit),
    awayIn(unit, week),
    ruleIn(unit),
    settingsIn(unit),
  ]);
  for (const { email, name } of team.workers)
    if (!away(email)) await openJournal(unit, week, { id: email, name }, { rule, settings }, data.openedAt);
};

/** Only who has not done it is reminded; who has told both halves needs neither plan nor check. */
const isBehind = (about: string, { plan, check, reflection }: JournalData): boolean => {
  if (reflection) return false;
  if (about === 'plan') return plan === undefined;
  return about === 'check' ? check === undefined : true;
};

const remind = async ({ id, effect, record: { data } }: Done): Promise<void> => {
  const about = String(effect.params?.about);
  const behind = (await weekOfTeam(data.unit, data.week)).filter((j) => isBehind(about, j.data));
  const url = weekLink(data.unit, data.week);
  await queueMail(
    id,
    behind.map((j) => reminder(about, j.data, url, mailWordsIn('zh'))),
  );
};

const tellMissing = async ({ id, record: { data } }: Done): Promise<void> => {
  const [team, journals] = await Promise.all([teamOf(data.unit), weekOfTeam(data.unit, data.week)]);
  const names = missingIn(journals).map((m) => m.name);
  if (names.length > 0)
    await queueMail(id, missingNews(team.firstSecretaries, names, data, linkOf(data), mailWordsIn('zh')));
};

const leadersIn = async (team: Team): Promise<Reader[]> => {
  const onDuty = await onDutyIn(team.unit, now());
  const leaders = [...team.firstSecretaries, ...team.members.filter((m) => m.email === onDuty)];
  return [...new Map(leaders.map((m) => [m.email, m])).values()];
};

const tellNotHeld = async ({ id, record: { data, state } }: Done): Promise<void> => {
  if (stageOf(state) !== 'overdue') return;
  const readers = await leadersIn(await teamOf(data.unit));
  await queueMail(id, notHeldNews(readers, data, linkOf(data), mailWordsIn('zh')));
};

const stepAll = async (ids: Iterable<string>, type: 'shared' | 'closed'): Promise<void> => {
  for (const id of ids) {
    try {
      await act(journal, id, { type, at: now(), by: SYSTEM });
    } catch (e) {
      if (!isDomainError(e, 'not-possible')) throw e; // done at an earlier delivery
    }
  }
};

const shareAll = ({ record: { data } }: Done): Promise<void> =>
  stepAll(new Set(data.items.map((i) => i.journal)), 'shared');

/** Everybody who had the week, also those who have left since. */
const closeAll = async ({ record: { data } }: Done): Promise<void> =>
  stepAll(
    (await journalsOfUnit(data.unit, data.week)).map((c) => c.id),
    'closed',
  );

const sendDigest = async ({ id, record: { data } }: Done): Promise<void> => {
  const [team, all] = await Promise.all([teamOf(data.unit), weekOfMeeting(data)]);
  const journals = all.filter((j) => data.items.some((i) => i.journal === j.id));
  const about = { data, unitName: team.unitName, journals, missing: missingIn(all).map((m) => m.name) };
  const readers = team.members.filter((m) => m.roles.some((r) => r.role === 'worker' || r.role === 'first-secretary'));
  await queueMail(id, digest(readers, about, linkOf(data), mailWordsIn('zh')));
};

/** How the effects of a weekly meeting are carried out. */
export const effects: Effects<WeeklyData> = {
  openJournals: { send: openJournals },
  remind: { send: remind },
  tellMissing: { send: tellMissing },
  tellNotHeld: { send: tellNotHeld },
  shareAll: { send: shareAll },
  closeAll: { send: closeAll },
  sendDigest: { send: sendDigest },
};
