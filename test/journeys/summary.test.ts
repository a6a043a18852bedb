import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Kora, startKora } from '../support/app.ts';
import { handIn, PEOPLE } from '../support/journey.ts';

/** A county's month, by mail to its officials: once, on the first of the next. */

let kora: Kora;
beforeAll(async () => {
  kora = await startKora({ at: '2026-10-30T02:00:00.000Z' });
}, 300_000);
afterAll(async () => kora?.stop());

const summaries = async () => {
  await kora.settle();
  return (await kora.mail()).filter((m) => m.subject.includes('月报'));
};

test('on the first of a month each official gets the last one, with sentences that are those of the bulletin', async () => {
  await handIn(kora);
  await handIn(kora, { condition: 'dead' });
  await kora.setClock('2026-11-01T00:59:00.000Z');
  expect(await summaries()).toEqual([]);
  await kora.setClock('2026-11-01T01:01:00.000Z');
  const sent = await summaries();
  expect(
    sent
      .filter((m) => m.subject.startsWith('墨脱县'))
      .map((m) => m.to)
      .sort(),
  ).toEqual(PEOPLE.officials);
  const { subject, text } = sent.find((m) => m.to === PEOPLE.official) ?? { subject: '', text: '' };
  expect(subject).toBe('墨脱县 2026-10 月报');
  const bulletin = await kora.api('GET', '/bulletin?type=wildlife&area=540423&from=2026-10-01&to=2026-10-31');
  expect(bulletin.body.sentences.zh.length).toBeGreaterThan(0);
  for (const sentence of bulletin.body.sentences.zh) expect(text).toContain(sentence);
  expect(text).toContain('尚有2件没有办结。');
  expect(text).toContain('/bulletin?type=wildlife&area=540423&from=2026-10-01&to=2026-10-31');
});

test('where nothing came in, the mail says so; a unit that answers for nothing gets none', async () => {
  const sent = await summaries();
  expect(sent.find((m) => m.subject.startsWith('比如县'))?.text).toContain('本月没有收到');
  expect(sent.filter((m) => m.subject.startsWith('城关区')).map((m) => m.to)).toEqual([PEOPLE.secretary]);
  expect(sent.map((m) => m.to)).not.toContain(PEOPLE.proposer);
});

test('the second and third of the month repeat nothing', async () => {
  const before = (await summaries()).length;
  await kora.setClock('2026-11-03T02:00:00.000Z');
  expect((await summaries()).length).toBe(before);
});
