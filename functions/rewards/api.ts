import * as z from 'zod';
import type { Actor } from '../../shared/auth.ts';
import { notFound } from '../../shared/errors.ts';
import { date, line } from '../../shared/fields.ts';
import { serve } from '../../shared/http.ts';
import { type Route, route } from '../../shared/route.ts';
import { anyInput, caseActionAt, caseAt, inLanguage, lang, stepQuery } from '../../shared/route-parts.ts';
import { now, yearOf } from '../../shared/time.ts';
import { staffDoer } from '../../shared/workflow/open-actions.ts';
import { units } from '../directory/lookup.ts';
import { nameIn } from '../directory/views.ts';
import * as access from './access.ts';
import { booksOf, booksView } from './books.ts';
import { budget, budgetBody, getBudget, ledgerOf, setBudget } from './ledger.ts';
import { ledgerCsv } from './ledger-csv.ts';
import { readingsOf, readPayee } from './payee.ts';
import { payeeFacts } from './payee-view.ts';
import { policiesOf, putPolicy } from './policies.ts';
import { policy, policyBody } from './policy.ts';
import { policyView, policyViewOf } from './policy-view.ts';
import { payee } from './schema.ts';
import { loadReward, performOn, type QueuedReward, queueOfUnit } from './store.ts';
import { cardOf, rewardCard, rewardView, viewOf, wordsIn } from './view.ts';

const unit = z.string().regex(/^[a-z0-9](-?[a-z0-9]){1,59}$/);
const year = z.coerce.number().int().min(2020).max(2100);
const yearAt = z.strictObject({ unit, year });
const policyAt = z.strictObject({ unit, from: date() });

const personOf = ({ id, name }: Actor) => ({ id, name });

/** `mine` waits for this very person; `unit` is all that is open in the person's units, `closed` what has ended there. */
const boxOf = async (actor: Actor, box: 'mine' | 'unit' | 'closed'): Promise<QueuedReward[]> => {
  const lists = access.unitsListed(actor).map((u) => queueOfUnit(u, box !== 'closed'));
  const all = (await Promise.all(lists)).flat();
  return box === 'mine' ? all.filter((r) => access.waitsFor(actor, r)) : all;
};

