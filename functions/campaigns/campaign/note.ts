import type { Actor } from '../../../shared/auth.ts';
import { conflict, invalidField, isDomainError, notFound } from '../../../shared/errors.ts';
import { contentDigest, newId } from '../../../shared/ids.ts';
import { type Moment, now } from '../../../shared/time.ts';
import { staffDoer } from '../../../shared/workflow/open-actions.ts';
import { perform } from '../../../shared/workflow/perform.ts';
import type { Doing } from '../../../shared/workflow/record-routes.ts';
import { load } from '../../../shared/workflow/store.ts';
import { areaTest } from '../../directory/areas.ts';
import { localDaysOf } from '../../directory/local-days.ts';
import { membersOf, settingsOf } from '../../directory/lookup.ts';
import { campaignSettings } from '../settings.ts';
import { type Campaign, campaign } from './campaign.ts';
import { checkCampaign, checkMaterials, timeOf } from './rules.ts';
import {
  type CampaignData,
  type CampaignInput,
  type Counted,
  type SaidOfSession,
  type Session,
  saidOfSession,
} from './schema.ts';
import { sessionOf, writeOf } from './sessions.ts';
import { cameTo } from './totals.ts';

/** What is done to a campaign and its sessions: a session is written together with the step that counts it. */

type OnCampaign = Doing<CampaignData>;

/**
 * One action on a campaign. What a session comes to is counted in the same transaction that keeps it, so the campaign's
 * totals are the sum of its sessions at every moment. The same `idempotencyKey` again notes no second session.
 */
export const act = async (id: string, asked: OnCampaign): Promise<Campaign> => {
  const doing = asked.action === 'hold' ? asked : { ...asked, idempotencyKey: undefined };
  const { visible, idempotencyKey: key } = doing;
  if (key !== undefined && (await sessionOf(id, keyed(id, key)))) return seen(id, visible);
  try {
    return await step(id, doing);
  } catch (e) {
    if (!isDomainError(e, THERE)) throw e;
    return seen(id, visible); // the phone has sent it twice at once
  }
};

const step = (id: string, doing: OnCampaign): Promise<Campaign> => {
  const { actor, visible, action, idempotencyKey: key } = doing;
  let kept: Session | undefined;
  return perform(campaign, id, doing, staffDoer(actor), {
    visible,
    resolve: async (_, input, record) => {
      if (action === 'change') return checkedChange(input as CampaignInput, record);
      if (!SESSION_ACTIONS.has(action)) return input;
      const there = input.session === undefined ? undefined : await mustSession(id, String(input.session));
      if (key !== undefined) await mustBeNew(id, key);
      kept = await after(action, input, { record, there, actor, key, at: now() });
      return { ...countedOf(there, kept) };
    },
    companions: () => kept && { items: writeOf(kept), refused: moved },
  });
};

const THERE = 'session-there';

const mustBeNew = async (id: string, key: string): Promise<void> => {
  if (await sessionOf(id, keyed(id, key))) throw conflict(THERE, 'This session is noted already.');
};

const SESSION_ACTIONS = new Set(['hold', 'plan-session', 'correct', 'cancel-session']);

const keyed = (id: string, key: string): string => contentDigest(['session', id, key]).slice(0, 20);

const moved = () => conflict('stale', 'Somebody else changed this session at the same moment; try again.');

const seen = async (id: string, visible: OnCampaign['visible']): Promise<Campaign> => {
  const record = await load(campaign, id);
  if (!record) throw notFound('campaign');
  await visible(record);
  return record;
};

const mustSession = async (id: string, session: string): Promise<Session> => {
  const found = await sessionOf(id, session);
  if (!found) throw invalidField('session', 'unknown-session', 'is no session of this campaign');
  return found;
};

const checkedChange = async (input: CampaignInput, { data }: Campaign): Promise<Record<string, unknown>> => {
  await checkSaid(data.unit, input, now());
  const [{ silentDays }, local] = await Promise.all([settingsOf(data.unit, campaignSettings), localDaysOf(data.unit)]);
  return { ...input, silentDays, local };
};

/** Throws `invalid-input` where a campaign of the unit cannot be that. */
export const checkSaid = async (unit: string, said: CampaignInput, at: Moment): Promise<void> => {
  const { materials } = await settingsOf(unit, campaignSettings);
  checkCampaign(
    said,
    materials.map((m) => m.id),
    at,
  );
  await mustBeArea(said.area);
};

const mustBeArea = async (area: string): Promise<void> => {
  if (!(await areaTest())(area)) throw invalidField('area', 'unknown-area', 'is not a known area code');
};

interface Around {
  record: Campaign;
  there: Session | undefined;
  actor: Actor;
  key: string | undefined;
  at: Moment;
}

/** The session as it is after the action. */
const after = async (action: string, input: Record<string, unknown>, around: Around): Promise<Session> => {
  const { record, there } = around;
  if (action === 'cancel-session') return cancelled(there, String(input.reason));
  if (action === 'correct' && there?.stage !== 'held') throw wrongStage('held');
  if (action === 'hold' && there && there.stage !== 'planned') throw wrongStage('planned');
  const said = saidOfSession.parse(input);
  await checkKinds(record.data, said);
  return {
    ...(there ?? fresh(record, around)),
    stage: action === 'plan-session' ? 'planned' : 'held',
    ...{ at: timeOf(said.at, there?.at, around.at), place: said.place, area: said.area ?? record.data.area },
    ...{ people: said.people ?? 0, materials: said.materials, questions: said.questions },
    tookPart: await namedIn(record.data.unit, said.tookPart, around.actor),
  };
};

const checkKinds = async ({ unit }: CampaignData, { materials, area }: SaidOfSession): Promise<void> => {
  const kinds = (await settingsOf(unit, campaignSettings)).materials.map((m) => m.id);
  checkMaterials(materials, 'materials', kinds);
  if (area !== undefined) await mustBeArea(area);
};

const fresh = (record: Campaign, { actor, key, at }: Around) => ({
  id: key === undefined ? newId() : keyed(record.id, key),
  ...{ campaign: record.id, by: { id: actor.id, name: actor.name }, notedAt: at, version: 0 },
});

const wrongStage = (stage: 'planned' | 'held') => invalidField('session', `not-${stage}`, `is not ${stage}`);

const cancelled = (there: Session | undefined, reason: string): Session => {
  if (there?.stage !== 'planned') throw wrongStage('planned');
  return { ...there, stage: 'cancelled', reason };
};

/** Who took part, by name; whoever notes it where nobody is named. */
const namedIn = async (unit: string, ids: string[], actor: Actor): Promise<Session['tookPart']> => {
  if (ids.length === 0) return [{ id: actor.id, name: actor.name }];
  const members = await membersOf(unit);
  return [...new Set(ids)].map((id, i) => {
    const found = members.find((m) => m.email === id);
    if (!found) throw invalidField(`tookPart.${i}`, 'unknown-person', 'is nobody of this unit');
    return { id, name: found.name };
  });
};

/** What the campaign's record keeps of it: which session, and what it came to before and comes to now. */
const countedOf = (before: Session | undefined, kept: Session): Counted => ({
  session: kept.id,
  ...(before ? { before: cameTo(before) } : {}),
  after: cameTo(kept),
  ...(kept.stage === 'held' ? { heldAt: kept.at } : {}),
});
