import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tell } from '../../functions/cases/bulletin-told.ts';
import { likelyDuplicates } from '../../functions/cases/likeness.ts';
import { animalMachine } from '../../functions/livestock/animal.ts';
import { bulletin } from '../../functions/livestock/bulletin.ts';
import { factsOf, livestock } from '../../functions/livestock/case.ts';
import { effects } from '../../functions/livestock/jobs.ts';
import { letters } from '../../functions/livestock/mail.ts';
import { mailWords } from '../../functions/livestock/mail-words.ts';
import { messages } from '../../functions/livestock/messages.ts';
import * as rules from '../../functions/livestock/rules.ts';
import type { Report, Sighting } from '../../functions/livestock/schema.ts';
import { livestockSettings } from '../../functions/livestock/settings.ts';
import type { Actor, Role } from '../../shared/auth.ts';
import { translator } from '../../shared/i18n.ts';
import { mail } from '../../shared/mail.ts';
import { words } from '../../shared/words.ts';
import { possible } from '../../shared/workflow/decide.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { openTo, staffDoer } from '../../shared/workflow/open-actions.ts';
import { AT, aReport, begun, type dataOf, graph, INPUTS, stepped, triaged } from '../support/livestock.ts';
import { clocksOf, leavesOf, reached, shortestWalks } from '../support/paths.ts';
import { having } from '../support/settings.ts';
import { unnamed, untranslated } from '../support/words.ts';

const own = having(livestockSettings);
const act = (type: string, part?: string, input = INPUTS[type]) => ({
  ...{ type, parts: part ? [part] : undefined, input },
});
const fieldsOf = (run: () => void): string[][] => {
  try {
    run();
    return [];
  } catch (e) {
    return (e as { fields: { path: string; code: string }[] }).fields.map((f) => [f.path, f.code]);
  }
};

describe('a report', () => {
  test.each<[Record<string, unknown>, string[][]]>([
    [{}, []],
    [{ reporter: {} }, [['reporter.phone', 'required']]],
    [{ reporter: {}, waitingPhone: '13900000000' }, []],
    [{ count: 2, dead: 3 }, [['dead', 'too-large']]],
    [{ since: '2026-11-22T09:00:00+08:00' }, [['since', 'future']]],
    [{ since: '2026-10-01T09:00:00+08:00' }, [['since', 'too-old']]],
  ])('%j is refused for %j', (change, expected) =>
    expect(fieldsOf(() => rules.checkReport(aReport(change), AT))).toEqual(expected),
  );

  test.each<[Report['problem'], number, string]>([
    ['difficult-birth', 0, 'critical'],
    ['poisoning', 0, 'critical'],
    ['epidemic-signs', 0, 'critical'],
    ['injury', 0, 'urgent'],
    ['sick', 0, 'urgent'],
    ['sudden-death', 1, 'urgent'],
    ['other', 0, 'normal'],
    ['other', 1, 'urgent'],
  ])('of %s with %i dead of one is %s', (is, dead, urgency) =>
    expect(rules.urgencyOf({ problem: is, dead, count: 1 })).toBe(urgency),
  );

  test.each<[Report['problem'], number, boolean]>([
    ['epidemic-signs', 0, true],
    ['sudden-death', 2, false],
    ['sudden-death', 3, true],
    ['sick', 3, true],
    ['poisoning', 9, false],
  ])('of %s with %i dead is suspicious: %s', (is, dead, suspicious) =>
    expect(rules.looksEpidemic({ problem: is, dead }, own)).toBe(suspicious),
  );

  test('is accepted within 5 minutes and left for within 15, unless the unit says otherwise', () => {
    expect(rules.delaysOf(own)).toMatchObject({ acceptance: 300_000, departure: 900_000 });
    expect(rules.delaysOf(having(livestockSettings, { acceptance: 'PT2M' }))).toMatchObject({ acceptance: 120_000 });
  });
});

const later = (hours: number): string => new Date(Date.parse(AT) + hours * 3_600_000).toISOString();
const sighting = (id: string, change: Partial<Sighting> = {}): Sighting => ({
  ...{ id, number: id, at: AT, area: '540622100', species: 'yak', problem: 'sick' },
  ...change,
});
const pasture = (latitude: number) => ({ coordinates: { latitude, longitude: 93.7 } });
const birth = { problem: 'difficult-birth' } as const;

