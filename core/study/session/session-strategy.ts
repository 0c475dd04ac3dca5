import { indexStrategy, mapGates } from '../../gating/strategy/edit-tree.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { isOverrideOf, type Override, type Sample, type SessionDocument } from './document/session-document.ts';
import { withOwnGate } from './edits/edit-fit.ts';

/** The strategy as one sample is gated, and which of its gates a person placed there. */
export interface SampleStrategy {
  readonly strategy: readonly GateNode[];
  /** By the id of the gate. */
  readonly overridden: ReadonlyMap<string, Override>;
  /** By the path of each population that such a gate gives, for tables and reports. */
  readonly overriddenPopulations: ReadonlyMap<string, Override>;
}

/** The protocol's strategy with the overrides of one sample put in place. Only this sample's differ; every other node is shared. */
export function strategyOf({ protocol, overrides }: SessionDocument, sample: Sample): SampleStrategy {
  const overridden = new Map(
    overrides.filter((override) => isOverrideOf(override, sample)).map((override) => [override.gate, override] as const),
  );
  const ofNode = (node: GateNode) => (node.id === undefined ? undefined : overridden.get(node.id));
  const strategy = mapGates(protocol.strategy, (node) => {
    const override = ofNode(node);
    return override === undefined ? node : withOwnGate(node, override);
  });
  const overriddenPopulations = new Map(
    indexStrategy(strategy).populations.flatMap(({ path, gate }) => {
      const override = ofNode(gate);
      return override === undefined ? [] : [[path, override] as const];
    }),
  );
  return { strategy, overridden, overriddenPopulations };
}

/** The protocol that `analyseSample` takes for one sample. */
export const protocolOf = (document: SessionDocument, sample: Sample): Protocol => ({
  ...document.protocol,
  strategy: [...strategyOf(document, sample).strategy],
});
