import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activity, stageOf as activityStageOf } from '../../functions/growth/activity/activity.ts';
import {
  checkActivity,
  checkChange,
  checkResult,
  checkSeat,
  participantsOf,
} from '../../functions/growth/activity/rules.ts';
import { type ActivityData, type ActivityInput, activityInput } from '../../functions/growth/activity/schema.ts';
import { growthLifecycles } from '../../functions/growth/lifecycles.ts';
import { activityNews, mentorshipNews } from '../../functions/growth/mail.ts';
import { mentorship, stageOf } from '../../functions/growth/mentorship/mentorship.ts';
import { completes, lastContact, unjudged } from '../../functions/growth/mentorship/rules.ts';
import { type MentorshipData, mentorshipInput } from '../../functions/growth/mentorship/schema.ts';
import { messages } from '../../functions/growth/messages.ts';
import { recordCsv, recordsCsv } from '../../functions/growth/record-csv.ts';
import type { WorkRecord } from '../../functions/growth/record-schema.ts';
import { wordsIn } from '../../functions/growth/words.ts';
import type { Actor } from '../../shared/auth.ts';
import { inputSchema } from '../../shared/body.ts';
import { missingLabels } from '../../shared/form-labels.ts';
import { plus } from '../../shared/time.ts';
import { begin, possible } from '../../shared/workflow/decide.ts';
import type { By, LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { openTo, staffDoer } from '../../shared/workflow/open-actions.ts';
import { effectsNamed, released, rung, taken, told } from '../support/lives.ts';

const UNIT = 'jiarong-community';
const ZONE = 'Asia/Shanghai';
const AT = '2026-11-23T02:00:00.000Z';
const DAY = 86_400_000;

const person = (id: string) => ({ id: `${id}@x.example`, name: id });
const [newcomer, mentor, first, other] = [
  person('newcomer'),
  person('mentor'),
  person('first'),
  person('other'),
] as const;
const by = ({ id, name }: { id: string; name: string }): By => ({ kind: 'staff', id, name });
const actor = (p: { id: string; name: string }, role: 'worker' | 'first-secretary' = 'worker', unit = UNIT): Actor => ({
  ...p,
  roles: [{ unit, role }],
});

const pair = (change: Partial<MentorshipData> = {}): LifeRecord<MentorshipData> =>
  begin(
    mentorship,
    'a'.repeat(20),
    {
      ...{ unit: UNIT, zone: ZONE, newcomer, mentor, mentorIsFirst: false, focus: 'dispute-mediation' },
      ...{
        from: '2026-11-23',
        until: '2027-02-20',
        nudgeDays: 21,
        openedAt: AT,
        sessions: [],
        judgements: [],
        ...change,
      },
    },
    { type: 'begun', at: AT, by: by(first) },
  );
const met = (date: string, who = mentor) => ({
  type: 'session',
  at: `${date}T02:00:00.000Z`,
  by: by(who),
  input: { date, note: `谈了${date}` },
});
const judged = (who: typeof mentor) => ({ type: 'judge', by: by(who), input: { verdict: 'reached', text: '好' } });

describe('a pair', () => {
  test('is told of its beginning, and nudged when three weeks pass without a session, then every week', () => {
    expect(told(pair())).toEqual(['tellPair begun']);
    const silent = rung(mentorship, pair());
    expect([silent.updatedAt, stageOf(silent.state), told(silent)]).toEqual([
      '2026-12-14T01:00:00.000Z',
      'silent',
      ['nudge'],
    ]);
    const again = rung(mentorship, silent);
    expect([again.updatedAt, told(again)]).toEqual(['2026-12-21T01:00:00.000Z', ['nudge']]);
  });

  test('a session starts the three weeks anew, counted from the day on which it was', () => {
    const record = taken(mentorship, rung(mentorship, pair()), met('2026-12-15'));
    expect([stageOf(record.state), lastContact(record.data)]).toEqual(['running', '2026-12-15']);
    const dues = Object.values(record.clocks).map((c) => c.due);
    expect(dues.sort()).toEqual(['2027-01-05T01:00:00.000Z', '2027-02-21T01:00:00.000Z']);
  });

  test('holds the notes of both for each session', () => {
    const record = taken(mentorship, pair(), met('2026-11-25'), {
      type: 'add-note',
      by: by(newcomer),
      input: { session: 's1', note: '学到了先听' },
    });
    expect(record.data.sessions).toEqual([
      {
        id: 's1',
        date: '2026-11-25',
        at: '2026-11-25T02:00:00.000Z',
        mentor: '谈了2026-11-25',
        newcomer: '学到了先听',
      },
    ]);
  });

  test('is judged by both and the first secretary once it has ended, and closes with the third', () => {
    const ended = rung(mentorship, taken(mentorship, pair(), met('2027-02-15')));
    expect([ended.updatedAt, ended.state, told(ended)]).toEqual([
      '2027-02-21T01:00:00.000Z',
      'judging',
      ['askJudgements'],
    ]);
    const two = taken(mentorship, ended, judged(newcomer), judged(first));
    expect([two.state, unjudged(two.data)]).toEqual(['judging', ['mentor']]);
    expect(told(rung(mentorship, two))).toEqual(['askJudgements']);
    const closed = taken(mentorship, two, judged(mentor));
    expect([closed.state, told(closed), closed.clocks]).toEqual(['closed', ['tellPair closed'], {}]);
    expect(possible(mentorship, closed)).toEqual([]);
  });

  test('whose mentor is the first secretary needs two judgements', () => {
    const data = { ...pair({ mentorIsFirst: true }).data, judgements: [] };
    expect(unjudged(data)).toEqual(['newcomer', 'mentor']);
    expect(completes({ ...data, judgements: [{ role: 'newcomer' } as never] }, mentor.id)).toBe(true);
  });

  test('that goes on longer is judged later; one that is broken off is judged by nobody', () => {
    const longer = taken(mentorship, pair(), { type: 'extend', input: { until: '2027-03-31', reason: '再练' } });
    expect(Object.values(longer.clocks).map((c) => c.due)).toContain('2027-04-01T01:00:00.000Z');
    const broken = taken(mentorship, pair(), { type: 'break-off', by: by(first), input: { reason: '调岗' } });
    expect([stageOf(broken.state), broken.clocks, possible(mentorship, broken)]).toEqual(['broken-off', {}, []]);
  });

  const judging = rung(mentorship, taken(mentorship, pair(), met('2027-02-15')));
  test.each([
    ['the newcomer', actor(newcomer), ['session', 'add-note'], ['add-note', 'judge']],
    ['the mentor', actor(mentor), ['session', 'add-note', 'end'], ['add-note', 'judge']],
    ['the first secretary', actor(first, 'first-secretary'), ['extend', 'end', 'break-off'], ['judge', 'break-off']],
    ['a colleague', actor(other), [], []],
    ['the first secretary of another community', actor(first, 'first-secretary', 'elsewhere'), [], []],
    ['the mentor who has left', actor(mentor, 'worker', 'elsewhere'), [], []],
  ])('is open to %s', (_, who, running, ending) => {
    expect(openTo(mentorship, pair(), staffDoer(who)).sort()).toEqual([...running].sort());
    expect(openTo(mentorship, judging, staffDoer(who)).sort()).toEqual([...ending].sort());
  });

  test('is judged by nobody twice', () => {
    const one = taken(mentorship, judging, judged(newcomer));
    expect(openTo(mentorship, one, staffDoer(actor(newcomer)))).toEqual(['add-note']);
  });

  test.each([
    ['a day ahead', { date: '2026-11-24', note: 'n' }, 'future'],
    ['a day before it began', { date: '2026-11-22', note: 'n' }, 'before-start'],
  ])('takes no session of %s', (_, input, code) =>
    expect(() => mentorship.actions.session?.check?.(input as never, pair().data, AT)).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ path: 'date', code })] }),
    ),
  );

  test('has its silence end with each session, in whatever order they are written down', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 }), (days) => {
        const dates = days.map((d) => plus(AT, d * DAY).slice(0, 10));
        const record = dates.reduce((r, date) => taken(mentorship, r, { ...met(date), at: r.updatedAt }), pair());
        expect(lastContact(record.data)).toBe([...dates].sort().at(-1));
        expect(Object.keys(record.clocks)).toHaveLength(2);
        expect(mentorship.data.safeParse(record.data).error).toBeUndefined();
      }),
    ));
});

