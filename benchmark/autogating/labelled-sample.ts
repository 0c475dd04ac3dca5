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
  /** Of every event its place in `parts`; that of no part where it is no live single lymphoid cell. Absent where that is not kept. */
  readonly labels?: Uint8Array;
}

/** What makes real samples hard to gate. */
export const sampleKinds = [
  'monocytes',
  'saturated doublets',
  'off-scale piles',
  'dim CD56',
  'whole blood',
  'pre-gated',
  'mass cytometry',
  'gains',
] as const;
export type SampleKind = (typeof sampleKinds)[number];

/** One line of the benchmark: a composition under one disturbance, or a kind of sample. */
export interface Scenario {
  readonly name: string;
  /** `blood`: balanced, moderate disturbances; `extreme`: 95 % and more of one kind; `hard`: beyond what is promised, reported all the same; kinds have rows of their own. */
  readonly group: 'blood' | 'extreme' | 'hard' | SampleKind;
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
