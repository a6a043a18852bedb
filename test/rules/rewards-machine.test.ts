import { describe, expect, test } from 'vitest';
import type { ActorLogic, AnyStateNode, EventObject, Snapshot } from 'xstate';
import { getShortestPaths, toDirectedGraph } from 'xstate/graph';
import { actions } from '../../functions/rewards/actions.ts';
import { effects } from '../../functions/rewards/jobs.ts';
import { machine } from '../../functions/rewards/machine.ts';
import { messages } from '../../functions/rewards/messages.ts';
import { isOpen, life, type Reward, stageOf } from '../../functions/rewards/reward.ts';
import { movementOf } from '../../functions/rewards/rules.ts';
import { rewardData, rewardInput } from '../../functions/rewards/schema.ts';
import { inputSchema } from '../../shared/body.ts';
import { missingLabels } from '../../shared/form-labels.ts';
import { translator } from '../../shared/i18n.ts';
import { words } from '../../shared/words.ts';
import { decide, possible } from '../../shared/workflow/decide.ts';
import { type Step, SYSTEM } from '../../shared/workflow/lifecycle.ts';
import { runOut } from '../support/paths.ts';
import { APPROVER, AT, again, begun, contentWith, factsWith, STEPS, snake, stepped } from '../support/rewards.ts';

/**
 * Every state and every deadline ever released. They are data in the table for months: renaming or removing one needs a
 * mapping of the stored ones first. New ones are added here; none is taken out.
 */
const RELEASED = {
  states: [
    'reward.considered',
    'reward.notEligible',
    'reward.eligible',
    'reward.proposed',
    'reward.claimable',
    'reward.claimable.open',
    'reward.claimable.reminded',
    'reward.claimed',
    'reward.held',
    'reward.paid',
    'reward.paid.kept',
    'reward.paid.forgotten',
    'reward.refused',
    'reward.lapsed',
  ],
  deadlines: [
    'xstate.after.claimWindow.reward.claimable',
    'xstate.after.reminder.reward.claimable.open',
    'xstate.after.keepPayee.reward.paid.kept',
  ],
};

const other = contentWith({ animals: [{ ...snake, class: 'protected' }] });
const nothing = contentWith({ animals: [{ ...snake, outcome: 'found_dead' }] });

type State = Snapshot<unknown> & { record: Reward };
type StepEvent = EventObject & { step: Step };

const stateOf = (record: Reward): State => ({ status: 'active', output: undefined, error: undefined, record });
const logic: ActorLogic<State, StepEvent> = {
  getInitialSnapshot: () => stateOf(begun()),
  getPersistedSnapshot: (s) => s,
  transition: (s, { step }) => stateOf(decide(life, s.record, step)),
};

/** Everything that may happen to a reward now: people’s actions, what the system finds, its deadlines. */
const stepsOf = (record: Reward): Step[] => {
  const asked = [...possible(life, record), 'hold'].map((type) => ({ type, at: AT, by: SYSTEM, ...STEPS[type] }));
  const found = [contentWith(), other, nothing].map((c) => again(c));
  const due = Object.entries(record.clocks).map(([clock, c]) => ({ type: c.event, at: c.due, by: SYSTEM, clock }));
  return [...asked, ...found, ...due].filter((step) => {
    try {
      decide(life, record, step);
      return true;
    } catch {
      return false;
    }
  });
};

const key = ({ record: { state, data } }: State): string =>
  JSON.stringify([state, data.digest, data.held?.from, data.questioned?.digest, data.notice?.code, !!data.payee]);

const walked = getShortestPaths(logic, {
  events: (s) => stepsOf(s.record).map((step) => ({ type: JSON.stringify([step.type, step.input]), step })),
  serializeState: (s) => key(s as State),
  serializeEvent: (e) => e.type,
  limit: 5000,
}).map((p) => p.steps.map((s) => s.state.record).concat(p.state.record));

const records = walked.map((path) => path.at(-1) as Reward);

const leavesOf = (node: AnyStateNode): string[] => {
  const children = Object.values(node.states);
  return children.length === 0 ? [node.id] : children.flatMap(leavesOf);
};
const idsBelow = (n: ReturnType<typeof toDirectedGraph>): string[] => n.children.flatMap((c) => [c.id, ...idsBelow(c)]);
const leafOf = ({ state }: Reward): string =>
  typeof state === 'string'
    ? `reward.${state}`
    : Object.entries(state as object)
        .map(([a, b]) => `reward.${a}.${b}`)
        .join();

