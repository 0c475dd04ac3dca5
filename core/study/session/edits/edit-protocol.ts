import { combinationOf } from '../../../gating/gates/gates.ts';
import { indexStrategy, mapShared } from '../../../gating/strategy/edit-tree.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import type { GroupOwn, PlacedGate, SampleGroup } from '../document/group.ts';
import type { SessionDocument } from '../document/session-document.ts';
import { emptyDocument } from '../document/session-empty.ts';
import { refuseSession } from '../document/session-problems.ts';
import { checkMatrix, checkStrategy } from './edit-check.ts';
import { staysFit } from './edit-fit.ts';
import { changeOwn } from './edit-groups.ts';
import { idsByAddress, nameGates } from './edit-ids.ts';
import type { EditOf } from './edit-kinds.ts';
import { followOperands } from './edit-operands.ts';
import { namesEntry } from './edit-transform.ts';
import { mapPlaced, withOwn } from './placed-gates.ts';

/**
 * Another protocol, or another revision of the same one (the same name). A revision's gates keep their ids where they stand at
 * the same address, and with them what was changed by hand; `staysUnder` says what survives.
 */
export function replaceProtocol(document: SessionDocument, { protocol }: EditOf<'protocol/replace'>): SessionDocument {
  const named = nameProtocol(document, protocol);
  checkStrategy(named.protocol.strategy);
  checkMatrix(protocol.compensation);
  const stays = staysUnder(document, named.protocol);
  const kept = mapPlaced(document, (placed) => (stays(placed) ? placed : undefined));
  const groups = mapShared(kept.groups, (group) => withOwn(group, ownUnder(document, named.protocol, group)));
  return followOperands(emptyDocument, { ...kept, ...named, groups: [...groups] });
}

/** What a group holds of its own was of the protocol that goes, unless another revision of it comes: that keeps what it still has a name for. */
function ownUnder(document: SessionDocument, protocol: Protocol, { own }: SampleGroup): GroupOwn {
  if (!isRevision(document, protocol)) return { compensation: undefined, transforms: undefined, statistics: undefined, report: undefined };
  return {
    transforms: own?.transforms && Object.fromEntries(Object.entries(own.transforms).filter(([entry]) => namesEntry(protocol, entry))),
  };
}

function nameProtocol(document: SessionDocument, protocol: Protocol): Pick<SessionDocument, 'protocol' | 'gateIds'> {
  const known = isRevision(document, protocol) ? idsByAddress(document.protocol.strategy) : new Map<string, string>();
  const { gates, gateIds } = nameGates(protocol.strategy, document.gateIds, [], known);
  return { protocol: { ...protocol, strategy: [...gates] }, gateIds };
}

/** A gate placed by hand stays only where its gate is still there and it fits. A boolean one's paths may mean others now: it goes. */
function staysUnder(document: SessionDocument, protocol: Protocol): (placed: PlacedGate) => boolean {
  if (!isRevision(document, protocol)) return () => false;
  const old = new Map(indexStrategy(document.protocol.strategy).gates.map(({ node }) => [node.id, node]));
  const now = new Map(indexStrategy(protocol.strategy).gates.map(({ node }) => [node.id, node]));
  return ({ gate, to }) => {
    const [before, after] = [old.get(gate), now.get(gate)];
    if (before === undefined || after === undefined || combinationOf(to) !== undefined) return false;
    return staysFit(to, before, after);
  };
}

const isRevision = (document: SessionDocument, protocol: Protocol): boolean => document.protocol.name === protocol.name;

/** For all samples, or for a gating group. */
export function setCompensation(document: SessionDocument, { compensation, scope }: EditOf<'compensation/set'>): SessionDocument {
  if (compensation !== null) checkMatrix(compensation);
  if (scope !== undefined) return changeOwn(document, scope.group, { compensation: compensation ?? undefined });
  return compensation === null ? document : withProtocol(document, { compensation });
}

export const setProfiles = (document: SessionDocument, { profiles }: EditOf<'profiles/set'>): SessionDocument =>
  withProtocol(document, { classifier: { ...document.protocol.classifier, profiles } });

export function setResidual(document: SessionDocument, { plan }: EditOf<'residual/set'>): SessionDocument {
  const { residual: _, ...protocol } = document.protocol;
  return { ...document, protocol: plan === null ? protocol : { ...protocol, residual: plan } };
}

export function setPlots(document: SessionDocument, { plots }: EditOf<'plots/set'>): SessionDocument {
  const { plots: _, ...protocol } = document.protocol;
  return { ...document, protocol: plots === null ? protocol : { ...protocol, plots } };
}

export function pinChannel(document: SessionDocument, { entry: id, channel }: EditOf<'panel/pin'>): SessionDocument {
  const { entries } = document.protocol.panel;
  if (!entries.some((entry) => entry.id === id)) refuseSession('panel-unknown', { entry: id });
  const pinned = entries.map((entry) => {
    if (entry.id !== id) return entry;
    const { channel: _, ...rest } = entry;
    return channel === null ? rest : { ...rest, channel };
  });
  return withProtocol(document, { panel: { entries: pinned } });
}

const withProtocol = (document: SessionDocument, change: Partial<Protocol>): SessionDocument => ({
  ...document,
  protocol: { ...document.protocol, ...change },
});
