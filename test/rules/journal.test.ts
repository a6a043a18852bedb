import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weekRule } from '../../functions/duty/schema.ts';
import { startOf } from '../../functions/duty/week.ts';
import { chart } from '../../functions/journal/chart.ts';
import { figuresOf, median, topicsIn, weeksWithin } from '../../functions/journal/figures.ts';
import { journalLifecycles } from '../../functions/journal/lifecycles.ts';
import { digest } from '../../functions/journal/mail.ts';
import { mailWords, mailWordsIn } from '../../functions/journal/mail-words.ts';
import { withNew } from '../../functions/journal/meeting/machine.ts';
import type { WeeklyData } from '../../functions/journal/meeting/schema.ts';
import { stageOf as meetingStageOf, weekly, weeklyId } from '../../functions/journal/meeting/weekly.ts';
import { messages } from '../../functions/journal/messages.ts';
import { rectification, stageOf as rectificationStageOf } from '../../functions/journal/rectification/rectification.ts';
import type { RectificationCard, RectificationData } from '../../functions/journal/rectification/schema.ts';
import { nextMoment, rhythmOf, topicsOf } from '../../functions/journal/rules.ts';
import { journalSettings } from '../../functions/journal/settings.ts';
import { wordsIn } from '../../functions/journal/views.ts';
import { journal, journalId, stageOf } from '../../functions/journal/week/journal.ts';
import type { JournalData } from '../../functions/journal/week/schema.ts';
import type { Actor } from '../../shared/auth.ts';
import { inputSchema } from '../../shared/body.ts';
import { missingLabels } from '../../shared/form-labels.ts';
import { dateOf, plus, wallClock, weekdayOf } from '../../shared/time.ts';
import { begin, possible } from '../../shared/workflow/decide.ts';
import type { By, LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { openTo, staffDoer } from '../../shared/workflow/open-actions.ts';
import { NO_LOCAL_DAYS } from '../../shared/working-days.ts';
import { effectsNamed, released, rung, taken, told } from '../support/lives.ts';
import { having } from '../support/settings.ts';

const UNIT = 'jiarong-community';
const WEEK = '2026-11-23';
const MONDAY = '2026-11-23T01:00:00.000Z';
const rule = weekRule.parse({});
const settings = having(journalSettings);
const rhythm = rhythmOf(WEEK, rule, settings);

const person = (id: string) => ({ id: `${id}@x.example`, name: id });
const [yangki, dawa, first] = [person('yangki'), person('dawa'), person('first')] as const;
const by = ({ id, name }: { id: string; name: string }): By => ({ kind: 'staff', id, name });
const actor = (
  p: { id: string; name: string },
  role: 'worker' | 'first-secretary' | 'admin' = 'worker',
  unit = UNIT,
): Actor => ({
  ...p,
  roles: [{ unit, role }],
});
const SYSTEM: By = { kind: 'system', id: 'kora' };

const opened = (at = MONDAY): LifeRecord<JournalData> =>
  begin(
    journal,
    journalId(UNIT, WEEK, yangki.id),
    { unit: UNIT, week: WEEK, zone: rule.zone, who: yangki, openedAt: at, rhythm, suggestions: [] },
    { type: 'opened', at, by: SYSTEM },
  );
const PLAN = { type: 'plan', input: { items: ['走访三户'], rectifications: [] } };
const CHECK = { type: 'check', input: { progress: '走了两户' } };
const half = { what: '调解', why: '先听后说', follows: '写成案例' };
const REFLECT = { type: 'reflect', input: { most: half, least: { ...half, topics: ['disputes'], due: '2026-12-04' } } };

describe('the rhythm of a week', () => {
  test('is plan on Monday, check on Wednesday, reflection by Friday 17:00, then the meeting', () =>
    expect(rhythm).toEqual({
      plan: '2026-11-23T03:00:00.000Z',
      check: '2026-11-25T07:00:00.000Z',
      ask: '2026-11-27T06:00:00.000Z',
      reflect: '2026-11-27T09:00:00.000Z',
      meeting: '2026-11-27T09:30:00.000Z',
      missed: '2026-11-30T09:30:00.000Z',
      closes: '2026-12-07T01:00:00.000Z',
    }));

  const moment = fc.record({ day: fc.integer({ min: 1, max: 7 }), hour: fc.integer({ min: 0, max: 23 }) });
  const asMoment = ({ day, hour }: { day: number; hour: number }) => ({
    day,
    time: `${String(hour).padStart(2, '0')}:30`,
  });

  test('never runs backwards, whatever a unit configures and on whichever day its weeks begin', () =>
    fc.assert(
      fc.property(fc.array(moment, { minLength: 5, maxLength: 5 }), fc.integer({ min: 0, max: 6 }), (all, shift) => {
        const [plan, check, ask, reflect, meeting] = all.map(asMoment);
        const week = dateOf(plus(MONDAY, shift * 86_400_000));
        const own = { ...settings, plan, check, ask, reflect, meeting } as typeof settings;
        const found = rhythmOf(week, weekRule.parse({ day: weekdayOf(week) }), own);
        const order = [found.plan, found.check, found.ask, found.reflect, found.meeting, found.closes];
        expect([...order].sort()).toEqual(order);
        expect(found.plan >= startOf(week, rule)).toBe(true);
        expect(weekdayOf(dateOf(found.reflect))).toBe(reflect?.day);
      }),
    ));

  test.each([
    [
      'Labour Day on the Friday: reflection and meeting the day before',
      '2026-04-27',
      { reflect: '04-30', meeting: '04-30' },
    ],
    ['Labour Day until Tuesday: the plan on Wednesday', '2026-05-04', { plan: '05-06', check: '05-06' }],
    [
      'National Day from Thursday on: all by Wednesday',
      '2026-09-28',
      { ask: '09-30', reflect: '09-30', meeting: '09-30' },
    ],
  ])('what falls on a holiday is moved beside it: %s', (_, week, expected) => {
    const moved = rhythmOf(week, rule, settings) as Record<string, string>;
    for (const [moment, day] of Object.entries(expected)) expect(wallClock(moved[moment] ?? '')).toMatch(`2026-${day}`);
  });

  test('moves nothing out of its week, and a unit’s own holidays count', () => {
    const losar = { off: [{ name: '藏历新年', from: '2026-11-23', to: '2026-11-24' }], working: [] };
    expect(dateOf(rhythmOf('2026-11-23', rule, settings, losar).plan)).toBe('2026-11-25');
    const whole = { off: [{ name: '雪顿节', from: '2026-11-23', to: '2026-11-29' }], working: [] };
    expect(dateOf(rhythmOf('2026-11-23', rule, settings, whole).plan)).toBe('2026-11-30');
  });

  test('a meeting that was not held is told of on a working day', () =>
    expect(wallClock(rhythm.missed)).toBe('2026-11-30 17:30'));

  test('a moment at that very instant is now', () =>
    expect(nextMoment(MONDAY, { day: 1, time: '09:00' }, rule.zone)).toBe(MONDAY));
});

describe('a person’s week', () => {
  test('goes from plan to check to both halves to the meeting', () => {
    const planned = taken(journal, opened(), PLAN);
    expect(stageOf(planned.state)).toBe('planned');
    const checked = taken(journal, planned, CHECK);
    expect(stageOf(checked.state)).toBe('checked');
    const reflected = taken(journal, checked, { ...REFLECT, at: rhythm.ask });
    expect(stageOf(reflected.state)).toBe('reflected');
    expect(told(reflected)).toEqual(['rectify']);
    expect(reflected.data.reflection).toMatchObject({ late: false, most: half });
    const shared = taken(journal, reflected, { type: 'shared', by: SYSTEM });
    expect([stageOf(shared.state), shared.clocks, possible(journal, shared)]).toEqual(['shared', {}, []]);
  });

  test('may reflect without a plan, and after it was due, but not check without a plan', () => {
    expect(possible(journal, opened())).toEqual(['plan', 'reflect']);
    const late = taken(journal, opened(), { ...REFLECT, at: plus(rhythm.reflect, 1) });
    expect(late.data.reflection?.late).toBe(true);
  });

  test('keeps no time; when the community’s week closes it is missed, or counts as shared', () => {
    const missed = taken(journal, opened(), PLAN, { type: 'closed' });
    expect([missed.clocks, missed.state, possible(journal, missed)]).toEqual([{}, 'missed', []]);
    expect(taken(journal, opened(), REFLECT, { type: 'closed' }).state).toBe('shared');
    expect(told(opened())).toEqual([]);
  });

  test.each([
    ['its owner', actor(yangki), ['reflect']],
    ['a colleague', actor(dawa), ['suggest']],
    ['the first secretary', actor(first, 'first-secretary'), ['suggest']],
    ['an admin of the unit', actor(dawa, 'admin'), []],
    ['somebody of another community', actor(dawa, 'worker', 'other'), []],
    ['its owner who has left', actor(yangki, 'worker', 'other'), []],
  ])('is open to %s for what is theirs', (_, who, expected) =>
    expect(openTo(journal, taken(journal, opened(), REFLECT), staffDoer(who))).toEqual(expected),
  );
});

const rectified = (change: Partial<RectificationData> = {}): LifeRecord<RectificationData> =>
  begin(
    rectification,
    'a'.repeat(20),
    {
      ...{ unit: UNIT, zone: rule.zone, journal: 'b'.repeat(20), week: WEEK, author: yangki, owner: yangki },
      ...{
        owners: [yangki.id],
        what: '回访拖延',
        why: '忘了',
        measure: '每天一户',
        topics: ['follow-up'],
        due: '2026-12-04',
      },
      ...{ openedAt: rhythm.ask, escalateIn: 3 * 86_400_000, verifyIn: 3 * 86_400_000, local: NO_LOCAL_DAYS },
      ...{ returned: [], ...change },
    },
    { type: 'opened', at: rhythm.ask, by: by(yangki) },
  );
const FINISH = { type: 'finish', at: '2026-12-03T02:00:00.000Z', input: { evidence: '走了五户' } };

describe('a rectification', () => {
  test('is overdue to the duty secretary on the first working morning after, then to the first secretary, then every week', () => {
    const overdue = rung(rectification, rectified());
    expect([overdue.updatedAt, told(overdue)]).toEqual(['2026-12-07T00:30:00.000Z', ['tellDutySecretary']]);
    const escalated = rung(rectification, overdue);
    expect([escalated.updatedAt, told(escalated)]).toEqual([
      '2026-12-10T00:30:00.000Z',
      ['tellDutySecretary', 'tellFirstSecretary'],
    ]);
    const again = rung(rectification, escalated);
    expect([again.updatedAt, told(again)]).toEqual(['2026-12-17T00:30:00.000Z', told(escalated)]);
  });

  test('asks for verification again and again, and ends by it', () => {
    const done = taken(rectification, rectified(), FINISH);
    expect([done.state, told(done)]).toEqual(['done', ['askToVerify']]);
    expect(told(rung(rectification, done))).toEqual(['askToVerify']);
    const verified = taken(rectification, done, { type: 'verify', by: by(dawa) });
    expect([verified.state, verified.clocks, verified.data.closed]).toEqual([
      'verified',
      {},
      { how: 'verified', at: done.updatedAt, by: dawa, note: undefined },
    ]);
    expect(possible(rectification, verified)).toEqual([]);
  });

  test('that is returned counts it, and has at least three days again', () => {
    const back = taken(rectification, rectified(), FINISH, {
      type: 'return',
      at: '2026-12-04T02:00:00.000Z',
      by: by(dawa),
      input: { reason: '没有凭据' },
    });
    expect(rectificationStageOf(back.state)).toBe('returned');
    expect(back.data).toMatchObject({ due: '2026-12-07', done: undefined, returned: [{ reason: '没有凭据' }] });
    expect(told(back)).toEqual(['tellOwner returned']);
    expect(Object.values(back.clocks).map((c) => c.due)).toEqual(['2026-12-08T00:30:00.000Z']);
  });

  test('that is given to somebody else starts its clock anew and remembers everybody who had it', () => {
    const moved = taken(rectification, rung(rectification, rectified()), {
      type: 'amend',
      by: by(first),
      input: { owner: dawa, due: '2026-12-10', reason: '换岗' },
    });
    expect(moved.data).toMatchObject({ owner: dawa, owners: [yangki.id, dawa.id], measure: '每天一户' });
    expect(Object.values(moved.clocks).map((c) => c.due)).toEqual(['2026-12-11T00:30:00.000Z']);
    expect(told(moved)).toEqual(['tellOwner amended']);
  });

  const done = taken(rectification, rectified(), FINISH);
  test.each([
    ['its owner', actor(yangki), []],
    ['a colleague', actor(dawa), ['verify', 'return']],
    ['the first secretary', actor(first, 'first-secretary'), ['verify', 'return', 'waive']],
    ['the owner who is first secretary', actor(yangki, 'first-secretary'), []],
    ['somebody of another community', actor(dawa, 'first-secretary', 'other'), []],
  ])('that is done is open to %s', (_, who, expected) =>
    expect(openTo(rectification, done, staffDoer(who))).toEqual(expected),
  );

  test('is put off by who leads, and not by its owner', () => {
    const lead = { ...actor(yangki), onDuty: [UNIT] };
    expect(openTo(rectification, rectified(), staffDoer(lead))).toEqual(['finish']);
    expect(openTo(rectification, rectified(), staffDoer({ ...actor(dawa), onDuty: [UNIT] }))).toEqual(['amend']);
  });

  test('is not verified by who had it before, nor by who has it now', () => {
    const moved = taken(
      rectification,
      rectified(),
      { type: 'amend', by: by(first), input: { owner: dawa, reason: '换岗' } },
      { ...FINISH, by: by(dawa) },
    );
    for (const who of [yangki, dawa]) expect(openTo(rectification, moved, staffDoer(actor(who)))).toEqual([]);
    expect(openTo(rectification, moved, staffDoer(actor(person('other'))))).toEqual(['verify', 'return']);
  });

  test('ends verified or waived and in no other way, whatever is done to it', () => {
    const step = fc.constantFrom('finish', 'verify', 'return', 'amend', 'waive', 'restated', 'ring');
    const inputs: Record<string, Record<string, unknown>> = {
      ...{ finish: { evidence: 'e' }, return: { reason: 'r' }, amend: { reason: 'r', due: '2026-12-20' } },
      ...{ waive: { reason: 'r' }, restated: { what: 'w', why: 'y', measure: 'm', topics: [], due: '2026-12-09' } },
    };
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        let record = rectified();
        for (const type of steps) {
          try {
            record =
              type === 'ring'
                ? rung(rectification, record)
                : taken(rectification, record, { type, by: by(dawa), input: inputs[type] ?? {} });
          } catch {} // not possible in this state: nothing has changed
          const stage = rectificationStageOf(record.state);
          expect(['verified', 'waived'].includes(stage)).toBe(record.data.closed !== undefined);
          expect(Object.keys(record.clocks).length).toBe(record.data.closed ? 0 : 1);
          expect(rectification.data.safeParse(record.data).error).toBeUndefined();
        }
      }),
    );
  });
});

