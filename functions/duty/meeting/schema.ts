import * as z from 'zod';
import { date, email, line, text } from '../../../shared/fields.ts';
import { named, openAction } from '../../../shared/workflow/lifecycle.ts';
import { agendaLine } from '../lines.ts';

/** What a meeting decides: a task by another name. */
export const decision = z.strictObject({
  what: line(120),
  who: email().meta({ widget: 'member' }),
  due: date(),
  why: text(500).optional(),
});
const decided = decision.extend({ who: named });
export type Decided = z.infer<typeof decided>;

export const meetingData = z.object({
  unit: z.string(),
  date: z.string(),
  lines: z.array(agendaLine),
  editedBy: named.optional(),
  held: z.object({ at: z.string(), by: named, attended: z.array(z.string()) }).optional(),
  minutes: z.string().optional(),
  decisions: z.array(decided).default([]),
});
export type MeetingData = z.infer<typeof meetingData>;

export const edit = z.strictObject({ lines: z.array(agendaLine).max(200) });
export const hold = z.strictObject({ attended: z.array(email()).max(100).default([]) });
export const minute = z.strictObject({ minutes: text(5000), decisions: z.array(decision).max(30).default([]) });

export const meetingStage = z.enum(['planned', 'held', 'minuted']);

/** A morning meeting as people see it; `id` and `version` are absent while its agenda only composes itself. */
export const meetingView = meetingData.extend({
  id: z.string().optional(),
  version: z.number().optional(),
  workingDay: z.boolean(),
  holiday: z.string().optional(),
  stage: z.object({ code: meetingStage, text: z.string() }),
  /** Who was there. */
  attended: z.array(named),
  lines: z.array(agendaLine.extend({ kindText: z.string() })),
  actions: z.array(openAction),
});
export type MeetingView = z.infer<typeof meetingView>;
