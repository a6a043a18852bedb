import { describe, expect, test } from 'vitest';
import { tell } from '../../functions/cases/bulletin-told.ts';
import { bulletin } from '../../functions/station-help/bulletin.ts';
import { factsOf, stationHelp } from '../../functions/station-help/case.ts';
import { effects } from '../../functions/station-help/jobs.ts';
import { letters } from '../../functions/station-help/mail.ts';
import { mailWords } from '../../functions/station-help/mail-words.ts';
import { messages } from '../../functions/station-help/messages.ts';
import * as rules from '../../functions/station-help/rules.ts';
import { type HelpData, type Kind, recordMediation } from '../../functions/station-help/schema.ts';
import type { Actor, Role } from '../../shared/auth.ts';
import { translator } from '../../shared/i18n.ts';
import { mail } from '../../shared/mail.ts';
import { plus } from '../../shared/time.ts';
import { words } from '../../shared/words.ts';
import { possible } from '../../shared/workflow/decide.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { openTo, REPORTER, staffDoer } from '../../shared/workflow/open-actions.ts';
import { clocksOf, leaf, leavesOf, reached, shortestWalks } from '../support/paths.ts';
import { AT, act, begun, graph, INPUTS, stepped, triaged } from '../support/station-help.ts';
import { unnamed, untranslated } from '../support/words.ts';

const { life } = stationHelp;

/** Lets the one clock of a name run out. */
const ran = (record: LifeRecord<HelpData>, name: string): LifeRecord<HelpData> => {
  const [clock, running] = Object.entries(record.clocks).find(([id]) => id.includes(`.${name}.`)) ?? [];
  if (!running) throw new Error(`no clock ${name} in ${leaf(record.state)}`);
  return stepped(record, { type: running.event, clock, at: running.due, by: { kind: 'system', id: 'kora' } });
};

const urgent = () => stepped(begun('urgent'), triaged('urgent'));
const asked = () => stepped(begun('mediation'), triaged('mediation'));
const mediating = () => stepped(asked(), act('accept'));
const agreed = () => stepped(mediating(), act('plan-mediation'), act('record-mediation'));

describe('what is urgent', () => {
  test('is asked of the post, the keeping unit, then the union, again and again, each with its minutes', () => {
    const post = urgent();
    const keeper = ran(post, 'acceptance');
    const union = ran(keeper, 'acceptance');
    expect([post, keeper, union].map((r) => [leaf(r.state), r.data.unit])).toEqual([
      ['open.awaiting.post', 'gonjo-dongfeng-post'],
      ['open.awaiting.keeper', 'gonjo-union'],
      ['open.awaiting.union', 'gonjo-union'],
    ]);
    expect(Object.values(post.clocks)[0]?.due).toBe(plus(AT, 5 * 60_000));
    expect(Object.values(union.clocks)[0]?.due).toBe(plus(AT, 25 * 60_000));
    expect(leaf(ran(union, 'reminder').state)).toBe('open.awaiting.union');
    expect(union.history.map((e) => e.effects.filter((f) => f.type === 'askToAccept').length)).toEqual([0, 1, 1, 1]);
  });

  test('begins with the keeping unit where no post is in the building', () => {
    const alone = stepped(begun('urgent'), triaged('urgent', { post: undefined, unit: 'gonjo-union' }));
    expect(leaf(alone.state)).toBe('open.awaiting.keeper');
  });

  test.each([
    ['helped', 'helped'],
    ['handed-on', 'handedOn'],
    ['nobody-there', 'nobodyThere'],
  ])('ends with what was done: %s', (result, end) => {
    const done = stepped(urgent(), act('accept'), act('record-help', { result }));
    expect([stationHelp.stage(done.state), done.data.help?.by]).toEqual([end, '益西']);
  });

  test('may go on as a mediation', () =>
    expect(leaf(stepped(urgent(), act('accept'), act('mediate')).state)).toBe('open.mediating.arranging'));
});

