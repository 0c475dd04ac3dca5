import { indexStrategy } from '../../gating/strategy/edit-tree.ts';
import type { AuditEntry } from '../session/audit/audit.ts';
import { fileKey } from '../session/document/session-document.ts';
import type { History } from '../session/history.ts';
import type { BookEntry } from './override-book.ts';

/** What persons of a session decided about gates of single files, by path of the gate's first population, for work without the session. */
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
  const { protocol, overrides, samples } = present;
  const paths = new Map<string, string>();
  for (const { gate, path } of indexStrategy(protocol.strategy).populations)
    if (gate.id !== undefined && !paths.has(gate.id)) paths.set(gate.id, path);
  const placed = overrides.flatMap(({ gate, ...override }) => {
    const population = paths.get(gate);
    return population === undefined ? [] : [{ ...override, population }];
  });
  const standing = new Set(overrides.map((override) => `${fileKey(override)} ${override.gate}`));
  const takenBack = [...placements(audit)].flatMap(([key, { sample: id, gate, placedAt }]) => {
    const sample = samples.find((known) => known.id === id);
    const population = paths.get(gate);
    if (sample === undefined || population === undefined || standing.has(`${fileKey(sample.file)} ${gate}`)) return [];
    const { sha256, dataset } = sample.file;
    const { by, at } = takenBackBy(audit, key);
    return [{ sha256, dataset, population, by, at, placedAt }];
  });
  return { placed, takenBack };
}

const keyOf = (gate: string, sample: string): string => `${gate} ${sample}`;

/** Every gate that was ever placed in a single sample. */
function placements(audit: readonly AuditEntry[]) {
  const found = new Map<string, { readonly sample: string; readonly gate: string; readonly placedAt: string[] }>();
  for (const { action, at } of audit) {
    if (action.type !== 'gate/change' || typeof action.scope === 'string') continue;
    const { gate, scope } = action;
    const known = found.get(keyOf(gate, scope.sample)) ?? { sample: scope.sample, gate, placedAt: [] };
    known.placedAt.push(at);
    found.set(keyOf(gate, scope.sample), known);
  }
  return found;
}

/** Who took it back, and when: by hand, else by undoing. */
function takenBackBy(audit: readonly AuditEntry[], key: string): Pick<AuditEntry, 'by' | 'at'> {
  const last = (is: (action: AuditEntry['action']) => boolean) => audit.findLast(({ action }) => is(action));
  const found =
    last((action) => action.type === 'gate/revert-override' && keyOf(action.gate, action.sample) === key) ??
    last(({ type }) => type === 'undo') ??
    audit.at(-1);
  if (found === undefined) throw new Error('a gate that was placed by nothing');
  return found;
}