describe('likely duplicates', () => {
  const found = (first: Partial<Sighting>, second: Partial<Sighting>) =>
    likelyDuplicates(sighting('x', first), [sighting('y', second)], [], rules.comparison(own));

  test.each<[string, Partial<Sighting>, Partial<Sighting>, boolean]>([
    ['the same birth, reported twice within the hour', birth, { ...birth, at: later(0.5) }, true],
    ['two births a day and a half apart', birth, { ...birth, at: later(36) }, false],
    ['a birth and an injury', birth, { problem: 'injury' }, false],
    ['a yak and a sheep that are hurt', { problem: 'injury' }, { problem: 'injury', species: 'sheep' }, false],
    ['the same sick yak the next day', {}, { at: later(20) }, true],
    [
      'sick yaks and sheep that died of it, two days later',
      {},
      { at: later(48), species: 'sheep', problem: 'sudden-death' },
      true,
    ],
    ['the same in another township', {}, { area: '540622101' }, false],
    ['across the border of a township, close by', pasture(31.5), { area: '540622101', ...pasture(31.52) }, true],
    ['in the township, but two valleys away', pasture(31.5), pasture(31.8), false],
    ['what has ended', {}, { ended: 'completed' }, false],
  ])('%s', (_, first, second, are) => expect(found(first, second).length > 0).toBe(are));

  test('say why', () =>
    expect(found({}, { species: 'sheep', problem: 'sudden-death', at: later(2) })).toMatchObject([
      { number: 'y', reasons: ['same-township', 'within-days', 'perhaps-one-disease'] },
    ]));
});

describe('what a case tells', () => {
  const t = translator('zh', messages, words);
  const said = (of: typeof livestock.reportFacts | undefined, record: ReturnType<typeof begun>) =>
    JSON.stringify(of?.(record.data, t));

  test('the staff, whom to call on site and what the signs are; the reporter does not read them', () => {
    const record = stepped(begun({ waitingPhone: '13908965556' }), triaged(), act('suspect-epidemic'));
    for (const fact of ['13908965556', '口腔水疱']) {
      expect(said(livestock.staffFacts, record)).toContain(fact);
      expect(said(livestock.reportFacts, record)).not.toContain(fact);
    }
  });

  test('the reporter, how each animal is and what of it is not to be used', () =>
    expect(livestock.told?.(treated().data, 'completed', t)).toEqual([
      { label: '牦牛 母畜', value: '存活\n奶和肉停用至 2026-11-29' },
      { label: '牦牛 幼畜', value: '存活' },
    ]));

  test('both, what was taken along or advised', () => {
    const left = stepped(begun(), triaged(), act('accept'), act('depart'));
    expect(said(livestock.reportFacts, left)).toContain('产科器械、麻醉药');
    expect(said(livestock.reportFacts, stepped(left, act('hand-back')))).not.toContain('产科器械');
    const advised = stepped(begun(), triaged(), act('advise'));
    expect(said(livestock.staffFacts, advised)).toContain('热敷');
    expect(livestock.told?.(advised.data, livestock.stage(advised.state), t)).toEqual([
      { label: '指导内容', value: '热敷，观察两小时' },
    ]);
  });
});

describe('follow-ups and withdrawal periods', () => {
  test.each<[string, number]>([
    ['2026-11-21', 12.3],
    ['2026-11-20', 0],
  ])('a visit on %s is late in %d hours', (on, hours) =>
    expect(rules.untilEvening(on, AT) / 3_600_000).toBeCloseTo(hours, 5),
  );

  test('never lie in the past', () =>
    fc.assert(
      fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }), (d) => {
        expect(rules.untilEvening(d.toISOString().slice(0, 10), AT)).toBeGreaterThanOrEqual(0);
      }),
    ));

  test.each<[number | undefined, string | undefined]>([
    [8, '2026-11-29'],
    [0, undefined],
    [undefined, undefined],
  ])('%s days from the morning of 21 November (Asia/Shanghai) end on %s', (days, until) =>
    expect(rules.withdrawnUntil(AT, days)).toBe(until),
  );
});