const item = (journalOf: string, side: 'most' | 'least') => ({ journal: journalOf, who: yangki, half: side });

const gathering = (at = MONDAY): LifeRecord<WeeklyData> =>
  begin(
    weekly,
    weeklyId(UNIT, WEEK),
    {
      ...{ unit: UNIT, week: WEEK, openedAt: at, rhythm, minutesPerItem: 3, items: [], current: 0 },
      ...{ notes: [], attended: [] },
    },
    { type: 'begun', at, by: SYSTEM },
  );

describe('the weekly meeting', () => {
  const items = [item('a', 'most'), item('a', 'least')];
  const start = { type: 'start', at: rhythm.meeting, by: by(first), input: { items } };

  test('opens everybody’s week, reminds at each moment, tells who is missing, and closes what is left', () => {
    expect(told(gathering())).toEqual(['openJournals']);
    const records = [gathering()];
    for (let i = 0; i < 6; i++) records.push(rung(weekly, records.at(-1) as LifeRecord<WeeklyData>));
    expect(records.slice(1).map((r) => [r.updatedAt, ...told(r)])).toEqual([
      [rhythm.plan, 'remind plan'],
      [rhythm.check, 'remind check'],
      [rhythm.ask, 'remind reflect'],
      [rhythm.reflect, 'tellMissing'],
      [rhythm.missed, 'tellNotHeld'],
      [rhythm.closes, 'closeAll'],
    ]);
    expect(records.map((r) => meetingStageOf(r.state))).toEqual([
      ...['gathering', 'gathering', 'gathering', 'gathering', 'due', 'overdue', 'overdue'],
    ]);
    expect(possible(weekly, records.at(-1) as LifeRecord<WeeklyData>)).toEqual(['start']);
  });

  test('that begins after the reflection was due misses nobody’s', () => {
    let record = gathering(plus(rhythm.reflect, 1000));
    const after = ['openJournals'];
    for (let i = 0; i < 5; i++) {
      record = rung(weekly, record);
      after.push(...told(record));
    }
    expect(after).not.toContain('tellMissing');
  });

  test('that begins days late reminds of nothing that was days before', () => {
    const late = gathering(plus(rhythm.check, 2 * 86_400_000 - 3_600_000));
    const [plan, check] = [rung(weekly, late), rung(weekly, rung(weekly, late))];
    expect([told(plan), told(check), told(rung(weekly, check))]).toEqual([[], [], ['remind reflect']]);
  });

  test.each([
    ['before its hour', -1, ['tellNotHeld']],
    ['when its hour has passed', 1, []],
  ])('that was not held is missed where the week was begun %s', (_, ms, expected) => {
    let record = gathering(plus(rhythm.meeting, ms));
    for (let i = 0; i < 5; i++) record = rung(weekly, record);
    expect([meetingStageOf(record.state), told(record)]).toEqual(['overdue', expected]);
  });

  test('goes on reminding while its meeting is held early, and does not say that it was not', () => {
    const held = [taken(weekly, gathering(), start)];
    for (let i = 0; i < 5; i++) held.push(rung(weekly, held.at(-1) as LifeRecord<WeeklyData>));
    expect(held.slice(1).map(told)).toEqual([
      ['remind plan'],
      ['remind check'],
      ['remind reflect'],
      ['tellMissing'],
      [],
    ]);
    expect(meetingStageOf(held.at(-1)?.state)).toBe('running');
  });

  test('takes the time of each item, and its notes, and takes up what comes in meanwhile', () => {
    const late = [item('b', 'most'), item('b', 'least')];
    const running = taken(weekly, gathering(), start, { type: 'note', by: by(dawa), input: { text: '说得好' } });
    const next = taken(weekly, running, {
      type: 'next',
      at: plus(rhythm.meeting, 200_000),
      input: { items: [...items, ...late] },
    });
    expect(next.data.items).toHaveLength(4);
    expect(next.data.items[0]).toMatchObject({ startedAt: rhythm.meeting, endedAt: plus(rhythm.meeting, 200_000) });
    expect(next.data.notes).toMatchObject([{ journal: 'a', half: 'most', text: '说得好' }]);
    const all = [1, 2, 3].reduce((r) => taken(weekly, r, { type: 'next', input: { items: [] } }), next);
    expect(all.data.current).toBe(4);
    expect(possible(weekly, all)).toEqual(['note', 'conclude']);
    const concluded = taken(weekly, all, { type: 'conclude', input: { attended: [yangki.id] } });
    expect([meetingStageOf(concluded.state), told(concluded)]).toEqual(['concluded', ['shareAll', 'sendDigest']]);
  });

  test('counts no item twice', () =>
    expect(withNew(items, [...items, item('c', 'most')])).toEqual([...items, item('c', 'most')]));

  test('is led by the first secretary or whoever is on duty; everybody takes notes', () => {
    const running = taken(weekly, gathering(), start);
    expect(openTo(weekly, running, staffDoer(actor(dawa)))).toEqual(['note']);
    expect(openTo(weekly, running, staffDoer({ ...actor(dawa), onDuty: [UNIT] }))).toEqual([
      'next',
      'note',
      'conclude',
    ]);
    expect(openTo(weekly, running, staffDoer(actor(first, 'first-secretary')))).toEqual(['next', 'note', 'conclude']);
  });
});

