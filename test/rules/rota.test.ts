import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as change from '../../functions/duty/changes.ts';
import { shares } from '../../functions/duty/fairness.ts';
import { compacted, isAway, rosterOf, turns, whoIsOn } from '../../functions/duty/rules.ts';
import { type Rota, rota as rotaSchema, type Turn, type WeekRule } from '../../functions/duty/schema.ts';
import * as w from '../../functions/duty/week.ts';
import { instantOf } from '../../shared/calendar.ts';
import { addDays, plus } from '../../shared/time.ts';
import { NO_LOCAL_DAYS } from '../../shared/working-days.ts';

const MONDAY: WeekRule = { day: 1, time: '09:00', zone: 'Asia/Shanghai' };
const START = '2026-01-05';
const person = (i: number): string => `p${i}@x.example`;
const people = (n: number): string[] => Array.from({ length: n }, (_, i) => person(i));
const known = new Set(people(40));
const rotaOf = (n: number, rule = MONDAY, from = START): Rota => change.begun('u', from, people(n), rule);
const names = (list: Turn[]): string =>
  list.map((t) => (t.kind === 'turn' ? t.who.split('@')[0]?.slice(1) : t.kind)).join(' ');
const weekNo = (i: number): string => w.addWeeks(START, i);
const tuesday = (i: number): string => instantOf(addDays(weekNo(i), 1), '12:00');

const size = fc.integer({ min: 1, max: 14 });
const leaveOf = (n: number) =>
  fc.record({
    who: fc.integer({ min: 0, max: n - 1 }),
    first: fc.integer({ min: 8, max: 250 }),
    days: fc.integer({ min: 0, max: 40 }),
  });

/** A rota to which people did things that its rules allow, all in the first week. */
const busy = fc
  .integer({ min: 3, max: 10 })
  .chain((n) =>
    fc.tuple(
      fc.constant(n),
      fc.array(leaveOf(n), { maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 3 }),
      fc.array(fc.tuple(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 1, max: n + 3 })), { maxLength: 3 }),
    ),
  )
  .map(([n, leaves, pauses, rosters]) => {
    let rota = rotaOf(n);
    const attempt = (next: (r: Rota) => Rota) => {
      try {
        rota = next(rota);
      } catch {} // one that the rules refuse changes nothing
    };
    leaves.forEach((l, i) => {
      const from = addDays(START, l.first);
      const asked = { id: `l${i}`, who: person(l.who), from, to: addDays(from, l.days) };
      attempt((r) => change.withLeave(r, asked, tuesday(0)));
    });
    for (const p of pauses) attempt((r) => change.withPause(r, weekNo(p), 'holiday', tuesday(0)));
    for (const [at, m] of rosters.sort((a, b) => a[0] - b[0]))
      attempt((r) => change.withRoster(r, { from: weekNo(at), members: people(m) }, known, tuesday(0)));
    return rota;
  });

