import * as z from 'zod';
import { line } from '../../shared/fields.ts';

/** What a unit configures of its journal, in its settings under `journal`. */

const time = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A moment of every week: the day (1 Monday to 7 Sunday) and the hour on the wall clock. */
const weekly = (day: number, hour: string) =>
  z.strictObject({ day: z.number().int().min(1).max(7).default(day), time: time().default(hour) }).prefault({});
export type WeeklyMoment = z.infer<ReturnType<typeof weekly>>;

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

const days = (usual: number) => z.number().int().min(1).max(90).default(usual);

export const journalSettings = z.object({
  /** Communities keep a journal; another kind of unit that takes turns does where it says so here. */
  enabled: z.boolean().optional(),
  plan: weekly(1, '11:00'),
  check: weekly(3, '15:00'),
  /** When whoever has not reflected is reminded, and when it is due. */
  ask: weekly(5, '14:00'),
  reflect: weekly(5, '17:00'),
  meeting: weekly(5, '17:30'),
  minutesPerItem: z.number().int().min(1).max(30).default(3),
  /** Days for a rectification where its owner names no date. */
  rectifyDays: days(7),
  /** Days overdue after which the first secretary is told. */
  escalateDays: days(3),
  /** Days after which those who may verify are asked again. */
  verifyDays: days(3),
  topics: z.array(topic).max(30).default(TOPICS),
});
export type JournalSettings = z.infer<typeof journalSettings>;