const card = (change: Partial<RectificationCard>): RectificationCard => ({
  ...{ id: 'r', unit: UNIT, week: WEEK, owner: yangki, what: 'w', measure: 'm', topics: [], due: '2026-12-04' },
  ...{ stage: 'open', openedAt: '2026-11-27T06:00:00.000Z', returns: 0, ...change },
});

describe('figures', () => {
  test.each([
    [[], undefined],
    [[3], 3],
    [[5, 1], 3],
    [[9, 1, 2], 2],
  ])('the median of %j is %j', (numbers, expected) => expect(median(numbers)).toBe(expected));

  test('the median lies between the least and the most, wherever it was asked from', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1 }), (numbers) => {
        const found = median(numbers) as number;
        expect(found >= Math.min(...numbers) && found <= Math.max(...numbers)).toBe(true);
        expect(median([...numbers].reverse())).toBe(found);
      }),
    ));

  test('count what was opened, closed, waived, returned and is overdue', () => {
    const cards = [
      card({ stage: 'verified', closedAt: '2026-12-01T02:00:00.000Z', returns: 2 }),
      card({ stage: 'verified', closedAt: '2026-12-07T02:00:00.000Z' }),
      card({ stage: 'waived', closedAt: '2026-12-07T02:00:00.000Z' }),
      card({ due: '2026-12-01' }),
      card({ stage: 'done', due: '2026-12-01' }),
      card({
        ...{ week: '2026-11-16', stage: 'verified' },
        ...{ openedAt: '2026-11-20T02:00:00.000Z', closedAt: '2026-11-24T02:00:00.000Z' },
      }),
    ];
    expect(figuresOf(cards, [WEEK, '2026-11-30'], '2026-12-02', rule.zone)).toEqual({
      ...{ opened: 5, verified: 2, waived: 1, open: 2, overdue: 1, returns: 2, closingRate: 0.5, medianDays: 7 },
      byWeek: [
        { week: WEEK, opened: 5, closed: 1, closingRate: 0.5, medianDays: 4 },
        { week: '2026-11-30', opened: 0, closed: 1, closingRate: undefined, medianDays: 4 },
      ],
      topics: [],
    });
    expect(figuresOf([], [WEEK], '2026-12-02', rule.zone)).toMatchObject({ opened: 0, closingRate: undefined });
  });

  test('a topic of two weeks recurs and stands before one that came up often in one week', () => {
    const cards = [
      card({ topics: ['safety'] }),
      card({ topics: ['safety', 'visits'] }),
      card({ topics: ['safety'] }),
      card({ topics: ['visits'], week: '2026-11-30', owner: dawa }),
    ];
    expect(topicsIn(cards, [WEEK, '2026-11-30'])).toEqual([
      { topic: 'visits', count: 2, weeks: 2, people: 2, recurs: true, last: '2026-11-30', byWeek: [1, 1] },
      { topic: 'safety', count: 3, weeks: 1, people: 1, recurs: false, last: WEEK, byWeek: [3, 0] },
    ]);
  });

  test.each([
    [['policy'], '消防隐患', ['policy']],
    [[], '走访时发现消防隐患', ['visits', 'safety']],
    [[], 'A DISPUTE between neighbours', ['disputes']],
    [[], '天气不好', []],
  ])('topics chosen %j of %s are %j', (chosen, content, expected) =>
    expect(topicsOf(chosen, content, settings.topics)).toEqual(expected),
  );

  test.each([
    ['2026-11-25', '2026-12-02', 1, ['2026-11-23', '2026-11-30']],
    ['2026-11-23', '2026-11-23', 1, ['2026-11-23']],
    ['2026-11-23', '2026-11-24', 2, ['2026-11-17', '2026-11-24']],
  ])('weeks within %s and %s that begin on day %i', (from, to, day, expected) =>
    expect(weeksWithin(from, to, day)).toEqual(expected),
  );

  test('the chart draws a bar for each, says its numbers in words, and has no style of its own', () => {
    const figures = figuresOf([card({})], [WEEK, '2026-11-30'], '2026-12-02', rule.zone);
    const { markup } = chart(figures, wordsIn('en'));
    expect(markup.match(/<rect /g)).toHaveLength(4);
    expect(markup).toContain('points="48,184"');
    expect(markup).toContain('<title>2026-W48: 1 opened, 0 closed</title>');
    expect(markup).not.toMatch(/style=|<script/);
    expect(chart(figuresOf([], [], '2026-12-02', rule.zone), wordsIn('zh')).markup).toContain('–');
  });
});