const STARTS = '2026-12-02T07:30:00.000Z';
const debate = { motion: '困难户优先', for: [newcomer], against: [mentor], chair: first };
const debateInput = { motion: '困难户优先', for: [newcomer.id], against: [mentor.id], chair: first.id };

const announced = (change: Partial<ActivityData> = {}): LifeRecord<ActivityData> =>
  begin(
    activity,
    'b'.repeat(20),
    {
      ...{ unit: UNIT, zone: ZONE, kind: 'debate', title: '辩论会', place: '会议室', starts: STARTS, debate },
      ...{ setBy: first, openedAt: AT, signedUp: [], attended: [], ...change },
    },
    { type: 'announced', at: AT, by: by(first) },
  );
const HOLD = { type: 'hold', by: by(first), input: { attended: [newcomer, mentor] } };
const CONCLUDE = { type: 'conclude', by: by(first), input: { outcome: 'for', best: newcomer, learned: '先听后说' } };

describe('an activity', () => {
  test('is announced, remembered the day before, held, concluded', () => {
    expect(told(announced())).toEqual(['tellTeam announced']);
    const soon = rung(activity, announced());
    expect([soon.updatedAt, told(soon)]).toEqual([plus(STARTS, -DAY), ['tellParticipants soon']]);
    const underway = rung(activity, soon);
    expect([underway.updatedAt, underway.state]).toEqual([STARTS, 'underway']);
    const unrecorded = rung(activity, underway);
    expect([activityStageOf(unrecorded.state), told(unrecorded)]).toEqual(['underway', ['askForAttendance']]);
    const concluded = taken(activity, unrecorded, HOLD, CONCLUDE);
    expect([concluded.state, told(concluded), concluded.clocks]).toEqual(['concluded', ['tellTeam concluded'], {}]);
    expect(concluded.data.result).toMatchObject({ outcome: 'for', best: newcomer });
  });

  test('takes sign-ups until it begins, and each only once', () => {
    const up = taken(activity, announced(), { type: 'sign-up', by: by(other) });
    expect(up.data.signedUp).toEqual([other]);
    expect(openTo(activity, up, staffDoer(actor(other)))).toEqual(['sign-off']);
    expect(taken(activity, up, { type: 'sign-off', by: by(other) }).data.signedUp).toEqual([]);
    const underway = rung(activity, rung(activity, up));
    expect(openTo(activity, underway, staffDoer(actor(other)))).toEqual([]);
  });

  test('that is moved runs by its new time, and says so', () => {
    const moved = taken(activity, announced(), { type: 'change', input: { starts: plus(STARTS, 7 * DAY) } });
    expect(told(moved)).toEqual(['tellParticipants changed']);
    const dues = Object.values(moved.clocks).map((c) => c.due);
    expect(dues.sort()).toEqual([plus(STARTS, 6 * DAY), plus(STARTS, 7 * DAY)]);
  });

  test('that is cancelled has no clocks and no way on', () => {
    const gone = taken(activity, announced(), { type: 'cancel', by: by(first), input: { reason: '下雪' } });
    expect([gone.clocks, possible(activity, gone), told(gone)]).toEqual([{}, [], ['tellParticipants cancelled']]);
  });

  const underway = rung(activity, rung(activity, announced({ setBy: other })));
  test.each([
    ['who set it', actor(other), ['hold']],
    ['its chair', actor(first), ['hold']],
    ['the duty secretary', { ...actor(mentor), onDuty: [UNIT] }, ['hold', 'cancel']],
    ['a speaker', actor(newcomer), []],
    ['somebody of another community', actor(other, 'first-secretary', 'elsewhere'), []],
  ])('says who came by %s, or not', (_, who, expected) =>
    expect(openTo(activity, underway, staffDoer(who))).toEqual(expected),
  );

  test('concerns who signed up, who speaks and who chairs, each once', () =>
    expect(participantsOf({ ...announced().data, signedUp: [other, newcomer] })).toEqual([
      ...[other.id, newcomer.id, mentor.id, first.id],
    ]));
});

