import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { keys } from '../../shared/keys.ts';
import { recordsTable, table } from '../../shared/table.ts';
import type { Lifecycle, LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { NEVER } from './index-attributes.ts';
import type { CaseData } from './schema.ts';

/** A case in the queue of a further unit, which has been asked for something: to take in an animal, for an opinion. */

/** Shows the case in the unit's queue until it is taken out; once more is the same. One write. */
export const showTo = async <D extends CaseData>(
  life: Lifecycle<D>,
  record: LifeRecord<D>,
  unit: string,
): Promise<void> => {
  const { card } = life.index(record);
  const waiting = { id: record.id, card, queue: unit, queueOrder: `${NEVER}#${record.id}` };
  await table.send(
    new PutCommand({
      TableName: recordsTable(),
      Item: { ...keys.waiting(record.id, unit), entity: 'waiting', ...waiting },
    }),
  );
};

/** Takes the case out of the unit's queue. One write. */
export const hideFrom = async (id: string, unit: string): Promise<void> => {
  await table.send(new DeleteCommand({ TableName: recordsTable(), Key: keys.waiting(id, unit) }));
};
