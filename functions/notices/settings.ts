import { count, section } from '../../shared/settings.ts';

/** How a unit keeps its notice board. */
export const noticeSettings = section('notices', {
  /** So many complaints take a notice off the page until an official decides. */
  complaintLimit: count({ default: 3, min: 1, max: 50, measure: 'times', source: 'example' }),
});
