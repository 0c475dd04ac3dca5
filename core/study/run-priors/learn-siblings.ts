import { medianInPlace } from '../../base/math/median.ts';
import { compileTransform } from '../../data/transforms/transforms.ts';
import { kindOf } from '../../gating/gates/gates.ts';
import type { PopulationResult } from '../../statistics/population-result.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { SampleAnalysis } from '../sample/sample-analysis.ts';
import { axisKey, type RunPriors, type StepAxis, stepAxes } from './run-priors.ts';

/** Fewer siblings say nothing. */
const FEWEST = 3;

/**
 * Where the other samples of a run have their cuts, for every gate of one sample that is not green: of samples whose own gate is green,
 * as linear values. Green gates learn nothing, so that no sample is its own witness. The protocol's gates have ids (`nameGates`).
 */
export function learnSiblings(of: SampleAnalysis, run: readonly SampleAnalysis[], protocol: Protocol): RunPriors {
  const others = run.filter((other) => other !== of && other.sample.metadata.role === 'sample');
  return new Map(
    stepAxes(protocol.strategy).flatMap((place) => {
      const own = firstOf(of, place);
      if (own === undefined || own.gate?.automatic?.light === 'green') return [];
      const cuts = others.flatMap((other) => cutIn(other, place) ?? []);
      if (cuts.length < FEWEST) return [];
      const siblings = {
        samples: cuts.length,
        low: Math.min(...cuts),
        high: Math.max(...cuts),
        cut: medianInPlace(Float64Array.from(cuts)),
      };
      return [[axisKey(place), { siblings }] as const];
    }),
  );
}

const firstOf = ({ populations }: SampleAnalysis, { gate }: StepAxis): PopulationResult | undefined =>
  populations.find(({ gate: placed }) => placed?.id === gate && placed.automatic !== undefined);

/** The cut of a green gate as a linear value; of two dividers, the middle. */
function cutIn(analysis: SampleAnalysis, place: StepAxis): number | undefined {
  const placed = firstOf(analysis, place)?.gate;
  const channel = analysis.channels.find(({ id }) => id === place.dimension);
  if (placed?.automatic?.light !== 'green' || channel === undefined) return undefined;
  const { gate } = placed;
  const at = kindOf(gate).cuts?.at(gate, place.axis);
  return at === undefined ? undefined : compileTransform(channel.transform).unscale(at);
}
