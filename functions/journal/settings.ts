import * as z from 'zod';
import { line } from '../../shared/fields.ts';
import { count, flag, list, orNone, type SettingsOf, section, weekly } from '../../shared/settings.ts';

/** A moment of every week: the day (1 Monday to 7 Sunday) and the hour on the wall clock. */
export interface WeeklyMoment {
  day: number;
  time: string;
}

/** What least-satisfying work is about: chosen by its owner, or known by words in what they write. */
export const topic = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  name: z.strictObject({ zh: line(30), bo: line(60).optional(), en: line(60).optional() }),
  words: z.array(line(30)).max(40).default([]),
});
export type Topic = z.infer<typeof topic>;

const TOPICS: Topic[] = [
  {
    id: 'visits',
    name: { zh: '入户走访', bo: 'ཁྱིམ་ཚང་བཅར་འདྲི།', en: 'Household visits' },
    words: ['走访', '入户', '上门', 'visit'],
  },
  {
    id: 'follow-up',
    name: { zh: '跟进督促', bo: 'རྗེས་འདེད་སྐུལ་ལྕག', en: 'Following up' },
    words: ['跟进', '督促', '回访', '拖延', 'follow'],
  },
  {
    id: 'disputes',
    name: { zh: '矛盾调解', bo: 'འགལ་ཟླ་འདུམ་སྒྲིག', en: 'Disputes' },
    words: ['调解', '纠纷', '矛盾', 'dispute'],
  },
  {
    id: 'safety',
    name: { zh: '安全隐患', bo: 'བདེ་འཇགས་ཉེན་ཁ།', en: 'Safety' },
    words: ['安全', '隐患', '消防', '燃气', 'safety'],
  },
  {
    id: 'policy',
    name: { zh: '政策宣传', bo: 'སྲིད་ཇུས་དྲིལ་བསྒྲགས།', en: 'Policy outreach' },
    words: ['政策', '宣传', 'policy'],
  },
  {
    id: 'records',
    name: { zh: '台账资料', bo: 'ཡིག་ཚགས་རྒྱུ་ཆ།', en: 'Records' },
    words: ['台账', '资料', '档案', '登记', '报表', 'record'],
  },
  {
    id: 'coordination',
    name: { zh: '协调配合', bo: 'མཐུན་སྒྲིག་མཉམ་ལས།', en: 'Coordination' },
    words: ['协调', '配合', '沟通', '部门', 'coordinat'],
  },
];

const WEEK = 7 * 24 * 60;

const minuteOf = ({ day, time }: WeeklyMoment): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return ((day - 1) * 24 + hour) * 60 + minute;
};

/** Whether each moment comes after the one before it, and all of them within a week of the first. */
const inOrder = (...moments: WeeklyMoment[]): boolean => {
  const [first = 0, ...minutes] = moments.map(minuteOf);
  const passed = [0, ...minutes.map((m) => (m - first + WEEK) % WEEK)];
  return passed.every((minute, i) => i === 0 || minute > (passed[i - 1] ?? 0));
};

const days = (usual: number) => count({ default: usual, min: 1, max: 90, measure: 'days', source: 'example' });

/** How a unit keeps its journal. */
export const journalSettings = section(
  'journal',
  {
    /** Whether the unit keeps one; null: communities do, others do not. */
    enabled: orNone(flag({ default: false, source: 'practice' }), null),
    plan: weekly(1, '11:00', 'example'),
    check: weekly(3, '15:00', 'example'),
    /** When people who have not reflected are reminded, and when it is due. */
    ask: weekly(5, '14:00', 'example'),
    reflect: weekly(5, '17:00', 'example'),
    meeting: weekly(5, '17:30', 'example'),
    minutesPerItem: count({ default: 3, min: 1, max: 30, measure: 'minutes', source: 'example' }),
    /** Days for a rectification where its owner names no date. */
    rectifyDays: days(7),
    /** Days overdue after which the first secretary has mail. */
    escalateDays: days(3),
    /** Days after which those who may verify are asked again. */
    verifyDays: days(3),
    topics: list(() => topic, { default: TOPICS, min: 1, max: 30, unlike: ({ id }) => id, source: 'example' }),
  },
  {
    rules: [
      {
        fields: ['plan', 'check', 'ask', 'reflect', 'meeting'],
        code: 'out-of-order',
        message: 'of plan, check, ask, reflect, meeting one does not come after the one before it in the same week',
        holds: ({ plan, check, ask, reflect, meeting }) => inOrder(plan, check, ask, reflect, meeting),
      },
    ],
  },
);
export type JournalSettings = SettingsOf<typeof journalSettings>;
