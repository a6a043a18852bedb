import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReceivedMail } from '../../infra/local/mailbox.ts';
import { type Kora, startKora } from '../support/app.ts';
import { TEAM } from '../support/journey.ts';
import { commandsOf, typed } from '../support/readme.ts';
import { asPublished, bulletinUntil, medog, PEOPLE } from './medog.ts';

/** The published rescues of Mêdog county, played over HTTP: the same figures, the same sentences, and no mail too many. */

/** What playing five months may take on a busy machine, in milliseconds. */
const FIVE_MONTHS = 400_000;

const DEMO = 'npm run demo';

let kora: Kora;
let said: string;
let mails: ReceivedMail[];
// biome-ignore lint/suspicious/noExplicitAny: the answer of the bulletin
let bulletin: any;
const data = mkdtempSync(join(tmpdir(), 'kora-medog-'));

beforeAll(async () => {
  const played = await typed(DEMO, { KORA_DATA: data });
  expect(played.code, played.said).toBe(0);
  said = played.said;
  kora = await startKora({ data });
  bulletin = await bulletinUntil(kora, '2026-08-31');
  // the community of the seed goes on with its weeks meanwhile, and writes to its own people only
  mails = (await kora.mail()).filter((m) => !m.to.endsWith('@jiarong.kora.example'));
}, FIVE_MONTHS);
afterAll(async () => {
  await kora?.stop();
  rmSync(data, { recursive: true, force: true });
});

test('they are played by the command of the tour, which prints the bulletin', () => {
  expect(commandsOf('A tour')).toContain(DEMO);
  for (const sentence of [...bulletin.sentences.zh, ...bulletin.sentences.en]) expect(said).toContain(sentence);
  expect(said).toContain(JSON.stringify(medog.expect, null, 2));
});

describe('the bulletin', () => {
  test('has the published figures', () => expect(asPublished(bulletin)).toEqual(medog.expect));

  test('says them in sentences as a notice does', () => {
    const sentences: string = bulletin.sentences.zh.join('');
    for (const part of [
      ...['案件8起', '野生动物9只', '国家二级6只', '三有3只', '康复放归4只', '转送救助中心2只', '移交研究机构1只'],
      ...['死亡2只', '死亡的2只均已按规定进行无害化处理'],
    ])
      expect(sentences).toContain(part);
    expect(bulletin.sentences.bo.length).toBe(bulletin.sentences.zh.length);
    expect(bulletin.sentences.en.join(' ')).toMatch(/8 wildlife rescue cases with 9 animals/);
  });

  test('is a page and a spreadsheet too, with the same sentence and totals', async () => {
    const query = new URLSearchParams({ area: medog.area, from: medog.measureInForceFrom, to: '2026-08-31' });
    const page = await kora.api('GET', `/bulletin?${query}`, { headers: { accept: 'text/html' } });
    expect(page.body).toContain(bulletin.sentences.zh[0]);
    const file = await kora.api('GET', `/bulletin?${query}&format=csv`);
    expect(file.body).toMatch(/^table,code,label,value\r\n/); // fetch has taken the byte order mark off
    expect(file.body).toContain('total,cases,救助案件,8\r\n');
    expect(file.body).toContain('total,animals,救助动物,9\r\n');
  });
});

/** Who was written to about what, in order. */
const toldOf = (which: (m: ReceivedMail) => boolean): string[] =>
  mails.filter(which).map((m) => `${m.to} ${m.subject.split('：')[0]}`);

/** The number of the first case. */
const numberOfC1 = (): string => /^(W26-540423-\d{4}) .* × /m.exec(said)?.[1] ?? 'no number';

describe('the mailbox', () => {
  test('holds, of the first rescue, these mails and no other', () => {
    const told = toldOf((m) => m.text.includes(numberOfC1()) || m.to === 'c1@reporter.example');
    expect(told.slice().sort()).toEqual(EXPECTED_OF_C1.slice().sort());
  });

  test('holds no mail to anybody but the reporters and those whose turn it was', () => {
    const known = new Set([
      ...TEAM,
      ...[PEOPLE.centre, 'jigme@gedang-rescue.kora.example'],
      ...[PEOPLE.institute, 'lhamo@plateau-biology.kora.example'],
      ...[PEOPLE.proposer, PEOPLE.approver, 'pasang@medog-biodiversity.kora.example'],
      ...medog.cases.map((c) => `${c.key}@reporter.example`),
    ]);
    const ofMonths = toldOf((m) => m.subject.endsWith('月报')); // the counties' months are a story of their own
    expect(new Set(ofMonths.map((m) => m.slice(0, -'-04 月报'.length)))).toEqual(new Set(MONTHLY));
    expect(toldOf((m) => !known.has(m.to) && !m.subject.endsWith('月报'))).toEqual([]);
  });

  test('holds each mail once', () => {
    const all = mails.map((m) => `${m.to} ${m.subject} ${m.text}`);
    expect(all.filter((m, i) => all.indexOf(m) !== i)).toEqual([]);
  });
});

/** Officials, and the county whose months they get. */
const MONTHLY = [
  ...['lixuemei', 'pema', 'sonam'].map((p) => `${p}@medog-forestry.kora.example 墨脱县 2026`),
  'namgyal@biru-station.kora.example 比如县 2026',
  'tsomo@gonjo-union.kora.example 贡觉县 2026',
];

const ASSOCIATION = [PEOPLE.proposer, 'pasang@medog-biodiversity.kora.example'];

const EXPECTED_OF_C1: string[] = [
  ...TEAM.map((p) => `${p} 请接单`),
  ...Array.from({ length: 4 }, () => 'c1@reporter.example 您报告的野生动物'),
  ...ASSOCIATION.flatMap((p) => [`${p} 请提出奖励`, `${p} 请发放奖励`]),
  `${PEOPLE.approver} 请审批奖励`,
  ...['您的救助奖励已批准', '奖励已发放'].map((subject) => `c1@reporter.example ${subject}`),
];
