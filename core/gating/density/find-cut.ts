import type { CutPrior } from '../automatic/kind/cut-prior.ts';
import type { Density } from './density-1d.ts';
import { findPeaks, type Peak, sideWidth, type Valley, valleyBetween } from './peaks.ts';
import { heldTo, type RunAxis } from './run-axis.ts';

export interface Cut {
  readonly position: number;
  /** How it was found: a significant valley, the edge of the only peak, or the prior alone. */
  readonly basis: 'valley' | 'negative-edge' | 'positive-edge' | 'prior';
  readonly significance: number;
  /** Where else it could stand: what the doubt about it is reckoned from. */
  readonly others: readonly number[];
}

/** Standard deviations of the negatives that a cut keeps away from their peak in any case. */
const CLOSEST_SPREAD = 2.5;

/**
 * A cut between negative and positive events inside the prior's window. With a significant valley there, the valley;
 * with one kind only, a tail gate from that peak's clean side towards the prior: nobody is invented, nobody swallowed. A control of the
 * run says where negatives end: it stands in for the prior, and where it differs it is doubt.
 */
export function findCut(density: Density, prior: CutPrior, bandwidthBins: number, spread: number, control?: RunAxis['control']): Cut {
  const peaks = findPeaks(density, bandwidthBins);
  const valley = bestValley(density, peaks, prior, bandwidthBins);
  const shown = control === undefined ? [] : [control.edge];
  if (valley !== undefined) return { position: valley.position, basis: 'valley', significance: valley.significance, others: shown };
  const main = peaks.reduce<Peak | undefined>((best, peak) => (best === undefined || peak.height > best.height ? peak : best), undefined);
  if (main === undefined) return { position: prior.expected, basis: 'prior', significance: 0, others: [prior.low, prior.high, ...shown] };
  if (main.position < prior.expected) {
    // the prior holds unless the negatives reach beyond it; broad negatives may not push the cut over dim positives
    const closest = main.position + CLOSEST_SPREAD * sideWidth(density, main, -1);
    const tail = main.position + spread * sideWidth(density, main, -1);
    const position = control === undefined ? Math.max(prior.expected, closest) : heldTo(control, tail);
    const others = [tail, prior.expected, ...shown];
    return { position: clamp(position, prior), basis: 'negative-edge', significance: 0, others: others.map((at) => clamp(at, prior)) };
  }
  const edge = main.position - spread * sideWidth(density, main, 1);
  const others = [clamp(edge, prior), prior.expected, ...shown];
  return { position: clamp(Math.min(edge, prior.expected), prior), basis: 'positive-edge', significance: 0, others };
}

/** Of the valleys inside the window the deepest one relative to its peaks. */
function bestValley(density: Density, peaks: readonly Peak[], prior: CutPrior, bandwidthBins: number): Valley | undefined {
  let best: { readonly valley: Valley; readonly score: number } | undefined;
  peaks.slice(1).forEach((right, i) => {
    const left = peaks[i] as Peak;
    const valley = valleyBetween(density, left, right, bandwidthBins);
    if (valley.position < prior.low || valley.position > prior.high || valley.significance < 4) return;
    const score = valley.height / Math.min(left.height, right.height);
    if (best === undefined || score < best.score) best = { valley, score };
  });
  return best?.valley;
}

const clamp = (value: number, { low, high }: CutPrior): number => Math.min(Math.max(value, low), high);
