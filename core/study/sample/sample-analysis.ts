import type { Finding } from '../../base/finding.ts';
import type { CultureAnalysis } from '../../biology/classification/culture-analysis.ts';
import type { CompensationUsed } from '../../data/compensation/compensation-used.ts';
import type { AbsentPopulation } from '../../gating/strategy/absent-populations.ts';
import type { AbsoluteResult } from '../../statistics/count-absolute.ts';
import type { ProliferationResult } from '../../statistics/count-generations.ts';
import type { StatisticResult } from '../../statistics/describe-populations.ts';
import type { PlotData } from '../../statistics/histograms/plot-data.ts';
import type { QualitySummary } from './assess-prepared.ts';
import type { ManualGate } from './manual-gates.ts';

/** Everything that `analyseSample` says about one data set of one file: plain data, ready for JSON, a table or a report. */
export interface SampleAnalysis extends CultureAnalysis {
  readonly protocol: { readonly name: string; readonly revision: number; readonly sha256: string };
  /** `engine` names the numbers (core/base/engine.ts); absent in results of before it was written. */
  readonly software: { readonly name: 'Lymphoscope'; readonly version: string; readonly engine?: string };
  readonly findings: readonly Finding[];
  readonly compensation: CompensationUsed;
  /** Gates that persons placed in this sample, and what that changed; absent where nobody did. */
  readonly manual?: readonly ManualGate[];
  /** Of the acquisition, when asked for. */
  readonly quality?: QualitySummary;
  /** What the strategy asks for and the sample cannot have; absent where it has all. */
  readonly absent?: readonly AbsentPopulation[];
  /** What `statistics.reported` of the protocol asks for; absent where it asks for nothing. */
  readonly statistics?: readonly StatisticResult[];
  /** Cells in a microlitre, where they were asked for. */
  readonly absolute?: AbsoluteResult;
  /** Dye dilutions that were asked for. */
  readonly proliferation?: readonly ProliferationResult[];
  /** Only when asked for. */
  readonly plots: readonly PlotData[];
}
