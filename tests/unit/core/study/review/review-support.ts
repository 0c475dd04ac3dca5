import type { Light } from '../../../../../core/gating/automatic/kind/step.ts';
import type { Gate } from '../../../../../core/gating/gates/gates.ts';
import type { PopulationResult } from '../../../../../core/statistics/population-result.ts';
import type { SampleAnalysis } from '../../../../../core/study/sample/sample-analysis.ts';

const population = (path: string, count: number, more: Partial<PopulationResult> = {}): PopulationResult => ({
  path,
  name: path.split('/').at(-1) ?? '',
  depth: path.split('/').length,
  count,
  percentOfParent: undefined,
  percentOfTotal: undefined,
  interval: undefined,
  medians: {},
  ...more,
});

/** As much of an analysis as a review reads: one gate, "T" below "Cells". */
export function analysisOf(
  gate: Gate,
  cells: number,
  count: number,
  dimensions: readonly string[] = ['CD3'],
  light?: Light,
): Pick<SampleAnalysis, 'populations' | 'channels'> {
  const automatic = light === undefined ? {} : { automatic: { step: 'cut', light, evidence: [] } };
  return {
    channels: [],
    populations: [
      population('', cells),
      population('Cells', cells),
      population('Cells/T', count, { gate: { dimensions, gate, part: 0, id: 'g1', ...automatic } }),
    ],
  };
}
