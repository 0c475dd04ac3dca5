import type { Values } from './event-table.ts';

/**
 * Adds weights times columns to `out`, in the order given and in double precision: compensation and unmixing. Four columns a pass, which
 * changes nothing in the order of the sums.
 */
export function addWeighted(out: Float64Array, columns: readonly Values[], weights: readonly number[]): void {
  let next = 0;
  for (; next + 4 <= columns.length; next += 4) addFour(out, columns.slice(next, next + 4), weights.slice(next, next + 4));
  for (; next < columns.length; next++) addOne(out, columns[next]!, weights[next]!);
}

function addOne(out: Float64Array, column: Values, weight: number): void {
  for (let event = 0; event < out.length; event++) out[event]! += weight * column[event]!;
}

function addFour(out: Float64Array, columns: readonly Values[], weights: readonly number[]): void {
  const [a, b, c, d] = columns as [Values, Values, Values, Values];
  const [wa, wb, wc, wd] = weights as [number, number, number, number];
  for (let event = 0; event < out.length; event++)
    out[event] = out[event]! + wa * a[event]! + wb * b[event]! + wc * c[event]! + wd * d[event]!;
}
