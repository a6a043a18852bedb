import * as z from 'zod';
import type { Actor } from '../../shared/auth.ts';
import { inputSchema } from '../../shared/body.ts';
import type { Language } from '../../shared/fields.ts';
import { localised } from '../../shared/form-labels.ts';
import { type Translate, translator } from '../../shared/i18n.ts';
import { dateOf, type Moment } from '../../shared/time.ts';
import { words } from '../../shared/words.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { labelOf, openActions, staffDoer } from '../../shared/workflow/open-actions.ts';
import { messages } from './messages.ts';
import { isOpen, type TaskCard, type TaskData, taskInput, type taskRow, type taskView } from './schema.ts';
import { cardOf, task } from './task.ts';

/** What the tasks' API answers. */

export const wordsIn = (language: Language): Translate => translator(language, messages, words);

/** A card as people see it at an instant. */
export const rowOf = (card: TaskCard, t: Translate, at: Moment): z.infer<typeof taskRow> => ({
  ...card,
  overdue: isOpen(card.stage) && card.stage !== 'done' && card.due < dateOf(at),
  stageText: t(`task.stage.${card.stage}`),
});

/** The form that sets a task, and who it can be given to. */
export const taskForm = z.object({
  input: z.record(z.string(), z.unknown()),
  options: z.object({ who: z.array(z.object({ value: z.string(), label: z.string() })) }),
});

export const formOf = (members: { email: string; name: string }[], t: Translate): z.infer<typeof taskForm> => ({
  input: localised(inputSchema(taskInput), t, 'task'),
  options: { who: members.map((m) => ({ value: m.email, label: m.name })) },
});

/** A task with what the actor can do to it now; `members` are who it could be given to. */
export const viewOf = async (
  record: LifeRecord<TaskData>,
  actor: Actor,
  members: { email: string; name: string }[],
  language: Language,
  at: Moment,
): Promise<z.infer<typeof taskView>> => {
  const t = wordsIn(language);
  const { data, version, history } = record;
  const choices = members.map((m) => ({ value: m.email, label: m.name }));
  const options = async (action: string) => (action === 'hand-on' ? { who: choices } : undefined);
  return {
    ...rowOf(cardOf(record), t, at),
    ...{ why: data.why, version, startedAt: data.startedAt, done: data.done, closed: data.closed },
    ...{ returned: data.returned, carried: data.carried },
    actions: await openActions(task, record, staffDoer(actor), t, { options }),
    history: history.map(({ seq, at: then, by, event }) => ({
      ...{ seq, at: then, by: by.name ?? by.id, event },
      text: eventText(event, t),
    })),
  };
};

const eventText = (event: string, t: Translate): string => {
  const own = event.startsWith('xstate.after') ? 'event.task.overdue' : `event.task.${event}`;
  return t.has(own) ? t(own) : labelOf('task', event, t);
};
