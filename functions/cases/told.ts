import type { Labelled } from './schema.ts';

/** Facts of which the same is said several times, each once and how often: 红头咬鹃 × 50. */
export const together = (facts: Labelled[]): Labelled[] =>
  [...Map.groupBy(facts, ({ label, value }) => JSON.stringify([label, value])).values()].flatMap(([fact, ...others]) =>
    fact ? [{ ...fact, label: others.length === 0 ? fact.label : `${fact.label} × ${others.length + 1}` }] : [],
  );
