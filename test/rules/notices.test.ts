import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effects } from '../../functions/notices/effects.ts';
import { complained } from '../../functions/notices/mail.ts';
import { messages } from '../../functions/notices/messages.ts';
import { cardOf, type Notice, notice, stageOf } from '../../functions/notices/notice.ts';
import {
  checkNotice,
  endOf,
  isOver,
  isPublic,
  MOST_REVISIONS,
  matches,
  wordingIn,
} from '../../functions/notices/rules.ts';
import {
  type NoticeCard,
  type NoticeData,
  type NoticeInput,
  noticeInput,
  noticeStage,
} from '../../functions/notices/schema.ts';
import { payText, wordsIn } from '../../functions/notices/words.ts';
import { inputSchema } from '../../shared/body.ts';
import type { FieldError } from '../../shared/errors.ts';
import { missingLabels } from '../../shared/form-labels.ts';
import { begin } from '../../shared/workflow/decide.ts';
import { SYSTEM } from '../../shared/workflow/lifecycle.ts';
import { effectsNamed, released, rung, taken, told } from '../support/lives.ts';
import { untranslated } from '../support/words.ts';

const AT = '2026-06-10T02:00:00.000Z';

const JOB: NoticeInput = {
  kind: 'job',
  text: { zh: { title: '招骑手', body: '包午餐' } },
  area: '540102',
  stations: [],
  until: '2026-06-30',
  place: '城关区',
  contact: '0891-6000000',
  job: { employer: '某站', pay: { per: 'day', fromFen: 20_000 }, openings: 2, for: ['riders'] },
};

const written = (change: Partial<NoticeData> = {}): Notice =>
  begin(
    notice,
    'a'.repeat(20),
    {
      ...{ ...JOB, unit: 'u', ends: endOf(JOB.until), by: { id: 'a', name: '甲' }, openedAt: AT },
      ...{ revision: 0, complaintLimit: 3, complaints: [], settled: 0, ...change },
    },
    { type: 'written', at: AT, by: SYSTEM },
  );

const published = (): Notice => taken(notice, written(), { type: 'publish' });
const complaint = (once = '') => ({
  type: 'complain',
  input: { reason: 'fraud', ...(once ? { once: once.repeat(20) } : {}) },
});

const refusal = (said: Partial<NoticeInput>, at = AT): [string, string][] => {
  try {
    checkNotice({ ...JOB, ...said }, at);
    return [];
  } catch (e) {
    return (e as { fields: FieldError[] }).fields.map((f) => [f.path, f.code]);
  }
};

describe('what a notice has to be', () => {
  test.each<[name: string, said: Partial<NoticeInput>, wrong: [string, string][]]>([
    ['right', {}, []],
    ['of today', { until: '2026-06-10' }, []],
    ['of yesterday', { until: '2026-06-09' }, [['until', 'past']]],
    ['of years ahead', { until: '2027-06-12' }, [['until', 'too-late']]],
    ['without text', { text: {} }, [['text.zh.title', 'required']]],
    ['a job without an employer', { job: undefined }, [['job.employer', 'required']]],
    ['a job nowhere', { place: undefined }, [['place', 'required']]],
    ['a job with nobody to ask', { contact: undefined }, [['contact', 'required']]],
    [
      'a job that pays less than it pays',
      { job: { employer: 'x', pay: { per: 'day', fromFen: 2, toFen: 1 }, openings: 1, for: ['anyone'] } },
      [['job.pay.toFen', 'too-small']],
    ],
    ['a notice with pay', { kind: 'notice' }, [['job', 'not-a-job']]],
    ['a notice', { kind: 'notice', job: undefined, place: undefined, contact: undefined }, []],
  ])('%s', (_, said, wrong) => expect(refusal(said)).toEqual(wrong));

  test('the day is Lhasa’s: after midnight there, yesterday is over', () => {
    expect(refusal({ until: '2026-06-10' }, '2026-06-10T15:59:59.999Z')).toEqual([]);
    expect(refusal({ until: '2026-06-10' }, '2026-06-10T16:00:00.000Z')).toEqual([['until', 'past']]);
    expect(endOf('2026-06-10')).toBe('2026-06-10T16:00:00.000Z');
  });
});