describe('the order of turns', () => {
  test('is the roster’s, round by round', () => {
    expect(names(turns(rotaOf(3), START, 8))).toBe('0 1 2 0 1 2 0 1');
  });

  test('every week has exactly one person who is there, a pause, or a reported gap', () => {
    fc.assert(
      fc.property(busy, (rota) => {
        const list = turns(rota, START, 60);
        expect(list.map((t) => t.week)).toEqual(w.weeksFrom(START, 60));
        for (const t of list)
          if (t.kind === 'turn') {
            expect(rosterOf(rota, t.week).members).toContain(t.who);
            expect(isAway(rota, t.who, t.week)).toBe(false);
          } else if (t.kind === 'gap')
            expect(rosterOf(rota, t.week).members.every((m) => isAway(rota, m, t.week))).toBe(true);
      }),
    );
  });

  test('over any 2n weeks of an unchanged roster of n without leave everyone serves twice', () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 0, max: 300 }), (n, from) => {
        const served = turns(rotaOf(n), weekNo(from), 2 * n).map((t) => t.kind === 'turn' && t.who);
        for (const p of people(n)) expect(served.filter((s) => s === p)).toHaveLength(2);
      }),
    );
  });

  test('the same holds once the roster has changed', () => {
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 30 }), (n, m, at, later) => {
        const rota = change.withRoster(rotaOf(n), { from: weekNo(at), members: people(m) }, known, tuesday(0));
        const settledFrom = at + Math.max(n, m) + later;
        const served = turns(rota, weekNo(settledFrom), 2 * m).map((t) => t.kind === 'turn' && t.who);
        for (const p of people(m)) expect(served.filter((s) => s === p)).toHaveLength(2);
      }),
    );
  });

  test('nobody serves two weeks running unless there is nobody else', () => {
    fc.assert(
      fc.property(busy, (rota) => {
        const list = turns(rota, START, 60);
        list.forEach((t, i) => {
          const before = list[i - 1];
          if (t.kind !== 'turn' || before?.kind !== 'turn' || before.who !== t.who) return;
          const others = rosterOf(rota, t.week).members.filter((m) => m !== t.who);
          expect(others.every((m) => isAway(rota, m, t.week))).toBe(true);
        });
      }),
    );
  });

  test('is the same whether computed from the beginning or from a later anchor', () => {
    fc.assert(
      fc.property(busy, fc.integer({ min: 0, max: 40 }), (rota, at) => {
        const later = compacted(rota, weekNo(at));
        expect(names(turns(later, weekNo(at), 40))).toBe(names(turns(rota, weekNo(at), 40)));
        expect(rotaSchema.parse(later)).toEqual(later);
      }),
    );
  });

  test('before its beginning there is nothing to compute', () => {
    expect(whoIsOn(rotaOf(3), weekNo(-1))).toEqual({ kind: 'gap', week: weekNo(-1), reason: 'not-begun' });
  });
});

describe('who joins and who leaves', () => {
  test('adding a person never changes a past week, nor a turn of the round that runs', () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 60 }), (n, now) => {
        const before = rotaOf(n);
        const input = { from: weekNo(now + 1), members: [person(30), ...people(n)] };
        const after = change.withRoster(before, input, known, tuesday(now));
        const anchored = after.anchor.week;
        const past = Math.max(0, w.weeksBetween(START, anchored));
        const seen = (r: Rota) => names(turns(r, weekNo(past), now + 1 - past));
        expect(seen(after)).toBe(seen(before));
        const restOfRound = (n - ((now + 1) % n)) % n;
        const rest = (r: Rota) => names(turns(r, weekNo(now + 1), restOfRound));
        expect(rest(after)).toBe(rest(before));
      }),
    );
  });

  test('whoever joins comes last of the round, and keeps that place', () => {
    const rota = change.withRoster(rotaOf(3), { from: weekNo(1), members: people(4) }, known, tuesday(0));
    expect(names(turns(rota, START, 9))).toBe('0 1 2 3 0 1 2 3 0');
  });

  test('whoever leaves drops out, and those behind move up', () => {
    const members = [person(0), person(2), person(3)];
    const rota = change.withRoster(rotaOf(4), { from: weekNo(1), members }, known, tuesday(0));
    expect(names(turns(rota, START, 7))).toBe('0 2 3 0 2 3 0');
  });
});

