import { describe, expect, test } from 'vitest';
import type { ActorLogic, EventObject, Snapshot } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { actions, isApprover, isOfficer } from '../../functions/tips/actions.ts';
import { effects } from '../../functions/tips/jobs.ts';
import { machine } from '../../functions/tips/machine.ts';
import { somethingToApprove, somethingToRead } from '../../functions/tips/mail.ts';
import { messages } from '../../functions/tips/messages.ts';
import { pageMessages } from '../../functions/tips/page-messages.ts';
import { byMonth, checkAmount, checkReport, figureOf, MOST_MESSAGES } from '../../functions/tips/rules.ts';
import { tipData, tipReport } from '../../functions/tips/schema.ts';
import { tipSettings } from '../../functions/tips/settings.ts';
import { isOpen, life, stageOf, type Tip } from '../../functions/tips/tip.ts';
import type { Actor } from '../../shared/auth.ts';
import { inputSchema } from '../../shared/body.ts';
import { isDomainError } from '../../shared/errors.ts';
import { missingLabels } from '../../shared/form-labels.ts';
import { translator } from '../../shared/i18n.ts';
import { words } from '../../shared/words.ts';
import { decide, possible } from '../../shared/workflow/decide.ts';
import type { Step } from '../../shared/workflow/lifecycle.ts';
import { leaf, leavesOf, runOut } from '../support/paths.ts';
import { having, refused } from '../support/settings.ts';
import { AT, begun, stepOf, stepped, tipWith, UNIT } from '../support/tips.ts';

const t = translator('zh', messages, pageMessages, words);

const thrown = (act: () => unknown): string => {
  try {
    act();
  } catch (e) {
    if (isDomainError(e)) return e.fields[0]?.code ?? e.code;
    throw e;
  }
  return 'nothing';
};

/** Every state name ever released: they are data in the table. */
const RELEASED = [
  'received',
  'handling.assessing',
  'handling.asked',
  'handling.acted',
  'closed.kept',
  'closed.proposed',
  'closed.granted.claimable',
  'closed.granted.claimed',
  'erased',
];

type Event = EventObject & { step: Step };
type State = Snapshot<unknown> & { record: Tip };
const stateOf = (record: Tip): State => ({ status: 'active', output: undefined, error: undefined, record });
const logic: ActorLogic<State, Event> = {
  getInitialSnapshot: () => stateOf(begun()),
  getPersistedSnapshot: (s) => s,
  transition: (s, { step }) => stateOf(decide(life, s.record, step)),
};

const stepsOf = (record: Tip): Step[] => [
  ...possible(life, record).map((type) => stepOf(type)),
  ...(record.state === 'erased' ? [] : [stepOf('read')]),
  ...Object.entries(record.clocks).map(([clock, c]) => stepOf(c.event, { clock })),
];

const paths = () =>
  getShortestPaths(logic, {
    serializeState: ({ record }) => JSON.stringify([record.state, record.data.reward !== undefined]),
    serializeEvent: (e) => JSON.stringify(e.step ?? e.type),
    events: (s) => stepsOf(s.record).map((step) => ({ type: step.type, step })),
  }).map((p) => p.state.record);

