import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Kora } from '../support/app.ts';
import { unpackInto } from './chromium.ts';

test('while the browser is unpacked, what else starts keeps its folder for temporary files', async () => {
  const before = tmpdir();
  const draft = mkdtempSync(join(before, 'kora-unpacking-'));
  const work = unpackInto(draft, ['fonts.tar.br']);
  const kora = new Kora({});
  expect(kora.data.startsWith(join(before, 'kora-test-'))).toBe(true);
  await work;
  await kora.stop();
  expect(readdirSync(draft)).toContain('fonts');
  expect(existsSync(kora.data)).toBe(false);
  rmSync(draft, { recursive: true });
});