export const routes: Route[] = [
  route({
    method: 'GET',
    path: '/rewards',
    summary: 'The rewards that wait for me; or those of my units, open or ended',
    access: 'staff',
    query: z.object({ box: z.enum(['mine', 'unit', 'closed']).default('mine'), lang }),
    reply: z.object({ rewards: z.array(rewardCard) }),
    handle: async ({ actor, query, language }) => {
      const t = wordsIn(language);
      return { body: { rewards: (await boxOf(actor, query.box)).map((r) => cardOf(r, t)) } };
    },
  }),
  route({
    method: 'GET',
    path: '/rewards/{id}',
    summary: 'A reward: for whom, why, how much, and what can be done now',
    access: 'staff',
    params: caseAt,
    query: inLanguage,
    reply: rewardView,
    handle: async ({ actor, params, language }) => {
      const record = await loadReward(params.id);
      access.mustSee(actor, record);
      return { body: await viewOf(record, actor, await readingsOf(record.id), language) };
    },
  }),
  route({
    method: 'POST',
    path: '/rewards/{id}/actions/{action}',
    summary: 'Propose, approve, return, refuse, pay, or enter a claim for the reporter',
    access: 'staff',
    params: caseActionAt,
    query: stepQuery,
    body: anyInput,
    reply: rewardView,
    handle: async ({ actor, params: { id, action }, query: { version }, body, language }) => {
      const ask = { action, input: body, version };
      const after = await performOn(id, ask, staffDoer(actor), (r) => access.mustSee(actor, r));
      return { body: await viewOf(after, actor, await readingsOf(id), language) };
    },
  }),
  route({
    method: 'GET',
    path: '/rewards/{id}/payee',
    summary: 'Who is paid and how, for the official who pays; every reading is on record with its reason',
    access: 'staff',
    params: caseAt,
    query: z.object({ reason: line(200), lang }),
    reply: payee.extend({ facts: z.array(z.object({ label: z.string(), value: z.string() })) }),
    handle: async ({ actor, params, query, language }) => {
      const record = await loadReward(params.id);
      access.mustSee(actor, record);
      access.mustPay(actor, record);
      const found = await readPayee(record.id, { by: personOf(actor), at: now(), reason: query.reason });
      if (!found) throw notFound('payment details');
      return { body: { ...found, facts: payeeFacts(found, wordsIn(language)) } };
    },
  }),
  route({
    method: 'GET',
    path: '/rewards/ledger',
    summary: 'Every movement of a unit’s year, as JSON or for spreadsheets (format=csv)',
    access: 'staff',
    query: z.object({ unit, year: year.optional(), format: z.enum(['json', 'csv']).default('json'), lang }),
    reply: booksView,
    handle: async ({ actor, query, language }) => {
      access.mustKeepBooks(actor, query.unit);
      const of = query.year ?? yearOf(now());
      const entries = await ledgerOf(query.unit, of);
      const t = wordsIn(language);
      const books = { unit: query.unit, year: of, budget: await getBudget(query.unit, of), entries };
      if (query.format === 'json') return { body: booksOf(books, actor, t) };
      const content = ledgerCsv(entries, t);
      return { file: { content, type: 'text/csv; charset=utf-8', name: `rewards-${query.unit}-${of}.csv` } };
    },
  }),
  route({
    method: 'GET',
    path: '/rewards/budgets/{unit}/{year}',
    summary: 'What a unit may spend on rewards in a year, and what is left',
    access: 'staff',
    params: yearAt,
    reply: budget,
    handle: async ({ actor, params }) => {
      access.mustKeepBooks(actor, params.unit);
      const found = await getBudget(params.unit, params.year);
      if (!found) throw notFound('budget');
      return { body: found };
    },
  }),
  route({
    method: 'PUT',
    path: '/rewards/budgets/{unit}/{year}',
    summary: 'Set a year’s budget; never below what is committed and paid',
    access: 'staff',
    params: yearAt,
    body: budgetBody,
    reply: budget,
    handle: async ({ actor, params, body }) => {
      access.mustSetBudget(actor, params.unit);
      return { body: await setBudget({ ...params, ...body, by: personOf(actor), at: now() }) };
    },
  }),
  route({
    method: 'GET',
    path: '/rewards/policies/{unit}',
    summary: 'The reward policies of a unit, oldest first',
    access: 'staff',
    params: z.strictObject({ unit }),
    query: inLanguage,
    reply: z.object({ policies: z.array(policyView) }),
    handle: async ({ params, language }) => {
      const policies = await policiesOf(params.unit);
      const known = await units(policies.flatMap((p) => p.approval.unit ?? []));
      const nameOf = (id: string) => known.filter((u) => u.id === id).map((u) => nameIn(u, language))[0] ?? id;
      return { body: { policies: policies.map((p) => policyViewOf(p, wordsIn(language), nameOf)) } };
    },
  }),
  route({
    method: 'GET',
    path: '/rewards/policies/{unit}/{from}',
    summary: 'A reward policy by the day it came into force',
    access: 'staff',
    params: policyAt,
    reply: policy,
    handle: async ({ params }) => {
      const found = (await policiesOf(params.unit)).find((p) => p.from === params.from);
      if (!found) throw notFound('policy');
      return { body: found };
    },
  }),
  route({
    method: 'PUT',
    path: '/rewards/policies/{unit}/{from}',
    summary: 'Set a reward policy from a day on; one that has decided rewards is never changed',
    access: 'staff',
    params: policyAt,
    body: policyBody,
    reply: policy,
    handle: async ({ actor, params, body }) => {
      access.mustSetPolicy(actor, params.unit);
      return { body: await putPolicy({ ...body, ...params }, { by: personOf(actor), at: now() }) };
    },
  }),
];

/** The Lambda function of these routes. */
export const handler = serve(routes);
