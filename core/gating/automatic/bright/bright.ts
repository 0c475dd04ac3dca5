import * as z from 'zod';
import { BINS, densityOf } from '../../density/density-1d.ts';
import { bandwidthFor, DENSITY_HIGH, DENSITY_LOW } from '../../density/density-range.ts';
import { findPeaks, type Peak, sideWidth, valleyBetween } from '../../density/peaks.ts';
import { lightOfSensitivity, rounded, sensitivityOf } from '../../density/sensitivity.ts';
import { rectangleGate } from '../../gates/rectangle/schema.ts';
import { marker } from '../kind/dimension-words.ts';
import type { StepKind } from '../kind/step.ts';

/** Bright cells among positive ones (CD56 bright among NK cells): above the valley over the main mode, or its upper edge. */
const brightSchema = z.strictObject({
  kind: z.literal('bright'),
  /** Standard deviations above the main mode where there is no valley. */
  spread: z.number().positive().default(2.5).meta({ en: 'standard deviations above', ja: '主集団からの距離(SD)' }),
});
export type BrightStep = z.infer<typeof brightSchema>;

const FEWEST = 100;

export const bright: StepKind<BrightStep> = {
  schema: brightSchema,
  words: { en: 'Bright cells above dim ones', ja: '強陽性細胞' },
  dimensions: [marker],
  names: ([name = '']) => [`${name} bright`],
  usual: { kind: 'bright', spread: 2.5 },
  gateDimensions: 1,
  place({ spread }, input) {
    const bandwidth = bandwidthFor(input.parentCount);
    const density = densityOf(input, 0, DENSITY_LOW, DENSITY_HIGH, bandwidth);
    const bins = (bandwidth * BINS) / (DENSITY_HIGH - DENSITY_LOW);
    const peaks = findPeaks(density, bins);
    const main = peaks.reduce<Peak | undefined>((a, b) => (a && a.height >= b.height ? a : b), undefined);
    if (main === undefined || density.total < FEWEST)
      return {
        gate: rectangleGate([{}]),
        light: 'red',
        evidence: [{ code: 'too-few-events', values: { events: density.total } }],
      };
    const above = peaks.find(({ bin }) => bin > main.bin);
    const valley = above && valleyBetween(density, main, above, bins);
    const width = sideWidth(density, main, -1);
    const position = valley?.position ?? main.position + spread * width;
    // without a valley the line between dim and bright is a convention: never green
    const doubt = sensitivityOf(density, position, valley === undefined ? [position + width] : []);
    return {
      gate: rectangleGate([{ min: position }]),
      light: valley === undefined ? 'amber' : lightOfSensitivity(doubt),
      evidence: [{ code: valley === undefined ? 'bright-edge' : 'bright-valley', values: { doubt: rounded(doubt) } }],
    };
  },
};
