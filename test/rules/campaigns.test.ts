import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { campaignOf } from '../../functions/campaigns/campaign/begin.ts';
import { type Campaign, campaign } from '../../functions/campaigns/campaign/campaign.ts';
import { checkCampaign, checkHeld, checkMaterials, reached, timeOf } from '../../functions/campaigns/campaign/rules.ts';
import * as s from '../../functions/campaigns/campaign/schema.ts';
import { sentencesOf, summaryOf, summaryRows } from '../../functions/campaigns/campaign/summary.ts';
import { cameTo, changed, NOTHING, sumOf } from '../../functions/campaigns/campaign/totals.ts';
import { publicEvent } from '../../functions/campaigns/event/event.ts';
import {
  checkChange,
  checkEvent,
  daysOpen,
  MOST_REVISIONS,
  spanOf,
  stageAt,
} from '../../functions/campaigns/event/rules.ts';
import * as e from '../../functions/campaigns/event/schema.ts';
import { campaignLifecycles } from '../../functions/campaigns/lifecycles.ts';
import { messages } from '../../functions/campaigns/messages.ts';
import { wordsIn } from '../../functions/campaigns/words.ts';
import { inputSchema } from '../../shared/body.ts';
import type { FieldError } from '../../shared/errors.ts';
import { missingLabels } from '../../shared/form-labels.ts';
import { decide, nextClock } from '../../shared/workflow/decide.ts';
import { type By, type Lifecycle, SYSTEM } from '../../shared/workflow/lifecycle.ts';
import { type LocalDays, NO_LOCAL_DAYS } from '../../shared/working-days.ts';
import { effectsNamed, released } from '../support/lives.ts';
import * as outreach from '../support/outreach.ts';
import { clocksOf, type Graph, leavesOf, reached as reached_, simpleWalks } from '../support/paths.ts';
import { untranslated } from '../support/words.ts';

const AT = '2026-05-12T02:00:00.000Z';
const BY: By = { kind: 'staff', id: 'a@x.example', name: '甲' };
const LANGUAGES = ['zh', 'bo', 'en'] as const;

const SAID: s.CampaignInput = {
  name: { zh: '禁毒宣传' },
  area: '5401',
  from: '2026-04-20',
  until: '2026-11-30',
  topics: ['识毒', '法律'],
  plan: { sessions: 30, people: 3000, materials: [{ kind: 'leaflet', number: 5000 }] },
};

const begun = (local: LocalDays = NO_LOCAL_DAYS) =>
  campaignOf('c'.repeat(20), 'u', SAID, { by: BY, at: '2026-04-01T00:00:00.000Z', silentDays: 14, local });

/** The paths and codes of a refusal, or nothing where there is none. */
const refusal = (check: () => void): [string, string][] => {
  try {
    check();
    return [];
  } catch (error) {
    const { fields, code } = error as { fields: FieldError[]; code: string };
    return fields.length > 0 ? fields.map((f) => [f.path, f.code]) : [['', code]];
  }
};

const session = fc.record({
  stage: fc.constantFrom('planned', 'held', 'cancelled') as fc.Arbitrary<s.Session['stage']>,
  at: fc.integer({ min: 0, max: 220 }).map((d) => new Date(Date.parse(AT) + d * 86_400_000).toISOString()),
  people: fc.nat(500),
  materials: fc.array(fc.record({ kind: fc.constantFrom('leaflet', 'booklet', 'poster'), number: fc.nat(300) }), {
    maxLength: 4,
  }),
  questions: fc.array(
    fc.record({
      asked: fc.constant('问'),
      topic: fc.constantFrom(undefined, '识毒', '法律'),
    }) as fc.Arbitrary<s.Question>,
    { maxLength: 4 },
  ),
});

