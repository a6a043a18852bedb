import type { Actor } from '../auth.ts';
import { inputSchema } from '../body.ts';
import { localised } from '../form-labels.ts';
import type { Translate } from '../i18n.ts';
import { partsOf, possible } from './decide.ts';
import type { ActionRule, By, Lifecycle, LifeRecord, OpenAction, Part } from './lifecycle.ts';

/** Who wants to act: a person of the staff, or the reporter by receipt. */
export type Doer = { by: By; actor: Actor } | { by: By; actor?: undefined };

export const staffDoer = (actor: Actor): Doer => ({ by: { kind: 'staff', id: actor.id, name: actor.name }, actor });
export const REPORTER: Doer = { by: { kind: 'reporter', id: 'reporter' } };

/** The rule of an action on a record or on one of its parts; undefined where the action table has none. */
export const ruleOf = <D>(life: Lifecycle<D>, action: string, part?: unknown): ActionRule<D> | undefined => {
  const table: Record<string, ActionRule<D>> = (part === undefined ? life.actions : life.parts?.actions) ?? {};
  return Object.hasOwn(table, action) ? table[action] : undefined; // an address may name `constructor`
};

/** Whether the doer's role allows the action on this record; four eyes are asked separately. */
export const permits = <D>(rule: ActionRule<D>, doer: Doer, data: D, part?: unknown): boolean =>
  doer.actor ? rule.may(doer.actor, data, part as never) : rule.byReporter === true;

/** Whether the doer is barred by what they did before. */
export const barred = <D>(rule: ActionRule<D>, doer: Doer, data: D, part?: unknown): boolean =>
  rule.notBy?.(data, part as never).includes(doer.by.id) ?? false;

/** The names of the actions that this doer can take now, of the record itself or of one part. */
export const openTo = <D>(life: Lifecycle<D>, record: LifeRecord<D>, doer: Doer, part?: Part): string[] =>
  possible(life, record, part, (action) => {
    const rule = ruleOf(life, action, part);
    return rule !== undefined && permits(rule, doer, record.data, part) && !barred(rule, doer, record.data, part);
  });

export type OptionsOf = (action: string, part?: Part) => Promise<OpenAction['options']>;

/**
 * What the doer can do now to the record (or to one part), each with its label and form: the one answer behind the API, the
 * desk's buttons and the links in mail. Labels are `action.<type>.<action>` or `action.<action>` of the catalogues.
 */
export const openActions = async <D>(
  life: Lifecycle<D>,
  record: LifeRecord<D>,
  doer: Doer,
  t: Translate,
  { part, options }: { part?: Part; options?: OptionsOf } = {},
): Promise<OpenAction[]> =>
  Promise.all(
    openTo(life, record, doer, part).map(async (action) => {
      const rule = ruleOf(life, action, part) as ActionRule<D>;
      return {
        action,
        label: labelOf(life.type, action, t),
        tone: rule.tone ?? 'plain',
        ...(part ? { part: part.id } : {}),
        input: localised(inputSchema(rule.input), t, action),
        options: await options?.(action, part),
      };
    }),
  );

/** What an action of a type is called. */
export const labelOf = (type: string, action: string, t: Translate): string =>
  t(t.has(`action.${type}.${action}`) ? `action.${type}.${action}` : `action.${action}`);

/** The part of an id, if the record has it. */
export const partOf = <D>(life: Lifecycle<D>, record: LifeRecord<D>, id: string | undefined): Part | undefined =>
  partsOf(life, record).find((p) => p.id === id);
