import { counts } from './eligibility.ts';
import type { AnimalFacts } from './facts.ts';
import type { Policy, TariffRow } from './policy.ts';
import type { AmountLine } from './schema.ts';

/** How much a reward is. Pure, and in whole fen: the lines always add up to the amount. */

/** The first row of the tariff that fits the animal. */
const rowOf = ({ tariff }: Policy, animal: AnimalFacts): TariffRow | undefined =>
  tariff.rows.find(
    (r) =>
      (r.class === '*' || r.class === animal.class) && (!r.outcomes || r.outcomes.includes(String(animal.outcome))),
  );

/** What the case brings by the tariff: a line for each animal that counts, and what the cap takes off. */
export const tariffLines = (policy: Policy, animals: AnimalFacts[]): AmountLine[] => {
  const all = animals.filter((a) => counts(policy, a)).flatMap((a) => lineOf(policy, a) ?? []);
  const lines = policy.tariff.per === 'case' ? highest(all) : all;
  const over = sum(lines) - (policy.tariff.capFen ?? Number.POSITIVE_INFINITY);
  return over > 0 ? [...lines, { what: 'cap', amountFen: -over }] : lines;
};

const lineOf = (policy: Policy, animal: AnimalFacts): AmountLine | undefined => {
  const row = rowOf(policy, animal);
  const { id, name, class: kind, outcome } = animal;
  return row && { what: 'animal', animal: id, name, class: kind, outcome, amountFen: row.amountFen };
};

const highest = (lines: AmountLine[]): AmountLine[] => lines.toSorted((a, b) => b.amountFen - a.amountFen).slice(0, 1);

/** The lines of one of `among` who share: those of the case, and what the others get. `place` counts from 0, by arrival. */
export const sharedLines = (lines: AmountLine[], place: number, among: number): AmountLine[] => {
  const own = shares(sum(lines), among)[place] ?? 0;
  return among > 1 ? [...lines, { what: 'share', amountFen: own - sum(lines) }] : lines;
};

/** An amount in equal shares of whole fen; what does not divide goes to the first, a fen each. The shares add up to it. */
export const shares = (totalFen: number, among: number): number[] =>
  Array.from({ length: among }, (_, i) => Math.floor(totalFen / among) + (i < totalFen % among ? 1 : 0));

/** The sum of lines in fen. */
export const sum = (lines: AmountLine[]): number => lines.reduce((total, l) => total + l.amountFen, 0);
