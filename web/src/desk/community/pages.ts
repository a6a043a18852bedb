import { Activities } from './activities.tsx';
import { Activity } from './activity.tsx';
import { Colleague } from './colleague.tsx';
import { Duty } from './duty.tsx';
import { Journal } from './journal.tsx';
import { Meeting } from './meeting.tsx';
import { Mentors } from './mentors.tsx';
import { Mentorship } from './mentorship.tsx';
import { Record } from './record.tsx';
import { Rectification } from './rectification.tsx';
import { Rectifications } from './rectifications.tsx';
import { Rota } from './rota.tsx';
import { Task } from './task.tsx';
import { Tasks } from './tasks.tsx';
import { Visits } from './visits.tsx';
import { Weekly } from './weekly.tsx';

/** The community's pages by the names they have in addresses. */
export const COMMUNITY_PAGES = {
  duty: Duty,
  rota: Rota,
  meeting: Meeting,
  tasks: Tasks,
  task: Task,
  visits: Visits,
  journal: Journal,
  colleague: Colleague,
  weekly: Weekly,
  rectifications: Rectifications,
  rectification: Rectification,
  mentors: Mentors,
  mentorship: Mentorship,
  activities: Activities,
  activity: Activity,
  record: Record,
};
