import type { Matrix } from '../../base/math/matrix.ts';

/** Columns times the inverse of the spillover matrix. */
export function compensateColumns(columns: readonly Float64Array[], inverse: Matrix): readonly Float64Array[] {
  return columns.map((column, j) => {
    const out = new Float64Array(column.length);
    columns.forEach((observed, k) => {
      const weight = inverse[k]![j]!;
      if (weight !== 0) for (let event = 0; event < out.length; event++) out[event]! += weight * observed[event]!;
    });
    return out;
  });
}
