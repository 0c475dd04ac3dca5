import type { Gate } from '../../core/gating/gates/gates.ts';
import type { ReviewedGate } from '../../core/study/review/gate-facts.ts';
import type { ReviewOrder } from '../../core/study/review/review-order.ts';

/** Which samples are looked at: those of the session, or runs of the archive. */
type ReviewSource = 'session' | 'archive';

/** Which of the samples are shown: all, those that nobody judged as they stand, those that were sent back, those that look like another lot. */
export const reviewShares = ['all', 'open', 'returned', 'doubted'] as const;
type ReviewShare = (typeof reviewShares)[number];

export const thumbnailSizes = ['small', 'medium', 'large'] as const;
export type ThumbnailSize = (typeof thumbnailSizes)[number];

export type ReviewAsking = 'return' | 'apply' | 'accept' | 'keep';

/** How one looks at one gate of many samples. */
export interface ReviewLook {
  readonly source: ReviewSource;
  /** Undefined: the first that samples have. */
  readonly gate: ReviewedGate | undefined;
  readonly order: ReviewOrder;
  readonly filter: string;
  readonly share: ReviewShare;
  readonly size: ThumbnailSize;
  /** Ids in the order in which they stand: it stays as it is while samples are judged. */
  readonly shown: readonly string[];
  readonly active: string | undefined;
  readonly chosen: readonly string[];
  /** The active one is shown large. */
  readonly isLarge: boolean;
  /** The gate of the active sample where a hand has moved it, not yet part of the document. */
  readonly draft: { readonly id: string; readonly gate: Gate } | undefined;
  /** Which bound of the gate arrows move; undefined: the gate as a whole. */
  readonly bound: string | undefined;
  /** A reason is asked for: why samples are sent back, given a gate, or why a gate far from the accepted ones is accepted or kept. */
  readonly asking: ReviewAsking | undefined;
}

export const emptyReview: ReviewLook = {
  source: 'session',
  gate: undefined,
  order: 'distance',
  filter: '',
  share: 'all',
  size: 'medium',
  shown: [],
  active: undefined,
  chosen: [],
  isLarge: false,
  draft: undefined,
  bound: undefined,
  asking: undefined,
};
