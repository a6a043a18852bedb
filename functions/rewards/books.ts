import * as z from 'zod';
import type { Actor } from '../../shared/auth.ts';
import { inputSchema } from '../../shared/body.ts';
import { localised } from '../../shared/form-labels.ts';
import type { Translate } from '../../shared/i18n.ts';
import { type OpenAction, openAction } from '../../shared/workflow/lifecycle.ts';
import { labelOf } from '../../shared/workflow/open-actions.ts';
import { type Labelled, labelled } from '../cases/schema.ts';
import { maySetBudget } from './access.ts';
import { type Budget, budget, budgetBody, type LedgerEntry, ledgerEntry } from './ledger.ts';
import { yuan } from './text.ts';

/** A unit's budget and ledger of a year as the staff read them. */

export const booksView = z.object({
  unit: z.string(),
  year: z.number(),
  budget: budget.optional(),
  facts: z.array(labelled),
  /** `text` names the kind of movement in words. */
  entries: z.array(ledgerEntry.extend({ text: z.string() })),
  /** `set-budget` for those who may: sent as PUT to the year's budget. */
  actions: z.array(openAction),
});
export type BooksView = z.infer<typeof booksView>;

interface Books {
  unit: string;
  year: number;
  budget: Budget | undefined;
  entries: LedgerEntry[];
}

/** The books with what the actor may do to them. */
export const booksOf = ({ unit, year, budget, entries }: Books, actor: Actor, t: Translate): BooksView => ({
  ...{ unit, year, budget },
  facts: budget ? budgetFacts(budget, t) : [],
  entries: entries.map((e) => ({ ...e, text: t(`ledger.${e.kind}`) })),
  actions: maySetBudget(actor, unit) ? [setBudgetAction(t)] : [],
});

const budgetFacts = (b: Budget, t: Translate): Labelled[] => [
  { label: t('budget.total'), value: t('budget.yuan', { yuan: yuan(b.totalFen) }) },
  { label: t('budget.remaining'), value: t('budget.yuan', { yuan: yuan(b.remaining) }) },
  { label: t('budget.committed'), value: t('budget.yuan', { yuan: yuan(b.committed) }) },
  { label: t('budget.paid'), value: t('budget.yuan', { yuan: yuan(b.paid) }) },
  { label: t('field.marking'), value: t(`choice.marking.${b.marking}`) },
];

/** What people fill in; the version is that of the books they looked at. */
const budgetForm = budgetBody.omit({ version: true });

const setBudgetAction = (t: Translate): OpenAction => ({
  action: 'set-budget',
  label: labelOf('reward', 'set-budget', t),
  tone: 'primary',
  input: localised(inputSchema(budgetForm), t, 'set-budget'),
});
