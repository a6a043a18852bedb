import type { Actor } from '../../shared/auth.ts';
import { forbidden, notFound } from '../../shared/errors.ts';
import type { Lifecycle, LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { openTo, staffDoer } from '../../shared/workflow/open-actions.ts';
import { load } from '../../shared/workflow/store.ts';
import type { Subject } from './schema.ts';

/** What staff see photos of, and to what they may add them. Each is read only where it is asked for. */

export interface Kind {
  kind: Subject['kind'];
  /** Where it stands in the API. */
  path: `/${string}`;
  /** Its id as its own routes take it. */
  id: RegExp;
  /** Throws `not-found`, or `other-unit` for somebody whom it does not concern. */
  mustSee: (actor: Actor, id: string) => Promise<void>;
  /** The same for somebody who wants to add a photo; absent where staff add none. */
  mustAdd?: (actor: Actor, id: string) => Promise<void>;
}

const seenCase = async (actor: Actor, id: string): Promise<void> => {
  const { loadCase, mustSee } = await import('../cases/access.ts');
  const { type, record } = await loadCase(id);
  mustSee(type, record, actor);
};

const seenTask = async (actor: Actor, id: string) => {
  const [{ task }, { mustSee }] = await Promise.all([import('../tasks/task.ts'), import('../tasks/access.ts')]);
  const record = await loaded(task, id);
  mustSee(record, actor);
  return { life: task, record };
};

const seenRectification = async (actor: Actor, id: string) => {
  const [{ rectification }, { mustBeInside }] = await Promise.all([
    import('../journal/rectification/rectification.ts'),
    import('../journal/access.ts'),
  ]);
  const record = await loaded(rectification, id);
  mustBeInside(actor, record.data.unit);
  return { life: rectification, record };
};

const loaded = async <D>(life: Lifecycle<D>, id: string): Promise<LifeRecord<D>> => {
  const record = await load(life, id);
  if (!record) throw notFound(life.type);
  return record;
};

/** Photos show what was done: they are added by whoever may say now that it is done. */
const mustFinish = async <D>({ life, record }: { life: Lifecycle<D>; record: LifeRecord<D> }, actor: Actor) => {
  const { withDuty } = await import('../duty/powers.ts');
  if (!openTo(life, record, staffDoer(await withDuty(actor))).includes('finish'))
    throw forbidden('Photos are added by whoever may finish this, as long as it is open.');
};

export const kinds: Kind[] = [
  { kind: 'case', path: '/cases/{id}', id: /^[0-9a-f]{32}$/, mustSee: seenCase },
  {
    kind: 'task',
    path: '/tasks/{id}',
    id: /^[0-9a-f]{20}$/,
    mustSee: async (actor, id) => void (await seenTask(actor, id)),
    mustAdd: async (actor, id) => mustFinish(await seenTask(actor, id), actor),
  },
  {
    kind: 'rectification',
    path: '/journal/rectifications/{id}',
    id: /^[0-9a-f]{20}$/,
    mustSee: async (actor, id) => void (await seenRectification(actor, id)),
    mustAdd: async (actor, id) => mustFinish(await seenRectification(actor, id), actor),
  },
];
