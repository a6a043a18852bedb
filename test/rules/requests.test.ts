import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tell } from '../../functions/cases/bulletin-told.ts';
import { bulletin } from '../../functions/requests/bulletin.ts';
import { factsOf, request } from '../../functions/requests/case.ts';
import { consultationMachine } from '../../functions/requests/consultation.ts';
import { effects } from '../../functions/requests/jobs.ts';
import { letters } from '../../functions/requests/mail.ts';
import { mailWords } from '../../functions/requests/mail-words.ts';
import { messages } from '../../functions/requests/messages.ts';
import * as rules from '../../functions/requests/rules.ts';
import type { Kind } from '../../functions/requests/schema.ts';
import { requestSettings } from '../../functions/requests/settings.ts';
import type { Actor, Role } from '../../shared/auth.ts';
import { translator } from '../../shared/i18n.ts';
import { mail } from '../../shared/mail.ts';
import { dateOf, plus } from '../../shared/time.ts';
import { words } from '../../shared/words.ts';
import { possible } from '../../shared/workflow/decide.ts';
import { openTo, REPORTER, staffDoer } from '../../shared/workflow/open-actions.ts';
import { localDays, NO_LOCAL_DAYS, workingDay } from '../../shared/working-days.ts';
import { clocksOf, leavesOf, reached, shortestWalks } from '../support/paths.ts';
import { AT, aReport, begun, graph, INPUTS, PHURBU, stepped, triaged } from '../support/requests.ts';
import { having } from '../support/settings.ts';
import { unnamed, untranslated } from '../support/words.ts';

const own = having(requestSettings);
const act = (type: string, input = INPUTS[type]) => ({ type, input });

describe('by when a request is answered', () => {
  test.each<[Kind, string, string]>([
    ['question', '2026-11-24T10:00:00+08:00', '2026-11-26T00:00:00+08:00'],
    ['help', '2026-11-24T10:00:00+08:00', '2026-12-02T00:00:00+08:00'],
    ['suggestion', '2026-11-24T23:59:00+08:00', '2026-12-02T00:00:00+08:00'],
    ['complaint', '2026-11-24T10:00:00+08:00', '2026-12-09T00:00:00+08:00'],
    ['urgent', '2026-11-24T10:00:00+08:00', '2026-11-24T12:00:00+08:00'],
    ['question', '2026-09-30T10:00:00+08:00', '2026-10-09T00:00:00+08:00'], // the National Day's week lies between
    ['help', '2026-10-08T10:00:00+08:00', '2026-10-15T00:00:00+08:00'], // Saturday 10 October makes up for it
  ])('%s that came in at %s: %s', (kind, at, due) =>
    expect(rules.dueOf(kind, new Date(at).toISOString(), own, NO_LOCAL_DAYS)).toBe(new Date(due).toISOString()),
  );

  test('the Tibetan New Year of Lhasa is not counted', () => {
    const losar = localDays.parse({ off: [{ name: '藏历新年', from: '2026-02-24', to: '2026-02-26' }] });
    const due = (local: typeof losar) => rules.dueOf('question', '2026-02-13T02:00:00.000Z', own, local);
    expect(due(NO_LOCAL_DAYS)).toBe('2026-02-14T16:00:00.000Z');
    const later = (local: typeof losar) => rules.dueOf('question', '2026-02-14T02:00:00.000Z', own, local);
    expect([later(NO_LOCAL_DAYS), later(losar)]).toEqual(['2026-02-24T16:00:00.000Z', '2026-02-27T16:00:00.000Z']);
  });

  test('is always the end of a working day, and an extension is later still', () =>
    fc.assert(
      fc.property(
        fc.constantFrom<Kind>('question', 'help', 'suggestion', 'complaint'),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 15 }),
        (kind, at, days) => {
          const due = rules.dueOf(kind, at.toISOString(), own, NO_LOCAL_DAYS);
          const extended = rules.extendedFrom(due, days, NO_LOCAL_DAYS);
          for (const end of [due, extended]) expect(workingDay(dateOf(plus(end, -1)))).toBe(true);
          expect(due > at.toISOString() && extended > due).toBe(true);
        },
      ),
    ));
});

const call = (result: string, at: string) => ({ type: 'record-call', at, input: { ...INPUTS['record-call'], result } });
const answered = () => stepped(begun(), triaged(), act('take'), act('answer'));

