/** One figure of a bench: its value over `n` cases or repeats, with the extremes. */
export interface BenchRow {
  readonly key: string;
  readonly value: number;
  readonly unit: string;
  readonly n: number;
  readonly min: number;
  readonly max: number;
}

export const row = (key: string, unit: string, value: number, values: readonly number[]): BenchRow => ({
  key,
  value: round(value),
  unit,
  n: values.length,
  min: round(values.length === 0 ? value : Math.min(...values)),
  max: round(values.length === 0 ? value : Math.max(...values)),
});

/** To four digits. */
export const round = (value: number): number => Number(value.toPrecision(4));

export function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at));
}
