import { date } from '../../shared/fields.ts';
import { flag, list, section } from '../../shared/settings.ts';
import { daysBetween } from '../../shared/time.ts';
import { type LocalDays, localPeriod } from '../../shared/working-days.ts';

/** Whether an administrator has verified that the unit is who it says it is. Of a unit itself: what is above it counts for nothing. */
export const publicSettings = section(
  'public',
  { verified: flag({ default: false, source: 'practice' }) },
  { inherited: false },
);

type Period = LocalDays['off'][number];

const days = ({ from, to }: Period): number => daysBetween(from, to) + 1;

const inTheYear = (year: string) => (p: Period) => p.from.startsWith(year);

const LONGEST = 31;

const closed = localPeriod.check(({ value, issues }) => {
  const complain = (code: string, message: string) =>
    void issues.push({ code: 'custom', input: value, path: ['to'], message, params: { code } });
  if (value.to < value.from) complain('before-start', 'is before the first day');
  else if (days(value) > LONGEST) complain('too-large', `makes more than ${LONGEST} days`);
});

/** Deadlines go by working days: a calendar without any would put them off for ever. */
const MOST_DAYS_OFF = 60;

/** The days that a unit has off, or works on, besides those of the whole country. */
export const calendarSettings = section(
  'calendar',
  {
    off: list(() => closed, { default: [], min: 0, max: 40, source: 'law', unlike: ({ from }) => from }),
    working: list(() => date(), { default: [], min: 0, max: 40, source: 'law' }),
  },
  {
    rules: [
      {
        fields: ['off'],
        code: 'too-large',
        message: `has more than ${MOST_DAYS_OFF} days in one year`,
        holds: ({ off }) =>
          off.every(({ from }) => {
            const inYear = off.filter(inTheYear(from.slice(0, 4)));
            return inYear.reduce((sum, p) => sum + days(p), 0) <= MOST_DAYS_OFF;
          }),
      },
    ],
  },
);