describe('totals are the sum of the sessions', () => {
  test('whatever order they come in', () => {
    fc.assert(
      fc.property(fc.array(session, { maxLength: 12 }), (all) => {
        expect(sumOf(all)).toEqual(sumOf(all.toReversed()));
        const held = all.filter((x) => x.stage === 'held');
        const totals = sumOf(all);
        expect(totals.sessions).toBe(held.length);
        expect(totals.people).toBe(held.reduce((n, x) => n + x.people, 0));
        expect(totals.questions).toBe(held.reduce((n, x) => n + x.questions.length, 0));
        const months = Object.values(totals.months);
        expect(months.reduce((n, m) => n + m.people, 0)).toBe(totals.people);
        const handedOut = held.flatMap((x) => x.materials).reduce((n, m) => n + m.number, 0);
        expect(months.reduce((n, m) => n + m.materials, 0)).toBe(handedOut);
        expect(Object.values(totals.materials).reduce((n, m) => n + m, 0)).toBe(handedOut);
      }),
    );
  });

  test('at every step of noting, correcting and calling off', () => {
    const step = fc.record({ which: fc.nat(5), now: session });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const kept = new Map<number, (typeof steps)[number]['now']>();
        let totals = NOTHING;
        for (const { which, now } of steps) {
          const before = kept.get(which);
          totals = changed(totals, before && cameTo(before), cameTo(now));
          kept.set(which, now);
          expect(totals).toEqual(sumOf([...kept.values()]));
        }
      }),
    );
  });

  test('also in the campaign’s record, and closing it keeps them as they are', () => {
    const clock = Object.entries(begun().clocks)[0];
    let record = decide(campaign, begun(), { type: clock?.[1].event ?? '', at: begun().data.begins, by: BY });
    const held = fc.sample(session, 20).map((x) => ({ ...x, stage: 'held' as const }));
    for (const [i, now] of held.entries())
      record = decide(campaign, record, {
        type: 'hold',
        at: AT,
        by: BY,
        input: { session: `${i}`, after: cameTo(now), heldAt: now.at },
      });
    expect(record.data.totals).toEqual(sumOf(held));
    const closed = decide(campaign, record, { type: 'close', at: AT, by: BY, input: {} });
    expect(closed.data.closed?.totals).toEqual(sumOf(held));
    expect(() =>
      decide(campaign, closed, { type: 'hold', at: AT, by: BY, input: { session: 'x', after: NOTHING } }),
    ).toThrow(expect.objectContaining({ code: 'not-possible' }));
  });
});

describe('the summary', () => {
  const totals = sumOf([
    {
      stage: 'held',
      at: AT,
      people: 120,
      materials: [{ kind: 'leaflet', number: 200 }],
      questions: [{ asked: '?', topic: '识毒' }],
    },
    { stage: 'planned', at: AT, people: 0, materials: [], questions: [] },
  ]);
  const data: s.CampaignData = { ...begun().data, totals };
  const about = {
    unitName: '单位',
    areaName: '拉萨市',
    stage: 'running' as const,
    materialName: (k: string) => k,
    at: AT,
  };

  test('stands against the plan', () => {
    expect(summaryOf(data, about, wordsIn('zh'))).toEqual({
      at: AT,
      frozen: false,
      figures: [
        { code: 'sessions', label: '活动场次', planned: 30, done: 1, percent: 3 },
        { code: 'people', label: '到场人次', planned: 3000, done: 120, percent: 4 },
        { code: 'questions', label: '群众提问', done: 1 },
        { code: 'material.leaflet', label: 'leaflet', planned: 5000, done: 200, percent: 4 },
      ],
      topics: [
        { topic: '识毒', questions: 1 },
        { topic: '法律', questions: 0 },
      ],
      months: [{ month: '2026-05', sessions: 1, people: 120, questions: 1, materials: 200 }],
    });
  });

  test.each<[done: number, planned: number | undefined, percent: number | undefined]>([
    [0, 30, 0],
    [29, 30, 96],
    [299, 300, 99],
    [300, 300, 100],
    [45, 30, 150],
    [7, undefined, undefined],
  ])('%i of %s is %s per cent', (done, planned, percent) => {
    expect(reached(done, planned).percent).toBe(percent);
  });

  test('says what is true, in each language', () => {
    expect(sentencesOf(data, about, wordsIn('zh'))).toEqual([
      '单位正在拉萨市开展“禁毒宣传”，时间为 2026-04-20 至 2026-11-30。',
      '截至 2026-05-12，共举行 1 场，到场 120 人次，群众提问 1 个。',
      '发放材料 200 份：leaflet 200。',
      '活动场次：计划 30，完成 1（3%）。',
      '到场人次：计划 3000，完成 120（4%）。',
      'leaflet：计划 5000，完成 200（4%）。',
    ]);
    for (const l of LANGUAGES) {
      const told = sentencesOf(data, about, wordsIn(l)).join(' ');
      expect(told).not.toMatch(/\{\w+\}|undefined|summary\./);
      expect(told).toContain('120');
    }
  });

  test('says until when it was, also where it was closed early', () => {
    const closedAt = (at: string) => {
      const closed = { at, by: { id: 'a', name: '甲' }, totals: data.totals };
      return sentencesOf({ ...data, closed }, { ...about, stage: 'closed' }, wordsIn('zh'))[0];
    };
    expect(closedAt('2026-05-12T02:00:00.000Z')).toContain('（2026-04-20 至 2026-05-12）已经结束');
    expect(closedAt('2026-11-30T16:00:00.000Z')).toContain('（2026-04-20 至 2026-11-30）已经结束');
  });

  test('of nothing says that there is nothing, and no target is said to be reached', () => {
    const none = sentencesOf(begun().data, about, wordsIn('en'));
    expect(none).toContain('As of 2026-05-12, no session is on record.');
    expect(none.join(' ')).not.toContain('reached;');
    const over = sentencesOf({ ...data, plan: { sessions: 1, materials: [] } }, about, wordsIn('en'));
    expect(over).toContain('Sessions: 1 of 1 planned (100%); the target is reached.');
  });

  test('as rows for a spreadsheet', () => {
    expect(summaryRows(summaryOf(data, about, wordsIn('en')))).toContainEqual([
      'figure',
      'sessions',
      'Sessions',
      30,
      1,
      3,
    ]);
  });
});