describe('the chart', () => {
  test('has every released state and deadline, and lists the new ones here', () => {
    expect(idsBelow(toDirectedGraph(machine)).sort()).toEqual([...RELEASED.states].sort());
    expect(machine.events.filter((e) => e.startsWith('xstate.after.')).sort()).toEqual([...RELEASED.deadlines].sort());
  });

  test('reaches every state in which it can rest', () => {
    expect(walked.length).toBeGreaterThan(50);
    const reached = new Set([...records, begun(nothing)].map(leafOf));
    const resting = leavesOf(machine.root).filter((id) => id !== 'reward.considered');
    expect([...reached].sort()).toEqual(resting.sort());
  });

  test('has a handler for every effect, and words for every stage, deadline and mail', () => {
    const all = records.flatMap((r) => r.history.flatMap((e) => e.effects));
    for (const { type, params } of all) {
      expect([...Object.keys(effects), 'clock.set', 'clock.clear']).toContain(type);
      if (!type.startsWith('tell')) continue;
      const prefix = type === 'tellReporter' ? 'mail.reporter' : 'mail.reward';
      for (const end of ['', '.subject']) expect(messages).toHaveProperty([`${prefix}.${params?.about}${end}`]);
    }
    for (const r of records) {
      expect(messages).toHaveProperty([`stage.${stageOf(r.state)}`]);
      expect(messages).toHaveProperty([`reporter.${stageOf(r.state)}`]);
    }
    for (const clock of ['claimWindow', 'reminder', 'keepPayee']) expect(messages).toHaveProperty([`clock.${clock}`]);
  });
});

describe('on every way through it', () => {
  const everyStep = (check: (before: Reward, after: Reward) => void) => {
    for (const path of walked) for (let i = 1; i < path.length; i++) check(path[i - 1] as Reward, path[i] as Reward);
  };

  test('the data stay what the schema says', () => {
    for (const r of records) expect(rewardData.safeParse(r.data).error).toBeUndefined();
  });

  test('money is reserved exactly while it is approved and not refused, lapsed or void', () => {
    for (const r of records) {
      const reserved = ['claimable', 'claimed', 'paid'].includes(stageOf(r.state));
      const held = stageOf(r.state) === 'held' && ['claimable', 'claimed'].includes(String(r.data.held?.from));
      expect(r.data.commitment !== undefined, leafOf(r)).toBe(reserved || held);
      if (r.data.commitment) expect(r.data.commitment.amountFen).toBe(r.data.amountFen);
    }
  });

  test('what moves adds up: reserved once, then given back or paid once', () => {
    for (const path of walked) {
      const kinds = path.flatMap((after, i) =>
        i > 0 ? (movementOf((path[i - 1] as Reward).data, after.data)?.kind ?? []) : [],
      );
      expect(kinds.join(' ')).toMatch(/^((committed released ?)*(committed( paid)?)?)$/);
    }
  });

  test('nothing is approved or paid but the very content that was proposed', () => {
    for (const { data, state } of records) {
      if (data.approval && data.commitment) expect(data.approval.digest).toBe(data.digest);
      if (stageOf(state) === 'proposed') expect(data.proposal?.digest).toBe(data.digest);
    }
  });

  test('other content leaves neither proposal, approval nor payment details, unless it is paid or has lapsed', () =>
    everyStep((before, after) => {
      if (before.data.digest === after.data.digest) return;
      const { proposal, approval, commitment, payee, claim, held } = after.data;
      expect([proposal, approval, commitment, payee, claim, held]).toEqual(Array(6).fill(undefined));
    }));

  test('payment details are kept only from the claim to some time after the payment', () => {
    for (const { data, state } of records) {
      const kept = ['claimed', 'paid', 'held'].includes(stageOf(state));
      if (data.payee) expect(kept, leafOf({ state } as Reward)).toBe(true);
      if (stageOf(state) === 'claimed') expect(data.payee).toBeDefined();
    }
  });

  test('what was paid is never unpaid', () =>
    everyStep((before, after) => {
      if (before.data.payment)
        expect(after.data).toMatchObject({ payment: before.data.payment, digest: before.data.digest });
    }));
});

const claimable = () => stepped(begun(), 'propose', 'approve');

describe('the claim window', () => {
  test('reminds, then lapses, and gives the money back', () => {
    const open = claimable();
    expect([runOut(open, 'reminder').at, runOut(open, 'claimWindow').at]).toEqual([
      '2026-07-03T16:00:00.000Z',
      '2026-07-10T16:00:00.000Z',
    ]);
    const reminded = stepped(open, runOut(open, 'reminder'));
    expect(reminded.history.at(-1)?.effects).toEqual([{ type: 'tellReporter', params: { about: 'reminder' } }]);
    const lapsed = stepped(reminded, runOut(reminded, 'claimWindow'));
    expect([lapsed.state, lapsed.data.commitment, lapsed.clocks]).toEqual(['lapsed', undefined, {}]);
    expect(possible(life, lapsed)).toEqual([]);
  });

  test('stops for a claim, goes on when it is withdrawn, and is longer when the details were wrong', () => {
    const claimed = stepped(claimable(), 'claim');
    expect(claimed.clocks).toEqual({});
    const withdrawn = stepped(claimed, 'withdraw-claim');
    expect(runOut(withdrawn, 'claimWindow').at).toBe('2026-07-10T16:00:00.000Z');
    const late = stepped(claimed, { type: 'return-claim', at: '2026-07-20T04:00:00.000Z' });
    expect([late.data.payee, runOut(late, 'claimWindow').at]).toEqual([undefined, '2026-08-03T16:00:00.000Z']);
  });

  test('withdrawn after its end is over at once', () => {
    const late = stepped(claimable(), 'claim', { type: 'withdraw-claim', at: '2026-08-01T00:00:00.000Z' });
    expect(runOut(late, 'claimWindow').at).toBe('2026-08-01T00:00:00.000Z');
  });

  test('gives back the time for which the reward was held', () => {
    const held = stepped(claimable(), { type: 'hold', at: '2026-06-12T04:00:00.000Z' });
    expect(held.clocks).toEqual({});
    const on = stepped(held, again(contentWith(), '2026-06-17T04:00:00.000Z'));
    expect([on.state, runOut(on, 'claimWindow').at]).toEqual([{ claimable: 'open' }, '2026-07-15T16:00:00.000Z']);
  });
});