describe('the call-back', () => {
  const DAYS = [
    '2026-11-25T02:00:00.000Z',
    '2026-11-25T09:00:00.000Z',
    '2026-11-26T02:00:00.000Z',
    '2026-11-27T02:00:00.000Z',
  ];
  const missed = (n: number) => stepped(answered(), ...DAYS.slice(0, n).map((at) => call('no-answer', at)));

  test('ends the request only with the third attempt on a different day', () => {
    expect([1, 2, 3, 4].map((n) => request.stage(missed(n).state))).toEqual([
      ...['answered', 'answered', 'answered'],
      'unreached',
    ]);
  });

  test('ends it when the person says so, by telephone or by the receipt, with a rating', () => {
    const said = stepped(answered(), { ...call('settled', AT), input: { result: 'settled', rating: 4 } });
    const pressed = stepped(answered(), act('settle'));
    expect([said, pressed].map((r) => [request.stage(r.state), r.data.rating])).toEqual([
      ['settled', 4],
      ['settled', 5],
    ]);
  });

  test('opens it again where it is not settled, with a deadline and a count of its own, under the same lead', () => {
    for (const again of [stepped(answered(), call('not-settled', AT)), stepped(answered(), act('not-settled'))]) {
      expect(request.stage(again.state)).toBe('working');
      expect(again.data).toMatchObject({ reopened: 1, late: false, responder: { id: PHURBU.id } });
      expect(Object.keys(again.clocks)).toEqual(clocksOf(request.life, again));
    }
  });

  test('after it was opened again counts attempts anew', () => {
    const again = stepped(missed(3), act('not-settled'), { ...act('answer'), at: '2026-11-26T03:00:00.000Z' });
    const twice = stepped(
      again,
      call('no-answer', '2026-11-27T02:00:00.000Z'),
      call('no-answer', '2026-11-28T02:00:00.000Z'),
    );
    expect(request.stage(twice.state)).toBe('answered');
  });

  test('whoever could not be reached may still say that it is not settled', () =>
    expect(openTo(request.life, missed(4), REPORTER)).toContain('not-settled'));

  test('is no matter of the unit alone: nothing else closes an answered request', () =>
    expect(possible(request.life, answered()).sort()).toEqual(
      ['add-information', 'not-settled', 'record-call', 'settle'].sort(),
    ));
});

const person = (id: string, unit: string, role: Role): Actor => ({ id, name: id, roles: [{ unit, role }] });
const worker = person('zhangli@jiarong.kora.example', 'jiarong-community', 'worker');
const lead = person(PHURBU.id, 'jiarong-community', 'worker');
const secretary = person('dekyi.wangmo@jiarong.kora.example', 'jiarong-community', 'first-secretary');
const elsewhere = person('x@platform.kora.example', 'kora-platform', 'official');
const may = (record: ReturnType<typeof begun>, actor: Actor) => openTo(request.life, record, staffDoer(actor));

describe('the unit that has a request', () => {
  const working = () => stepped(begun(), triaged(), act('take'));

  test('keeps it: nothing gives it to another unit, but where no route led', () => {
    expect(possible(request.life, stepped(begun(), triaged()))).not.toContain('reassign');
    expect(possible(request.life, working())).not.toContain('reassign');
    expect(possible(request.life, stepped(begun(), triaged({ unrouted: true })))).toContain('reassign');
  });

  test('has one lead, who answers; its first secretary may name another and extend', () => {
    expect(may(working(), lead)).toEqual(expect.arrayContaining(['answer', 'consult']));
    expect(may(working(), worker)).not.toContain('answer');
    expect(may(working(), lead)).not.toContain('extend');
    expect(may(working(), secretary)).toEqual(expect.arrayContaining(['extend', 'assign-lead']));
    const other = stepped(working(), act('assign-lead'));
    expect(may(other, worker)).toContain('answer');
  });

  test('extends once, with a reason, and not when it is late', () => {
    const extended = stepped(working(), act('extend'));
    expect(extended.data.extension).toMatchObject({ workingDays: 3, reason: '等配件' });
    expect(possible(request.life, extended)).not.toContain('extend');
    const [clock, running] = Object.entries(working().clocks).find(([id]) => id.includes('.answer.')) ?? [];
    const late = stepped(working(), { type: running?.event ?? '', clock });
    expect(late.data.late).toBe(true);
    expect(possible(request.life, late)).not.toContain('extend');
    expect(Object.values(extended.clocks)[0]?.due).toBe(INPUTS.extend?.answerBy);
  });

  test('consults others, who give an opinion and nothing more', () => {
    const asked = stepped(working(), act('consult'));
    expect(openTo(request.life, asked, staffDoer(elsewhere), asked.data.consultations as never)).toEqual([
      'give-opinion',
    ]);
    expect(may(asked, elsewhere)).toEqual([]);
    const given = stepped(asked, { ...act('give-opinion'), parts: ['c1'] });
    expect(given.data.consultations[0]).toMatchObject({ state: 'given', opinion: '归物业' });
    expect(request.stage(given.state)).toBe('working');
  });

  test.each<[Record<string, unknown>, number]>([
    [{ reporter: {} }, 1],
    [{ reporter: { email: 'a@x.example' } }, 0],
  ])('can call back: %j', (change, wrong) => {
    const check = () => rules.checkReport(aReport(change));
    if (wrong) expect(check).toThrow();
    else expect(check).not.toThrow();
  });
});

