import { isFixed } from '../../../gating/gates/gates.ts';
import { indexStrategy, mapShared } from '../../../gating/strategy/edit-tree.ts';
import type { GateNode } from '../../../gating/strategy/strategy.ts';
import type { PlacedGate, SampleGroup } from '../document/group.ts';
import type { SessionDocument } from '../document/session-document.ts';

/** Every gate that a person placed in place of the protocol's: in single samples, and in groups. */
export const placedGates = ({ overrides, groups }: Pick<SessionDocument, 'overrides' | 'groups'>): readonly PlacedGate[] => [
  ...overrides,
  ...groups.flatMap(({ own }) => own?.gates ?? []),
];

/** Names of what gates were drawn on by hand, in the protocol, in groups or in single samples: on another scale they would stand elsewhere. */
export function drawnOn(document: Pick<SessionDocument, 'protocol' | 'overrides' | 'groups'>): ReadonlySet<string> {
  const placed = new Set(placedGates(document).map(({ gate }) => gate));
  const isDrawn = ({ id, gate }: GateNode) => isFixed(gate) || (id !== undefined && placed.has(id));
  return new Set(indexStrategy(document.protocol.strategy).gates.flatMap(({ node }) => (isDrawn(node) ? node.dimensions : [])));
}

/** Changes or drops them, wherever they were placed; the document itself where nothing changed. */
export function mapPlaced(document: SessionDocument, change: <P extends PlacedGate>(placed: P) => P | undefined): SessionDocument {
  const overrides = mapShared(document.overrides, change);
  const groups = mapShared(document.groups, (group) => {
    const before = group.own?.gates;
    if (before === undefined) return group;
    const gates = mapShared(before, change);
    return gates === before ? group : withOwn(group, { gates: [...gates] });
  });
  if (overrides === document.overrides && groups === document.groups) return document;
  return { ...document, overrides: [...overrides], groups: [...groups] };
}

/** A group with other things of its own; what is undefined or empty is left out, so that a group as it was before is the same again. */
export function withOwn(
  { own, ...group }: SampleGroup,
  change: { readonly [P in keyof NonNullable<SampleGroup['own']>]: unknown },
): SampleGroup {
  const parts = Object.entries({ ...own, ...change }).filter(([, part]) => part !== undefined && !isEmpty(part));
  return parts.length === 0 ? group : { ...group, own: Object.fromEntries(parts) };
}

const isEmpty = (part: unknown): boolean =>
  Array.isArray(part) ? part.length === 0 : typeof part === 'object' && part !== null && Object.keys(part).length === 0;