const asked = (change: Partial<ActivityInput> = {}): ActivityInput => ({
  ...{ kind: 'debate', title: '辩论会', place: '会议室', starts: STARTS, debate: debateInput, ...change },
});
const refused = (path: string, code: string) =>
  expect.objectContaining({ fields: expect.arrayContaining([expect.objectContaining({ path, code })]) });

describe('what is refused of an activity', () => {
  test.each([
    ['one that is over', asked({ starts: AT }), 'starts', 'past'],
    ['a debate without sides', asked({ debate: undefined }), 'debate.motion', 'required'],
    ['a training with sides', asked({ kind: 'training' }), 'debate', 'not-a-debate'],
    [
      'a speaker on both sides',
      asked({ debate: { ...debateInput, against: [newcomer.id] } }),
      'debate.against.0',
      'duplicate',
    ],
    [
      'a speaker twice',
      asked({ debate: { ...debateInput, for: [newcomer.id, newcomer.id] } }),
      'debate.for.1',
      'duplicate',
    ],
    ['a chair who speaks', asked({ debate: { ...debateInput, chair: mentor.id } }), 'debate.chair', 'chair-speaks'],
  ])('%s', (_, input, path, code) => expect(() => checkActivity(input, AT)).toThrow(refused(path, code)));

  test('nothing of one that is right', () => expect(() => checkActivity(asked(), AT)).not.toThrow());

  const training = announced({ kind: 'training', debate: undefined }).data;
  test.each([
    ['a debate without a result', announced().data, {}, 'outcome', 'required'],
    ['a training with a result', training, { outcome: 'for' }, 'outcome', 'not-a-debate'],
    ['a best speaker who did not speak', announced().data, { outcome: 'for', best: other.id }, 'best', 'not-a-choice'],
  ])('%s', (_, data, input, path, code) => expect(() => checkResult(input, data)).toThrow(refused(path, code)));

  test.each([
    ['of nothing', announced().data, {}, 'place', 'required'],
    ['to a time that is over', announced().data, { starts: AT }, 'starts', 'past'],
    ['of the sides of a training', training, { debate: debateInput }, 'debate', 'not-a-debate'],
  ])('a change %s', (_, data, input, path, code) =>
    expect(() => checkChange(input, data, AT)).toThrow(refused(path, code)),
  );

  test('a sign-up where every seat is taken', () => {
    expect(() => checkSeat({}, { ...training, seats: 1, signedUp: [other] })).toThrow(
      expect.objectContaining({ code: 'full' }),
    );
    expect(() => checkSeat({}, { ...training, seats: 2, signedUp: [other] })).not.toThrow();
  });
});

