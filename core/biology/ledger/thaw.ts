/** Percent of the viable cells that were frozen. */
export const thawRecovery = (frozenViable: number, thawedViable: number): number => (100 * thawedViable) / frozenViable;

/** What became of a frozen bag that was cultured again: `recultureFactor` viable cells given for each thawed one, `netYield` in percent of those frozen. */
export function recultureYield(frozenViable: number, thawedViable: number, infusedViable: number) {
  return {
    thawRecovery: thawRecovery(frozenViable, thawedViable),
    recultureFactor: infusedViable / thawedViable,
    netYield: (100 * infusedViable) / frozenViable,
  };
}
