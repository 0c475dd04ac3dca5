import type { Values } from '../../base/message.ts';
import type { Bitmask } from '../../data/events/bitmask.ts';

/** A channel as quality control sees it: display-scale values, one part a shard, in the order of acquisition. */
export interface QualityChannel {
  readonly id: string;
  readonly kind: 'scatter' | 'fluorescence';
  readonly parts: readonly ArrayLike<number>[];
}

export interface QualityInput {
  readonly eventCount: number;
  /** Ticks of the clock; undefined where the file has no time. */
  readonly time: readonly ArrayLike<number>[] | undefined;
  /** Channels that hold the clock in two words, where no channel holds it whole. */
  readonly clockWords?: readonly string[];
  /** $TIMESTEP in seconds; undefined where the file does not say. */
  readonly secondsPerTick: number | undefined;
  readonly channels: readonly QualityChannel[];
  /** What is known of the stored values; nothing where absent. */
  readonly stored?: readonly QualityFinding[];
}

export const qualityReasons = ['flow-rate', 'signal', 'carry-over', 'margin'] as const;
export type QualityReason = (typeof qualityReasons)[number];

export type Verdict = 'good' | 'review' | 'reject';

/** A run of events that was flagged, from the first to before the last, and the channel that showed it. */
export interface FlaggedRun {
  readonly reason: QualityReason;
  readonly from: number;
  readonly to: number;
  readonly channel?: string;
}

/** Something about the acquisition that a person should know: a code of core/gating/quality/quality-findings.ts. */
export interface QualityFinding {
  readonly code: string;
  readonly severity: 'note' | 'review' | 'reject';
  readonly values?: Values;
}

/** A line to draw: one value a bin, with the bins that were flagged. */
export interface QualityPicture {
  readonly id: string;
  readonly unit: 'events-per-second' | 'scale';
  readonly values: readonly number[];
  readonly flagged: readonly boolean[];
}

export interface QualityReport {
  readonly eventCount: number;
  /** Events of the flagged runs by reason, in per cent of all events. An event may be flagged for several. */
  readonly flaggedPercent: { readonly [R in QualityReason]: number };
  readonly runs: readonly FlaggedRun[];
  /** What would be left out: nothing where the flags go beyond the budget, since then a person must decide. */
  readonly removedPercent: number;
  readonly overBudget: boolean;
  readonly kept: Bitmask;
  readonly findings: readonly QualityFinding[];
  readonly verdict: Verdict;
  readonly pictures: readonly QualityPicture[];
}
