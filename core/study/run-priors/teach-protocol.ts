import { compileTransform } from '../../data/transforms/transforms.ts';
import { type Lesson, teachPrior } from '../../gating/automatic/teach-prior.ts';
import { mapGates, namesOf } from '../../gating/strategy/edit-tree.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { SampleAnalysis } from '../sample/sample-analysis.ts';
import { isStep } from './run-lessons.ts';

export interface TaughtProtocol {
  readonly protocol: Protocol;
  /** Every gate whose prior moved: its populations, and from how many samples. */
  readonly gates: readonly { readonly populations: string; readonly samples: number }[];
}

/**
 * A protocol whose priors have learnt from gates that persons placed where its automatic steps stood. Its gates have ids (`nameGates`);
 * the analyses are of that protocol with the persons' gates in place. The next revision, where anything was learnt.
 */
export function teachProtocol(protocol: Protocol, analyses: readonly SampleAnalysis[]): TaughtProtocol {
  const gates: TaughtProtocol['gates'][number][] = [];
  const strategy = mapGates(protocol.strategy, (node) => {
    const { gate } = node;
    const lessons = isStep(gate) ? analyses.flatMap((analysis) => lessonIn(analysis, node) ?? []) : [];
    if (!isStep(gate) || lessons.length === 0) return node;
    const taught = teachPrior(gate, lessons);
    if (taught === gate) return node;
    gates.push({ populations: namesOf(node), samples: lessons.length });
    return { ...node, gate: taught };
  });
  if (gates.length === 0) return { protocol, gates };
  return { protocol: { ...protocol, revision: protocol.revision + 1, strategy: [...strategy] }, gates };
}

/** What stands where the step stood, if a person placed it. */
function lessonIn({ populations, channels }: SampleAnalysis, { id, dimensions }: GateNode): Lesson | undefined {
  const placed = populations.find(({ gate }) => gate?.id === id)?.gate;
  if (id === undefined || placed === undefined || placed.automatic !== undefined) return undefined;
  const zeroOf = (dimension: string) => {
    const channel = channels.find((used) => used.id === dimension);
    const zero = channel === undefined ? 0 : compileTransform(channel.transform).scale(0);
    return Number.isFinite(zero) ? zero : 0;
  };
  return { gate: placed.gate, zeros: dimensions.map(zeroOf) };
}
