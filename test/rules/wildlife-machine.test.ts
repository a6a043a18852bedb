import { describe, expect, test } from 'vitest';
import { animalMachine } from '../../functions/wildlife/animal.ts';
import { stage, wildlife } from '../../functions/wildlife/case.ts';
import { effects } from '../../functions/wildlife/jobs.ts';
import { machine } from '../../functions/wildlife/machine.ts';
import { messages } from '../../functions/wildlife/messages.ts';
import { decide, possible } from '../../shared/workflow/decide.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { clocksOf, leavesOf } from '../support/paths.ts';
import { AT, begun, INPUTS, KNOWN, stepped, triaged } from '../support/wildlife.ts';
import { explored, walks } from '../support/wildlife-paths.ts';

const act = (type: string, part?: string) => ({ type, parts: part ? [part] : undefined, input: INPUTS[type] });
const effectsOf = (record: LifeRecord) => record.history.at(-1)?.effects.map((e) => e.type) ?? [];

const waiting = () => stepped(begun(), triaged());
const responding = () => stepped(waiting(), act('accept'));
const caring = () => stepped(responding(), act('arrive'), act('assess'));
const deadlineOf = (record: LifeRecord) => {
  const [clock, c] = Object.entries(record.clocks)[0] ?? [];
  return { type: c?.event ?? '', clock, parts: c?.parts, by: { kind: 'system' as const, id: 'kora' } };
};

describe('what the charts reach', () => {
  const found = explored();

  test('is every state of both charts', () => {
    expect([...found.caseStates].sort()).toEqual(leavesOf(machine).sort());
    expect([...found.animalStates].sort()).toEqual(leavesOf(animalMachine).sort());
  });

  test('has an effect handler for every effect, and a word for every stage and deadline', () => {
    const known = new Set([...Object.keys(effects), 'clock.set', 'clock.clear']);
    expect([...found.effects].filter((e) => !known.has(e))).toEqual([]);
    for (const code of found.stages) expect(messages).toHaveProperty([`stage.${code}`]);
    for (const code of found.partStages) expect(messages).toHaveProperty([`part.${code}`]);
    for (const name of ['acceptance', 'reminder', 'arrival', 'review', 'transport'])
      expect(messages).toHaveProperty([`clock.${name}`]);
  });

  test('keeps exactly the clocks of the state it is in, but for one that has just run out without moving it', () => {
    for (const { record } of walks()) {
      const { event = '', from, to } = record.history.at(-1) ?? {};
      const ranOut = JSON.stringify(from) === JSON.stringify(to) && event.includes('.arrival.') ? event : undefined;
      expect(Object.keys(record.clocks).sort()).toEqual(
        clocksOf(wildlife.life, record)
          .filter((c) => c !== ranOut)
          .sort(),
      );
    }
  });

  test('stays what the schema says', () => {
    for (const { record } of walks()) expect(wildlife.life.data.safeParse(record.data).error).toBeUndefined();
  });
});

describe('triage', () => {
  test('asks for itself the moment a report arrives', () =>
    expect(effectsOf(begun())).toEqual(['triage', 'tellReporter']));

  test('places the case, asks the team, starts the clock; a second one is refused', () => {
    const record = waiting();
    expect(record.state).toEqual({ awaiting: 'team' });
    expect(effectsOf(record)).toEqual(['lookAgain', 'askToAccept', 'clock.set']);
    expect(record.data).toMatchObject({ number: 'W26-540423-0001', unit: 'beibeng-rangers', urgency: 'urgent' });
    expect(() => stepped(record, triaged())).toThrow(expect.objectContaining({ code: 'not-possible' }));
  });

  test('raises the alarm of a cluster at once', () =>
    expect(effectsOf(stepped(begun(), triaged({ cluster: ['a', 'b'] })))).toContain('raiseClusterAlarm'));
});

