import { vi } from 'vitest';
import type { Mail } from '../../shared/mail.ts';

/**
 * For tests that go as far as the store: what would go into the mail queue is held here, and no clock is set. Imported before
 * what is tested, which the test asks for with `await import`.
 */
export const sent: (Mail & { effect: string })[] = [];

vi.mock('../../shared/mail.ts', async (original) => ({
  ...(await original<object>()),
  queueMail: async (effect: string, mails: Mail[]) => void sent.push(...mails.map((m) => ({ ...m, effect }))),
}));
vi.mock('../../shared/workflow/clocks.ts', async (original) => ({
  ...(await original<object>()),
  setClock: async () => {},
  clearClock: async () => {},
}));

Object.assign(process.env, { STAGE_SECRET: 'a secret of sixteen or more', SITE_URL: 'https://kora.example' });