describe('who sees it when', () => {
  test('an instant before its end it is public, then it is over, whatever its clock has done', () => {
    const stage = fc.constantFrom(...noticeStage.options);
    const instant = fc.date({ min: new Date('2026-06-01'), max: new Date('2026-07-30'), noInvalidDate: true });
    fc.assert(
      fc.property(stage, instant, instant, (stage, e, a) => {
        const [ends, at] = [e.toISOString(), a.toISOString()];
        expect(isPublic({ stage, ends }, at) && isOver({ stage, ends }, at)).toBe(false);
        if (at >= ends) expect(isPublic({ stage, ends }, at)).toBe(false);
        if (stage === 'published') expect(isPublic({ stage, ends }, at)).toBe(at < ends);
        if (stage !== 'published') expect(isPublic({ stage, ends }, at)).toBe(false);
      }),
    );
  });

  test('a reader gets their own language, or the first there is', () => {
    const text = { bo: { title: 'བོད', body: 'བ' }, en: { title: 'English', body: 'e' } };
    expect(wordingIn({ text }, 'en').title).toBe('English');
    expect(wordingIn({ text }, 'zh')).toEqual({ language: 'bo', title: 'བོད', body: 'བ' });
  });
});

describe('what is found', () => {
  const card = (change: Partial<NoticeCard> = {}): NoticeCard => ({ ...cardOf(published()), ...change });
  const GONJO = { id: 'gonjo', areas: ['540322100'] };
  test.each<[name: string, card: NoticeCard, asked: Parameters<typeof matches>[1], found: boolean]>([
    ['everything', card(), {}, true],
    ['by kind', card(), { kind: 'notice' }, false],
    ['in the county', card(), { area: '540102' }, true],
    ['in a township of the county', card(), { area: '540102001' }, true],
    ['in the prefecture', card(), { area: '5401' }, true],
    ['elsewhere', card(), { area: '540103' }, false],
    ['what concerns the region', card({ area: '54' }), { area: '540103' }, true],
    ['at a station it names', card({ stations: ['gonjo'] }), { station: GONJO }, true],
    ['at a station of its county', card({ area: '540322' }), { station: GONJO }, true],
    [
      'at a station of its county, where it names another',
      card({ area: '540322', stations: ['x'] }),
      { station: GONJO },
      false,
    ],
    ['at a station elsewhere', card(), { station: GONJO }, false],
    ['by words in any order', card(), { q: '午餐 骑手' }, true],
    ['by its employer', card(), { q: '某站' }, true],
    ['not by a word it lacks', card(), { q: '骑手 夜班' }, false],
    ['by nothing', card(), { q: '  ' }, true],
  ])('%s', (_, c, asked, found) => expect(matches(c, asked)).toBe(found));
});

