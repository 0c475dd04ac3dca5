import { type Language, type Sentence, say } from '../../base/message.ts';
import { smoothHistogram } from '../../statistics/histograms/histogram-data.ts';
import type { HistogramLook } from '../../study/arrangement/plot.ts';

import type { Box } from './drawing.ts';
import type { Point } from './frame.ts';

/** Of bins: the standard deviation of the smoothing. */
const SIGMA = 2;

/** A histogram as a curve. */
export interface HistogramCurve {
  /** For each bin, in the units of the look. */
  readonly values: Float64Array;
  /** The largest. */
  readonly peak: number;
}

export const usualHistogram: HistogramLook = { y: 'count', isSmoothed: true };

/**
 * Counts over the bins of an axis as a curve: events in a bin, percent of the highest bin, or a density whose area over the axis (of length 1) is 1;
 * cumulative, the percentage of all events up to the end of a bin, which no smoothing touches.
 */
export function histogramCurve(counts: Uint32Array, { y, isSmoothed }: HistogramLook, isCumulative: boolean): HistogramCurve {
  const total = Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  );
  if (isCumulative) {
    let sum = 0;
    const values = Float64Array.from(counts, (count) => {
      sum += count;
      return (100 * sum) / total;
    });
    return { values, peak: 100 };
  }
  const smooth = isSmoothed ? smoothHistogram(counts, SIGMA) : Float64Array.from(counts);
  const highest = Math.max(...smooth);
  const unit = y === 'count' ? 1 : y === 'modal' ? 100 / Math.max(highest, Number.MIN_VALUE) : counts.length / total;
  const values = smooth.map((value) => value * unit);
  return { values, peak: highest * unit };
}

/** The curve in the data area of a plot, whose height is `top`. */
export const curvePoints = ({ values }: HistogramCurve, top: number, { x, y, width, height }: Box): readonly Point[] =>
  Array.from(values, (value, i): Point => [x + ((i + 0.5) / values.length) * width, y + height * (1 - Math.min(1, value / top))]);

/** The upper end of the y axis over several curves. */
export const topOf = (curves: readonly HistogramCurve[], isCumulative: boolean): number =>
  isCumulative ? 100 : Math.max(1e-9, ...curves.map(({ peak }) => peak)) / 0.96;

/** What the y axis of a histogram is called; its smoothing is said. */
export function histogramTitle({ y, isSmoothed }: HistogramLook, isCumulative: boolean, language: Language): string {
  if (isCumulative) return say(words.cumulative, {}, language);
  return isSmoothed ? say(words.smoothed, { what: words[y][language] }, language) : words[y][language];
}

const words = {
  count: { en: 'Events', ja: 'イベント数' },
  modal: { en: '% of maximum', ja: '最大値に対する%' },
  area: { en: 'Density (area 1)', ja: '密度(面積1)' },
  cumulative: { en: 'Cumulative %', ja: '累積%' },
  smoothed: { en: '{what}, smoothed', ja: '{what}・平滑化' },
} as const satisfies { readonly [word: string]: Sentence };