const counts = (change: Partial<WorkRecord['totals']> = {}) => ({
  ...{ week: 0, task: 0, rectification: 0, session: 0, activity: 0, ...change },
});

describe('a record as a sheet', () => {
  const record: WorkRecord = {
    person: { id: newcomer.id, name: '央吉' },
    totals: counts({ week: 1, task: 1 }),
    months: [{ month: '2026-11', ...counts({ week: 1, task: 1 }) }],
    entries: [
      { date: '2026-11-02', kind: 'week', text: '2026-W45', id: 'w' },
      { date: '2026-11-05', kind: 'task', text: '=走访, "三户"', id: 't' },
    ],
  };

  test('has a row for each thing, and runs nothing that somebody wrote', () =>
    expect(recordCsv(record, wordsIn('zh')).split('\r\n')).toEqual([
      '\ufeff姓名,日期,类别,内容',
      '央吉,2026-11-02,轮值,2026-W45',
      `央吉,2026-11-05,任务,"'=走访, ""三户"""`,
      '',
    ]));

  test('of everybody has a row for each month and one over all', () =>
    expect(recordsCsv([record], wordsIn('en')).split('\r\n')).toEqual([
      '\ufeffName,Month,Week led,Task,Rectification closed,Mentoring session,Activity',
      '央吉,2026-11,1,1,0,0,0',
      '央吉,Total,1,1,0,0,0',
      '',
    ]));
});