describe('acceptance', () => {
  test('escalates from the team to the official to the lead, who is asked again and again', () => {
    const official = stepped(waiting(), deadlineOf(waiting()));
    const lead = stepped(official, deadlineOf(official));
    const again = stepped(lead, deadlineOf(lead));
    expect([official, lead, again].map((r) => r.state)).toEqual([
      { awaiting: 'official' },
      { awaiting: 'lead' },
      { awaiting: 'lead' },
    ]);
    for (const r of [official, lead, again]) expect(effectsOf(r)).toContain('askToAccept');
    expect(Object.values(lead.clocks)[0]?.due).toBe(new Date(Date.parse(AT) + 14_400_000).toISOString());
  });

  test.each([
    ['critical', 15],
    ['urgent', 30],
    ['normal', 120],
  ] as const)('of a %s case runs %i minutes', (urgency, minutes) => {
    const record = stepped(begun(), triaged({ urgency, delays: { acceptance: minutes * 60_000 } }));
    expect(Object.values(record.clocks)[0]?.due).toBe(new Date(Date.parse(AT) + minutes * 60_000).toISOString());
  });

  test('stops the clock, and starts the one for arriving', () => {
    const record = responding();
    expect(record.state).toEqual({ responding: 'preparing' });
    expect(record.data.responder).toMatchObject({ name: '桑杰' });
    expect(Object.keys(record.clocks)).toEqual(['xstate.after.arrival.wildlife.responding.preparing']);
  });

  test('of an animal that was handed in is on site at once', () => {
    const reporter = { name: '卓玛', phone: '13800000000', address: '背崩村' };
    const record = stepped(begun({ intake: 'hand-in', reporter }), triaged(), act('accept'));
    expect(record.state).toEqual({ responding: 'onSite' });
    expect(record.data).toMatchObject({ departedAt: AT, arrivedAt: AT });
  });

  test('handed back goes to the officials; given to another unit it begins anew there', () => {
    const back = stepped(responding(), act('hand-back'));
    expect([back.state, back.data.responder, back.data.acceptedAt]).toEqual([
      { awaiting: 'official' },
      undefined,
      undefined,
    ]);
    const moved = stepped(responding(), act('reassign'));
    expect([moved.state, moved.data.unit]).toEqual([{ awaiting: 'team' }, 'dexing-rangers']);
  });
});

