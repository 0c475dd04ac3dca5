import type { FcsContent } from '../../core/data/fcs/write/write-content.ts';

/** The four parts of CD3 x CD56, in the order of the labels. */
export const parts = ['nk', 'nkt-like', 't', 'double-negative'] as const;
export type Part = (typeof parts)[number];
export type Shares = { readonly [P in Part]: number };

/** A sample of which is known what every event is. */
export interface LabelledSample {
  readonly scenario: Scenario;
  readonly repeat: number;
  readonly content: FcsContent;
  /** Per cent that the events were drawn by, of live single lymphoid cells. */
  readonly drawn: Shares;
  /** Per cent among the live single lymphoid events that came out. */
  readonly present: Shares;
}

/** One line of the benchmark: a composition under one disturbance. */
export interface Scenario {
  readonly name: string;
  /** `blood`: balanced, moderate disturbances; `extreme`: 95 % and more of one kind; `hard`: beyond what is promised, reported all the same. */
  readonly group: 'blood' | 'extreme' | 'hard';
  readonly source: 'mixture' | 'simulation';
  readonly events: number;
  /** Nothing disturbed: its intervals are held against the drawing proportions. */
  readonly plain: boolean;
}

export const percentages = (counts: readonly number[]): Shares => {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const at = (i: number) => (total === 0 ? 0 : (100 * counts[i]!) / total);
  return { nk: at(0), 'nkt-like': at(1), t: at(2), 'double-negative': at(3) };
};