describe('a mediation', () => {
  test('is asked after from the hour it was planned for, with some grace', () => {
    const planned = stepped(mediating(), act('plan-mediation'));
    const due = Object.values(planned.clocks)[0]?.due;
    expect(due).toBe(plus(AT, 27 * 3_600_000));
    const late = ran(planned, 'mediation');
    expect(leaf(late.state)).toBe('open.mediating.overdue');
    const again = stepped(late, act('plan-mediation', { at: plus(AT, 3 * 86_400_000) }));
    expect(Object.values(again.clocks)[0]?.due).toBe(plus(AT, 75 * 3_600_000));
  });

  test('that was agreed is checked after some days; what is not kept is mediated again', () => {
    const due = Object.values(agreed().clocks)[0]?.due;
    expect(due).toBe(plus(AT, 7 * 86_400_000));
    const late = ran(agreed(), 'check');
    expect(leaf(late.state)).toBe('open.agreed.overdue');
    const broken = stepped(late, act('record-check', { result: 'not-kept', note: '只发了一半' }));
    expect(leaf(broken.state)).toBe('open.mediating.arranging');
    const kept = stepped(broken, act('record-mediation'), act('record-check'));
    expect([stationHelp.stage(kept.state), kept.data.mediations.length, kept.data.checks.length]).toEqual([
      ...['settled', 2, 2],
    ]);
  });

  test.each([
    ['not-agreed', 'notAgreed'],
    ['withdrawn', 'withdrawn'],
  ])('%s ends it', (result, end) =>
    expect(
      stationHelp.stage(stepped(mediating(), act('record-mediation', { result, agreement: undefined })).state),
    ).toBe(end),
  );

  test.each<[string, Record<string, unknown>, string | undefined]>([
    ['agreed, with the agreement', {}, undefined],
    ['agreed, without it', { agreement: undefined }, 'agreement'],
    ['not agreed, with one', { result: 'not-agreed' }, 'agreement'],
    ['not held yet', { heldAt: plus(AT, 3_600_000) }, 'heldAt'],
  ])('is recorded whole: %s', (_, change, wrong) => {
    const input = recordMediation.parse({ ...INPUTS['record-mediation'], ...change });
    const check = () => rules.checkMediation(input, mediating().data, AT);
    if (!wrong) return expect(check).not.toThrow();
    expect(check).toThrowError(expect.objectContaining({ fields: [expect.objectContaining({ path: wrong })] }));
  });

  test('is not planned for an hour that is over, nor held by one party', () => {
    expect(() => rules.checkPlan({ at: AT, where: 'x' }, mediating().data, AT)).toThrow();
    expect(recordMediation.safeParse({ ...INPUTS['record-mediation'], parties: ['多杰'] }).success).toBe(false);
  });

  test('that ended is opened again with a reason, for somebody to take on', () => {
    const again = stepped(agreed(), act('record-check'), act('reopen'));
    expect(again.data).toMatchObject({ reopened: 1, responder: undefined, closedAt: undefined, unit: 'gonjo-union' });
    expect(leaf(again.state)).toBe('open.awaiting.keeper');
  });
});

const person = (unit: string, role: Role): Actor => ({ id: `${role}@${unit}`, name: role, roles: [{ unit, role }] });
const may = (record: LifeRecord<HelpData>, actor: Actor) => openTo(life, record, staffDoer(actor));

describe('who may', () => {
  const officer = person('gonjo-dongfeng-post', 'responder');
  const worker = person('gonjo-union', 'worker');
  const lead = person('gonjo-union', 'official');

  test('the post, those who keep the station, and the union accept what is urgent', () => {
    for (const who of [officer, worker, lead]) expect(may(urgent(), who)).toContain('accept');
    expect(may(urgent(), person('gonjo-kaixuan-post', 'responder'))).toEqual([]);
  });

  test('the post has nothing to do with a mediation it was not asked for', () =>
    expect(may(asked(), officer)).toEqual([]));

  test('only leaders open again or declare false', () => {
    const ended = stepped(agreed(), act('record-check'));
    expect([may(ended, worker), may(ended, lead)]).toEqual([[], ['reopen']]);
    expect([may(asked(), worker).includes('declare-false'), may(asked(), lead).includes('declare-false')]).toEqual([
      ...[false, true],
    ]);
  });

  test('whoever asked may add and withdraw, but not once there is an agreement', () => {
    expect(openTo(life, asked(), REPORTER)).toEqual(['add-information', 'withdraw']);
    expect(openTo(life, agreed(), REPORTER)).toEqual(['add-information']);
    expect(possible(life, agreed())).not.toContain('withdraw');
  });

  test('what others agreed is not shown under the receipt', () => {
    const t = translator('zh', messages, words);
    const shown = JSON.stringify(stationHelp.reportFacts(agreed().data, t));
    expect(shown).not.toMatch(/扎西|180/);
    expect(JSON.stringify(stationHelp.staffFacts?.(agreed().data, t))).toMatch(/扎西.*180/);
  });
});