describe('the chart', () => {
  test('has the states that were released, and a path to each', () => {
    expect(leavesOf(machine)).toEqual(RELEASED);
    expect(new Set(paths().map((r) => leaf(r.state)))).toEqual(new Set(RELEASED));
  });

  test('every path leaves a record that its schema takes, with a stage that has words and effects that are carried out', () => {
    for (const record of paths()) {
      expect(tipData.parse(record.data)).toEqual(record.data);
      expect(t.has(`stage.${stageOf(record.state)}`)).toBe(true);
      for (const { type } of record.history.flatMap((e) => e.effects))
        expect(type.startsWith('clock.') || type in effects, type).toBe(true);
    }
  });

  test('from every state but the last a deadline or a person leads on, and what has ended is always deleted', () => {
    for (const record of paths()) {
      const ended = stageOf(record.state) === 'kept';
      expect(record.state === 'erased' || stepsOf(record).length > 0).toBe(true);
      expect(Object.keys(record.clocks).some((c) => c.includes('keep'))).toBe(ended);
    }
  });

  test('officers are told again until somebody has read it', () => {
    const again = stepped(begun(), runOut(begun(), 'remind'));
    expect(again.state).toBe('received');
    expect(again.history.at(-1)?.effects.map((e) => e.type)).toContain('tellOfficers');
    expect(Object.keys(stepped(again, 'read').clocks)).toEqual([]);
  });

  test('an answer to a question brings it back to the officers; messages have an end', () => {
    const asked = stepped(begun(), 'read', 'ask');
    expect(stageOf(asked.state)).toBe('asked');
    const answered = stepped(asked, 'reply');
    expect([stageOf(answered.state), answered.data.unread]).toEqual(['assessing', true]);
    const full = stepped(begun(tipWith({ messages: MOST_MESSAGES })), 'read');
    expect(possible(life, full)).toEqual(['act', 'close']);
  });

  test('only what proved true is rewarded, and only once', () => {
    const unfounded = stepped(begun(), 'read', stepOf('close', { input: { outcome: 'unfounded' } }));
    expect(possible(life, unfounded)).not.toContain('propose');
    const paid = stepped(begun(), 'read', 'close', 'propose', 'approve', 'claim', 'pay');
    expect(possible(life, paid)).not.toContain('propose');
    expect(possible(life, paid)).not.toContain('reopen');
    expect(possible(life, stepped(begun(), 'read', 'close', 'propose', 'return'))).toContain('propose');
  });

  test.each([[[]], [['claim']], [['claim', 'withdraw-claim']]])(
    'a reward that is not collected in two months lapses, whatever was claimed (%s)',
    (claims) => {
      const granted = stepped(begun(), 'read', 'close', 'propose', 'approve', ...claims);
      const lapsed = stepped(granted, runOut(granted, 'claimWindow'));
      expect(lapsed.updatedAt).toBe('2026-08-10T16:00:00.000Z'); // the end of 10 August in Asia/Shanghai
      expect([stageOf(lapsed.state), lapsed.data.reward?.lapsed]).toEqual(['kept', true]);
    },
  );

  test('the time to the deletion begins again when the reward has ended', () => {
    const closed = stepped(begun(), 'read', 'close');
    expect(runOut(closed, 'keep').at).toBe('2026-12-07T16:00:00.000Z');
    const later = '2026-07-10T01:00:00.000Z';
    const paid = stepped(closed, 'propose', 'approve', 'claim', stepOf('pay', { at: later }));
    expect(runOut(paid, 'keep').at).toBe('2027-01-06T16:00:00.000Z');
    const erased = stepped(paid, runOut(paid, 'keep'));
    expect(erased.history.at(-1)?.effects.map((e) => e.type)).toContain('erase');
  });
});

const actor = (...roles: Actor['roles']): Actor => ({ id: 'x@kora.example', name: 'x', roles });

describe('who may', () => {
  const officer = { unit: UNIT, role: 'tip-officer' as const };
  test.each([
    ['a tip officer of the unit', actor(officer), true],
    ['one of another unit', actor({ unit: 'other', role: 'tip-officer' }), false],
    ['one who also administers the unit', actor(officer, { unit: UNIT, role: 'admin' }), false],
    ['one who administers any other unit', actor(officer, { unit: 'kora-platform', role: 'admin' }), false],
    ['an official of the unit', actor({ unit: UNIT, role: 'official' }), false],
    ['its first secretary', actor({ unit: UNIT, role: 'first-secretary' }), false],
    ['an approver', actor({ unit: UNIT, role: 'approver' }), false],
  ])('read: %s', (_, who, may) => expect(isOfficer(who, UNIT)).toBe(may));

  test('approve: a tip officer or an approver of the unit, never an administrator', () => {
    expect(isApprover(actor(officer), UNIT)).toBe(true);
    expect(isApprover(actor({ unit: UNIT, role: 'approver' }), UNIT)).toBe(true);
    expect(isApprover(actor({ unit: UNIT, role: 'approver' }, { unit: UNIT, role: 'admin' }), UNIT)).toBe(false);
    expect(isApprover(actor({ unit: UNIT, role: 'official' }), UNIT)).toBe(false);
  });

  test('who proposed cannot approve, who approved cannot pay', () => {
    const granted = stepped(begun(), 'read', 'close', 'propose', 'approve').data;
    expect(actions.approve?.notBy?.(granted)).toEqual(['migmar@lhasa-anti-drug.kora.example']);
    expect(actions.return?.notBy?.(granted)).toEqual(['migmar@lhasa-anti-drug.kora.example']);
    expect(actions.pay?.notBy?.(granted)).toEqual(['wangjun@lhasa-anti-drug.kora.example']);
  });

  test('the sender does what the receipt allows and nothing of the unit’s', () => {
    const senders = Object.keys(actions).filter((a) => actions[a]?.byReporter);
    expect(senders).toEqual(['reply', 'claim', 'withdraw-claim']);
  });
});

