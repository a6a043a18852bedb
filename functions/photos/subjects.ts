import type { Actor } from '../../shared/auth.ts';
import { notFound } from '../../shared/errors.ts';
import { partsOf } from '../../shared/workflow/decide.ts';
import type { Lifecycle, LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { alike, openTo, staffDoer } from '../../shared/workflow/open-actions.ts';
import { load } from '../../shared/workflow/store.ts';
import type { Subject } from './schema.ts';

/** What staff see photos of, and to what they may add them. Each is read only where it is asked for. */

/** Something that a person may see. */
interface Seen {
  /** Whether they may add a photo to it now. */
  mayAdd: () => Promise<boolean>;
}

export interface Kind {
  kind: Subject['kind'];
  /** Where it stands in the API. */
  path: `/${string}`;
  /** Its id as its own routes take it. */
  id: RegExp;
  /** Throws `not-found`, or `other-unit` for somebody whom it does not concern. */
  see: (actor: Actor, id: string) => Promise<Seen>;
}

/** Photos from the scene are added by whoever has something to do with the case now, or with one of its animals. */
const seenCase = async (actor: Actor, id: string): Promise<Seen> => {
  const { loadCase, mustSee } = await import('../cases/access.ts');
  const { type, record } = await loadCase(id);
  mustSee(type, record, actor);
  const mayAct = () =>
    [undefined, ...alike(partsOf(type.life, record)).map((group) => group.slice(0, 1))].some(
      (parts) => openTo(type.life, record, staffDoer(actor), parts).length > 0,
    );
  return { mayAdd: async () => mayAct() };
};

const seenTask = async (actor: Actor, id: string): Promise<Seen> => {
  const [{ task }, { mustSee }] = await Promise.all([import('../tasks/task.ts'), import('../tasks/access.ts')]);
  const record = await loaded(task, id);
  mustSee(actor, record);
  return { mayAdd: () => mayFinish(task, record, actor) };
};

const seenRectification = async (actor: Actor, id: string): Promise<Seen> => {
  const [{ rectification }, { mustBeInside }] = await Promise.all([
    import('../journal/rectification/rectification.ts'),
    import('../journal/access.ts'),
  ]);
  const record = await loaded(rectification, id);
  mustBeInside(actor, record.data.unit);
  return { mayAdd: () => mayFinish(rectification, record, actor) };
};

const loaded = async <D>(life: Lifecycle<D>, id: string): Promise<LifeRecord<D>> => {
  const record = await load(life, id);
  if (!record) throw notFound(life.type);
  return record;
};

/** Photos show what was done: they are added by whoever may say now that it is done. */
const mayFinish = async <D>(life: Lifecycle<D>, record: LifeRecord<D>, actor: Actor): Promise<boolean> => {
  const { withDuty } = await import('../duty/powers.ts');
  return openTo(life, record, staffDoer(await withDuty(actor))).includes('finish');
};

export const kinds: Kind[] = [
  { kind: 'case', path: '/cases/{id}', id: /^[0-9a-f]{32}$/, see: seenCase },
  { kind: 'task', path: '/tasks/{id}', id: /^[0-9a-f]{20}$/, see: seenTask },
  { kind: 'rectification', path: '/journal/rectifications/{id}', id: /^[0-9a-f]{20}$/, see: seenRectification },
];
