import type * as z from 'zod';
import type { HandoverView, Report } from '../../../../functions/duty/handover/schema.ts';
import type { MeetingView } from '../../../../functions/duty/meeting/schema.ts';
import type { unitWeek } from '../../../../functions/duty/my-week.ts';
import type { SwapView } from '../../../../functions/duty/swap/schema.ts';
import type { changedView, rotaView, turnRow } from '../../../../functions/duty/views.ts';
import type { ActivityView, activityRow } from '../../../../functions/growth/activity/schema.ts';
import type { MentorshipView, mentorshipRow } from '../../../../functions/growth/mentorship/schema.ts';
import type { WorkRecordView } from '../../../../functions/growth/record-schema.ts';
import type { figures, handedIn } from '../../../../functions/journal/figures.ts';
import type { ItemView, TeamWeek, WeeklyView } from '../../../../functions/journal/meeting/schema.ts';
import type { RectificationView, rectificationRow } from '../../../../functions/journal/rectification/schema.ts';
import type { JournalView, journalRow } from '../../../../functions/journal/week/schema.ts';
import type { taskRow, taskView } from '../../../../functions/tasks/schema.ts';
import type { taskForm } from '../../../../functions/tasks/views.ts';

/** What the API answers to the community's pages, as its schemas say. */
export type {
  ActivityView,
  HandoverView,
  ItemView,
  JournalView,
  MeetingView,
  MentorshipView,
  RectificationView,
  Report,
  SwapView,
  TeamWeek,
  WeeklyView,
  WorkRecordView,
};
export type UnitWeek = z.infer<typeof unitWeek>;
export type RotaView = z.infer<typeof rotaView>;
export type TurnRow = z.infer<typeof turnRow>;
export type ChangedView = z.infer<typeof changedView>;
export type TaskRow = z.infer<typeof taskRow>;
export type TaskView = z.infer<typeof taskView>;
export type TaskForm = z.infer<typeof taskForm>;
export type JournalRow = z.infer<typeof journalRow>;
export type RectificationRow = z.infer<typeof rectificationRow>;
export type MentorshipRow = z.infer<typeof mentorshipRow>;
export type ActivityRow = z.infer<typeof activityRow>;

export type FiguresView = Omit<z.infer<typeof figures>, 'topics'> & {
  topics: (z.infer<typeof figures>['topics'][number] & { text: string })[];
  journals: z.infer<typeof handedIn>[];
};

/** My week of the journal, and the weeks behind me. */
export interface MyJournal {
  week: string;
  label: string;
  journal?: JournalView;
  owed: JournalView['owed'];
  weeks: JournalRow[];
}
