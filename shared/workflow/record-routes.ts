import type * as z from 'zod';
import type { Actor } from '../auth.ts';
import { notFound } from '../errors.ts';
import type { Language } from '../fields.ts';
import { type Route, route } from '../route.ts';
import { actionAt, anyInput, inLanguage, recordAt, stepQuery } from '../route-parts.ts';
import type { Lifecycle, LifeRecord } from './lifecycle.ts';
import { staffDoer } from './open-actions.ts';
import { type Ask, type PerformOptions, perform } from './perform.ts';
import { load } from './store.ts';

/** What somebody asks for, who it is, and what throws where they may not see the record. */
export interface Doing<D> extends Ask {
  actor: Actor;
  visible: (record: LifeRecord<D>) => void | Promise<void>;
}

/** How staff see the records of a lifecycle, and what is done to one. */
interface OnRecord<D, V extends z.ZodType> {
  life: Lifecycle<D>;
  /** Where a record stands; its actions stand below. */
  at: `/${string}/{id}`;
  /** Where staff see it, if something else stands at `at`. */
  shownAt?: `/${string}/{id}/${string}`;
  summary: { record: string; actions: string };
  reply: V;
  view: (record: LifeRecord<D>, actor: Actor, language: Language) => z.infer<V> | Promise<z.infer<V>>;
  /** Throws where somebody may not see it. */
  mustSee: (actor: Actor, record: LifeRecord<D>) => void | Promise<void>;
  /** Somebody with what the moment gives them besides their roles: who is on duty leads. */
  empowered?: (actor: Actor) => Promise<Actor>;
  resolve?: PerformOptions<D>['resolve'];
  /** What an action is where it is more than one step of the record. */
  act?: (id: string, doing: Doing<D>) => Promise<LifeRecord<D>>;
}

/** The two routes of every record that staff act on: as it is, with the actions open now; and one action. */
export const recordRoutes = <D, V extends z.ZodType>(of: OnRecord<D, V>): Route[] => {
  const { life, at, shownAt = at, summary, reply, view, mustSee, empowered = async (a) => a, resolve } = of;
  const step = (id: string, { actor, visible, ...ask }: Doing<D>) =>
    perform(life, id, ask, staffDoer(actor), { visible, resolve });
  const { act = step } = of;
  return [
    route({
      method: 'GET',
      path: shownAt,
      summary: summary.record,
      access: 'staff',
      params: recordAt,
      query: inLanguage,
      reply,
      handle: async ({ actor, params, language }) => {
        const record = await load(life, params.id);
        if (!record) throw notFound(life.kind.toLowerCase());
        await mustSee(actor, record);
        return { body: await view(record, await empowered(actor), language) };
      },
    }),
    route({
      method: 'POST',
      path: `${at}/actions/{action}`,
      summary: summary.actions,
      access: 'staff',
      params: actionAt,
      query: stepQuery,
      body: anyInput,
      reply,
      handle: async ({ actor, params: { id, action }, query: { version }, body, headers, language }) => {
        const doer = await empowered(actor);
        const record = await act(id, {
          ...{ action, version, input: body, idempotencyKey: headers['idempotency-key'] },
          ...{ actor: doer, visible: (r) => mustSee(actor, r) },
        });
        return { body: await view(record, doer, language) };
      },
    }),
  ];
};
