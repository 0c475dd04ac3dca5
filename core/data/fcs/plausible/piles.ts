/** The largest value of a channel, and how much of it is that value alone. */
export interface Pile {
  readonly value: number;
  readonly percent: number;
}

/** A channel of so few different values is a label, not a measurement. */
const FEWEST_DIFFERENT = 32;

/** What stands at the largest value, from `leastPercent` on; nothing for labels, and for channels without any signal. */
export function pileAtTop(values: Float64Array, range: number, leastPercent: number): Pile | undefined {
  let [largest, least, at] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0];
  for (const value of values) {
    if (value > largest && value < Number.POSITIVE_INFINITY) {
      largest = value;
      at = 0;
    }
    if (value === largest) at++;
    if (value < least) least = value;
  }
  const percent = (100 * at) / values.length;
  if (percent < leastPercent) return undefined;
  const isTop = range > 1 && largest >= range - 1 && largest <= range;
  if (!Number.isFinite(largest) || largest === 0 || (largest === least && !isTop)) return undefined;
  if (!isTop && new Set(values).size < FEWEST_DIFFERENT) return undefined;
  return { value: largest, percent };
}
