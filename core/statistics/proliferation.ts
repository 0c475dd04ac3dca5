/**
 * Numbers of a dye-dilution assay from the cells counted in each generation (0 first). Programs give the same words to different
 * numbers, so each is named by what it is; see docs/en/statistics.md for who calls it what.
 */
export interface Proliferation {
  /** Cells that the culture started from, as far as they left descendants: sum of N_i / 2^i. */
  readonly precursors: number;
  /** Percent of precursors that divided at least once. */
  readonly percentDivided: number | undefined;
  /** Mean divisions of all precursors. */
  readonly divisionsPerPrecursor: number | undefined;
  /** Mean divisions of those that divided. */
  readonly divisionsPerDividing: number | undefined;
  /** Cells now over precursors. */
  readonly expansion: number | undefined;
  /** The same for those that divided. */
  readonly expansionOfDividing: number | undefined;
}

export function proliferationOf(generations: readonly number[]): Proliferation {
  const precursorsOf = generations.map((cells, i) => cells / 2 ** i);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const ratio = (above: number, below: number): number | undefined => (below > 0 ? above / below : undefined);
  const precursors = sum(precursorsOf);
  const dividing = sum(precursorsOf.slice(1));
  const divisions = sum(precursorsOf.map((count, i) => count * i));
  return {
    precursors,
    percentDivided: ratio(100 * dividing, precursors),
    divisionsPerPrecursor: ratio(divisions, precursors),
    divisionsPerDividing: ratio(divisions, dividing),
    expansion: ratio(sum(generations), precursors),
    expansionOfDividing: ratio(sum(generations.slice(1)), dividing),
  };
}