describe('words', () => {
  const t = wordsIn('zh');
  const lives = growthLifecycles.map(({ life }) => [life.type, life] as const);

  test.each(lives)('no form of %s lacks a label, no action a name', (type, life) => {
    for (const [action, { input }] of Object.entries(life.actions)) {
      expect(missingLabels(inputSchema(input), t, action)).toEqual([]);
      expect(messages).toHaveProperty([`action.${type}.${action}`]);
    }
  });

  test('the forms for a new pair and a new activity lack none either', () => {
    expect(missingLabels(inputSchema(mentorshipInput), t, 'mentorship')).toEqual([]);
    expect(missingLabels(inputSchema(activityInput), t, 'activity')).toEqual([]);
  });

  test('every text stands in three languages with the same blanks', () => {
    const blanks = (s: string) => [...new Set(s.match(/\{\w+\}/g))].sort();
    for (const [key, text] of Object.entries(messages)) {
      expect([key, text.bo !== '', text.en !== '']).toEqual([key, true, true]);
      expect([key, blanks(text.en)]).toEqual([key, blanks(text.zh)]);
    }
  });

  test('every effect is carried out', async () => {
    for (const { life, effects } of growthLifecycles)
      expect(effectsNamed(life.machine)).toEqual(Object.keys(await effects()).sort());
  });

  test('no mail is left with a blank or a key in it', () => {
    const readers = [{ email: other.id, name: '其他' }];
    const mails = [
      ...['begun', 'extended', 'nudge', 'judging', 'closed', 'broken-off'].flatMap((about) =>
        mentorshipNews(about, readers, pair().data, '调解', 'https://kora.example/x', t),
      ),
      ...['announced', 'changed', 'soon', 'cancelled', 'concluded', 'unrecorded'].flatMap((about) =>
        activityNews(about, readers, announced().data, 'https://kora.example/x', t),
      ),
    ];
    expect(mails).toHaveLength(12);
    for (const m of mails) expect(`${m.subject} ${m.text}`).not.toMatch(/\{\w+\}|mail\.\w/);
  });
});

/** Every state and deadline ever released; renaming one needs a mapping of the stored ones first. */
const RELEASED = {
  mentorship: {
    states: ['begun', 'running', 'running.inTouch', 'running.silent', 'judging', 'closed', 'brokenOff'],
    deadlines: [
      ...['ending.mentorship.running', 'silence.mentorship.running.inTouch'],
      ...['weekly.mentorship.running.silent', 'weekly.mentorship.judging'],
    ],
  },
  activity: {
    states: [
      ...['begun', 'announced', 'announced.early', 'announced.soon', 'underway', 'unrecorded'],
      ...['held', 'concluded', 'cancelled'],
    ],
    deadlines: [...['start.activity.announced', 'dayBefore.activity.announced.early', 'unrecorded.activity.underway']],
  },
};

test.each(growthLifecycles.map(({ life }) => [life.type, life.machine] as const))(
  'the %s chart has every released state and deadline, and lists the new ones here',
  (type, machine) => {
    const { states, deadlines } = RELEASED[type as keyof typeof RELEASED];
    expect(released(machine)).toEqual({
      states: [...states].sort(),
      deadlines: deadlines.map((d) => `xstate.after.${d}`).sort(),
    });
  },
);