describe('words', () => {
  const t = wordsIn('zh');
  const lives = journalLifecycles.map(({ life }) => life);

  test.each(lives.map((l) => [l.type, l] as const))('no form of %s lacks a label', (_, life) => {
    for (const [action, { input }] of Object.entries(life.actions))
      expect(missingLabels(inputSchema(input), t, action)).toEqual([]);
  });

  test.each(lives.map((l) => [l.type, l] as const))('no action of %s lacks a name', (_, life) => {
    for (const action of Object.keys(life.actions)) expect(messages).toHaveProperty([`action.${life.type}.${action}`]);
  });

  test('every text stands in three languages with the same blanks', () => {
    for (const [key, text] of Object.entries({ ...messages, ...mailWords })) {
      const blanks = (s: string) => [...new Set(s.match(/\{\w+/g))].sort();
      expect([key, text.bo !== '', text.en !== '']).toEqual([key, true, true]);
      expect([key, blanks(text.en)]).toEqual([key, blanks(text.zh)]);
    }
  });

  test('every effect is carried out, and every deadline of a rectification has words', async () => {
    for (const { life, effects } of journalLifecycles)
      expect(effectsNamed(life.machine)).toEqual(Object.keys(await effects()).sort());
    for (const name of ['overdue', 'escalation', 'weekly', 'verification'])
      expect(messages).toHaveProperty([`event.rectification.${name}`]);
  });
});

test('the digest says of everybody both halves and what is put right until when', () => {
  const j = taken(journal, opened(), REFLECT);
  const { data } = taken(weekly, gathering(), { type: 'start', input: { items: [] } });
  const [mail] = digest(
    [{ email: dawa.id, name: '达瓦' }],
    { data, unitName: '加荣社区', journals: [j], missing: ['尼玛'] },
    'https://kora.example/x',
    mailWordsIn('zh'),
  );
  expect(mail?.text).toContain('· 最不满意：调解');
  expect(mail?.text).toContain('（2026-12-04 前）');
  expect(mail?.text).toContain('未交：尼玛');
});

/** Every state and deadline ever released; renaming one needs a mapping of the stored ones first. */
const RELEASED = {
  journal: {
    states: ['open', 'open.begun', 'open.planned', 'open.checked', 'reflected', 'shared', 'missed'],
    deadlines: [],
  },
  rectification: {
    states: [
      ...['open', 'open.work', 'open.work.set', 'open.work.amended', 'open.work.restated', 'open.work.returned'],
      ...['open.time', 'open.time.inTime', 'open.time.overdue', 'open.time.escalated', 'done', 'verified', 'waived'],
    ],
    deadlines: [
      ...['overdue.rectification.open.time.inTime', 'escalation.rectification.open.time.overdue'],
      ...['weekly.rectification.open.time.escalated', 'verification.rectification.done'],
    ],
  },
  weekly: {
    states: [
      ...['meeting', 'meeting.gathering', 'meeting.running', 'meeting.concluded', 'time', 'time.early'],
      ...['time.midweek', 'time.ending', 'time.last', 'time.due', 'time.overdue', 'time.closed'],
    ],
    deadlines: [
      ...['planReminder.weekly.time.early', 'checkReminder.weekly.time.midweek', 'reflectReminder.weekly.time.ending'],
      ...['deadline.weekly.time.last', 'notHeld.weekly.time.due', 'closing.weekly.time.overdue'],
    ],
  },
};

test.each(journalLifecycles.map(({ life }) => [life.type, life.machine] as const))(
  'the %s chart has every released state and deadline, and lists the new ones here',
  (type, machine) => {
    const { states, deadlines } = RELEASED[type as keyof typeof RELEASED];
    expect(released(machine)).toEqual({
      states: [...states].sort(),
      deadlines: deadlines.map((d) => `xstate.after.${d}`).sort(),
    });
  },
);
