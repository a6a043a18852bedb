import * as z from 'zod';
import type { Actor } from '../../shared/auth.ts';
import type { Language } from '../../shared/fields.ts';
import { type Route, route } from '../../shared/route.ts';
import { inLanguage } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { openAction } from '../../shared/workflow/lifecycle.ts';
import { staffDoer } from '../../shared/workflow/open-actions.ts';
import { recordRoutes } from '../../shared/workflow/record-routes.ts';
import { settingsOf } from '../directory/lookup.ts';
import { unitAt } from '../directory/schema.ts';
import { teamOf } from '../duty/people.ts';
import { mustBeFirst, mustBeInside, mustSeePair } from './access.ts';
import { mentorshipsOf } from './lists.ts';
import { type Mentorship, mentorship } from './mentorship/mentorship.ts';
import { beginPair } from './mentorship/pair.ts';
import { type MentorshipView, mentorshipInput, mentorshipRow, mentorshipView } from './mentorship/schema.ts';
import { growthSettings } from './settings.ts';
import { mentorshipForms, mentorshipRowOf, mentorshipViewOf } from './views.ts';

const viewOf = async (record: Mentorship, actor: Actor, language: Language): Promise<MentorshipView> =>
  mentorshipViewOf(record, actor, (await settingsOf(record.data.unit, growthSettings)).focuses, language);

export const mentorshipRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/growth/units/{unit}/mentorships',
    summary: 'Who learns from whom, newest first; with the form for a new pair for the first secretary',
    access: 'staff',
    params: unitAt,
    query: inLanguage,
    reply: z.object({ mentorships: z.array(mentorshipRow), forms: z.array(openAction) }),
    handle: async ({ actor, params: { unit }, language }) => {
      mustBeInside(actor, unit);
      const [cards, team, { focuses }] = await Promise.all([
        mentorshipsOf(unit),
        teamOf(unit, language),
        settingsOf(unit, growthSettings),
      ]);
      const mentorships = cards.map((c) => mentorshipRowOf(c, focuses, language));
      return { body: { mentorships, forms: mentorshipForms(actor, team, focuses, language) } };
    },
  }),
  route({
    method: 'POST',
    path: '/growth/units/{unit}/mentorships',
    summary: 'Give a newcomer a mentor',
    access: 'staff',
    params: unitAt,
    body: mentorshipInput,
    reply: mentorshipView,
    status: 201,
    handle: async ({ actor, params: { unit }, body, language }) => {
      mustBeFirst(actor, unit);
      return { body: await viewOf(await beginPair(unit, body, staffDoer(actor).by, now()), actor, language) };
    },
  }),
  ...recordRoutes({
    life: mentorship,
    at: '/growth/mentorships/{id}',
    summary: {
      record: 'A pair with its sessions and judgements, for the two of them and the first secretary',
      actions: 'Note a session, add one’s own side, judge at the end; extend, end or break off',
    },
    reply: mentorshipView,
    view: viewOf,
    mustSee: mustSeePair,
  }),
];
