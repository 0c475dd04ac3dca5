import type { Light } from '../../../gating/automatic/kind/step.ts';
import type { Density } from '../../../gating/density/density-1d.ts';
import { findCut } from '../../../gating/density/find-cut.ts';
import { findPeaks, type Peak, sideWidth, valleyBetween } from '../../../gating/density/peaks.ts';
import { lightOfSensitivity, rounded, sensitivityOf, worstLight } from '../../../gating/density/sensitivity.ts';
import { bandwidthBins, densityFrom } from './pooled-density.ts';

/** A cut on the scale of its channel, and how sure it is. */
export interface TaughtCut {
  readonly position: number;
  readonly light: Light;
  /** Points by which its own uncertainty moves what lies on its side. */
  readonly doubt: number;
}

const FEWEST = 100;

const mainPeak = (density: Density): Peak | undefined => highest(findPeaks(density, bandwidthBins(density)));
const highest = (peaks: readonly Peak[]): Peak | undefined =>
  peaks.reduce<Peak | undefined>((a, b) => (a && a.height >= b.height ? a : b), undefined);

/** A kind of cells holds at least this share of the height of the largest kind. */
const LEAST_HEIGHT = 0.2;

/** Of the kinds of cells that are no few the brightest one: where there are two targets, that of this label. */
function brightestPeak(density: Density): Peak | undefined {
  const peaks = findPeaks(density, bandwidthBins(density));
  const most = highest(peaks)?.height ?? 0;
  return peaks.filter(({ height }) => height >= LEAST_HEIGHT * most).at(-1);
}

/** Where effectors alone end on the label. */
export function endOfEffectors(effectors: Density): number | undefined {
  const peak = effectors.total < FEWEST ? undefined : mainPeak(effectors);
  return peak && peak.position + 5 * sideWidth(effectors, peak, -1);
}

/**
 * Targets by their label: above the trough that lies below them in wells with effectors, and a margin: effectors that took up label stay
 * below. Targets alone say where targets are, effectors alone where there are none.
 */
export function teachTargets(
  { alone, effectors, mixed }: { readonly alone: Density; readonly effectors: Density | undefined; readonly mixed: Density },
  margin: number,
): TaughtCut | undefined {
  const main = alone.total < FEWEST ? undefined : brightestPeak(alone);
  if (main === undefined) return undefined;
  const own = main.position - 4 * sideWidth(alone, main, 1);
  const end = effectors && endOfEffectors(effectors);
  const bins = bandwidthBins(mixed);
  const peaks = findPeaks(mixed, bins);
  const target = peaks.reduce<Peak | undefined>(
    (a, b) => (a && Math.abs(a.position - main.position) <= Math.abs(b.position - main.position) ? a : b),
    undefined,
  );
  const below = target && peaks.filter(({ bin, position }) => bin < target.bin && position < own).at(-1);
  const valley = below && target && valleyBetween(mixed, below, target, bins);
  const isClear = valley !== undefined && valley.significance > 4;
  const trough = isClear ? valley.position : Math.max(end ?? Number.NEGATIVE_INFINITY, own - (main.position - own) * 0.25);
  const position = trough + margin * (main.position - trough);
  const targets = densityFrom(mixed.total < FEWEST ? alone : mixed, end === undefined ? trough : Math.min(end, trough));
  const doubt = sensitivityOf(targets, position, [trough]);
  const isApart = end === undefined || end < position;
  return {
    ...{ position, doubt: rounded(doubt) },
    light: worstLight([lightOfSensitivity(doubt), isClear ? 'green' : 'amber', isApart ? 'green' : 'red']),
  };
}

/** Cells that take up a dye: above the valley over those that do not, which targets alone show, or above their clean edge. */
export function teachInjured(alone: Density, all: Density): TaughtCut | undefined {
  const live = alone.total < FEWEST ? undefined : mainPeak(alone);
  if (live === undefined) return undefined;
  const width = sideWidth(alone, live, -1);
  const prior = { low: live.position + 2 * width, expected: live.position + 5 * width, high: Math.max(live.position + 6 * width, 0.95) };
  const cut = findCut(all, prior, bandwidthBins(all), 4);
  const doubt = sensitivityOf(all, cut.position, cut.basis === 'valley' ? [] : cut.others);
  return {
    ...{ position: cut.position, doubt: rounded(doubt) },
    light: worstLight([lightOfSensitivity(doubt), cut.basis === 'prior' ? 'red' : 'green']),
  };
}

/** Beads: above the valley below the brightest kind. */
export function teachBeads(all: Density): TaughtCut | undefined {
  const bins = bandwidthBins(all);
  const peaks = findPeaks(all, bins);
  const [beads, next] = [peaks.at(-1), peaks.at(-2)];
  if (beads === undefined || next === undefined) return undefined;
  const { position, significance } = valleyBetween(all, next, beads, bins);
  const doubt = sensitivityOf(all, position, []);
  return { position, doubt: rounded(doubt), light: worstLight([lightOfSensitivity(doubt), significance > 4 ? 'green' : 'red']) };
}