describe('leave', () => {
  const away = (who: number, from: number, days: number, rota = rotaOf(4), now = 0): Rota => {
    const first = weekNo(from);
    return change.withLeave(
      rota,
      { id: `l${from}`, who: person(who), from: first, to: addDays(first, days) },
      tuesday(now),
    );
  };

  test('the next in line serves; the turn is made up in the first week after the return; the next round is as it was', () => {
    expect(names(turns(away(1, 1, 6), START, 12))).toBe('0 2 1 3 0 1 2 3 0 1 2 3');
  });

  test('a longer one: two turns missed are two made up, and never two weeks running', () => {
    expect(names(turns(away(1, 1, 41), START, 14))).toBe('0 2 3 0 2 3 0 1 2 1 3 1 0 1');
  });

  test('whoever missed turns has as many after their return as everybody else', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 3 }),
        (n, from, weeks) => {
          const who = from % n;
          const rota = away(who, from, 7 * weeks - 1, rotaOf(n));
          const served = turns(rota, START, 20 * n).map((t) => t.kind === 'turn' && t.who);
          const count = (p: string) => served.filter((s) => s === p).length;
          for (const p of people(n)) expect(Math.abs(count(p) - count(person(who)))).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test('a single day takes nobody’s week', () => expect(names(turns(away(1, 1, 0), START, 4))).toBe('0 1 2 3'));

  test('a gap is reported where everybody is away, and uses up no turn', () => {
    const rota = away(1, 1, 6, away(0, 1, 6, rotaOf(2)));
    expect(turns(rota, START, 4).map((t) => t.kind)).toEqual(['turn', 'gap', 'turn', 'turn']);
    expect(names(turns(rota, START, 4))).toBe('0 gap 1 0');
    expect(change.gaps(rota, START)).toEqual([{ kind: 'gap', week: weekNo(1), reason: 'all-away' }]);
  });

  test('the week that runs stays as it was frozen', () => {
    const rota = change.withLeave(
      rotaOf(4),
      { id: 'l', who: person(0), from: addDays(START, 1), to: addDays(START, 9) },
      tuesday(0),
    );
    expect(names(turns(rota, START, 4))).toBe('0 1 2 3');
  });

  test('ended early, the turns come back', () => {
    const rota = away(1, 3, 20);
    expect(names(turns(change.withoutLeave(rota, 'l3', tuesday(1)), START, 12))).toBe(
      names(turns(rotaOf(4), START, 12)),
    );
    expect(() => change.withoutLeave(rota, 'other', tuesday(1))).toThrow('No such leave');
  });

  test.each([
    ['a date before today', { who: person(1), from: START, to: weekNo(1) }, 'past'],
    ['an end before its beginning', { who: person(1), from: weekNo(2), to: weekNo(1) }, 'before-start'],
    ['a person who is not of the rota', { who: person(9), from: weekNo(2), to: weekNo(3) }, 'not-in-roster'],
    ['one that overlaps', { who: person(1), from: weekNo(1), to: weekNo(1) }, 'overlaps'],
    ['more than a year', { who: person(2), from: weekNo(1), to: weekNo(80) }, 'too-long'],
  ])('refuses %s', (_, asked, code) => {
    const rota = away(1, 1, 3);
    const before = structuredClone(rota);
    expect(refusal(() => change.withLeave(rota, { id: 'x', ...asked }, tuesday(0)))).toBe(code);
    expect(rota).toEqual(before);
  });
});

const refusal = (attempt: () => unknown): string | undefined => {
  try {
    attempt();
  } catch (e) {
    const { code, fields } = e as { code: string; fields: { code: string }[] };
    return fields[0]?.code ?? code;
  }
};

describe('a pause', () => {
  test('lets everybody serve a week later', () => {
    const rota = change.withPause(rotaOf(3), weekNo(2), '藏历新年', tuesday(0));
    expect(names(turns(rota, START, 6))).toBe('0 1 pause 2 0 1');
    expect(change.shifts(rotaOf(3), rota, tuesday(0), 3).map((s) => s.week)).toEqual([weekNo(2), weekNo(3)]);
    expect(change.withoutPause(rota, weekNo(2), tuesday(0)).pauses).toEqual([]);
  });

  test.each([
    ['a week that runs', START, 'past'],
    ['a day in the middle of a week', addDays(weekNo(2), 1), 'no-week'],
    ['a week that is paused', weekNo(3), 'duplicate'],
  ])('refuses %s', (_, week, code) => {
    const rota = change.withPause(rotaOf(3), weekNo(3), 'holiday', tuesday(0));
    expect(refusal(() => change.withPause(rota, week, 'holiday', tuesday(0)))).toBe(code);
  });
});

