import { afterAll, expect, test, vi } from 'vitest';
import { startEngine } from '../support/engine.ts';

const engine = await startEngine();
const { caseOfNumber, numberFor } = await import('../../functions/cases/number.ts');
const { table } = await import('../../shared/table.ts');
afterAll(engine.stop);

const AT = '2026-06-10T02:00:00.000Z';
let made = 0;
/** A case of its own county, so that its series begins at 1. */
const series = () => {
  made += 1;
  const area = String(540_500 + made);
  const idOf = (n: number) => `${String(made).padStart(16, '0')}${String(n).padStart(16, '0')}`;
  return { area, idOf, numberOf: (n: number) => numberFor('W', area, AT, idOf(n)) };
};

test('numbers count up in a county and year, and lead back to their cases', async () => {
  const { area, idOf, numberOf } = series();
  expect(await numberOf(1)).toBe(`W26-${area}-0001`);
  expect(await numberOf(2)).toBe(`W26-${area}-0002`);
  expect(await caseOfNumber(`W26-${area}-0002`)).toBe(idOf(2));
  expect(await caseOfNumber(`W26-${area}-0003`)).toBeUndefined();
});

test('a case that is triaged again keeps its number, and none is used up', async () => {
  const { area, numberOf } = series();
  for (let i = 0; i < 5; i++) expect(await numberOf(1)).toBe(`W26-${area}-0001`);
  expect(await numberOf(2)).toBe(`W26-${area}-0002`);
});

test('two deliveries of one case at once give it one number', async () => {
  const { area, numberOf } = series();
  const numbers = await Promise.all(Array.from({ length: 6 }, () => numberOf(1)));
  expect(new Set(numbers)).toEqual(new Set([`W26-${area}-0001`]));
  expect(await numberOf(2)).toBe(`W26-${area}-0002`);
});

test('many cases at once get one number each, without gaps', async () => {
  const { area, numberOf } = series();
  const numbers = await Promise.all(Array.from({ length: 25 }, (_, n) => numberOf(n)));
  const wanted = Array.from({ length: 25 }, (_, n) => `W26-${area}-${String(n + 1).padStart(4, '0')}`);
  expect(numbers.sort()).toEqual(wanted);
});

test('a delivery that ends between two of its writes leaves nothing behind that the next one does not finish', async () => {
  for (const survived of [0, 1, 2, 3]) {
    const { area, idOf, numberOf } = series();
    const real = table.send.bind(table) as (command: unknown) => Promise<unknown>;
    let writes = 0;
    const send = vi.spyOn(table, 'send').mockImplementation((async (command: { constructor: { name: string } }) => {
      if (/^(Put|Update|TransactWrite)/.test(command.constructor.name) && ++writes > survived) throw new Error('ended');
      return real(command);
    }) as never);
    await numberOf(1).catch(() => undefined);
    send.mockRestore();
    expect(await numberOf(1)).toBe(`W26-${area}-0001`);
    expect(await caseOfNumber(`W26-${area}-0001`)).toBe(idOf(1));
    expect(await numberOf(2)).toBe(`W26-${area}-0002`);
  }
});
