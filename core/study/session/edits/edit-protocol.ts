import { combinationOf } from '../../../gating/gates/gates.ts';
import { indexStrategy } from '../../../gating/strategy/edit-tree.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import type { Override, SessionDocument } from '../document/session-document.ts';
import { emptyDocument } from '../document/session-empty.ts';
import { refuseSession } from '../document/session-problems.ts';
import { checkMatrix, checkStrategy } from './edit-check.ts';
import { staysFit } from './edit-fit.ts';
import { idsByAddress, nameGates } from './edit-ids.ts';
import type { EditOf } from './edit-kinds.ts';
import { followOperands } from './edit-operands.ts';

/**
 * Another protocol, or another revision of the same one (the same name). A revision's gates keep their ids where they stand at
 * the same address, and with them what was changed by hand; `lostOf` says what does not survive.
 */
export function replaceProtocol(document: SessionDocument, { protocol }: EditOf<'protocol/replace'>): SessionDocument {
  const named = nameProtocol(document, protocol);
  checkStrategy(named.protocol.strategy);
  checkMatrix(protocol.compensation);
  const lost = new Set(lostOf(document, named.protocol));
  const overrides = document.overrides.filter((override) => !lost.has(override));
  return followOperands(emptyDocument, { ...document, ...named, overrides });
}

function nameProtocol(document: SessionDocument, protocol: Protocol): Pick<SessionDocument, 'protocol' | 'gateIds'> {
  const known = isRevision(document, protocol) ? idsByAddress(document.protocol.strategy) : new Map<string, string>();
  const { gates, gateIds } = nameGates(protocol.strategy, document.gateIds, [], known);
  return { protocol: { ...protocol, strategy: [...gates] }, gateIds };
}

/** A gate placed by hand stays only where its gate is still there and it fits. A boolean one's paths may mean others now: it goes. */
function lostOf(document: SessionDocument, protocol: Protocol): readonly Override[] {
  if (!isRevision(document, protocol)) return document.overrides;
  const old = new Map(indexStrategy(document.protocol.strategy).gates.map(({ node }) => [node.id, node]));
  const now = new Map(indexStrategy(protocol.strategy).gates.map(({ node }) => [node.id, node]));
  return document.overrides.filter(({ gate, to }) => {
    const [before, after] = [old.get(gate), now.get(gate)];
    if (before === undefined || after === undefined || combinationOf(to) !== undefined) return true;
    return !staysFit(to, before, after);
  });
}

const isRevision = (document: SessionDocument, protocol: Protocol): boolean => document.protocol.name === protocol.name;

export function setCompensation(document: SessionDocument, { compensation }: EditOf<'compensation/set'>): SessionDocument {
  checkMatrix(compensation);
  return withProtocol(document, { compensation });
}

export const setProfiles = (document: SessionDocument, { profiles }: EditOf<'profiles/set'>): SessionDocument =>
  withProtocol(document, { classifier: { ...document.protocol.classifier, profiles } });

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