describe('swaps and covers', () => {
  const swap = (rota: Rota, a: number, b: number, id = 's', now = 0): Rota =>
    change.withSwap(rota, { id, weeks: [weekNo(a), weekNo(b)] }, tuesday(now));

  test('a swap exchanges two weeks and moves nobody else', () => {
    const rota = swap(rotaOf(4), 1, 3);
    expect(names(turns(rota, START, 8))).toBe('0 3 2 1 0 1 2 3');
    expect(whoIsOn(rota, weekNo(1))).toMatchObject({ who: person(3), instead: person(1), via: 'swap' });
  });

  test('swap twice is identity', () => {
    fc.assert(
      fc.property(busy, fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 25 }), (rota, a, b) => {
        let once: Rota;
        try {
          once = swap(rota, a, b, 's1');
        } catch {
          return; // refused: nothing to undo
        }
        const twice = { ...once, overrides: [...once.overrides, ...undo(once)] };
        expect(turns(twice, START, 40)).toEqual(turns(rota, START, 40));
      }),
    );
  });

  const undo = (rota: Rota) => {
    const { moves } = rota.overrides.at(-1) as Rota['overrides'][number];
    return [{ id: 's2', kind: 'swap' as const, moves: moves.map((m) => ({ ...m, instead: m.by, by: m.instead })) }];
  };

  test('asked for again through the rules, the second swap undoes the first', () => {
    expect(turns(swap(swap(rotaOf(6), 1, 4), 1, 4, 's2'), START, 12)).toEqual(turns(rotaOf(6), START, 12));
  });

  test('holds together or not at all: where one of the two is away, both serve their own week', () => {
    const swapped = swap(rotaOf(4), 1, 3);
    const leave = { id: 'l', who: person(3), from: weekNo(1), to: addDays(weekNo(1), 6) };
    expect(names(turns(change.withLeave(swapped, leave, tuesday(0)), START, 4))).toBe('0 1 2 3');
  });

  test('a swap that is half over keeps its other half', () => {
    const rota = swap(rotaOf(6), 1, 4);
    const later = compacted(rota, weekNo(3));
    expect(later.overrides[0]?.moves).toHaveLength(1);
    expect(names(turns(later, weekNo(3), 6))).toBe(names(turns(rota, weekNo(3), 6)));
  });

  test('a cover gives one week away', () => {
    const rota = change.withCover(rotaOf(4), { id: 'c', week: weekNo(1), by: person(3) }, tuesday(0));
    expect(names(turns(rota, START, 5))).toBe('0 3 2 3 0');
  });

  test.each([
    ['with oneself', 1, 5, 'oneself'],
    ['with a past week', 0, 2, 'past'],
    ['that makes somebody serve two weeks running', 1, 4, 'two-running'],
  ])('refuses a swap %s', (_, a, b, code) => expect(refusal(() => swap(rotaOf(4), a, b))).toBe(code));

  test.each([
    ['by whose week it is', person(1), 'oneself'],
    ['by a stranger', person(9), 'not-in-roster'],
    ['by who serves the week after', person(2), 'two-running'],
  ])('refuses a cover %s', (_, by, code) =>
    expect(refusal(() => change.withCover(rotaOf(4), { id: 'c', week: weekNo(1), by }, tuesday(0)))).toBe(code),
  );
});

describe('a roster', () => {
  test.each([
    ['an unknown person', [person(0), 'x@x.example'], 'unknown-person'],
    ['a person twice', [person(0), person(1), person(0)], 'duplicate'],
    ['nobody', [], 'empty-roster'],
  ])('is refused with %s', (_, members, code) =>
    expect(refusal(() => change.withRoster(rotaOf(3), { from: weekNo(2), members }, known, tuesday(0)))).toBe(code),
  );

  test('is refused for a week that has begun', () =>
    expect(refusal(() => change.withRoster(rotaOf(3), { from: START, members: people(2) }, known, tuesday(0)))).toBe(
      'past',
    ));
});