describe('the charts', () => {
  const found = reached(request.life, shortestWalks(graph()));

  test('are reached in every state', () => {
    expect(found.states).toEqual(leavesOf(request.life.machine).sort());
    expect(found.partStates).toEqual(leavesOf(consultationMachine).sort());
  });

  test('have a handler for every effect, and a word for every stage and deadline', () => {
    const known = new Set([...Object.keys(effects), 'clock.set', 'clock.clear']);
    expect([...found.effects].filter((e) => !known.has(e))).toEqual([]);
    for (const { state } of found.records) expect(messages).toHaveProperty([`stage.${request.stage(state)}`]);
    for (const name of ['take', 'reminder', 'answer', 'callBack']) expect(messages).toHaveProperty([`clock.${name}`]);
  });

  test('keep exactly the clocks of the state they are in, but for the answer’s once it is late', () => {
    for (const record of found.records) {
      const expected = clocksOf(request.life, record).filter((c) => !(record.data.late && c.includes('.answer.')));
      expect(Object.keys(record.clocks).sort()).toEqual(expected.sort());
      expect(request.life.data.safeParse(record.data).error).toBeUndefined();
    }
  });
});

test('who asked hears that somebody has it in hand, whether a colleague took it or was named', () => {
  const heard = (...steps: Parameters<typeof stepped>[1][]) =>
    stepped(begun(), triaged(), ...steps)
      .history.at(-1)
      ?.effects.filter((e) => e.type === 'tellReporter')
      .map((e) => e.params?.stage);
  expect([heard(act('take')), heard(act('assign-lead'))]).toEqual([['working'], ['working']]);
  expect(heard(act('take'), act('assign-lead'))).toEqual([]); // another lead is no news to them
  expect(heard(act('take'), act('answer'), act('not-settled'))).toEqual(['working']);
});

test('the answer, and why it takes longer, are told where people look: first on their page, and in their mail', () => {
  const t = translator('zh', messages, words);
  const extended = stepped(begun(), triaged(), act('take'), act('extend'));
  const answered = stepped(extended, act('answer'));
  const mailed = (stage: string, { data }: typeof answered) =>
    letters.reporterMail('a@x.example', stage, data, 'https://kora.example/status/').text;
  const page = ({ data, state }: typeof answered) => request.told?.(data, request.stage(state), t).map((x) => x.value);
  expect([page(extended), page(answered)]).toEqual([['3 个工作日：等配件'], ['灯已换好']]);
  expect(mailed('extended', extended)).toContain('延期：3 个工作日：等配件');
  expect(mailed('answered', answered)).toContain('答复：灯已换好');
  expect(page(stepped(answered, act('not-settled')))).toEqual([]);
});

describe('words', () => {
  test('stand for every field, choice, action and stage, in three languages', () =>
    expect(unnamed(request)).toEqual([]));
  test('of mails stand in three languages', () => expect(untranslated(mailWords)).toEqual([]));

  const KINDS = Object.keys(mailWords).flatMap((k) => /^mail\.([a-z-]+)\.subject$/.exec(k)?.[1] ?? []);
  test.each(KINDS.filter((k) => k !== 'reporter'))(
    'a mail of %s is whole, and holds nothing of the reporter',
    (kind) => {
      const about = { data: stepped(begun(), triaged()).data, area: '两岛街道', desk: 'https://kora.example/desk/' };
      const more = { from: '加荣社区', question: '归谁管', opinion: '归物业', reason: '没好', text: '还有' };
      const m = mail.parse(letters.staffMail(kind, 'a@x.example', about, { due: AT, more }));
      expect(m.subject + m.text).not.toMatch(/\{\w+\}|mail\.[a-z]|undefined/);
      expect(m.text).not.toContain('13908911234');
    },
  );
});

test.each(['zh', 'bo', 'en'] as const)('the figures count what people said (%s)', (language) => {
  const t = translator(language, messages, words);
  const scope = { name: '城关区', from: '2026-11-01', to: '2026-11-30', areaName: (code: string) => code };
  const settled = stepped(answered(), call('not-settled', AT), act('answer'), act('settle'));
  const { figures, ...told } = tell(bulletin, [settled, answered()].map(factsOf), scope, t);
  expect(figures).toMatchObject({ cases: 2, settled: 1, reopened: 1, late: 0, rating: 5, openCases: 1 });
  expect(JSON.stringify(told)).not.toMatch(/\{\w+\}|bulletin\.|notice\.|undefined/);
});