describe('rules', () => {
  test('what was seen lies not in the future', () => {
    const report = tipReport.parse({ matter: 'growing', county: '540102', place: 'x', account: 'y' });
    expect(thrown(() => checkReport({ ...report, seenOn: '2026-06-10' }, AT))).toBe('nothing');
    expect(thrown(() => checkReport({ ...report, seenOn: '2026-06-11' }, AT))).toBe('future');
  });

  test('a reward stays within what the unit pays', () => {
    expect(thrown(() => checkAmount({ amountFen: 500_000 }, tipWith()))).toBe('nothing');
    expect(thrown(() => checkAmount({ amountFen: 500_001 }, tipWith()))).toBe('too-large');
  });

  test('figures add up by month', () => {
    const of = (month: string, outcome?: 'founded' | 'passed-on') => figureOf({ month, outcome, rewarded: false });
    expect(byMonth([of('2026-07'), of('2026-06', 'founded'), of('2026-06', 'passed-on')])).toEqual([
      { month: '2026-06', received: 2, founded: 1, unfounded: 0, passedOn: 1, open: 0, rewarded: 0 },
      { month: '2026-07', received: 1, founded: 0, unfounded: 0, passedOn: 0, open: 1, rewarded: 0 },
    ]);
  });

  test.each(['name', 'phone', 'email', 'reporter', 'language', 'coordinates'])('the form has no %s', (field) => {
    const given = { matter: 'growing', county: '540102', place: 'x', account: 'y', [field]: 'z' };
    expect(tipReport.safeParse(given).success).toBe(false);
  });

  test('lists hold neither text nor place, figures a month and no more', () => {
    for (const record of paths()) {
      const index = JSON.stringify(life.index(record));
      expect(index).not.toContain(record.data.account);
      expect(index).not.toContain(record.data.place);
    }
    expect(JSON.stringify(life.index(begun()).facts)).toBe('{"month":"2026-06","rewarded":false}');
    const closed = stepped(begun(), 'read', 'close');
    expect([closed, stepped(closed, 'reply'), stepped(closed, 'reply', 'read')].map(isOpen)).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('what a unit may choose', () => {
  test.each(['P0D', 'P1M', 'PT0H', '1 day', ''])('is no time to remind after: %s', (remind) =>
    expect(refused(tipSettings, { remind })).toHaveLength(1),
  );
  test.each(['P0D', 'PT5M', 'for ever'])('is no time to keep: %s', (keep) =>
    expect(refused(tipSettings, { keep })).toHaveLength(1),
  );
  test.each([{ keep: 'P1Y' }, { keep: 'P7M' }, { keep: 'P190D' }, { claimWindow: 'P1M' }, { claimWindow: 'P60D' }])(
    'breaks nothing that the page promises: %j',
    (chosen) => expect(refused(tipSettings, chosen)).toHaveLength(1),
  );
  test.each([{ keep: 'P6M' }, { keep: 'P30D' }, { claimWindow: 'P3M' }])('may do better: %j', (chosen) =>
    expect(having(tipSettings, chosen)).toMatchObject(chosen),
  );
  test('has defaults that say that the amount is an example', () =>
    expect(having(tipSettings)).toMatchObject({ keep: 'P180D', claimWindow: 'P2M', marking: 'example' }));
});

describe('words', () => {
  test.each(['zh', 'bo', 'en'] as const)('every form has its labels in %s', (language) => {
    const own = translator(language, messages, pageMessages, words);
    expect(missingLabels(inputSchema(tipReport), own, 'tip')).toEqual([]);
    for (const [action, { input }] of Object.entries(actions)) {
      expect(missingLabels(inputSchema(input), own, action), action).toEqual([]);
      expect(own.has(`action.${action}`), action).toBe(true);
    }
  });

  test('mail says that there is something, in the same words whatever it is', () => {
    for (const made of [somethingToRead, somethingToApprove]) {
      const mail = made('migmar@lhasa-anti-drug.kora.example', t, 'https://kora.example/desk/tips/');
      expect(Object.keys(mail).sort()).toEqual(['language', 'link', 'subject', 'text', 'to']);
      expect(mail.text).not.toMatch(/\{|罂粟|540/);
      expect(mail.link?.url).toBe('https://kora.example/desk/tips/');
    }
  });
});