describe.each<Kind>(['urgent', 'mediation'])('the chart: %s', (kind) => {
  const found = reached(life, shortestWalks(graph(kind)));

  test('has a handler for every effect, and a word for every stage', () => {
    const known = new Set([...Object.keys(effects), 'clock.set', 'clock.clear']);
    expect([...found.effects].filter((e) => !known.has(e))).toEqual([]);
    for (const { state } of found.records) expect(messages).toHaveProperty([`stage.${stationHelp.stage(state)}`]);
  });

  test('keeps exactly the clocks of the state it is in, each with a word', () => {
    for (const record of found.records) {
      expect(Object.keys(record.clocks).sort()).toEqual(clocksOf(life, record).sort());
      expect(life.data.safeParse(record.data).error).toBeUndefined();
    }
    for (const name of ['acceptance', 'reminder', 'review', 'arranging', 'mediation', 'check', 'lateCheck'])
      expect(messages).toHaveProperty([`clock.${name}`]);
  });

  test('is reached in every state that this kind comes by', () => {
    const only =
      kind === 'urgent' ? /^$/ : /^(open\.awaiting\.post|open\.helping\..*|closed\.(helped|handedOn|nobodyThere))$/;
    expect(found.states).toEqual(
      leavesOf(life.machine)
        .filter((s) => !only.test(s))
        .sort(),
    );
  });
});

describe('words', () => {
  test('stand for every field, choice, action and stage, in three languages', () =>
    expect(unnamed(stationHelp)).toEqual([]));
  test('of mails stand in three languages', () => expect(untranslated(mailWords)).toEqual([]));

  const KINDS = Object.keys(mailWords).flatMap((k) => /^mail\.([a-z-]+)\.subject$/.exec(k)?.[1] ?? []);
  test.each(KINDS.filter((k) => k !== 'reporter'))('a mail of %s is whole, and holds nothing of who asked', (kind) => {
    const about = { data: agreed().data, area: '莫洛镇', desk: 'https://kora.example/desk/' };
    const m = mail.parse(letters.staffMail(kind, 'a@x.example', about, { due: AT, more: { name: '益西', text: 'x' } }));
    expect(m.subject + m.text).not.toMatch(/\{\w+\}|mail\.[a-z]|undefined/);
    expect(m.text).not.toMatch(/13908950001|多杰|扎西/);
  });
});

test.each(['zh', 'bo', 'en'] as const)('the figures count what was asked and what came of it (%s)', (language) => {
  const t = translator(language, messages, words);
  const scope = { name: '贡觉县', from: '2026-11-01', to: '2026-11-30', areaName: (code: string) => code };
  const helped = stepped(urgent(), { ...act('accept'), at: plus(AT, 3 * 60_000) }, act('record-help'));
  const withdrawn = stepped(asked(), act('withdraw'));
  const { figures, ...told } = tell(bulletin, [helped, agreed(), withdrawn].map(factsOf), scope, t);
  expect(figures).toMatchObject({
    ...{ cases: 2, urgent: 1, helped: 1, mediations: 1, agreed: 1, openCases: 1, minutesToAccept: 3 },
    byStation: [{ code: 'gonjo-dongfeng', label: '东风警务站爱心驿站', count: 2 }],
  });
  expect(JSON.stringify(told)).not.toMatch(/\{\w+\}|bulletin\.|notice\.|undefined/);
});