describe('what a campaign has to be', () => {
  test.each<[name: string, change: Partial<s.CampaignInput>, wrong: [string, string][]]>([
    ['it is right', {}, []],
    ['it ends before it begins', { until: '2026-04-19' }, [['until', 'too-small']]],
    ['it is over', { until: '2026-05-11' }, [['until', 'past']]],
    ['it goes on for years', { until: '2028-12-01' }, [['until', 'too-late']]],
    ['a topic stands there twice', { topics: ['a', 'b', 'a'] }, [['topics.2', 'duplicate']]],
    [
      'an unknown material',
      { plan: { materials: [{ kind: 'balloon', number: 1 }] } },
      [['plan.materials.0.kind', 'not-a-choice']],
    ],
  ])('%s', (_, change, wrong) => {
    expect(refusal(() => checkCampaign({ ...SAID, ...change }, ['leaflet'], AT))).toEqual(wrong);
  });

  test('a material stands there once', () => {
    const twice = [
      { kind: 'leaflet', number: 1 },
      { kind: 'leaflet', number: 2 },
    ];
    expect(refusal(() => checkMaterials(twice, 'materials', ['leaflet']))).toEqual([['materials.1.kind', 'duplicate']]);
  });
});

describe('what a session has to be', () => {
  const held = (change: object): s.HoldSession => s.holdSession.parse({ place: '八廓街', people: 10, ...change });
  test.each<[name: string, change: object, at: string, wrong: [string, string][]]>([
    ['now', {}, AT, []],
    ['yesterday', { at: '2026-05-11T10:00:00+08:00' }, AT, []],
    ['tomorrow', { at: '2026-05-13T10:00:00+08:00' }, AT, [['at', 'future']]],
    ['before the campaign', { at: '2026-04-19T10:00:00+08:00' }, AT, [['at', 'outside-campaign']]],
    ['a minute before the last day is over', {}, '2026-11-30T15:59:00.000Z', []],
    ['when the last day is over, though the clock is late', {}, '2026-11-30T16:00:00.000Z', [['', 'not-possible']]],
    [
      'about another topic',
      { questions: [{ asked: 'x', topic: '别的' }] },
      AT,
      [['questions.0.topic', 'not-a-choice']],
    ],
    [
      'with a telephone number',
      { questions: [{ asked: '打 139 0894 0001 行吗' }] },
      AT,
      [['questions.0.asked', 'personal']],
    ],
    ['with a year', { questions: [{ asked: '2026 年的规定？', answer: '罚 2000 元以上' }] }, AT, []],
  ])('%s', (_, change, at, wrong) => {
    expect(refusal(() => checkHeld(held(change), begun().data, at))).toEqual(wrong);
  });
});

