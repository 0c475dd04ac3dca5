import { compileTransform } from '../../data/transforms/transforms.ts';
import { isStep } from '../../gating/automatic/steps.ts';
import { type PlacedCut, updatePrior } from '../../gating/automatic/update-prior.ts';
import { mapGates, namesOf } from '../../gating/strategy/edit-tree.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';
import { changedProtocol, type Protocol } from '../protocol/protocol.ts';
import type { SampleAnalysis } from '../sample/sample-analysis.ts';

export interface UpdatedProtocol {
  readonly protocol: Protocol;
  /** Every gate whose prior moved: its populations, and from how many samples. */
  readonly gates: readonly { readonly populations: string; readonly samples: number }[];
}

/**
 * A protocol whose priors have learnt from gates that persons placed where its automatic steps stood. Its gates have ids (`nameGates`);
 * the analyses are of that protocol with the persons' gates in place. The next revision, where anything was learnt.
 */
export function updateProtocolPriors(protocol: Protocol, analyses: readonly SampleAnalysis[]): UpdatedProtocol {
  const gates: UpdatedProtocol['gates'][number][] = [];
  const strategy = mapGates(protocol.strategy, (node) => {
    const { gate } = node;
    const placed = isStep(gate) ? analyses.flatMap((analysis) => placedCutIn(analysis, node) ?? []) : [];
    if (!isStep(gate) || placed.length === 0) return node;
    const updated = updatePrior(gate, placed);
    if (updated === gate) return node;
    gates.push({ populations: namesOf(node), samples: placed.length });
    return { ...node, gate: updated };
  });
  if (gates.length === 0) return { protocol, gates };
  return { protocol: changedProtocol(protocol, { revision: protocol.revision + 1, strategy: [...strategy] }), gates };
}

/** What stands where the step stood, if a person placed it. */
function placedCutIn({ populations, channels }: SampleAnalysis, { id, dimensions }: GateNode): PlacedCut | undefined {
  const placed = populations.find(({ gate }) => gate?.id === id)?.gate;
  if (id === undefined || placed === undefined || placed.automatic !== undefined) return undefined;
  const zeroOf = (dimension: string) => {
    const channel = channels.find((used) => used.id === dimension);
    const zero = channel === undefined ? 0 : compileTransform(channel.transform).scale(0);
    return Number.isFinite(zero) ? zero : 0;
  };
  return { gate: placed.gate, zeros: dimensions.map(zeroOf) };
}
