import { combinationOf, type Gate } from '../../../gating/gates/gates.ts';
import { indexStrategy, namesOf } from '../../../gating/strategy/edit-tree.ts';
import type { GateNode } from '../../../gating/strategy/strategy.ts';
import type { Stamp } from '../document/group.ts';
import { isOverrideOf, type Override, type SessionDocument } from '../document/session-document.ts';
import { refuseSession } from '../document/session-problems.ts';
import { checkFit } from './edit-fit.ts';
import type { EditOf } from './edit-kinds.ts';
import { followOperands } from './edit-operands.ts';
import { sampleOf } from './edit-samples.ts';

/** Puts a gate in place for one sample, above the protocol's; an earlier one of the same sample gives way. */
export function overrideGate(
  document: SessionDocument,
  node: GateNode,
  to: Gate,
  scope: { readonly sample: string; readonly reason: string },
  { at, by }: Stamp,
): SessionDocument {
  const { file } = sampleOf(document, scope.sample);
  checkFit({ ...node, gate: to });
  const override: Override = { sha256: file.sha256, dataset: file.dataset, gate: node.id ?? '', to, by, at, reason: scope.reason };
  const others = document.overrides.filter((candidate) => !isSameKey(candidate, override));
  const changed = { ...document, overrides: [...others, override] };
  return combinationOf(to) === undefined ? changed : followOperands(document, changed);
}

export function revertOverride(document: SessionDocument, { gate, sample: id }: EditOf<'gate/revert-override'>): SessionDocument {
  const sample = sampleOf(document, id);
  const overrides = document.overrides.filter((override) => override.gate !== gate || !isOverrideOf(override, sample));
  if (overrides.length === document.overrides.length) {
    const node = indexStrategy(document.protocol.strategy).gates.find((at) => at.node.id === gate)?.node;
    refuseSession('override-unknown', { population: node === undefined ? gate : namesOf(node), sample: id });
  }
  return { ...document, overrides };
}

const isSameKey = (a: Override, b: Override): boolean => a.gate === b.gate && a.sha256 === b.sha256 && a.dataset === b.dataset;