describe('an animal', () => {
  const of = (...steps: ReturnType<typeof act>[]) => stepped(caring(), ...steps);
  const animal = (record: LifeRecord) => (record.data as { animals: Record<string, unknown>[] }).animals[0];

  test('each assessed one gets a chart of its own', () => {
    const record = stepped(caring(), { type: 'assess', input: { ...KNOWN, condition: 'dead', count: 2 } });
    expect(record.data.animals.map((a) => [a.id, a.state, a.outcome])).toEqual([
      ['a1', 'inCare', undefined],
      ['a2', { dead: 'awaitingInspection' }, 'found_dead'],
      ['a3', { dead: 'awaitingInspection' }, 'found_dead'],
    ]);
  });

  test('the first assessment settles what the case is about, and that somebody is there', () => {
    const record = stepped(responding(), { type: 'assess', input: { ...KNOWN, condition: 'weak', count: 1 } });
    expect(record.data).toMatchObject({ arrivedAt: AT, identification: { status: 'settled', nameZh: '红头咬鹃' } });
    const more = stepped(record, {
      type: 'assess',
      input: { nameZh: '野猪', classCode: 'none', condition: 'weak', count: 1 },
    });
    expect(more.data.identification).toMatchObject({ nameZh: '红头咬鹃' });
  });

  test('transport that does not arrive alarms, and can still arrive', () => {
    const started = of(act('start-transport', 'a1'));
    const [[id, clock] = []] = Object.entries(started.clocks).filter(([, c]) => c.parts?.[0] === 'a1');
    expect(clock?.due).toBe(new Date(Date.parse(AT) + 105 * 60_000).toISOString());
    const overdue = stepped(started, { type: clock?.event ?? '', clock: id, parts: ['a1'] });
    expect([animal(overdue)?.state, effectsOf(overdue)]).toEqual([{ inTransport: 'overdue' }, ['alarmTransport']]);
    expect(animal(stepped(overdue, act('end-transport', 'a1')))).toMatchObject({
      state: 'inCare',
      legs: [{ arrivedAt: AT }],
    });
  });

  test.each([
    ['institute', 'transferred_to_institute'],
    ['rescue-centre', 'transferred_to_rescue_centre'],
  ])('taken in by an %s is %s', (kind, outcome) => {
    const asked = of(act('request-transfer', 'a1'));
    expect(effectsOf(asked)).toContain('inviteReceiver');
    const taken = stepped(asked, { type: 'accept-transfer', parts: ['a1'], input: { kind } });
    expect([animal(taken)?.outcome, effectsOf(taken)]).toEqual([outcome, ['transferAnswered']]);
  });

  test('declined is in care again', () =>
    expect(animal(of(act('request-transfer', 'a1'), act('decline-transfer', 'a1')))).toMatchObject({
      state: 'inCare',
      transfer: undefined,
    }));

  test('dead needs inspection, then disposal, before the case can close', () => {
    const dead = of(act('record-death', 'a1'));
    expect(possible(wildlife.life, dead)).not.toContain('close');
    const inspected = stepped(dead, act('inspect', 'a1'));
    expect(possible(wildlife.life, inspected)).not.toContain('close');
    const disposed = stepped(inspected, act('dispose', 'a1'));
    expect(possible(wildlife.life, disposed)).toContain('close');
    expect(() => stepped(dead, act('dispose', 'a1'))).toThrow();
  });

  test('corrected is in care again, and the case open', () => {
    const closed = of(act('release', 'a1'), act('close'));
    expect(effectsOf(closed)).toEqual(expect.arrayContaining(['considerReward', 'tellReporter']));
    expect(() => stepped(closed, act('revise', 'a1'))).toThrow();
    const reopened = stepped(closed, act('reopen'));
    expect([stage(reopened.state), effectsOf(reopened)]).toEqual(['caring', expect.arrayContaining(['holdReward'])]);
    const revised = stepped(reopened, act('revise', 'a1'));
    expect(animal(revised)).toMatchObject({ state: 'inCare', outcome: undefined, release: undefined });
    expect(possible(wildlife.life, revised)).not.toContain('close');
  });
});

describe('a duplicate', () => {
  const twins = [{ id: 'b'.repeat(32), number: 'W26-540423-0002', score: 0.9, reasons: ['near'] }];

  test('is merged by a person, and the case that is kept is told; opened again it is told too', () => {
    const merged = stepped(stepped(begun(), triaged({ duplicates: twins })), act('merge'));
    expect([stage(merged.state), merged.data.duplicateOf?.number]).toEqual(['duplicate', 'W26-540423-0002']);
    expect(merged.history.at(-1)?.effects).toContainEqual({
      type: 'tellOriginal',
      params: { that: 'merged.in', into: 'b'.repeat(32) },
    });
    expect(possible(wildlife.life, merged)).toEqual(['reopen']);
    const reopened = stepped(merged, act('reopen'));
    expect(reopened.data.duplicateOf).toBeUndefined();
    expect(reopened.history.at(-1)?.effects).toContainEqual({
      type: 'tellOriginal',
      params: { that: 'merged.out', into: 'b'.repeat(32) },
    });
  });

  test('kept apart is proposed no more', () => {
    const record = stepped(begun(), triaged({ duplicates: twins }));
    const apart = stepped(record, act('keep-apart'));
    expect([apart.data.duplicates, apart.data.keptApart]).toEqual([[], ['b'.repeat(32)]]);
    expect(possible(wildlife.life, apart)).not.toContain('keep-apart');
    expect(effectsOf(apart)).toEqual([]);
  });

  test('merged in after the end has its reporter considered', () => {
    const closed = stepped(caring(), act('release', 'a1'), act('close'));
    const record = decide(wildlife.life, closed, {
      type: 'merged.in',
      at: AT,
      by: { kind: 'system', id: 'kora' },
      input: { id: 'c' },
    });
    expect([record.data.merged.length, effectsOf(record)]).toEqual([1, ['considerReward']]);
  });
});
