/** A Gaussian blur of a square plane, first along rows and then along columns; at the borders the weight outside is left out. */
export function blurred(counts: Uint32Array, bins: number, sigma: number): Float64Array {
  if (sigma === 0) return new Float64Array(counts);
  const reach = Math.ceil(sigma * 3);
  const weights = Float64Array.from({ length: reach * 2 + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)));
  /** What is left of the weights around each place, as a factor. */
  const inside = Float64Array.from({ length: bins }, (_, i) => {
    const within = weights.subarray(Math.max(0, reach - i), reach + bins - i);
    return 1 / within.reduce((sum, weight) => sum + weight, 0);
  });
  return alongColumns(alongRows(counts, bins, weights, inside), bins, weights, inside);
}

/** Only between the first and the last count of a row; the borders need no test, since a row lies between empty margins while it is summed. */
function alongRows(counts: Uint32Array, bins: number, weights: Float64Array, inside: Float64Array): Float64Array {
  const reach = (weights.length - 1) / 2;
  const result = new Float64Array(counts.length);
  const line = new Float64Array(bins + 2 * reach);
  for (let start = 0; start < counts.length; start += bins) {
    let [first, last] = [bins, -1];
    for (let i = 0; i < bins; i++) {
      const count = counts[start + i]!;
      line[reach + i] = count;
      if (count === 0) continue;
      if (last < 0) first = i;
      last = i;
    }
    for (let i = Math.max(0, first - reach); i <= Math.min(bins - 1, last + reach); i++) {
      let sum = 0;
      for (let j = 0; j < weights.length; j++) sum += weights[j]! * line[i + j]!;
      result[start + i] = sum * inside[i]!;
    }
  }
  return result;
}

/** Row by row, so that memory is read in order; an empty row adds nothing. */
function alongColumns(values: Float64Array, bins: number, weights: Float64Array, inside: Float64Array): Float64Array {
  const reach = (weights.length - 1) / 2;
  const result = new Float64Array(values.length);
  for (let from = 0; from < bins; from++) {
    const row = values.subarray(from * bins, (from + 1) * bins);
    const first = row.findIndex((value) => value !== 0);
    if (first < 0) continue;
    const last = row.findLastIndex((value) => value !== 0);
    for (let to = Math.max(0, from - reach); to <= Math.min(bins - 1, from + reach); to++) {
      const weight = weights[from - to + reach]! * inside[to]!;
      const start = to * bins;
      for (let i = first; i <= last; i++) result[start + i]! += weight * row[i]!;
    }
  }
  return result;
}