describe('the life of a notice', () => {
  test('a draft is published, ends when its last day is over', () => {
    const record = published();
    expect(stageOf(record.state)).toBe('published');
    expect(Object.values(record.clocks).map((c) => c.due)).toEqual(['2026-06-30T16:00:00.000Z']);
    expect(stageOf(rung(notice, record).state)).toBe('ended');
  });

  test('a change is a revision, keeps what it said on record, and moves its end', () => {
    const { kind: _, ...said } = { ...JOB, until: '2026-06-20', contact: '139' };
    const record = taken(notice, published(), { type: 'change', input: said });
    expect(record.data).toMatchObject({ revision: 1, until: '2026-06-20', contact: '139', changedAt: AT });
    expect(Object.values(record.clocks).map((c) => c.due)).toEqual(['2026-06-20T16:00:00.000Z']);
    expect(record.history.at(-1)?.input).toMatchObject({ contact: '139' });
    const without = taken(notice, record, { type: 'change', input: { ...said, contact: undefined } });
    expect(without.data.contact).toBeUndefined();
  });

  test('it changes so often and no more', () => {
    const { check } = notice.actions.change ?? {};
    const { kind: _, ...said } = JOB;
    expect(() => check?.(said as never, written({ revision: MOST_REVISIONS }).data, AT)).toThrow(
      expect.objectContaining({ code: 'too-many' }),
    );
  });

  test('the third complaint holds it back; an official shows it again or withdraws it', () => {
    const two = taken(notice, published(), complaint('a'), complaint('b'));
    expect([stageOf(two.state), told(two)]).toEqual(['published', ['tellOfficials complaint']]);
    const held = taken(notice, two, complaint('c'));
    expect([stageOf(held.state), told(held)]).toEqual(['held', ['tellOfficials held']]);
    expect(Object.values(held.clocks).map((c) => c.due)).toEqual(['2026-06-30T16:00:00.000Z']);
    const kept = taken(notice, held, { type: 'keep' });
    expect(kept.data).toMatchObject({ complaints: [], settled: 3 });
    expect(stageOf(taken(notice, kept, complaint('d'), complaint('e')).state)).toBe('published');
    const gone = taken(notice, held, { type: 'withdraw', input: { reason: '核实为诈骗' } });
    expect([stageOf(gone.state), gone.data.withdrawn?.reason]).toEqual(['withdrawn', '核实为诈骗']);
    expect(gone.clocks).toEqual({});
    expect(stageOf(rung(notice, held).state)).toBe('ended');
  });

  test('the same complaint sent again is not taken', () => {
    const once = taken(notice, published(), complaint('a'));
    expect(() => taken(notice, once, complaint('a'))).toThrow(expect.objectContaining({ code: 'not-possible' }));
    expect(taken(notice, once, complaint('b')).data.complaints).toHaveLength(2);
  });
});

/** Every state and deadline ever released; renaming one needs a mapping of the stored ones first. */
const RELEASED = {
  states: ['draft', 'published', 'published.shown', 'published.held', 'ended', 'withdrawn', 'discarded'],
  deadlines: ['lastDay.notice.published'],
};

test('the chart has every released state and deadline, and lists the new ones here', () => {
  expect(released(notice.machine)).toEqual({
    states: [...RELEASED.states].sort(),
    deadlines: RELEASED.deadlines.map((d) => `xstate.after.${d}`),
  });
});

describe('words', () => {
  const t = wordsIn('zh');
  test('no form lacks a label, no action a name', () => {
    for (const [action, { input }] of Object.entries(notice.actions)) {
      expect(missingLabels(inputSchema(input), t, action)).toEqual([]);
      expect(messages).toHaveProperty([`action.notice.${action}`]);
    }
    expect(missingLabels(inputSchema(noticeInput), t, 'notice')).toEqual([]);
    expect(noticeStage.options.filter((x) => !t.has(`notice.stage.${x}`))).toEqual([]);
  });
  test('each stands in the three languages with the same places to fill', () =>
    expect(untranslated(messages)).toEqual([]));
  test('every effect is carried out', () => expect(effectsNamed(notice.machine)).toEqual(Object.keys(effects).sort()));

  test.each<[pay: Parameters<typeof payText>[0], text: string]>([
    [{ per: 'month', fromFen: 500_000, toFen: 800_000 }, '每月 5000–8000 元'],
    [{ per: 'piece', fromFen: 350 }, '每件 3.50 元'],
    [{ per: 'hour', fromFen: 2000, toFen: 2000 }, '每小时 20 元'],
  ])('pay %o', (pay, text) => expect(payText(pay, t)).toBe(text));

  test('no mail is left with a blank or a key in it', () => {
    const { data } = published();
    for (const about of ['complaint', 'held'] as const)
      for (const l of ['zh', 'bo', 'en'] as const) {
        const what = { data, complaint: { reason: 'fraud' as const, at: AT }, count: 1 };
        const [mail] = complained(about, [{ email: 'a@x.example', name: '甲' }], what, 'https://x.example', wordsIn(l));
        expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/\{\w+\}|mail\.\w|undefined/);
      }
  });
});