describe('a case that was reopened', () => {
  test.each([
    ['eligible', [] as string[]],
    ['proposed', ['propose']],
    ['claimable', ['propose', 'approve']],
    ['claimed', ['propose', 'approve', 'claim']],
  ])('holds what was %s; unchanged it goes on there, changed it begins anew', (stage, steps) => {
    const held = stepped(begun(), ...steps, 'hold');
    expect([held.state, held.data.held?.from]).toEqual(['held', stage]);
    expect(stageOf(stepped(held, again()).state)).toBe(stage);
    const anew = stepped(held, again(other));
    expect([anew.state, anew.data.amountFen, anew.data.approval]).toEqual(['eligible', 20_000, undefined]);
    expect(anew.data.notice?.code).toBe(steps.length > 0 ? 'voided' : undefined);
    expect(stepped(held, again(nothing)).state).toBe('notEligible');
  });

  test('leaves what is paid as it is, and tells once what has changed', () => {
    const paid = stepped(begun(), 'propose', 'approve', 'claim', 'pay');
    expect(() => stepped(paid, 'hold')).toThrow(expect.objectContaining({ code: 'not-possible' }));
    expect(() => stepped(paid, again())).toThrow();
    const questioned = stepped(paid, again(other));
    expect([stageOf(questioned.state), questioned.data.questioned?.amountFen, questioned.data.amountFen]).toEqual([
      'paid',
      20_000,
      40_000,
    ]);
    expect(() => stepped(questioned, again(other))).toThrow();
  });

  test('can make somebody eligible who was not, or whose reward was refused', () => {
    expect(stepped(begun(nothing), again()).state).toBe('eligible');
    const refused = stepped(begun(), 'refuse');
    expect(() => stepped(refused, again())).toThrow();
    expect(stepped(refused, again(other)).data.notice).toBeUndefined();
  });

  test('can never close: then a person refuses what is held', () => {
    const refused = stepped(claimable(), 'hold', 'refuse');
    expect([refused.state, refused.data.commitment, refused.data.notice?.reason]).toEqual([
      'refused',
      undefined,
      '不属实',
    ]);
  });
});

test('a payment says how much, how and by which voucher; the details go when the time for checks is over', () => {
  const paid = stepped(begun(), 'propose', 'approve', 'claim', 'pay');
  expect(paid.data.payment).toMatchObject({
    amountFen: 40_000,
    method: 'bank',
    voucher: 'V-2026-17',
    name: '巴桑次仁',
  });
  const forgotten = stepped(paid, runOut(paid, 'keepPayee'));
  expect([forgotten.state, forgotten.data.payee]).toEqual([{ paid: 'forgotten' }, undefined]);
});

test('the budget is that of the year of the approval in China', () => {
  const late = stepped(begun(), 'propose', { type: 'approve', by: APPROVER, at: '2026-12-31T17:00:00.000Z' });
  expect(late.data.commitment).toEqual({ unit: late.data.unit, year: 2027, amountFen: 40_000 });
});

test('a reward is open until it has ended', () => {
  expect(isOpen(begun().state)).toBe(true);
  expect([stepped(begun(), 'refuse'), begun(nothing)].map((r) => isOpen(r.state))).toEqual([false, false]);
  expect(factsWith().caseType).toBe('wildlife');
});

describe.each(['zh', 'bo', 'en'] as const)('in %s', (language) => {
  const t = translator(language, messages, words);

  test.each(Object.entries(actions))('%s has a name, and every field a label', (action, rule) => {
    expect(t.has(`action.reward.${action}`)).toBe(true);
    expect(missingLabels(inputSchema(rule.input), t, action)).toEqual([]);
  });

  test('no text is empty', () => {
    for (const [name, text] of Object.entries(messages)) expect(text[language].trim(), name).not.toBe('');
  });
});

test('no action is ever a link in mail; what the reporter may do takes what the page knows', () => {
  for (const rule of Object.values(actions)) expect(rule.signInOnly).toBe(true);
  const byReporter = Object.keys(actions).filter((a) => actions[a]?.byReporter);
  expect(byReporter).toEqual(['claim', 'correct-claim', 'withdraw-claim']);
  for (const action of byReporter) expect(rewardInput(action)).toBe(actions[action]?.input);
  expect(rewardInput('pay')).toBeUndefined();
});