describe('what an event has to be', () => {
  const EVENT: e.Change = e.change.parse({
    text: { zh: { title: '展览', about: '免费。' } },
    ...{ place: '拉萨', area: '5401', last: '2026-09-19', opens: '09:30', closes: '17:30' },
  });
  test.each<[name: string, change: object, wrong: [string, string][]]>([
    ['it is right', {}, []],
    ['no text', { text: {} }, [['text.zh.title', 'required']]],
    ['it is over', { last: '2026-05-12', opens: '08:00', closes: '09:00' }, [['last', 'past']]],
    ['it ends before it begins', { first: '2026-09-20' }, [['last', 'too-small']]],
    ['it closes before it opens', { closes: '09:00' }, [['closes', 'too-small']]],
    ['it opens and never closes', { closes: undefined }, [['closes', 'required']]],
    ['it is never open', { first: '2026-09-19', closedOn: ['6'] }, [['closedOn', 'never-open']]],
    ['it lasts for ever', { last: '2036-09-19' }, [['last', 'too-late']]],
  ])('%s', (_, change, wrong) => {
    expect(refusal(() => checkEvent({ ...EVENT, ...change }, AT))).toEqual(wrong);
  });

  test('it changes so often and no more', () => {
    const data = (revision: number) => ({ ...EVENT, first: '2026-05-01', revision }) as e.EventData;
    expect(refusal(() => checkChange(EVENT, data(MOST_REVISIONS - 1), AT))).toEqual([]);
    expect(refusal(() => checkChange(EVENT, data(MOST_REVISIONS), AT))).toEqual([['', 'too-many']]);
  });

  test('it is over when it closes on its last day, whatever its clock has done', () => {
    const span = spanOf({ first: '2026-05-01', last: '2026-09-19', opens: '09:30', closes: '17:30' });
    expect(span).toEqual({ begins: '2026-05-01T01:30:00.000Z', ends: '2026-09-19T09:30:00.000Z' });
    const card = { ...span, stage: 'announced' as const };
    expect([AT, span.ends, '2026-04-01T00:00:00.000Z'].map((at) => stageAt(card, at))).toEqual([
      'underway',
      'over',
      'announced',
    ]);
    expect(stageAt({ ...card, stage: 'cancelled' }, AT)).toBe('cancelled');
    expect(spanOf({ first: '2026-05-01', last: '2026-05-01' })).toEqual({
      begins: '2026-04-30T16:00:00.000Z',
      ends: '2026-05-01T16:00:00.000Z',
    });
  });

  test('days on which it is open leave out its day of rest', () => {
    expect(daysOpen({ first: '2026-09-13', last: '2026-09-16', closedOn: ['1'] }, 9)).toEqual([
      '2026-09-13',
      '2026-09-15',
      '2026-09-16',
    ]);
  });
});

test.each([
  ['when somebody says', AT, '2026-05-13T02:00:00.000Z', AT],
  ['when it was planned', undefined, '2026-05-12T01:00:00.000Z', '2026-05-12T01:00:00.000Z'],
  ['now, before the time it was planned for', undefined, '2026-05-13T02:00:00.000Z', AT],
  ['now, where it was not planned', undefined, undefined, AT],
])('a session is held %s', (_, said, planned, held) => expect(timeOf(said, planned, AT)).toBe(held));

