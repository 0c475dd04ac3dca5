import { type BenchRow, quantile, row } from '../../benchmark/rows/bench-row.ts';

/** A figure that was measured several times: its median. */
export const rowOf = (key: string, unit: string, values: readonly number[]): BenchRow => row(key, unit, quantile(values, 0.5), values);

/** The document that every bench prints, alone on standard output. */
export const printBench = (bench: string, rows: readonly BenchRow[]): void =>
  void process.stdout.write(`${JSON.stringify({ bench, rows })}\n`);
