import * as z from 'zod';
import { date, email, line, text } from '../../../shared/fields.ts';
import { named, openAction } from '../../../shared/workflow/lifecycle.ts';

/** A new pair: a newcomer, a mentor, what it is about, from when to when. */
export const mentorshipInput = z.strictObject({
  newcomer: email().meta({ widget: 'member' }),
  mentor: email().meta({ widget: 'member' }),
  focus: line(40),
  goal: text(500).optional(),
  from: date(),
  until: date(),
});
export type MentorshipInput = z.infer<typeof mentorshipInput>;

export const session = z.strictObject({ date: date(), note: text(1000) });
export const addNote = z.strictObject({ session: line(10), note: text(1000) });
export const extend = z.strictObject({ until: date(), reason: text(500) });
export const reason = z.strictObject({ reason: text(500) });
export const verdict = z.enum(['reached', 'partly', 'not-reached']);
export const judge = z.strictObject({ verdict, text: text(1000) });

/** What each of the two wrote of a session. */
const sessionKept = z.object({
  id: z.string(),
  date: z.string(),
  at: z.string(),
  newcomer: z.string().optional(),
  mentor: z.string().optional(),
});
export type Session = z.infer<typeof sessionKept>;

/** Who judges at the end. */
export const judgeRole = z.enum(['newcomer', 'mentor', 'first']);
export type JudgeRole = z.infer<typeof judgeRole>;

const judgement = z.object({ role: judgeRole, by: named, at: z.string(), verdict, text: z.string() });

export const mentorshipData = z.object({
  unit: z.string(),
  zone: z.string(),
  newcomer: named,
  mentor: named,
  /** Where the first secretary is the mentor, two judgements are enough. */
  mentorIsFirst: z.boolean(),
  focus: z.string(),
  goal: z.string().optional(),
  from: z.string(),
  until: z.string(),
  nudgeDays: z.number(),
  openedAt: z.string(),
  sessions: z.array(sessionKept).default([]),
  judgements: z.array(judgement).default([]),
  ended: z.object({ at: z.string(), by: named, reason: z.string() }).optional(),
  closedAt: z.string().optional(),
});
export type MentorshipData = z.infer<typeof mentorshipData>;

export const mentorshipStage = z.enum(['running', 'silent', 'judging', 'closed', 'broken-off']);
export type MentorshipStage = z.infer<typeof mentorshipStage>;

/** A pair in a list. */
export const mentorshipCard = z.object({
  id: z.string(),
  unit: z.string(),
  newcomer: named,
  mentor: named,
  focus: z.string(),
  from: z.string(),
  until: z.string(),
  stage: mentorshipStage,
  sessions: z.number(),
  lastSession: z.string().optional(),
});
export type MentorshipCard = z.infer<typeof mentorshipCard>;

export const mentorshipRow = mentorshipCard.extend({ focusText: z.string(), stageText: z.string() });

/** A pair with what both wrote, for the two of them and the first secretary. */
export const mentorshipView = mentorshipRow.omit({ sessions: true }).extend({
  version: z.number(),
  goal: z.string().optional(),
  sessions: z.array(sessionKept),
  judgements: z.array(judgement.extend({ verdictText: z.string() })),
  ended: mentorshipData.shape.ended,
  actions: z.array(openAction),
});
export type MentorshipView = z.infer<typeof mentorshipView>;
