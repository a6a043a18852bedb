import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenOf, fault, stageOf } from '../../functions/stations/fault/fault.ts';
import { faultMail } from '../../functions/stations/fault/mail.ts';
import { isNewlyUnsafe, joinedReport } from '../../functions/stations/fault/rules.ts';
import { type FaultData, faultData, trouble } from '../../functions/stations/fault/schema.ts';
import { extent } from '../../functions/stations/schema.ts';
import { wordsIn } from '../../functions/stations/words.ts';
import type { Actor } from '../../shared/auth.ts';
import { inputSchema } from '../../shared/body.ts';
import { missingLabels } from '../../shared/form-labels.ts';
import { openTo, staffDoer } from '../../shared/workflow/open-actions.ts';
import { AT, again, data, graph, keeper, mended, reported, seen } from '../support/faults.ts';
import { effectsNamed, released, rung, taken, told } from '../support/lives.ts';
import { clocksOf, deadlines, leavesOf, reached, shortestWalks, simpleWalks } from '../support/paths.ts';

describe('a fault', () => {
  test('is told to the keeper at once, and every day until somebody takes notice', () => {
    expect(told(reported())).toEqual(['tellKeeper reported']);
    const waiting = rung(fault, reported());
    expect([waiting.updatedAt, told(waiting)]).toEqual(['2026-11-26T02:00:00.000Z', ['tellKeeper unnoticed']]);
    const longer = rung(fault, waiting);
    expect([longer.updatedAt, told(longer)]).toEqual(['2026-11-27T02:00:00.000Z', ['tellKeeper unnoticed']]);
  });

  test('that is being seen to reminds after the unit’s time, or on the morning after the day that was named', () => {
    const usual = taken(fault, reported(), seen());
    expect([stageOf(usual.state), rung(fault, usual).updatedAt]).toEqual(['acknowledged', '2026-11-28T02:00:00.000Z']);
    const named = taken(fault, reported(), seen({ until: '2026-12-01' }));
    const late = rung(fault, named);
    expect([late.updatedAt, told(late)]).toEqual(['2026-12-02T01:00:00.000Z', ['tellKeeper unmended']]);
    expect(rung(fault, late).updatedAt).toBe('2026-12-05T01:00:00.000Z');
  });

  test('is mended with or without notice taken before, and no clock runs on', () => {
    for (const record of [taken(fault, reported(), mended), taken(fault, reported(), seen(), mended)])
      expect([stageOf(record.state), record.clocks, record.data.closed]).toEqual([
        'mended',
        {},
        { at: AT, by: { id: keeper.id, name: keeper.name }, as: 'mended', note: '换了插座' },
      ]);
  });

  test('takes further reports in as long as it is open, and no longer', () => {
    const twice = taken(fault, reported(), again({ words: '还是坏的' }));
    expect([twice.data.count, told(twice), Object.keys(twice.clocks)]).toEqual([2, [], Object.keys(reported().clocks)]);
    expect(() => taken(fault, taken(fault, reported(), mended), again({}))).toThrow('not possible');
  });

  test('becomes urgent once somebody says that it is dangerous', () => {
    const unsafe = taken(fault, reported(), again({ trouble: 'unsafe' }));
    expect(told(unsafe)).toEqual(['tellKeeper unsafe']);
    expect(told(taken(fault, unsafe, again({ trouble: 'unsafe' })))).toEqual([]);
  });

  test('is acted on by its unit alone', () => {
    const actor = (unit: string): Actor => ({ id: 'a', name: 'a', roles: [{ unit, role: 'responder' }] });
    expect(openTo(fault, reported(), staffDoer(actor('u1')))).toEqual(['acknowledge', 'mended', 'not-found']);
    expect(openTo(fault, taken(fault, reported(), seen()), staffDoer(actor('u1')))).toEqual(['mended', 'not-found']);
    expect(openTo(fault, reported(), staffDoer(actor('u2')))).toEqual([]);
  });

  test('marks its facility on the station’s page', () => {
    const record = taken(fault, reported(), again({ extent: 'all' }), seen());
    expect(brokenOf(record)).toEqual({
      ...{ station: 's1', facility: 'charging-socket', fault: record.id, since: AT },
      ...{ count: 2, extent: 'all', acknowledged: true, unsafe: false },
    });
  });
});

