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

/** The rule of an action on a record or on its parts; undefined where the action table has none. */
export const ruleOf = <D>(life: Lifecycle<D>, action: string, ofParts?: unknown): ActionRule<D> | undefined => {
  const table: Record<string, ActionRule<D>> = (ofParts === undefined ? life.actions : life.parts?.actions) ?? {};
  return Object.hasOwn(table, action) ? table[action] : undefined; // an address may name `constructor`
};

/** What a rule is asked about: each of the parts, or the record itself. */
export const eachOf = (parts: Part[] | undefined): (Part | undefined)[] => parts ?? [undefined];

/** Whether the doer's role allows the action on this record (on each of the parts); four eyes are asked separately. */
export const permits = <D>(rule: ActionRule<D>, { actor }: Doer, data: D, parts?: Part[]): boolean =>
  actor ? eachOf(parts).every((part) => rule.may(actor, data, part as never)) : rule.byReporter === true;

/** Whether the doer is barred by what they did before. */
export const barred = <D>(rule: ActionRule<D>, doer: Doer, data: D, parts?: Part[]): boolean =>
  eachOf(parts).some((part) => rule.notBy?.(data, part as never).includes(doer.by.id));

/** The names of the actions that this doer can take now, of the record itself or of all of these parts together. */
export const openTo = <D>(life: Lifecycle<D>, record: LifeRecord<D>, doer: Doer, parts?: Part[]): string[] =>
  possible(life, record, parts, (action) => {
    const rule = ruleOf(life, action, parts);
    return rule !== undefined && permits(rule, doer, record.data, parts) && !barred(rule, doer, record.data, parts);
  });

export type OptionsOf = (action: string) => Promise<OpenAction['options']>;

/**
 * What the doer can do now to the record (or to all of these parts in one step), each with its label and form: the one answer
 * behind the API, the desk's buttons and the links in mail. Labels are `action.<type>.<action>` or `action.<action>`.
 */
export const openActions = async <D>(
  life: Lifecycle<D>,
  record: LifeRecord<D>,
  doer: Doer,
  t: Translate,
  { parts, options }: { parts?: Part[]; options?: OptionsOf } = {},
): Promise<OpenAction[]> => {
  const ids = parts?.map((p) => p.id);
  return Promise.all(openTo(life, record, doer, parts).map((action) => formOf(life, action, t, { ids, options })));
};

const formOf = async <D>(
  life: Lifecycle<D>,
  action: string,
  t: Translate,
  { ids, options }: { ids?: string[]; options?: OptionsOf },
): Promise<OpenAction> => {
  const rule = ruleOf(life, action, ids) as ActionRule<D>;
  return {
    action,
    label: labelOf(life.type, action, t),
    tone: rule.tone ?? 'plain',
    ...(ids ? { parts: ids } : {}),
    input: localised(inputSchema(rule.input), t, action),
    options: await options?.(action),
  };
};

/** Parts that differ in nothing but their ids, together. */
export const alike = <P extends Part>(parts: P[]): P[][] => [
  ...Map.groupBy(parts, ({ id: _, ...rest }) => JSON.stringify(rest)).values(),
];

/**
 * The actions of all parts, each once with its form and the parts that it is open for: what is open to one animal is open to
 * those like it, and fifty forms of one action are one.
 */
export const partActions = async <D>(
  life: Lifecycle<D>,
  record: LifeRecord<D>,
  doer: Doer,
  t: Translate,
  { options }: { options?: OptionsOf } = {},
): Promise<OpenAction[]> => {
  const open = new Map<string, Set<string>>();
  for (const group of alike(partsOf(life, record)))
    for (const action of openTo(life, record, doer, group.slice(0, 1)))
      open.set(action, new Set([...(open.get(action) ?? []), ...group.map((p) => p.id)]));
  const inOrder = Object.keys(life.parts?.actions ?? {}).flatMap((action) => {
    const ids = open.get(action);
    return ids ? [{ action, ids: partsOf(life, record).flatMap(({ id }) => (ids.has(id) ? [id] : [])) }] : [];
  });
  return Promise.all(inOrder.map(({ action, ids }) => formOf(life, action, t, { ids, options })));
};

/** What an action of a type is called. */
export const labelOf = (type: string, action: string, t: Translate): string =>
  t(t.has(`action.${type}.${action}`) ? `action.${type}.${action}` : `action.${action}`);