describe('a unit is reminded of silence in the morning of a day on which its people work', () => {
  /** The record once each clock up to an instant has run. */
  const elapsed = (record: Campaign, at: string): Campaign => {
    const [clock, next] = nextClock(record) ?? [];
    if (!clock || !next || next.due > at) return record;
    return elapsed(decide(campaign, record, { type: next.event, at: next.due, by: SYSTEM, clock }), at);
  };
  const held = (at: string, noted = at, local?: LocalDays): Campaign => {
    const running = elapsed(begun(local), '2026-04-20T00:00:00.000Z');
    const after = cameTo({ stage: 'held', at, people: 10, materials: [], questions: [] });
    return decide(campaign, running, { type: 'hold', at: noted, by: BY, input: { session: 's1', after, heldAt: at } });
  };
  const due = (record: Campaign): string | undefined => nextClock(record)?.[1].due;
  const ROUND: LocalDays = { off: [{ name: '转经日', from: '2026-05-26', to: '2026-05-27' }], working: [] };

  test.each([
    ['a Tuesday', '2026-05-12T07:00:00.000Z', undefined, '2026-05-26T01:00:00.000Z'],
    ['a Tuesday that the unit has off', '2026-05-12T07:00:00.000Z', ROUND, '2026-05-28T01:00:00.000Z'],
    ['a Saturday', '2026-05-16T07:00:00.000Z', undefined, '2026-06-01T01:00:00.000Z'],
    ['a Saturday that makes up for a holiday', '2026-04-25T07:00:00.000Z', undefined, '2026-05-09T01:00:00.000Z'],
    ['the first of October', '2026-09-17T07:00:00.000Z', undefined, '2026-10-08T01:00:00.000Z'],
  ])('a fortnight later is %s', (_, at, local, reminded) => expect(due(held(at, at, local))).toBe(reminded));

  test('and again a fortnight later, at nine, however late the first came', () => {
    const [clock, { event }] = nextClock(held(AT)) as NonNullable<ReturnType<typeof nextClock>>;
    const late = { type: event, at: '2026-05-26T03:30:00.000Z', by: SYSTEM, clock };
    expect(due(decide(campaign, held(AT), late))).toBe('2026-06-09T01:00:00.000Z');
  });

  test('who notes in the evening what was held long ago is not reminded before a morning', () =>
    expect(due(held('2026-04-22T07:00:00.000Z', '2026-05-15T13:00:00.000Z'))).toBe('2026-05-18T01:00:00.000Z'));
});

/** Every state and deadline ever released; renaming one needs a mapping of the stored ones first. */
const RELEASED = {
  campaign: {
    states: ['begun', 'planned', 'running', 'running.active', 'running.quiet', 'closed', 'cancelled'],
    deadlines: [
      ...['firstDay.campaign.planned', 'lastDay.campaign.running'],
      ...['silence.campaign.running.active', 'again.campaign.running.quiet'],
    ],
  },
  event: {
    states: ['begun', 'announced', 'underway', 'over', 'cancelled'],
    deadlines: ['beginning.event.announced', 'end.event.underway'],
  },
};

test.each(campaignLifecycles.map(({ life }) => [life.type, life.machine] as const))(
  'the %s chart has every released state and deadline, and lists the new ones here',
  (type, machine) => {
    const { states, deadlines } = RELEASED[type as keyof typeof RELEASED];
    expect(released(machine)).toEqual({
      states: [...states].sort(),
      deadlines: deadlines.map((d) => `xstate.after.${d}`).sort(),
    });
  },
);

test('every effect is carried out', async () => {
  for (const { life, effects } of campaignLifecycles)
    expect(effectsNamed(life.machine)).toEqual(Object.keys(await effects()).sort());
});

test.each([
  ['campaign', outreach.campaignGraph()],
  ['event', outreach.eventGraph()],
  ['notice', outreach.noticeGraph()],
] as [string, Graph<unknown>][])(
  'every path of the %s chart runs the deadlines of where it leads, and every state is reached',
  (_, graph) => {
    const found = reached_(graph.life, simpleWalks(graph));
    expect(found.states).toEqual(leavesOf(graph.life.machine).sort());
    for (const r of found.records) expect(Object.keys(r.clocks).sort()).toEqual(clocksOf(graph.life, r).sort());
  },
);

describe('words', () => {
  test.each(LANGUAGES)('no form lacks a label in %s', (l) => {
    const t = wordsIn(l);
    const own = (life: Lifecycle) =>
      Object.entries(life.actions).map(([action, { input }]): [z.ZodType, string] => [input, action]);
    const forms: [z.ZodType, string][] = [
      ...[campaign, publicEvent].flatMap(own),
      ...([
        [s.campaignInput, 'campaign'],
        [e.eventInput, 'event'],
      ] as [z.ZodType, string][]),
    ];
    expect(forms.flatMap(([form, scope]) => missingLabels(inputSchema(form), t, scope))).toEqual([]);
    const stages = [
      ...s.campaignStage.options.map((x) => `campaign.stage.${x}`),
      ...e.eventStage.options.map((x) => `event.stage.${x}`),
    ];
    expect(stages.filter((k) => !t.has(k))).toEqual([]);
  });
  test('each stands in the three languages with the same places to fill', () =>
    expect(untranslated(messages)).toEqual([]));
});
