import { normalQuantile } from '../../../base/math/normal.ts';

/** What a step says of one population of its gate, in per cent of the parent. */
export interface PartEstimate {
  readonly percent: number;
  /** Interval that covers counting and where the gate stands; counting alone is narrower. */
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
  /** Expected by the model: events that do not belong, and events that are missing. */
  readonly falsePositive: number;
  readonly falseNegative: number;
}

const CONFIDENCE = 0.95;
/** Cells that no gate tells apart (unresolved doublets, debris): points that hold for every part that is there. */
const IMPURITY = 0.08;

/**
 * Delta method: the variance of counting, and that of the gate's place, as one binomial of fewer events, by Wilson.
 * @param moved points by which the part changes when its dividers move by their own standard deviation
 */
export function estimatePart(count: number, total: number, moved: number, falsePositive: number, falseNegative: number): PartEstimate {
  const p = total === 0 ? 0 : count / total;
  const counting = (p * (1 - p)) / Math.max(1, total);
  const place = (moved / 100) ** 2 + (count === 0 || count === total ? 0 : IMPURITY / 100) ** 2;
  const effective = counting === 0 ? Math.max(1, total) : total * (counting / (counting + place));
  const z = normalQuantile(1 - (1 - CONFIDENCE) / 2);
  const centre = (p + (z * z) / (2 * effective)) / (1 + (z * z) / effective);
  const half = (z / (1 + (z * z) / effective)) * Math.sqrt((p * (1 - p)) / effective + (z * z) / (4 * effective * effective));
  return {
    percent: 100 * p,
    low: count === 0 ? 0 : 100 * Math.max(0, centre - half),
    high: count === total ? 100 : 100 * Math.min(1, centre + half),
    confidence: CONFIDENCE,
    falsePositive,
    falseNegative,
  };
}
