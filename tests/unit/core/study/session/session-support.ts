import { readFileSync } from 'node:fs';
import { Problem } from '../../../../../core/base/problem.ts';
import type { GateNode } from '../../../../../core/gating/strategy/strategy.ts';
import { type Protocol, parseProtocol } from '../../../../../core/study/protocol/protocol.ts';
import type { Stamp } from '../../../../../core/study/session/document/group.ts';
import type { Sample } from '../../../../../core/study/session/document/session-document.ts';
import type { Edit } from '../../../../../core/study/session/edits/edit-kinds.ts';
import { commit, emptyHistory, type History } from '../../../../../core/study/session/history.ts';

export const shipped = parseProtocol(readFileSync(new URL('../../../../../core/study/protocol/nk-t.json', import.meta.url), 'utf8'));

export const stamp: Stamp = { at: '2026-11-22T09:00:00.000Z', by: 'operator 1' };

export const sampleNumber = (n: number): Sample => ({
  id: `s${n}`,
  file: { name: `run-${n}.fcs`, path: `data/run-${n}.fcs`, sha256: n.toString(16).padStart(64, '0'), size: 1000 + n, dataset: 0 },
  metadata: { role: 'sample' },
});

export const rectangle = (min: number) => ({ kind: 'rectangle' as const, ranges: [{ min }] });
export const polygon = (x: number) => ({
  kind: 'polygon' as const,
  vertices: [
    [x, 0],
    [1, 0],
    [1, 1],
  ] as [number, number][],
});

export const node = (name: string, dimension: string, gates?: readonly GateNode[]): GateNode => ({
  dimensions: [dimension],
  gate: rectangle(0.5),
  populations: [{ name, ...(gates === undefined ? {} : { gates }) }],
});

export const booleanNode = (name: string, ...operands: readonly string[]): GateNode => ({
  dimensions: [],
  gate: { kind: 'boolean', operation: 'and', operands: operands.map((population) => ({ population, complement: false })) },
  populations: [{ name }],
});

/** Cells > (T, B > (X)) and a boolean gate "T and X" beside them, in a protocol named `small`. */
export const small: Protocol = {
  ...shipped,
  name: 'small',
  strategy: [node('Cells', 'FSC', [node('T', 'CD3'), node('B', 'CD19', [node('X', 'CD4')]), booleanNode('T and X', 'T', 'Cells/B/X')])],
};

export const commitAll = (edits: readonly Edit[], from: History = emptyHistory): History =>
  edits.reduce((history, edit) => commit(history, edit, stamp), from);

/** `small` with two samples. */
export const begun = (): History =>
  commitAll([
    { type: 'protocol/replace', protocol: small },
    { type: 'sample/add', samples: [sampleNumber(1), sampleNumber(2)] },
  ]);

export function problemOf(action: () => unknown): Problem {
  try {
    action();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('no problem');
}