describe('the charts', () => {
  const walks = shortestWalks(graph());
  const found = reached(livestock.life, walks);

  test('are reached in every state', () => {
    expect(found.states).toEqual(leavesOf(livestock.life.machine).sort());
    expect(found.partStates).toEqual(leavesOf(animalMachine).sort());
  });

  test('have a handler for every effect, and a word for every stage, part and deadline', () => {
    const known = new Set([...Object.keys(effects), 'clock.set', 'clock.clear']);
    expect([...found.effects].filter((e) => !known.has(e))).toEqual([]);
    for (const { state, data } of found.records) {
      expect(messages).toHaveProperty([`stage.${livestock.stage(state)}`]);
      for (const a of data.animals) expect(messages).toHaveProperty([`part.${livestock.partStage?.(a as never)}`]);
    }
    for (const name of ['acceptance', 'departure', 'reminder', 'review', 'followUp', 'lateVisit'])
      expect(messages).toHaveProperty([`clock.${name}`]);
  });

  test('keep exactly the clocks of the state they are in, and data as the schema says', () => {
    for (const record of found.records) {
      expect(Object.keys(record.clocks).sort()).toEqual(clocksOf(livestock.life, record).sort());
      expect(livestock.life.data.safeParse(record.data).error).toBeUndefined();
    }
  });
});

const caring = () => stepped(begun(), triaged(), act('accept'), act('depart'), act('examine'));
const treated = () =>
  stepped(
    caring(),
    act('examine', undefined, { role: 'young', species: 'yak', count: 1, findings: '活犊' }),
    act('treat', 'a1'),
    act('record-outcome', 'a1'),
    act('record-outcome', 'a2'),
  );

describe('a birth', () => {
  test('has an outcome for mother and young apart, with drugs, people and the withdrawal period', () => {
    const { data } = treated();
    expect(data.animals.map((a) => [a.role, a.outcome])).toEqual([
      ['dam', 'alive'],
      ['young', 'alive'],
    ]);
    expect(data.animals[0]?.treatments[0]).toMatchObject({
      drugs: '利多卡因、头孢噻呋',
      withdrawnUntil: '2026-11-29',
      people: ['扎西次仁'],
    });
  });

  test('cannot be closed before each has an outcome, nor while a visit is planned', () => {
    expect(possible(livestock.life, caring())).not.toContain('close');
    expect(possible(livestock.life, treated())).toContain('close');
    const planned = stepped(treated(), act('plan-follow-up'));
    expect(possible(livestock.life, planned)).not.toContain('close');
    expect(possible(livestock.life, stepped(planned, act('record-follow-up')))).toContain('close');
  });

  test('closed, it tells the loss averted in fen', () =>
    expect(stepped(treated(), act('close')).data.lossAvertedFen).toBe(1_800_000));
});

const person = (id: string, unit: string, role: Role): Actor => ({ id, name: id, roles: [{ unit, role }] });
const ofTeam = person('tashi.tsering@biru-town-team.kora.example', 'biru-town-team', 'responder');
const ofStation = person('namgyal@biru-station.kora.example', 'biru-husbandry-station', 'official');
const ofCounty = person('gyaltsen@biru-agriculture.kora.example', 'biru-agriculture', 'official');
const mayRule = (record: LifeRecord<ReturnType<typeof dataOf>>, actor: Actor) =>
  openTo(livestock.life, record, staffDoer(actor)).includes('rule-on-epidemic');

