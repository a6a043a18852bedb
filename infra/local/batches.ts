/** How a batch of stream records is carried out when some of it fails: the order within it is kept throughout. */

export interface Batches<R> {
  /** Carries out the batch; answers how many of its first records went well. A whole failure is 0, `named` tells that the function said which. */
  attempt: (records: R[]) => Promise<{ well: number; named: boolean }>;
  /** Where records go that failed too often. */
  giveUp: (records: R[], tries: number) => Promise<void> | void;
  pause: (tries: number) => Promise<void>;
  bisect: boolean;
  /** -1: for ever. */
  retries: number;
}

/** Resolves when every record went well or was given up. */
export const carryOut = async <R>(batches: Batches<R>, records: R[], tries = 0): Promise<void> => {
  const { well, named } = await batches.attempt(records);
  const rest = records.slice(well);
  if (rest.length === 0) return;
  if (batches.bisect && rest.length > 1) {
    // one that the function named is tried alone; otherwise halves tell which it is
    const cut = named ? 1 : Math.ceil(rest.length / 2);
    await carryOut(batches, rest.slice(0, cut), tries);
    return carryOut(batches, rest.slice(cut), tries);
  }
  if (batches.retries >= 0 && tries >= batches.retries) return batches.giveUp(rest, tries + 1);
  await batches.pause(tries);
  return carryOut(batches, rest, tries + 1);
};
