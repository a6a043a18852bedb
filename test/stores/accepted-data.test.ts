import { afterAll, expect, test, vi } from 'vitest';
import { receive } from '../../functions/cases/receive.ts';
import { caseType, typeNames } from '../../functions/cases/registry.ts';
import { seedAll } from '../../functions/directory/seed.ts';
import { REPORTER } from '../../shared/workflow/open-actions.ts';
import { caseSamples } from '../support/case-samples.ts';
import { startEngine } from '../support/engine.ts';
import { AT } from '../support/livestock.ts';

/** A report is parsed once, as a request. What is stored of it is nevertheless what the case's own schema would make of it. */

vi.useFakeTimers({ toFake: ['Date'], now: new Date(AT) }); // the reports are of that day
process.env.STAGE_SECRET = 'a secret for tests only';
const engine = await startEngine();
afterAll(engine.stop);
await seedAll();

test.each(typeNames)('the data of a new %s case is complete', async (name) => {
  const type = await caseType(name);
  const sample = caseSamples[name];
  if (!sample) throw new Error(`there is no sample of a ${name} report here`);
  const { record } = await receive(type, sample.report(), { by: REPORTER.by, language: 'zh' });
  const said = JSON.parse(JSON.stringify(record.data)); // without fields that are there but undefined
  expect(type.life.data.parse(said)).toEqual(said);
});