describe('weeks', () => {
  const zones = [
    'Asia/Shanghai',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'America/Santiago',
    'UTC',
  ];
  const rule = fc.record({
    day: fc.integer({ min: 1, max: 7 }),
    time: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30'))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`),
    zone: fc.constantFrom(...zones),
  });
  const firstOf = ({ day }: WeekRule): string => addDays('2024-01-01', day - 1);

  test('begin where they say, end where the next begins, in every zone and through every change of clocks', () => {
    fc.assert(
      fc.property(rule, fc.integer({ min: 0, max: 400 }), (r, i) => {
        const week = w.addWeeks(firstOf(r), i);
        const start = w.startOf(week, r);
        expect(w.weekOf(start, r)).toBe(week);
        expect(w.weekOf(plus(start, -1), r)).toBe(w.addWeeks(week, -1));
        expect(w.weekOf(plus(w.endOf(week, r), -1), r)).toBe(week);
      }),
      { numRuns: 400 },
    );
  });

  test('keep their hour on the wall when clocks change', () => {
    const berlin = { day: 7, time: '02:30', zone: 'Europe/Berlin' };
    expect(w.startOf('2026-03-22', berlin)).toBe('2026-03-22T01:30:00.000Z');
    expect(w.startOf('2026-03-29', berlin)).toBe('2026-03-29T01:30:00.000Z'); // 02:30 does not exist: 03:30 it is
    expect(w.startOf('2026-10-25', berlin)).toBe('2026-10-25T00:30:00.000Z'); // 02:30 comes twice: the first
  });

  test.each([
    ['2026-12-28', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2020-12-28', '2020-W53'],
    ['2024-12-30', '2025-W01'],
  ])('%s is called %s', (week, label) => expect(w.weekLabel(week)).toBe(label));

  test('a year of 53 weeks loses nobody a turn', () => {
    expect(names(turns(rotaOf(5, MONDAY, '2026-11-30'), '2026-12-14', 5))).toBe('2 3 4 0 1');
  });

  test('slots name what they stand for', () =>
    fc.assert(fc.property(rule, (r) => void expect(w.ruleOfSlot(w.slotOf(r))).toEqual(r))));

  test('another day begins after the week that runs, and everybody keeps their turn', () => {
    const moved = change.withWeekRule(rotaOf(4), { ...MONDAY, day: 3 }, tuesday(2));
    expect(moved.anchor.week).toBe('2026-01-28');
    expect(names(turns(moved, '2026-01-28', 4))).toBe('3 0 1 2');
    const paused = change.withPause(rotaOf(4), weekNo(5), 'x', tuesday(2));
    expect(refusal(() => change.withWeekRule(paused, { ...MONDAY, day: 3 }, tuesday(2)))).toBe('weeks-agreed');
  });
});

describe('fairness', () => {
  test('counts turns, weekend days and holidays, and who has rested longest', () => {
    const served = [0, 1, 2, 3, 4, 5, 6].map((i) => ({ week: weekNo(i), who: person(i % 3) }));
    const list = shares(rotaOf(3), people(3), served, { now: weekNo(6), next: weekNo(7) }, NO_LOCAL_DAYS);
    expect(list.map((s) => [s.who, s.turns, s.rested])).toEqual([
      [person(1), 2, 2],
      [person(2), 2, 1],
      [person(0), 3, 0],
    ]);
    expect(list[0]?.next).toBe(weekNo(7));
    expect(list.find((s) => s.who === person(2))).toMatchObject({ holidayDays: 1, weekendDays: 2 }); // 15 Feb holiday, 14 works
  });
});
