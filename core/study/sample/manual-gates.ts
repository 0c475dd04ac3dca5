import { mapGates } from '../../gating/strategy/edit-tree.ts';
import type { Population } from '../../gating/strategy/population.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { type GatePreparedOptions, gatePrepared } from './gate-prepared.ts';
import type { PreparedSample } from './prepared-sample.ts';

/** A population whose gate a person placed in this sample or for its group: the act, and what it changed. */
export interface ManualGate {
  readonly population: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly reason: string;
  /** The group that it was placed for; absent where it was placed in this sample alone. */
  readonly group?: string | undefined;
  /** As the protocol's own gates have it, and as it stands: counts, and percentages of the parent. */
  readonly before: Share | undefined;
  readonly after: Share;
}

interface Share {
  readonly count: number;
  readonly percent: number | undefined;
}

/** Every population of gates that persons placed in this sample, beside what the protocol alone would give; none where nobody did. */
export function manualGates(
  sample: PreparedSample,
  protocol: Protocol,
  populations: readonly Population[],
  options: GatePreparedOptions,
): readonly ManualGate[] {
  const own = populations.filter(({ placed }) => placed?.own !== undefined);
  if (own.length === 0) return [];
  const asProtocol = gatePrepared(sample, { ...protocol, strategy: [...withoutOwn(protocol.strategy)] }, { ...options, collect: true });
  return own.flatMap((population): readonly ManualGate[] => {
    const act = population.placed?.own;
    if (act === undefined) return [];
    const before = asProtocol.populations.find(({ path }) => path === population.path);
    return [{ population: population.path, ...act, before: before && shareOf(before), after: shareOf(population) }];
  });
}

const shareOf = ({ count, parent }: Population): Share => ({
  count,
  percent: parent === undefined || parent.count === 0 ? undefined : (100 * count) / parent.count,
});

const withoutOwn = (strategy: readonly GateNode[]): readonly GateNode[] =>
  mapGates(strategy, (node) => {
    if (node.own === undefined) return node;
    const { own, otherwise: _, ...rest } = node;
    return { ...rest, ...own.instead };
  });
