import { indexStrategy, joinPath, namesOf } from '../../../gating/strategy/edit-tree.ts';
import type { GateNode } from '../../../gating/strategy/strategy.ts';
import { fileKey, isOverrideOf, type Override, type Sample, type SessionDocument } from '../document/session-document.ts';
import { emptyDocument } from '../document/session-empty.ts';
import { limits } from '../document/session-limits.ts';
import { refuseSession } from '../document/session-problems.ts';
import { checkFit } from './edit-fit.ts';
import { checkGroups } from './edit-groups.ts';
import { followOperands } from './edit-operands.ts';
import { checkReviews } from './review-rules.ts';

/** Everything that holds in every session and that a schema cannot say. Throws the problem of the first rule that is broken. */
export function checkDocument(document: SessionDocument): void {
  checkStrategy(document.protocol.strategy);
  checkSamples(document);
  checkOverrides(document);
  checkGroups(document);
  checkGroupsOwn(document);
  checkReviews(document);
  checkMatrix(document.protocol.compensation);
  followOperands(emptyDocument, document);
}

/** Every gate has an id of its own and fits its node; populations below one parent have names of their own. */
export function checkStrategy(strategy: readonly GateNode[]): void {
  const { gates, populations } = indexStrategy(strategy);
  const ids = new Set<string>();
  for (const { node, parent, level } of gates) {
    if (level > limits.gateLevels) refuseSession('strategy-too-deep', { limit: limits.gateLevels });
    const place = joinPath(parent, namesOf(node));
    if (node.id === undefined) refuseSession('gate-id-missing', { population: namesOf(node) }, place);
    if (ids.has(node.id)) refuseSession('gate-id-taken', { gate: node.id }, place);
    ids.add(node.id);
    checkFit(node);
  }
  const paths = new Set<string>();
  for (const { node, path } of populations) {
    const composed = path.normalize('NFC');
    if (paths.has(composed)) refuseSession('sibling-name-taken', { population: node.name }, path);
    paths.add(composed);
  }
}

/** No id and no data set of a file stands twice. */
export function checkSamples({ samples }: SessionDocument): void {
  if (samples.length > limits.samples) refuseSession('samples-full', { limit: limits.samples });
  const ids = new Set<string>();
  const files = new Set<string>();
  for (const { id, file } of samples) {
    if (ids.has(id)) refuseSession('sample-id-taken', { sample: id });
    if (files.has(fileKey(file))) refuseSession('sample-exists', { file: file.name, dataset: file.dataset + 1 });
    ids.add(id);
    files.add(fileKey(file));
  }
}

/** An override changes a gate of the strategy, in a sample of the session, once, and fits there. */
function checkOverrides({ overrides, samples, protocol }: SessionDocument): void {
  const nodes = new Map(indexStrategy(protocol.strategy).gates.map(({ node }) => [node.id, node]));
  const files = new Set(samples.map(({ file }) => fileKey(file)));
  const seen = new Set<string>();
  for (const override of overrides) {
    const node = nodes.get(override.gate);
    if (node === undefined) refuseSession('gate-unknown', { gate: override.gate }, 'overrides');
    if (!files.has(fileKey(override))) refuseSession('sample-unknown', { sample: override.sha256 }, 'overrides');
    const key = `${fileKey(override)} ${override.gate}`;
    if (seen.has(key)) refuseSession('override-taken', { population: namesOf(node), sample: sampleOf(override, samples) }, 'overrides');
    seen.add(key);
    checkFit({ ...node, gate: override.to });
  }
}

/** What groups hold of their own fits the protocol, as what single samples hold. */
function checkGroupsOwn({ groups, protocol }: SessionDocument): void {
  const nodes = new Map(indexStrategy(protocol.strategy).gates.map(({ node }) => [node.id, node]));
  for (const { name, own } of groups) {
    const seen = new Set<string>();
    for (const { gate, to } of own?.gates ?? []) {
      const node = nodes.get(gate) ?? refuseSession('gate-unknown', { gate }, 'groups');
      if (seen.has(gate)) refuseSession('group-gate-taken', { population: namesOf(node), group: name }, 'groups');
      seen.add(gate);
      checkFit({ ...node, gate: to });
    }
    if (own?.compensation !== undefined) checkMatrix(own.compensation, 'groups');
  }
}

export function checkMatrix(compensation: SessionDocument['protocol']['compensation'], path = 'protocol.compensation'): void {
  if (compensation.use !== 'matrix') return;
  const { channels, matrix } = compensation;
  const isSquare = matrix.length === channels.length && matrix.every((row) => row.length === channels.length);
  if (!isSquare || new Set(channels).size !== channels.length) refuseSession('matrix-unfit', {}, path);
}

const sampleOf = (override: Override, samples: readonly Sample[]): string =>
  samples.find((sample) => isOverrideOf(override, sample))?.id ?? '';
