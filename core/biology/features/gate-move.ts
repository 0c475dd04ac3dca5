import { normalQuantile } from '../../base/math/normal.ts';
import type { PopulationResult } from '../../statistics/population-result.ts';

/**
 * By how many points (one standard deviation) a population's percentage of its parent moves with its gate, as the step that placed the
 * gate says; undefined where a person placed it.
 */
export function gateMove({ gate, count, percentOfParent }: PopulationResult, total: number): number | undefined {
  const automatic = gate?.automatic;
  if (automatic === undefined) return undefined;
  const { estimate } = automatic;
  if (estimate !== undefined) {
    const half = (estimate.high - estimate.low) / 2 / normalQuantile((1 + estimate.confidence) / 2);
    const share = (percentOfParent ?? 0) / 100;
    const counting = (1e4 * share * (1 - share)) / Math.max(1, total);
    return count === 0 ? half : Math.sqrt(Math.max(0, half * half - counting));
  }
  const doubt = automatic.evidence.find(({ code }) => code === 'cut-doubt')?.values?.['doubt'];
  // the doubt is the largest of several moves that nobody could see by eye: about two standard deviations
  return typeof doubt === 'number' ? doubt / 2 : 0;
}
