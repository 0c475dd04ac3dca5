import type { Box } from './drawing.ts';

/**
 * Says which part (0 to 1) of a picture's events a box of the page would hide. `counts` are bins x bins, row by row from the bottom of
 * the frame. Any box is answered from four sums of a table, since labels try many places.
 */
export function hiddenEvents(counts: Uint32Array, bins: number, frame: Box): (box: Box) => number {
  let made: Uint32Array | undefined;
  const side = bins + 1;
  const clamp = (edge: number): number => Math.max(0, Math.min(bins, edge));
  const column = (x: number): number => ((x - frame.x) / frame.width) * bins;
  const row = (y: number): number => (1 - (y - frame.y) / frame.height) * bins;
  return ({ x, y, width, height }) => {
    const [left, right] = [clamp(Math.floor(column(x))), clamp(Math.ceil(column(x + width)))];
    const [bottom, top] = [clamp(Math.floor(row(y + height))), clamp(Math.ceil(row(y)))];
    // a plot without labels needs none
    made ??= cumulative(counts, bins);
    const sums = made;
    const total = Math.max(1, sums[sums.length - 1]!);
    const at = (r: number, c: number): number => sums[r * side + c]!;
    return (at(top, right) - at(bottom, right) - at(top, left) + at(bottom, left)) / total;
  };
}

/** At (row, column) the sum of all counts below that row and left of that column. */
function cumulative(counts: Uint32Array, bins: number): Uint32Array {
  const side = bins + 1;
  const sums = new Uint32Array(side * side);
  for (let r = 1; r < side; r++) {
    let rowSum = 0;
    for (let c = 1; c < side; c++) {
      rowSum += counts[(r - 1) * bins + c - 1]!;
      sums[r * side + c] = sums[(r - 1) * side + c]! + rowSum;
    }
  }
  return sums;
}
