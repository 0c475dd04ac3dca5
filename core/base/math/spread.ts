export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** NaN of none. */
export const meanOf = (values: readonly number[]): number => sumOf(values) / values.length;

/** Sample variance, over n - 1; NaN of fewer than two. */
export function varianceOf(values: readonly number[]): number {
  if (values.length < 2) return Number.NaN;
  const mean = meanOf(values);
  return sumOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
}

/** Sample standard deviation. */
export const deviationOf = (values: readonly number[]): number => Math.sqrt(varianceOf(values));
