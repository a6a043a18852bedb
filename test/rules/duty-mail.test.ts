import { describe, expect, test } from 'vitest';
import * as mail from '../../functions/duty/handover/mail.ts';
import type { HandoverData } from '../../functions/duty/handover/schema.ts';
import { mailWords } from '../../functions/duty/mail-words.ts';
import { messages } from '../../functions/duty/messages.ts';
import type { Team } from '../../functions/duty/people.ts';
import { NOTHING } from '../../functions/duty/sources.ts';
import { translator } from '../../shared/i18n.ts';
import { mail as mailSchema } from '../../shared/mail.ts';
import { words } from '../../shared/words.ts';

const names = { first: '德庆旺姆', in: '刘晓燕', out: '次旦卓玛', other: '张丽' };
const address = (id: string) => `${id}@x.example`;
const members = Object.entries(names).map(([id, name]) => ({ email: address(id), name, roles: [], active: true }));
const nameOf = (id: string) => members.find((m) => m.email === id)?.name ?? id;
const team: Team = {
  ...{ unit: 'u', unitName: '加荣社区', members, nameOf, named: (id) => ({ id, name: nameOf(id) }) },
  ...{ firstSecretaries: members.slice(0, 1), workers: members.slice(1) },
};

const about = (change: Partial<HandoverData> = {}, language: 'zh' | 'bo' | 'en' = 'zh'): mail.About => ({
  data: { unit: 'u', week: '2026-12-28', who: address('in'), from: address('out'), noonIn: 3 * 3_600_000, ...change },
  began: '2026-12-28T01:00:00.000Z',
  ...{ rule: { day: 1, time: '09:00', zone: 'Asia/Shanghai' }, team, desk: 'https://kora.example/desk/duty/' },
  t: translator(language, mailWords, messages, words),
});

const line = (i: number) => ({ kind: 'due' as const, text: `走访第 ${i} 户`, who: '张丽', due: '2026-12-30' });

describe('the mails of a hand-over', () => {
  test('the brief holds what is open, what the outgoing one leaves in words, and until when', () => {
    const [m, ...more] = mail.brief(about(), [line(1)], '路灯待修');
    expect(more).toEqual([]);
    expect(m).toMatchObject({ to: address('in'), subject: '加荣社区：本周由您轮值（2026-W53）' });
    for (const said of [
      '刘晓燕',
      '次旦卓玛',
      '路灯待修',
      '走访第 1 户',
      '2026-12-30',
      '2027-01-04 09:00',
      '2026-12-28 12:00',
    ])
      expect(m?.text).toContain(said);
  });

  test('a long brief is cut, and says how much more there is', () => {
    const [m] = mail.brief(
      about(),
      Array.from({ length: 45 }, (_, i) => line(i)),
      undefined,
    );
    expect(m?.text).toContain('45 项');
    expect(m?.text).toContain('另有 15 项');
    expect(m?.text).not.toContain('走访第 30 户');
  });

  test('who serves two weeks running hands over to nobody; in a vacant week nobody is told to', () => {
    expect(mail.outgoing(about({ from: address('in') }))).toEqual([]);
    expect(mail.outgoing(about({ who: undefined }))).toEqual([]);
    expect(mail.brief(about({ who: undefined }), [], undefined)).toEqual([]);
    expect(mail.teamNews(about({ who: undefined }))).toEqual([]);
  });

  test('the team hears who it is, but for the two who have mails of their own', () =>
    expect(mail.teamNews(about()).map((m) => m.to)).toEqual([address('first'), address('other')]));

  test('somebody who has left the unit gets no mail', () =>
    expect(mail.brief(about({ who: 'gone@x.example' }), [], undefined)).toEqual([]));

  test('gaps ahead go to the first secretary, each with its reason; without gaps there is no mail', () => {
    expect(mail.gapNews(about(), [])).toEqual([]);
    const gaps = ['2027-01-18', '2027-01-25'].map((week) => ({
      kind: 'gap' as const,
      week,
      reason: 'all-away' as const,
    }));
    const [m] = mail.gapNews(about(), gaps);
    expect(m).toMatchObject({ to: address('first'), subject: '加荣社区：有 2 周无人轮值' });
    expect(m?.text).toContain('· 2027-01-18 09:00 名单上的人都请假');
  });

  test('the report holds the figures, the notes of both and the words, once for each reader', () => {
    const signed = [{ by: { id: address('out'), name: names.out }, at: '', note: '钥匙已交' }];
    const told = mail.reportNews(about({ report: { ...NOTHING, tasksSet: 7 }, signed, words: '路灯待修' }));
    expect(told.map((m) => m.to)).toEqual([address('in'), address('first')]);
    for (const said of ['布置 7', '钥匙已交', '路灯待修']) expect(told[0]?.text).toContain(said);
    expect(mail.reportNews(about())).toEqual([]);
  });

  test.each(['zh', 'bo', 'en'] as const)(
    'every mail is whole in %s: no key, no placeholder, one line of subject',
    (language) => {
      const all = about(
        { report: NOTHING, standIns: [{ who: { id: address('other'), name: names.other }, at: '', reason: 'x\ny' }] },
        language,
      );
      const mails = [
        ...mail.brief(all, [line(1)], 'w'),
        ...mail.outgoing(all),
        ...mail.teamNews(all),
        ...mail.vacant(about({ who: undefined, gap: 'all-away' }, language)),
        ...mail.vacant(about({ who: undefined, pause: '春节' }, language)),
        ...mail.gapNews(all, [{ kind: 'gap', week: '2027-01-18', reason: 'empty-roster' }]),
        ...mail.late(all),
        ...mail.standInNews(all),
        ...mail.reportNews(all),
        ...mail.reminder(all),
      ];
      expect(mails.length).toBeGreaterThan(10);
      for (const m of mails) {
        expect(() => mailSchema.parse(m)).not.toThrow();
        expect(`${m.subject}\n${m.text}`).not.toMatch(/\{\w+\}|\b(mail|duty|line)\.[a-z]/);
      }
    },
  );
});
