import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { wildlife } from '../../functions/wildlife/case.ts';
import { report, type WildlifeData } from '../../functions/wildlife/schema.ts';
import { idOfReceipt, newReceipt } from '../../shared/ids.ts';
import { type Item, recordsTable, table } from '../../shared/table.ts';
import { now, plus } from '../../shared/time.ts';
import { begin, decide } from '../../shared/workflow/decide.ts';
import { type LifeRecord, SYSTEM } from '../../shared/workflow/lifecycle.ts';
import { REPORTER } from '../../shared/workflow/open-actions.ts';
import { toItem } from '../../shared/workflow/store.ts';
import { REPORT } from './report.ts';

/** Cases as they lie in the table once triage has placed them and told who had to be told. */

export interface Stored {
  receipt: string;
  id: string;
}

export const TEAM = 'beibeng-rangers';
export const RESPONDER = 'sangye@beibeng-rangers.kora.example';

const { life } = wildlife;

/** What triage finds out about such a report. */
const PLACED = {
  ...{ unit: TEAM, bureau: 'medog-forestry', urgency: 'urgent', duplicates: [] },
  identification: { status: 'listed', nameZh: REPORT.species, classCode: 'national-2', suggestions: [] },
  delays: { acceptance: 1_800_000, reminder: 14_400_000, arrival: 14_400_000, review: 604_800_000 },
};

/** One case by the real code; the others are copies of it at other moments, for making each takes longer than storing it. */
const sample = (): LifeRecord<WildlifeData> => {
  const at = now();
  const common = { area: '540423206', content: 'digest', submittedBy: undefined, language: 'zh' as const };
  const data = life.data.parse(wildlife.receive(report.parse(REPORT), common));
  const begun = begin(life, 'sample', data, { type: 'report', at, by: REPORTER.by });
  return decide(life, begun, { type: 'triaged', at, by: SYSTEM, input: PLACED });
};

/** The item of the n-th case, received n seconds before the sample. */
const caseItem = (like: LifeRecord<WildlifeData>, { id }: Stored, n: number): Item => {
  const earlier = (at: string) => plus(at, -n * 1000);
  const record = {
    ...{ ...like, id, createdAt: earlier(like.createdAt), updatedAt: earlier(like.updatedAt) },
    clocks: Object.fromEntries(Object.entries(like.clocks).map(([k, c]) => [k, { ...c, due: earlier(c.due) }])),
    data: { ...like.data, content: id, number: `W26-540423-${String(n + 1).padStart(4, '0')}` },
    delivered: like.version,
  };
  const { outbox: _, outboxAt: __, ...delivered } = toItem(life, record);
  return delivered;
};

const BATCH = 25;
const AT_ONCE = 4;

/** Stores so many open cases of one unit; answers how to find a hundred of them, spread over all. */
export const storeCases = async (count: number): Promise<Stored[]> => {
  const all = Array.from({ length: count }, (): Stored => {
    const receipt = newReceipt();
    return { receipt, id: idOfReceipt(receipt, process.env.STAGE_SECRET ?? '') };
  });
  const like = sample();
  let next = 0;
  const lane = async () => {
    for (let from = next; from < count; from = next) {
      next += BATCH;
      await storeBatch(all.slice(from, from + BATCH).map((s, i) => caseItem(like, s, from + i)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return all.filter((_, i) => i % Math.ceil(count / 100) === 0);
};

const storeBatch = async (items: Item[]): Promise<void> => {
  let open = { [recordsTable()]: items.map((Item) => ({ PutRequest: { Item } })) };
  while (Object.keys(open).length > 0) {
    const { UnprocessedItems } = await table.send(new BatchWriteCommand({ RequestItems: open }));
    open = (UnprocessedItems ?? {}) as typeof open;
  }
};
