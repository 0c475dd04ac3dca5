import { Problem } from '../../base/problem.ts';
import type { CultureAnalysis } from '../../biology/classification/culture-analysis.ts';
import { measureResidual, type ResidualResult } from '../residual/measure-residual.ts';
import type { ResidualPlan } from '../residual/residual-plan.ts';
import { type Tube, tubeOf } from '../residual/tube.ts';

/** One side of a comparison of residual cells. */
export interface ResidualSide extends Pick<ResidualResult, 'state' | 'upper'> {
  readonly plan: { readonly name: string; readonly revision: number };
  readonly n: number;
  readonly total: number;
}

/** A sample whose state is another one. Blanks are no part of it. */
export interface ResidualChange {
  readonly lot: string | undefined;
  readonly day: number | undefined;
  readonly files: readonly string[];
  readonly before: ResidualSide;
  readonly after: ResidualSide;
}

interface OneSide {
  readonly analysis: CultureAnalysis;
  readonly plan: ResidualPlan | undefined;
}

/** Adds up the tubes of each sample, before and after; takes no more memory than a few numbers a tube. */
export function createResidualComparison() {
  const samples = new Map<string, { readonly plans: [ResidualPlan, ResidualPlan]; readonly tubes: [Tube[], Tube[]]; files: string[] }>();
  return {
    /** A run by both sides; one without a plan on either side, or of no sample, tells nothing. */
    add(file: string, before: OneSide, after: OneSide): void {
      const { role, lot, culture, donor, day } = after.analysis.sample.metadata;
      if (before.plan === undefined || after.plan === undefined || (role !== 'sample' && role !== 'blood')) return;
      // without lot and donor two files are two samples
      const key = JSON.stringify([lot, culture, donor, day, lot === undefined && donor === undefined ? file : '']);
      const known = samples.get(key) ?? { plans: [before.plan, after.plan], tubes: [[], []], files: [] };
      samples.set(key, known);
      known.files.push(file);
      [before, after].forEach(({ analysis }, i) => {
        const tube = tubeOrNone(file, analysis, known.plans[i]!);
        if (tube !== undefined) known.tubes[i]!.push(tube);
      });
    },
    changes: (): readonly ResidualChange[] =>
      [...samples.values()].flatMap(({ plans, tubes, files }) => {
        const [before, after] = [0, 1].map((i) => sideOf(plans[i]!, tubes[i]!)) as [ResidualSide, ResidualSide];
        const { lot, day } = (tubes[1][0] ?? tubes[0][0])?.metadata ?? {};
        return before.state === after.state ? [] : [{ lot, day, files, before, after }];
      }),
  };
}

function tubeOrNone(file: string, analysis: CultureAnalysis, plan: ResidualPlan): Tube | undefined {
  try {
    return tubeOf(file, analysis, plan);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

function sideOf(plan: ResidualPlan, tubes: readonly Tube[]): ResidualSide {
  const { state, upper, sum } = measureResidual({ ...plan, needsBlank: false }, tubes);
  return { plan: { name: plan.name, revision: plan.revision }, state, upper, n: sum?.n ?? 0, total: sum?.total ?? 0 };
}