const said = fc.record({ trouble: fc.constantFrom(...trouble.options), extent: fc.constantFrom(...extent.options) });

test('further reports are all counted, never more kept than can be read, and none of it works once anybody says so', () =>
  fc.assert(
    fc.property(fc.array(said, { maxLength: 60 }), (reports) => {
      let now: Pick<FaultData, 'reports' | 'count' | 'extent'> = data();
      for (const r of reports) now = joinedReport(now, r, AT);
      expect([now.count, now.reports.length]).toEqual([reports.length + 1, Math.min(reports.length + 1, 20)]);
      expect(now.extent).toBe(reports.some((r) => r.extent === 'all') ? 'all' : 'some');
      expect(now.reports[0]).toEqual(data().reports[0]);
      expect(isNewlyUnsafe({ reports: now.reports }, { trouble: 'broken', extent: 'some' })).toBe(false);
    }),
  ));

describe('every path', () => {
  const walks = simpleWalks(graph);
  test('comes by every state, names every effect, and runs the clocks of its states', () => {
    const all = reached(fault, [...walks, ...shortestWalks(graph)]);
    expect(all.states).toEqual(leavesOf(fault.machine).sort());
    expect(effectsNamed(fault.machine)).toEqual(['tellKeeper']);
    for (const { record } of walks) {
      expect(deadlines(record, AT).map((s) => s.type)).toEqual(clocksOf(fault, record));
      expect(faultData.safeParse(record.data).success).toBe(true);
    }
  });

  test('that has ended lets nobody do anything more', () => {
    const actor: Actor = { id: 'a', name: 'a', roles: [{ unit: 'u1', role: 'official' }] };
    const ended = walks.filter((w) => ['mended', 'not-found'].includes(stageOf(w.record.state)));
    expect(ended.length).toBeGreaterThan(1);
    for (const { record } of ended) expect([openTo(fault, record, staffDoer(actor)), record.clocks]).toEqual([[], {}]);
  });
});

/** Data in the table for months: new ones are added here, none is taken out without a mapping of those stored. */
test('the chart has every state and deadline ever released', () => {
  expect(released(fault.machine)).toEqual({
    states: [
      ...['mended', 'notFound', 'open', 'open.acknowledged', 'open.acknowledged.mending', 'open.acknowledged.unmended'],
      ...['open.reported', 'open.reported.fresh', 'open.reported.unnoticed'],
    ],
    deadlines: [
      'xstate.after.unmended.fault.open.acknowledged.mending',
      'xstate.after.unmended.fault.open.acknowledged.unmended',
      'xstate.after.unnoticed.fault.open.reported.fresh',
      'xstate.after.unnoticed.fault.open.reported.unnoticed',
    ],
  });
});

test('every action and stage has its words, and each mail says where, what and since when', () => {
  const t = wordsIn('zh');
  for (const [action, { input }] of Object.entries(fault.actions)) {
    expect(t.has(`action.fault.${action}`)).toBe(true);
    expect(missingLabels(inputSchema(input), t, action)).toEqual([]);
  }
  const where = { station: '东风驿站', facility: '插座', link: 'https://kora.example/desk/station/?id=s1' };
  const readers = [{ email: 'tsomo@x.example', name: '次姆' }];
  for (const about of ['reported', 'unsafe', 'unnoticed', 'unmended'])
    for (const language of ['zh', 'bo', 'en'] as const) {
      const [mail] = faultMail(
        about,
        data({ reports: [{ trouble: 'unsafe', extent: 'all', words: '冒火花', at: AT }] }),
        readers,
        where,
        wordsIn(language),
      );
      expect(`${mail?.subject}${mail?.text}`).not.toMatch(/\{\w+\}|mail\.fault/);
      expect(mail).toMatchObject({ to: 'tsomo@x.example', link: { url: where.link } });
      expect(mail?.subject).toContain('东风驿站');
    }
});
