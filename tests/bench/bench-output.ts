/** One figure of a bench: its median over `n` repeats, with the extremes. */
export interface BenchRow {
  readonly key: string;
  readonly value: number;
  readonly unit: string;
  readonly n: number;
  readonly min: number;
  readonly max: number;
}

export function rowOf(key: string, unit: string, values: readonly number[]): BenchRow {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
  return {
    key,
    value: round(median),
    unit,
    n: sorted.length,
    min: round(sorted[0] ?? Number.NaN),
    max: round(sorted.at(-1) ?? Number.NaN),
  };
}

const round = (value: number): number => Number(value.toPrecision(4));

/** The document that every bench prints, alone on standard output. */
export const printBench = (bench: string, rows: readonly BenchRow[]): void =>
  void process.stdout.write(`${JSON.stringify({ bench, rows })}\n`);
