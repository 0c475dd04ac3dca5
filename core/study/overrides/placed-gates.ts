import { indexStrategy } from '../../gating/strategy/edit-tree.ts';
import type { AuditEntry } from '../session/audit/audit.ts';
import type { SampleGroup } from '../session/document/group.ts';
import { membersOf } from '../session/document/group-members.ts';
import { fileKey, type Sample, type SessionDocument } from '../session/document/session-document.ts';
import type { History } from '../session/history.ts';
import { strategyOf } from '../session/session-strategy.ts';
import type { BookEntry } from './override-book.ts';

/** What persons of a session decided about gates of files, those of their gating groups among them, by path of the gate's first population, for work without the session. */
export interface GatesOfPersons {
  /** Gates that stand. */
  readonly placed: readonly Omit<BookEntry, 'version' | 'protocolSha256'>[];
  readonly takenBack: readonly TakenBack[];
}

/** A gate that was placed in this session and does not stand any more, where file and gate still do. */
interface TakenBack extends Pick<BookEntry, 'sha256' | 'dataset' | 'population' | 'by' | 'at'> {
  /** When the gates were placed that it takes back: one that another person placed stays. */
  readonly placedAt: readonly string[];
}

export function gatesOfPersons({ present, audit }: Pick<History, 'present' | 'audit'>): GatesOfPersons {
  const { protocol, samples } = present;
  const paths = new Map<string, string>();
  for (const { gate, path } of indexStrategy(protocol.strategy).populations)
    if (gate.id !== undefined && !paths.has(gate.id)) paths.set(gate.id, path);
  const placed = samples.flatMap((sample) => {
    const { sha256, dataset } = sample.file;
    return [...strategyOf(present, sample).overridden.values()].flatMap(({ gate, to, by, at, reason: why, group }) => {
      const population = paths.get(gate);
      const reason = group === undefined ? why : `${why} [${group}]`;
      return population === undefined ? [] : [{ sha256, dataset, population, to, by, at, reason }];
    });
  });
  const standing = new Set(placed.map((gate) => `${fileKey(gate)} ${gate.population}`));
  const acts = audit.flatMap(actsIn);
  const takenBack = [...placements(acts, samples)].flatMap(([key, { sample, gate, placedAt }]) => {
    const population = paths.get(gate);
    if (population === undefined || standing.has(`${fileKey(sample.file)} ${population}`)) return [];
    const { sha256, dataset } = sample.file;
    const { by, at } = takenBackBy(acts, key);
    return [{ sha256, dataset, population, by, at, placedAt }];
  });
  return { placed, takenBack };
}

/** Groups whose own compensation or statistics no list of gates can tell: numbers without the session would be others. */
export const groupsBeyondGates = (document: SessionDocument): readonly SampleGroup[] =>
  document.groups.filter(
    (group) => (group.own?.compensation !== undefined || group.own?.statistics !== undefined) && membersOf(document, group).length > 0,
  );

interface Act extends Pick<AuditEntry, 'by' | 'at'> {
  readonly action: AuditEntry['action'];
}

/** What was done as one, one by one. */
const actsIn = ({ action, by, at }: AuditEntry): readonly Act[] =>
  action.type === 'gates/change' ? action.edits.map((one) => ({ action: one, by, at })) : [{ action, by, at }];

const keyOf = (gate: string, sample: string): string => `${gate} ${sample}`;

/** Every gate that was ever placed in a single sample, or for a group, in which any sample may have been. */
function placements(acts: readonly Act[], samples: readonly Sample[]) {
  const found = new Map<string, { readonly sample: Sample; readonly gate: string; readonly placedAt: string[] }>();
  for (const { action, at } of acts) {
    if (action.type !== 'gate/change' || typeof action.scope === 'string') continue;
    const { gate, scope } = action;
    for (const sample of 'sample' in scope ? samples.filter(({ id }) => id === scope.sample) : samples) {
      const known = found.get(keyOf(gate, sample.id)) ?? { sample, gate, placedAt: [] };
      known.placedAt.push(at);
      found.set(keyOf(gate, sample.id), known);
    }
  }
  return found;
}

/** Who took it back, and when: by hand, else by undoing. */
function takenBackBy(acts: readonly Act[], key: string): Pick<Act, 'by' | 'at'> {
  const last = (is: (action: Act['action']) => boolean) => acts.findLast(({ action }) => is(action));
  const found =
    last((action) => action.type === 'gate/revert-override' && keyOf(action.gate, action.sample) === key) ??
    last(({ type }) => type === 'undo') ??
    acts.at(-1);
  if (found === undefined) throw new Error('a gate that was placed by nothing');
  return { by: found.by, at: found.at };
}
