import { poissonUpper } from '../../base/math/poisson-limits.ts';
import { countingInterval } from '../../statistics/interval.ts';

/** Copies of the provirus for 100 cells, and the cells that were assayed: two copies of the reference gene a cell. */
export const proviralLoad = (tax: number, reference: number): { readonly per100: number; readonly cells: number } => ({
  per100: (tax / (reference / 2)) * 100,
  cells: reference / 2,
});

/** Diploid human cells in a mass of DNA. */
export const cellsOfDna = (nanograms: number, picogramsPerCell: number): number => (nanograms * 1000) / picogramsPerCell;

/** Not detected: the largest fraction of infected cells that the cells assayed leave possible. */
export const upperOfPcr = (cells: number, confidence = 0.95): number => poissonUpper(0, confidence) / cells;

/** Droplets of one target; wells of one sample are merged by their counts. */
export interface Droplets {
  readonly positives: number;
  readonly accepted: number;
}

/** Copies by droplets, with exact limits. */
export interface DropletCopies {
  readonly copiesPerDroplet: number;
  readonly copiesPerMicrolitre: number;
  readonly low: number;
  readonly high: number;
}

/** `nanolitres` of one droplet has no default: 0.85 and 0.91 are both common. Undefined where no droplet, or every one, is positive. */
export function copiesOfDroplets({ positives, accepted }: Droplets, nanolitres: number, confidence = 0.95): DropletCopies | undefined {
  const interval = countingInterval(positives, accepted, { method: 'clopper-pearson', confidence });
  if (interval === undefined || positives >= accepted) return undefined;
  const perMicrolitre = (share: number) => (-Math.log1p(-share) / nanolitres) * 1000;
  return {
    copiesPerDroplet: -Math.log1p(-positives / accepted),
    copiesPerMicrolitre: perMicrolitre(positives / accepted),
    low: perMicrolitre(interval.low / 100),
    high: perMicrolitre(interval.high / 100),
  };
}

export interface LoadWithLimits {
  readonly per100: number;
  readonly low: number;
  readonly high: number;
}

/** Load by droplets of both targets. */
export function loadOfDroplets(tax: DropletCopies, reference: DropletCopies): LoadWithLimits | undefined {
  if (!(tax.copiesPerMicrolitre > 0 && reference.copiesPerMicrolitre > 0)) return undefined;
  const { per100 } = proviralLoad(tax.copiesPerMicrolitre, reference.copiesPerMicrolitre);
  const limits = loadWithLimits(per100, tax, reference);
  return limits && { per100, ...limits };
}

interface SomeLimits {
  readonly low?: number;
  readonly high?: number;
}

/** Even on the logarithm: half the logarithmic widths of both intervals added in squares. Undefined where one of them has none. */
export function loadWithLimits(per100: number, ...targets: readonly SomeLimits[]): Pick<LoadWithLimits, 'low' | 'high'> | undefined {
  const widths = targets.map(({ low, high }) =>
    low === undefined || high === undefined || !(low > 0) ? Number.NaN : Math.log(high / low) / 2,
  );
  const factor = Math.exp(Math.hypot(...widths));
  return Number.isFinite(factor) ? { low: per100 / factor, high: per100 * factor } : undefined;
}
