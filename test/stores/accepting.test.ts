import { afterAll, expect, test, vi } from 'vitest';
import { receive } from '../../functions/cases/receive.ts';
import { caseType, typeNames } from '../../functions/cases/registry.ts';
import { seedAll } from '../../functions/directory/seed.ts';
import { receive as receiveTip } from '../../functions/tips/receive.ts';
import { table } from '../../shared/table.ts';
import { REPORTER } from '../../shared/workflow/open-actions.ts';
import { caseSamples } from '../support/case-samples.ts';
import { startEngine } from '../support/engine.ts';
import { AT } from '../support/livestock.ts';
import { sample as tipSample } from '../support/tips.ts';

vi.useFakeTimers({ toFake: ['Date'], now: new Date(AT) }); // the reports are of that day
Object.assign(process.env, { STAGE_SECRET: 'a secret for tests only', TIP_SECRET: 'another for tests only' });
const engine = await startEngine();
afterAll(engine.stop);
await seedAll();

const accept = async (name: string) => {
  const type = await caseType(name);
  const sample = caseSamples[name];
  if (!sample) throw new Error(`there is no sample of a ${name} report here`);
  return receive(type, sample.report(), { by: REPORTER.by, language: 'zh' });
};

test.each(typeNames)(
  'the data of a new %s case is what its own schema makes of it, though it is not parsed again',
  async (name) => {
    const type = await caseType(name);
    const { record } = await accept(name);
    const said = JSON.parse(JSON.stringify(record.data)); // without fields that are there but undefined
    expect(type.life.data.parse(said)).toEqual(said);
  },
);

test.each([
  ...typeNames.map((name) => [name, () => accept(name)] as const),
  ['tip', () => receiveTip(tipSample.report(), undefined)] as const,
])('accepting a report (%s) is one write and nothing more, once the function has accepted one', async (_, again) => {
  await again();
  const send = vi.spyOn(table, 'send');
  await again();
  const asked = send.mock.calls.map(([command]) => command.constructor.name);
  send.mockRestore();
  expect(asked).toEqual(['PutCommand']);
});
