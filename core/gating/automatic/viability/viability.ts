import * as z from 'zod';
import { BINS, type Density, densityOf } from '../../density/density-1d.ts';
import { bandwidthFor, DENSITY_HIGH, DENSITY_LOW } from '../../density/density-range.ts';
import { findPeaks, type Peak, sideWidth, type Valley, valleyBetween } from '../../density/peaks.ts';
import { heldTo, onAxis, windowIn } from '../../density/run-axis.ts';
import { runEvidence } from '../../density/run-evidence.ts';
import { lightOfSensitivity, pointsBetween, rounded, sensitivityOf, worstLight } from '../../density/sensitivity.ts';
import { rectangleGate } from '../../gates/rectangle/schema.ts';
import type { CutPrior } from '../kind/cut-prior.ts';
import { cutPriorSchema, onScale } from '../kind/cut-prior.ts';
import { onlyAxis } from '../kind/learning-axis.ts';
import { sameRunSchema } from '../kind/same-run.ts';
import type { StepKind } from '../kind/step.ts';

/** Live cells on a dye that dead cells take up: below the first valley above the negatives, or at the negatives' clean edge. */
const viabilitySchema = z.strictObject({
  kind: z.literal('viability'),
  prior: cutPriorSchema.meta({ en: 'where the cut is expected', ja: '想定される境界' }),
  /** Distance from the negatives where there is no valley, in their standard deviations. */
  spread: z.number().positive().default(4).meta({ en: 'standard deviations from the live cells', ja: '生細胞からの距離(SD)' }),
  /** What controls and siblings of the run say; set for one analysis, not by hand. */
  sameRun: sameRunSchema.optional().meta({ readOnly: true }),
});
export type ViabilityStep = z.infer<typeof viabilitySchema>;

const FEWEST = 100;
/** Share of the events that the negatives must hold to be the live cells. */
const LEAST_SHARE = 0.04;

export const viability: StepKind<ViabilityStep> = {
  schema: viabilitySchema,
  words: { en: 'Live cells by a dye', ja: '生細胞(死細胞染色)' },
  dimensions: [{ en: 'viability dye', ja: '死細胞染色' }],
  names: () => ['Live'],
  usual: { kind: 'viability', prior: { low: 0.15, expected: 0.35, high: 0.55 }, spread: 4 },
  learns: onlyAxis(),
  gateDimensions: 1,
  cleans: 'possibly',
  place({ prior: shares, spread, sameRun }, input) {
    const run = onAxis(sameRun, input.scales[0] ?? Number);
    const prior = windowIn(run, onScale(shares, input.zeros[0] ?? 0));
    const bandwidth = bandwidthFor(input.parentCount);
    const density = densityOf(input, 0, DENSITY_LOW, DENSITY_HIGH, bandwidth);
    const bins = (bandwidth * BINS) / (DENSITY_HIGH - DENSITY_LOW);
    const peaks = distinct(density, findPeaks(density, bins), bins);
    const valley = firstValley(density, peaks, prior, bins);
    const live = highest(peaks.filter((peak) => peak.position < (valley?.position ?? prior.high)));
    if (live === undefined || density.total < FEWEST) return refused(prior.expected, density.total);
    const width = sideWidth(density, live, -1);
    const clear = valley !== undefined;
    const edge = Math.max(live.position + spread * width, Math.min(prior.expected, live.position + 8 * width));
    const position = valley?.position ?? heldTo(run.control, run.siblings?.cut ?? edge);
    const doubt = sensitivityOf(density, position, clear ? [] : [live.position + 3 * width, Math.min(edge, prior.high)]);
    const alive = pointsBetween(density, DENSITY_LOW, position);
    const values = { live: rounded(alive, 1), doubt: rounded(doubt), spread: rounded((position - live.position) / width, 1) };
    return {
      gate: rectangleGate([{ max: position }]),
      light: worstLight([lightOfSensitivity(doubt), alive < 60 ? 'amber' : 'green']),
      evidence: [
        { code: clear ? 'live-valley' : 'live-edge', values },
        ...runEvidence(run, position, density),
        ...(alive < 60 ? [{ code: 'few-live', values: { live: values.live } }] : []),
      ],
    };
  },
};

const refused = (max: number, events: number) => ({
  gate: rectangleGate([{ max }]),
  light: 'red' as const,
  evidence: [{ code: 'no-live-mode', values: { events } }],
});

/** A valley less deep than this share of its lower peak is a ripple. */
const RIPPLE = 0.5;

function distinct(density: Density, peaks: readonly Peak[], bins: number): readonly Peak[] {
  const kept: Peak[] = [];
  for (const peak of peaks) {
    const before = kept.at(-1);
    if (before === undefined || valleyBetween(density, before, peak, bins).height < RIPPLE * Math.min(before.height, peak.height))
      kept.push(peak);
    else if (peak.height > before.height) kept[kept.length - 1] = peak;
  }
  return kept;
}

/** The deepest valley within the prior, against the lower of its two peaks: dead cells have several modes, live ones at times two. */
function firstValley(density: Density, peaks: readonly Peak[], prior: CutPrior, bins: number): Valley | undefined {
  const valleys = peaks.slice(1).flatMap((right, i) => {
    const valley = valleyBetween(density, peaks[i]!, right, bins);
    const inside = valley.position > prior.low && valley.position < prior.high && valley.significance > 4;
    const share = pointsBetween(density, DENSITY_LOW, valley.position);
    return inside && share > 100 * LEAST_SHARE ? [{ valley, depth: valley.height / Math.min(peaks[i]!.height, right.height) }] : [];
  });
  return valleys.toSorted((a, b) => a.depth - b.depth)[0]?.valley;
}

const highest = (peaks: readonly Peak[]): Peak | undefined => peaks.toSorted((a, b) => b.height - a.height)[0];