describe('a suspected epidemic', () => {
  const suspected = () => stepped(treated(), act('suspect-epidemic'));

  test('alarms at once, also by the report alone', () => {
    expect(
      suspected()
        .history.at(-1)
        ?.effects.map((e) => e.type),
    ).toEqual(['raiseEpidemicAlarm']);
    const arrived = stepped(begun({ problem: 'epidemic-signs' }), triaged({ suspicious: true }));
    expect(arrived.history.at(-1)?.effects.map((e) => e.type)).toContain('raiseEpidemicAlarm');
    expect(arrived.data.epidemic).toMatchObject({ by: { id: 'kora' }, signs: undefined });
  });

  test('keeps every end of the case shut until it is ruled on', () => {
    const ends = ['close', 'declare-false', 'withdraw', 'advise', 'merge'];
    const waiting = stepped(begun(), triaged({ suspicious: true }));
    for (const record of [suspected(), waiting])
      expect(possible(livestock.life, record).filter((a) => ends.includes(a))).toEqual([]);
    expect(possible(livestock.life, stepped(suspected(), act('rule-on-epidemic')))).toContain('close');
  });

  test('is ruled on by the county, not by the team or the station, nor by whoever suspected it', () => {
    expect([ofTeam, ofStation, ofCounty].map((a) => mayRule(suspected(), a))).toEqual([false, false, true]);
    const byCounty = stepped(treated(), { ...act('suspect-epidemic'), by: { kind: 'staff', id: ofCounty.id } });
    expect(mayRule(byCounty, ofCounty)).toBe(false);
  });
});

describe('after a verdict', () => {
  const RULER = { kind: 'staff' as const, id: ofCounty.id, name: ofCounty.name };
  const ruled = (verdict: string, record = stepped(treated(), act('suspect-epidemic'))) =>
    stepped(record, { ...act('rule-on-epidemic', undefined, { verdict, note: '电话' }), by: RULER });
  const zh = translator('zh', messages, words);
  const counted = (record: LifeRecord<ReturnType<typeof dataOf>>) => factsOf(record).epidemic;

  test('an epidemic is suspected again, also in a case that was opened again, and what was ruled stays on record', () => {
    const again = stepped(ruled('ruled-out'), act('suspect-epidemic', undefined, { signs: '天然孔出血，疑似炭疽' }));
    expect(again.history.at(-1)?.effects.map((e) => e.type)).toEqual(['raiseEpidemicAlarm']);
    expect(again.data.earlierEpidemics).toMatchObject([{ verdict: 'ruled-out', ruledBy: { id: ofCounty.id } }]);
    expect(again.data.epidemic?.signs).toBe('天然孔出血，疑似炭疽');
    expect(again.data.epidemic?.verdict).toBeUndefined();
    expect(possible(livestock.life, again)).not.toContain('close');
    expect(possible(livestock.life, again)).not.toContain('suspect-epidemic');
    const ended = stepped(ruled('ruled-out'), act('close'));
    expect(possible(livestock.life, ended)).not.toContain('suspect-epidemic');
    expect(possible(livestock.life, stepped(ended, act('reopen')))).toContain('suspect-epidemic');
  });

  test('somebody else of the county corrects it, in a closed case too, not whoever gave it; both stay on record', () => {
    const closed = stepped(ruled('ruled-out'), act('close'));
    const mayCorrect = (actor: Actor) => openTo(livestock.life, closed, staffDoer(actor)).includes('correct-verdict');
    const colleague = person('wangjun@biru-agriculture.kora.example', 'biru-agriculture', 'approver');
    expect([ofTeam, ofStation, ofCounty, colleague].map(mayCorrect)).toEqual([false, false, false, true]);
    const corrected = stepped(closed, { ...act('correct-verdict'), by: { kind: 'staff', id: colleague.id } });
    expect(corrected.data.epidemic).toMatchObject({
      ...{ verdict: 'confirmed', ruledBy: { id: colleague.id } },
      corrected: [{ verdict: 'ruled-out', ruledBy: { id: ofCounty.id } }],
    });
    expect(corrected.history.at(-1)?.effects).toContainEqual({ type: 'tellResponders', params: { what: 'ruled' } });
    expect(JSON.stringify(livestock.reportFacts(corrected.data, zh))).toContain('排除疫病 → 确认疫病');
    expect(fieldsOf(() => rules.checkCorrection({ verdict: 'ruled-out' }, closed.data))).toEqual([
      ['verdict', 'unchanged'],
    ]);
  });

  test('the figures count a case once, as confirmed if anything in it was', () => {
    const suspected = stepped(treated(), act('suspect-epidemic'));
    const confirmed = ruled('confirmed');
    expect([counted(treated()), counted(suspected), counted(ruled('ruled-out')), counted(confirmed)]).toEqual([
      ...[undefined, 'open', 'ruled-out', 'confirmed'],
    ]);
    expect(counted(stepped(confirmed, act('suspect-epidemic')))).toBe('confirmed');
    expect(counted(stepped(confirmed, act('correct-verdict', undefined, { verdict: 'ruled-out' })))).toBe('ruled-out');
  });
});

