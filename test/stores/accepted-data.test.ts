import { afterAll, expect, test } from 'vitest';
import type { AnyReport } from '../../functions/cases/case-type.ts';
import { receive } from '../../functions/cases/receive.ts';
import { caseType, typeNames } from '../../functions/cases/registry.ts';
import { seedDirectory } from '../../functions/directory/seed.ts';
import { REPORTER } from '../../shared/workflow/open-actions.ts';
import { startEngine } from '../support/engine.ts';
import * as livestock from '../support/livestock.ts';
import * as requests from '../support/requests.ts';
import * as wildlife from '../support/wildlife.ts';

/** A report is parsed once, as a request. What is stored of it is nevertheless what the case's own schema would make of it. */

process.env.STAGE_SECRET = 'a secret for tests only';
const engine = await startEngine();
afterAll(engine.stop);
await seedDirectory();

const samples: Record<string, () => AnyReport> = {
  wildlife: wildlife.aReport,
  livestock: livestock.aReport,
  request: requests.aReport,
};

test.each(typeNames)('the data of a new %s case is complete', async (name) => {
  const type = await caseType(name);
  const sample = samples[name];
  if (!sample) throw new Error(`there is no sample of a ${name} report here`);
  const { record } = await receive(type, sample(), { by: REPORTER.by, language: 'zh' });
  const said = JSON.parse(JSON.stringify(record.data)); // without fields that are there but undefined
  expect(type.life.data.parse(said)).toEqual(said);
});
