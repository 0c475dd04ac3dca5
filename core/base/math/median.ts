/** Median of the first `length` values, which are reordered; the mean of the two middle ones where their number is even. NaN if empty. */
export function medianInPlace(values: Float64Array, length: number = values.length): number {
  if (length === 0) return Number.NaN;
  const middle = length >> 1;
  const upper = selectInPlace(values, length, middle);
  if (length % 2 === 1) return upper;
  let lower = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < middle; i++) if (values[i]! > lower) lower = values[i]!;
  return (lower + upper) / 2;
}

/** The quantile of R's type 7 (linear between order statistics) of the first `length` values, which are reordered. */
export function quantileInPlace(values: Float64Array, p: number, length: number = values.length): number {
  if (length === 0) return Number.NaN;
  const at = (length - 1) * p;
  const index = Math.floor(at);
  const low = selectInPlace(values, length, index);
  if (index === at) return low;
  let high = Number.POSITIVE_INFINITY;
  for (let i = index + 1; i < length; i++) if (values[i]! < high) high = values[i]!;
  return low + (high - low) * (at - index);
}

/** The k-th smallest of the first `length` values (Hoare's selection, median of three); smaller ones end up before it. */
export function selectInPlace(values: Float64Array, length: number, k: number): number {
  let left = 0;
  let right = length - 1;
  while (left < right) {
    const pivot = middleOf(values[left]!, values[(left + right) >> 1]!, values[right]!);
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i <= j) {
        const swap = values[i]!;
        values[i++] = values[j]!;
        values[j--] = swap;
      }
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else break;
  }
  return values[k]!;
}

const middleOf = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