describe('a second report of the same animals', () => {
  const twins = [{ id: 'b'.repeat(32), number: 'L26-540622-0002', score: 0.9, reasons: ['near'] }];
  const second = () => stepped(begun(), triaged({ duplicates: twins }));
  const effectsOf = ({ history }: LifeRecord) => history.at(-1)?.effects;

  test('is merged by a person, and the case that is kept is told; opened again it is told too', () => {
    const merged = stepped(second(), act('merge'));
    expect([livestock.stage(merged.state), merged.data.duplicateOf?.number]).toEqual(['duplicate', 'L26-540622-0002']);
    expect(effectsOf(merged)).toContainEqual({
      type: 'tellOriginal',
      params: { that: 'merged.in', into: 'b'.repeat(32) },
    });
    expect(possible(livestock.life, merged)).toEqual(['reopen']);
    const reopened = stepped(merged, act('reopen'));
    expect([livestock.stage(reopened.state), reopened.data.duplicateOf]).toEqual(['awaiting', undefined]);
    expect(effectsOf(reopened)).toContainEqual({
      type: 'tellOriginal',
      params: { that: 'merged.out', into: 'b'.repeat(32) },
    });
  });

  test('is no longer merged once an animal was examined', () =>
    expect(possible(livestock.life, caring())).not.toContain('merge'));

  test('kept apart is proposed no more', () => {
    const apart = stepped(second(), act('keep-apart'));
    expect([apart.data.duplicates, apart.data.keptApart]).toEqual([[], ['b'.repeat(32)]]);
    expect(possible(livestock.life, apart)).not.toContain('keep-apart');
  });
});

describe('words', () => {
  test('stand for every field, choice, action and stage, in three languages', () =>
    expect(unnamed(livestock)).toEqual([]));
  test('of mails stand in three languages', () => expect(untranslated(mailWords)).toEqual([]));

  const KINDS = Object.keys(mailWords).flatMap((k) => /^mail\.([a-z-]+)\.subject$/.exec(k)?.[1] ?? []);
  test.each(KINDS.filter((k) => k !== 'reporter'))(
    'a mail of %s is whole, and holds nothing of the reporter',
    (kind) => {
      const about = { data: stepped(begun(), triaged()).data, area: '比如镇', desk: 'https://kora.example/desk/' };
      const more = {
        responder: '扎西',
        on: '2026-11-28',
        purpose: '拆线',
        signs: '水疱',
        verdict: '排除',
        text: '快来',
      };
      const m = mail.parse(letters.staffMail(kind, 'a@x.example', about, { due: AT, more }));
      expect(m.subject + m.text).not.toMatch(/\{\w+\}|mail\.[a-z]|undefined/);
      expect(m.text).not.toContain('13908961234');
      expect(m.text).toContain('过桥右转');
    },
  );
});

describe('the monthly figures', () => {
  test.each(['zh', 'bo', 'en'] as const)('count cases, animals, lives and loss averted (%s)', (language) => {
    const t = translator(language, messages, words);
    const scope = { name: '比如县', from: '2026-11-01', to: '2026-11-30', areaName: (code: string) => code };
    const facts = [stepped(treated(), act('close')), caring(), stepped(begun(), triaged(), act('withdraw'))].map(
      factsOf,
    );
    const { figures, ...told } = tell(bulletin, facts, scope, t);
    expect(figures).toMatchObject({ cases: 2, animals: 3, saved: 2, openCases: 1, lossAvertedFen: 1_800_000 });
    expect(figures).toMatchObject({ minutesToAccept: 0, minutesToLeave: 0, byMonth: [{ month: '2026-11', cases: 2 }] });
    expect(JSON.stringify(told)).not.toMatch(/\{\w+\}|bulletin\.|notice\.|undefined/);
  });
});
