import { indexStrategy, mapGates } from '../../gating/strategy/edit-tree.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';
import { changedProtocol, type Protocol } from '../protocol/protocol.ts';
import type { SampleGroup } from './document/group.ts';
import { gatingGroupOf } from './document/group-members.ts';
import { isOverrideOf, type Sample, type SessionDocument } from './document/session-document.ts';
import { type OwnAct, withOwnGate } from './edits/edit-fit.ts';
import { namesEntry, withTransform } from './edits/edit-transform.ts';

/** A gate that a person placed for a sample: who, when, why, and, where it was for more than this one, for which group. */
type StandingGate = OwnAct & { readonly gate: string };

/** The strategy as one sample is gated, and which of its gates a person placed for it or for its group. */
export interface SampleStrategy {
  readonly strategy: readonly GateNode[];
  /** By the id of the gate. */
  readonly overridden: ReadonlyMap<string, StandingGate>;
  /** By the path of each population that such a gate gives, for tables and reports. */
  readonly overriddenPopulations: ReadonlyMap<string, StandingGate>;
}

/** The strategy with the gates of the sample's gating group, and above these its own, in place. Every other node is shared. */
export function strategyOf(document: SessionDocument, sample: Sample): SampleStrategy {
  const group = gatingGroupOf(document, sample);
  const overridden = new Map<string, StandingGate>();
  for (const placed of group?.own?.gates ?? []) overridden.set(placed.gate, { ...placed, group: group?.name ?? '' });
  for (const override of document.overrides) if (isOverrideOf(override, sample)) overridden.set(override.gate, override);
  const ofNode = (node: GateNode) => (node.id === undefined ? undefined : overridden.get(node.id));
  const strategy = mapGates(protocolOfGroup(document.protocol, group).strategy, (node) => {
    const placed = ofNode(node);
    return placed === undefined ? node : withOwnGate(node, placed);
  });
  const overriddenPopulations = new Map(
    indexStrategy(strategy).populations.flatMap(({ path, gate }) => {
      const placed = ofNode(gate);
      return placed === undefined ? [] : [[path, placed] as const];
    }),
  );
  return { strategy, overridden, overriddenPopulations };
}

/** The protocol that `analyseSample` takes for one sample: nearest wins, the sample itself before its gating group before all. */
export const protocolOf = (document: SessionDocument, sample: Sample): Protocol => ({
  ...protocolOfGroup(document.protocol, gatingGroupOf(document, sample)),
  strategy: [...strategyOf(document, sample).strategy],
});

/** The same as a document of its own: with a gate in it that a person placed it is not the protocol that was approved. */
export function protocolAlone(document: SessionDocument, sample: Sample): Protocol {
  const protocol = protocolOf(document, sample);
  return strategyOf(document, sample).overridden.size === 0 ? protocol : changedProtocol(protocol, {});
}

const made = new WeakMap<Protocol, WeakMap<NonNullable<SampleGroup['own']>, Protocol>>();

/** The protocol with a group's compensation, scales, statistics and report, its gates aside; the protocol itself where it has none of these. */
function protocolOfGroup(protocol: Protocol, group: SampleGroup | undefined): Protocol {
  const own = group?.own;
  if (own === undefined) return protocol;
  const known = made.get(protocol) ?? new WeakMap<NonNullable<SampleGroup['own']>, Protocol>();
  made.set(protocol, known);
  const before = known.get(own);
  if (before !== undefined) return before;
  const { gates: _, transforms = {}, ...settings } = own;
  const settled: Protocol = Object.keys(settings).length === 0 ? protocol : { ...protocol, ...(settings as Partial<Protocol>) };
  const scaled = Object.entries(transforms).reduce<Protocol>(
    (now, [entry, transform]) => (namesEntry(now, entry) ? withTransform(now, entry, transform) : now),
    settled,
  );
  // who approved the protocol approved it with its own settings
  const result = scaled === protocol ? protocol : changedProtocol(scaled, {});
  known.set(own, result);
  return result;
}
