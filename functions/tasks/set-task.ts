import { newId } from '../../shared/ids.ts';
import type { Moment } from '../../shared/time.ts';
import { begin } from '../../shared/workflow/decide.ts';
import { type By, type LifeRecord, personOf } from '../../shared/workflow/lifecycle.ts';
import { create, fromItem } from '../../shared/workflow/store.ts';
import type { TaskData, TaskSource } from './schema.ts';
import { task } from './task.ts';

/** A task to be set, with everything looked up: the person's name, the unit's zone. */
export interface NewTask {
  unit: string;
  what: string;
  why?: string;
  who: { id: string; name: string };
  due: string;
  zone: string;
  source: TaskSource;
}

/**
 * Sets a task and answers it. The same `id` again sets nothing new and answers the first one; callers that may be repeated
 * (effects, catch-ups) derive it from what they carry out.
 */
export const setTask = async (asked: NewTask, by: By, at: Moment, id = newId()): Promise<LifeRecord<TaskData>> => {
  const setBy = personOf(by);
  const data: TaskData = { ...asked, setBy, setAt: at, returned: [], carried: [] };
  const record = begin(task, id, data, { type: 'set', at, by, input: { who: asked.who.name, due: asked.due } });
  const there = await create(task, record);
  return there ? fromItem(task, there) : record;
};
