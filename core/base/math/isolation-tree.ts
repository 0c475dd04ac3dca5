const GAIN_LIMIT = 0.6;
const SMALLEST = 3;

/**
 * The isolation tree of PeacoQC: one deterministic tree over bins that splits where the standard deviation of any column falls most.
 * The largest leaf is what is kept. Prefix sums make every column's best split linear after sorting.
 */
export function isolateBins(columns: readonly Float64Array[]): boolean[] {
  const bins = columns[0]?.length ?? 0;
  const deepest = Math.ceil(Math.log2(Math.max(2, bins)));
  let largest: readonly number[] = [];
  const visit = (members: readonly number[], depth: number, limit: number): void => {
    const split = depth < deepest && members.length > SMALLEST ? bestSplit(columns, members, limit) : undefined;
    if (split === undefined) {
      if (members.length > largest.length) largest = members;
      return;
    }
    visit(split.left, depth + 1, split.gain);
    visit(split.right, depth + 1, split.gain);
  };
  visit([...new Array(bins).keys()], 0, GAIN_LIMIT);
  const kept = new Array<boolean>(bins).fill(false);
  for (const bin of largest) kept[bin] = true;
  return kept;
}

interface Split {
  readonly gain: number;
  readonly left: readonly number[];
  readonly right: readonly number[];
}

function bestSplit(columns: readonly Float64Array[], members: readonly number[], limit: number): Split | undefined {
  let best: Split | undefined;
  for (const column of columns) {
    const sorted = members.toSorted((a, b) => column[a]! - column[b]!);
    const n = sorted.length;
    const [sums, squares] = [new Float64Array(n + 1), new Float64Array(n + 1)];
    for (const [i, bin] of sorted.entries()) {
      sums[i + 1] = sums[i]! + column[bin]!;
      squares[i + 1] = squares[i]! + column[bin]! ** 2;
    }
    const deviation = (from: number, to: number) => {
      const size = to - from;
      if (size < 2) return 0;
      const mean = (sums[to]! - sums[from]!) / size;
      return Math.sqrt(Math.max(0, (squares[to]! - squares[from]! - size * mean * mean) / (size - 1)));
    };
    const whole = deviation(0, n);
    if (!(whole > 0)) continue;
    for (let at = 1; at < n; at++) {
      if (column[sorted[at]!] === column[sorted[at - 1]!]) continue;
      const gain = (whole - (deviation(0, at) + deviation(at, n)) / 2) / whole;
      if (gain > limit && gain > (best?.gain ?? 0)) best = { gain, left: sorted.slice(0, at), right: sorted.slice(at) };
    }
  }
  return best;
}
