import * as z from 'zod';
import type { Item } from '../../shared/table.ts';
import { deliver } from '../../shared/workflow/deliver.ts';
import { fromItem } from '../../shared/workflow/store.ts';
import { managedBy } from './registry.ts';

const head = z.object({ pk: z.string(), type: z.string() });

/** Carries out what the record in this item still asks for. Throws where the item is no record, or an effect fails. */
export const deliverItem = async (item: Item): Promise<void> => {
  const { pk, type } = head.parse(item);
  const { life, effects } = await managedBy(pk.slice(0, pk.indexOf('#')), type);
  await deliver(life, await effects(), fromItem(life, item));
};
