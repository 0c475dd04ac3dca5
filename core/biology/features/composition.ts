import { betaQuantile } from '../../base/math/beta.ts';
import type { PartEstimate } from '../../gating/automatic/kind/part-estimate.ts';
import type { Interval } from '../../statistics/interval.ts';
import { countingInterval, type IntervalOptions } from '../../statistics/interval.ts';
import type { PopulationResult } from '../../statistics/population-result.ts';
import { compositionIds } from './feature-kinds.ts';

/** Jeffreys: half an event a part, so that a part without events has a logarithm. */
const PRIOR = 0.5;

/** The four parts that share one denominator, found by their roles; undefined where the strategy has no such four or no event in them. */
export function composeSample(populations: readonly PopulationResult[], interval: IntervalOptions): Composition | undefined {
  const members = compositionIds.map((role) => populations.find((population) => population.role === role));
  const first = members[0];
  if (first === undefined || members.some((member) => member === undefined)) return undefined;
  const denominator = first.path.split('/').slice(0, -1).join('/');
  const total = populations.find(({ path }) => path === denominator)?.count ?? 0;
  const composed = members.flatMap((member, i): CompositionPart[] => {
    const counted = member && countingInterval(member.count, total, interval);
    const role = compositionIds[i];
    if (!member || !counted || !role) return [];
    const { estimate } = member.gate?.automatic ?? {};
    return [
      {
        role,
        path: member.path,
        count: member.count,
        percent: (100 * member.count) / total,
        interval: counted,
        posterior: posteriorOf(member.count, total, interval.confidence),
        ...(estimate === undefined ? {} : { estimate }),
      },
    ];
  });
  return composed.length === compositionIds.length ? { denominator, denominatorCount: total, prior: PRIOR, parts: composed } : undefined;
}

/** Of a Dirichlet posterior over four parts, the marginal of one is beta(n + 1/2, N - n + 3/2). In percent. */
function posteriorOf(count: number, total: number, confidence: number): CompositionPart['posterior'] {
  const [a, b] = [count + PRIOR, total - count + PRIOR * (compositionIds.length - 1)];
  const end = (p: number) => 100 * betaQuantile(p, a, b);
  return { mean: (100 * a) / (a + b), low: end((1 - confidence) / 2), high: end((1 + confidence) / 2), confidence };
}

export interface Composition {
  /** What the parts are percentages of: the path of the population that holds them. */
  readonly denominator: string;
  readonly denominatorCount: number;
  /** Events that the Dirichlet prior gives to each part. */
  readonly prior: number;
  readonly parts: readonly CompositionPart[];
}

export interface CompositionPart {
  readonly role: 'nk' | 'nkt-like' | 't' | 'double-negative';
  readonly path: string;
  readonly count: number;
  readonly percent: number;
  /** Covers counting only. */
  readonly interval: Interval;
  /** Of the Dirichlet posterior over the four parts, in percent; counting only. */
  readonly posterior: { readonly mean: number; readonly low: number; readonly high: number; readonly confidence: number };
  /** Covers counting and where the gate stands; there where an automatic step placed it. */
  readonly estimate?: PartEstimate;
}
