import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { conflict, notFound } from '../../shared/errors.ts';
import { line } from '../../shared/fields.ts';
import { contentDigest } from '../../shared/ids.ts';
import { keys } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { type Route, route } from '../../shared/route.ts';
import { receiptId } from '../../shared/route-parts.ts';
import { recordsTable, refusedByCondition, table } from '../../shared/table.ts';
import { filters } from './search.ts';

/**
 * Searches that a person keeps under a name, beside the person and for them alone. A view keeps what is asked for, never what
 * was found: opened again it is a search like any other, with the rights of that moment.
 */

const viewId = receiptId();

export const savedView = z.object({ id: viewId, name: line(60), search: filters });
export type SavedView = z.infer<typeof savedView>;

const toSave = z.strictObject({ name: line(60), search: z.strictObject(filters.shape) });

/** More than anybody finds their way in. */
export const MOST_VIEWS = 50;

/** The views of a person, by name. One query. */
export const viewsOf = async (person: string): Promise<SavedView[]> => {
  const { pk, sk } = keys.view(person, '');
  const found = (await records.partition(pk, sk)).map((i) => savedView.parse(i));
  return found.sort((a, b) => a.name.localeCompare(b.name, 'zh'));
};

/** Keeps a search; under a name that the person has already, instead of the former. Throws `too-many`. */
export const saveView = async (person: string, { name, search }: z.infer<typeof toSave>): Promise<SavedView> => {
  const view = { id: contentDigest(name), name, search };
  const others = (await viewsOf(person)).filter((v) => v.id !== view.id);
  if (others.length >= MOST_VIEWS)
    throw conflict('too-many', `At most ${MOST_VIEWS} searches can be saved; delete one first.`);
  const Item = { ...keys.view(person, view.id), ...view, entity: 'view' };
  await table.send(new PutCommand({ TableName: recordsTable(), Item }));
  return view;
};

/** Throws `not-found` where the person has no such view, or no longer. */
export const deleteView = async (person: string, id: string): Promise<void> => {
  const isTheirs = 'attribute_exists(pk)';
  const Key = keys.view(person, id);
  try {
    await table.send(new DeleteCommand({ TableName: recordsTable(), Key, ConditionExpression: isTheirs }));
  } catch (e) {
    if (refusedByCondition(e)) throw notFound('saved search');
    throw e;
  }
};

export const viewRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/cases/views',
    summary: 'The searches I have saved, by name',
    access: 'staff',
    reply: z.object({ views: z.array(savedView) }),
    handle: async ({ actor }) => ({ body: { views: await viewsOf(actor.id) } }),
  }),
  route({
    method: 'POST',
    path: '/cases/views',
    summary: 'Save a search under a name; the same name once more replaces what was saved under it',
    access: 'staff',
    body: toSave,
    reply: savedView,
    status: 201,
    handle: async ({ actor, body }) => ({ body: await saveView(actor.id, body) }),
  }),
  route({
    method: 'DELETE',
    path: '/cases/views/{id}',
    summary: 'Delete a search that I have saved',
    access: 'staff',
    params: z.strictObject({ id: viewId }),
    status: 204,
    handle: async ({ actor, params }) => {
      await deleteView(actor.id, params.id);
      return {};
    },
  }),
];
