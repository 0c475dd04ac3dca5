/** One figure of a bench: its value over `n` cases or repeats, with the extremes. */
export interface BenchRow {
  readonly key: string;
  readonly value: number;
  readonly unit: string;
  readonly n: number;
  readonly min: number;
  readonly max: number;
}
export declare const row: (key: string, unit: string, value: number, values: readonly number[]) => BenchRow;
/** To four digits. */
export declare const round: (value: number) => number;
export declare function quantile(values: readonly number[], p: number): number;
