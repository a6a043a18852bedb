import { expect, test, vi } from 'vitest';
import { serve } from '../../shared/http.ts';
import { route } from '../../shared/route.ts';
import { caller } from '../support/call.ts';

/** What a function writes into its log when something fails that nobody foresaw. */

test('a failure is told by its name and where it came from, and nothing that its message quotes', async () => {
  const lines: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  const handle = async (): Promise<never> => {
    throw new RangeError('not a report:\n两垄罂粟\n    at the river, third shed');
  };
  const call = caller(serve([route({ method: 'GET', path: '/x', summary: 'x', access: 'public', handle })]));
  const { status, text } = await call('GET /x');
  write.mockRestore();
  expect([status, text]).toEqual([500, expect.not.stringMatching(/罂粟|river/)]);
  const [failed, ...more] = lines.map((l) => JSON.parse(l));
  expect(failed).toMatchObject({ message: 'request failed', routeKey: 'GET /x', error: 'RangeError' });
  expect(failed.stack[0]).toMatch(/log\.test\.ts:\d+:\d+/);
  expect(JSON.stringify([failed, more])).not.toMatch(/罂粟|river/);
});
