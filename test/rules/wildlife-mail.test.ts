import { describe, expect, test } from 'vitest';
import { type About, reporterMail, type StaffMail, staffMail } from '../../functions/wildlife/mail.ts';
import { mailWords } from '../../functions/wildlife/mail-words.ts';
import { animal, type WildlifeData } from '../../functions/wildlife/schema.ts';
import { mail } from '../../shared/mail.ts';
import { AT, begun, stepped, triaged } from '../support/wildlife.ts';

const about = (change: Record<string, unknown> = {}, found = {}): About => ({
  data: stepped(begun(change), triaged(found)).data,
  area: '背崩乡',
  desk: 'https://kora.example/desk/case/?id=1',
});

const TO = 'sangye@beibeng-rangers.kora.example';
const DUE = '2026-04-06T01:50:00.000Z';
const KINDS = Object.keys(mailWords)
  .flatMap((k) => /^mail\.([a-z-]+)\.subject$/.exec(k)?.[1] ?? [])
  .filter((k) => k !== 'reporter') as StaffMail[];
const MORE = {
  responder: '桑杰',
  carrier: '多吉',
  to: '格当',
  animal: '猕猴 (a1)',
  from: '背崩乡巡护队',
  purpose: '康复',
  reason: '满',
  text: '在桥头',
  count: 3,
};

describe('a mail to staff', () => {
  const button = { action: 'accept', url: 'https://kora.example/act/#token=x' };

  test('says what, where, when and by when, with the zone named, and has the action behind a button', () => {
    const m = staffMail('team', TO, about({ peopleInDanger: true }), { due: DUE, button });
    expect(m.subject).toBe('请接单：W26-540423-0001 红头咬鹃 1 只 背崩乡');
    for (const said of [
      'W26-540423-0001',
      '红头咬鹃',
      '国家二级',
      '背崩乡 背崩村桥头',
      '2026-04-06 09:00',
      '2026-04-06 09:50',
      'Asia/Shanghai',
      '威胁到人',
    ])
      expect(m.text).toContain(said);
    expect(m.link).toEqual({ label: '接单', url: button.url });
  });

  test('without a button leads to the desk', () =>
    expect(staffMail('review', TO, about()).link).toEqual({ label: '在工作台打开', url: about().desk }));

  test('holds nothing of the reporter', () => {
    const reporter = { name: '卓玛拉姆', phone: '13812345678', email: 'z@x.example', address: '背崩村一组' };
    for (const kind of KINDS) {
      const { subject, text } = staffMail(kind, TO, about({ reporter }), { due: DUE, more: MORE });
      for (const secret of Object.values(reporter)) expect(subject + text).not.toContain(secret);
    }
  });

  test('tells the reporter what became of each animal', () => {
    const freed = { id: 'a1', nameZh: '猕猴', classCode: 'national-2', condition: 'injured', assessedAt: AT };
    const { data } = about({}, { animals: [animal.parse({ ...freed, outcome: 'released' }), animal.parse(freed)] });
    expect(reporterMail(TO, 'completed', data, 'https://kora.example/status/').text).toContain('\n\n猕猴：放归\n\n');
  });

  test('names likely duplicates', () => {
    const duplicates = [{ id: 'b', number: 'W26-540423-0002', score: 0.9, reasons: ['near'] }];
    expect(staffMail('team', TO, about({}, { duplicates }), { due: DUE }).text).toContain('W26-540423-0002');
  });

  test.each(KINDS.flatMap((kind) => (['zh', 'bo', 'en'] as const).map((language) => [kind, language] as const)))(
    '%s in %s is a mail, with every blank filled',
    (kind, language) => {
      const m = mail.parse(staffMail(kind, TO, about(), { due: DUE, more: MORE, button, language }));
      expect(m.subject + m.text).not.toMatch(/\{\w+\}|mail\.[a-z]|undefined/);
      expect(m.language).toBe(language);
    },
  );
});

describe('a mail to the reporter', () => {
  const data = (language: WildlifeData['language']): WildlifeData => ({ ...about().data, language });
  const STAGES = [
    'received',
    'responding',
    'caring',
    'completed',
    'false',
    'notWildlife',
    'gone',
    'withdrawn',
    'duplicate',
  ];

  test.each(STAGES.flatMap((stage) => (['zh', 'bo', 'en'] as const).map((l) => [stage, l] as const)))(
    'of %s in %s',
    (stage, language) => {
      const m = mail.parse(reporterMail('z@x.example', stage, data(language), 'https://kora.example/status/'));
      expect(m.subject + m.text).not.toMatch(/\{\w+\}|mail\.[a-z]|stage\.[a-z]|undefined/);
      expect(m).toMatchObject({ language, link: { url: 'https://kora.example/status/' } });
    },
  );
});

describe('what people typed', () => {
  const evil = '鸟\r\nBcc: everybody@x.example\u2028\u0000';

  test.each(['team', 'information', 'invitation'] as const)('cannot reach a header of %s', (kind) => {
    const told = about();
    const identification = { status: 'settled' as const, nameZh: evil, suggestions: [] };
    const data = { ...told.data, number: evil, identification, report: { ...told.data.report, species: evil } };
    const m = mail.parse(
      staffMail(kind, TO, { ...told, data, area: evil }, { due: DUE, more: { ...MORE, animal: evil } }),
    );
    expect(m.subject).not.toMatch(/[\r\n\u0000]/);
    const r = mail.parse(reporterMail('z@x.example', 'received', data, 'https://kora.example/'));
    expect(r.subject).not.toMatch(/[\r\n\u0000]/);
  });

  test('stays under the length that a subject may have', () => {
    const told = about({ species: '鸟'.repeat(60) });
    const data = { ...told.data, number: 'N'.repeat(200) };
    expect(mail.safeParse(staffMail('official', TO, { ...told, data }, { due: DUE })).success).toBe(true);
  });
});
