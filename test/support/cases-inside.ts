import { wildlife } from '../../functions/wildlife/case.ts';
import type { WildlifeData } from '../../functions/wildlife/schema.ts';
import { newReceipt } from '../../shared/ids.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { type Answered, caller } from './call.ts';
import { goodReport, PEOPLE } from './journey.ts';

/** Wildlife cases through the API's own handlers, without a Kora around them. Asked for once the engine runs. */

const { handler: cases } = await import('../../functions/cases/api.ts');
const { handler: reports } = await import('../../functions/cases/reports.ts');
const { caseIdOf } = await import('../../functions/cases/receive.ts');
const { effects } = await import('../../functions/wildlife/jobs.ts');
const { deliver } = await import('../../shared/workflow/deliver.ts');
const { load } = await import('../../shared/workflow/store.ts');

const onCases = caller(cases);
const onReports = caller(reports);

export const recordOf = async (id: string): Promise<LifeRecord<WildlifeData>> =>
  (await load(wildlife.life, id)) as LifeRecord<WildlifeData>;

/** Carries out what a case asks for, and what follows from it. */
export const settle = async (id: string): Promise<void> => {
  for (let record = await recordOf(id); record.delivered < record.version; record = await recordOf(id))
    await deliver(wildlife.life, effects, record);
};

interface By {
  as?: string;
  part?: string;
}

/** One action of a person; answers whatever came back. */
export const act = (id: string, action: string, body: object = {}, { as = PEOPLE.responder, part }: By = {}) =>
  onCases('POST /cases/{id}/actions/{action}', {
    ...{ as, params: { id, action }, query: part ? { part } : {}, body },
  });

/** What the API answers of a case, or of what is below it. */
export const seen = (id: string, below = '', { as = PEOPLE.official, ...query }: Record<string, string> = {}) =>
  onCases(`GET /cases/{id}${below}`, { as, params: { id }, query });

export const found = (q: string) => onCases('GET /cases/search', { as: PEOPLE.official, query: { q } });

/** One action of the reporter, or what they see. */
export const reporter = (receipt: string, action?: string, body?: object): Promise<Answered> =>
  action === undefined
    ? onReports('GET /reports/{receipt}', { params: { receipt } })
    : onReports('POST /reports/{receipt}/actions/{action}', { params: { receipt, action }, body });

/** The same by a form without script. */
export const reporterForm = (receipt: string, action: string, form: string): Promise<Answered> =>
  onReports('POST /reports/{receipt}/actions/{action}', {
    ...{ params: { receipt, action }, query: { lang: 'zh' }, form, headers: { accept: 'text/html' } },
  });

let places = 0;

/** A report that came in, each time from somewhere else, and whose team is on site. */
export const onSite = async (): Promise<{ id: string; receipt: string; number: string }> => {
  places += 1;
  const receipt = newReceipt();
  const place = {
    ...{ township: '墨脱镇', words: `第 ${places} 处` },
    coordinates: { latitude: 28.6 + places * 0.1, longitude: 95 },
  };
  const body = { ...goodReport(new Date().toISOString(), { place }), receipt };
  const { status } = await onReports('POST /reports/wildlife', { body });
  if (status !== 201) throw new Error(`not accepted: ${status}`);
  const id = caseIdOf(receipt);
  await settle(id);
  for (const action of ['accept', 'arrive']) await act(id, action);
  await settle(id);
  return { id, receipt, number: (await recordOf(id)).data.number ?? '' };
};
