import * as z from 'zod';
import { BINS, densityOf } from '../../density/density-1d.ts';
import { bandwidthFor, DENSITY_HIGH } from '../../density/density-range.ts';
import { findPeaks, type Peak, sideWidth, valleyBetween } from '../../density/peaks.ts';
import { lightOfSensitivity, pointsBetween, rounded, sensitivityOf, worstLight } from '../../density/sensitivity.ts';
import { rectangleGate } from '../../gates/rectangle/schema.ts';
import { forwardScatter } from '../kind/dimension-words.ts';
import type { StepKind } from '../kind/step.ts';

/** Cells above debris on forward scatter: above the valley left of the main kind of cells, or a clean distance below its mode. */
const debrisSchema = z.strictObject({
  kind: z.literal('debris'),
  /** Standard deviations below the mode of the cells, from its upper side, where there is no valley. */
  spread: z.number().positive().default(4).meta({ en: 'standard deviations below the cells', ja: '細胞集団からの距離(SD)' }),
  /** Modes below this share of the highest value are no cells. */
  lowest: z.number().min(0).max(1).default(0.15).meta({ en: 'lowest cells, share of the scale', ja: '細胞とみなす下限(軸の割合)' }),
});
export type DebrisStep = z.infer<typeof debrisSchema>;

const FEWEST = 100;
/** Removing more than this (per cent) is for a person to see. */
const MOST_REMOVED = 90;

export const debris: StepKind<DebrisStep> = {
  schema: debrisSchema,
  words: { en: 'Cells without debris', ja: 'デブリを除いた細胞' },
  dimensions: [forwardScatter],
  names: () => ['Cells'],
  usual: { kind: 'debris', spread: 4, lowest: 0.15 },
  gateDimensions: 1,
  cleans: 'possibly',
  place({ spread, lowest }, input) {
    const bandwidth = bandwidthFor(input.parentCount) * 0.7;
    const density = densityOf(input, 0, 0, DENSITY_HIGH, bandwidth);
    const bins = (bandwidth * BINS) / DENSITY_HIGH;
    const peaks = findPeaks(density, bins);
    const top = topOf(density.counts, density.total) * (DENSITY_HIGH / BINS);
    const cells = peaks
      .filter(({ position }) => position > lowest * top)
      .reduce<Peak | undefined>((a, b) => (a && a.height > b.height ? a : b), undefined);
    if (cells === undefined || density.total < FEWEST)
      return {
        gate: rectangleGate([{}]),
        light: 'red',
        evidence: [{ code: 'too-few-events', values: { events: density.total } }],
      };
    const left = peaks.filter(({ bin }) => bin < cells.bin).at(-1);
    const valley = left && valleyBetween(density, left, cells, bins);
    const clear = valley !== undefined && valley.significance > 4;
    const edge = Math.max(0, cells.position - spread * sideWidth(density, cells, 1));
    const position = clear ? valley.position : edge;
    const removed = pointsBetween(density, 0, position);
    const doubt = sensitivityOf(density, position, clear ? [] : [Math.max(0, edge * 0.8)]);
    return {
      gate: rectangleGate([{ min: position }]),
      light: worstLight([lightOfSensitivity(doubt), removed > MOST_REMOVED ? 'red' : 'green']),
      evidence: [{ code: clear ? 'debris-valley' : 'debris-edge', values: { removed: rounded(removed, 1), doubt: rounded(doubt) } }],
    };
  },
};

/** The bin below which 99.5 % of the events are. */
function topOf(counts: Float64Array, total: number): number {
  let [bin, sum] = [0, 0];
  while (bin < counts.length - 1 && sum < 0.995 * total) sum += counts[bin++]!;
  return bin;
}
