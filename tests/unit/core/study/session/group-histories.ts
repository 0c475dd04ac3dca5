import fc from 'fast-check';
import type { Protocol } from '../../../../../core/study/protocol/protocol.ts';
import type { Sample } from '../../../../../core/study/session/document/session-document.ts';
import type { Edit } from '../../../../../core/study/session/edits/edit-kinds.ts';
import { commit, type History } from '../../../../../core/study/session/history.ts';
import { commitAll, rectangle, sampleNumber, stamp } from './session-support.ts';

export const dayOf = (n: number): Sample => ({ ...sampleNumber(n), metadata: { role: n % 2 === 0 ? 'fmo' : 'sample', day: n } });
const gates = ['gate-1', 'gate-2', 'gate-3', 'gate-4'];
const gate = fc.constantFrom(...gates);
const group = fc.constantFrom('a', 'b', 'c');
const sample = fc.integer({ min: 1, max: 6 }).map((n) => `s${n}`);
const bound = fc.integer({ min: 1, max: 9 }).map((tenth) => rectangle(tenth / 10));
const criterion = fc.oneof(
  fc.record({
    of: fc.constant('role' as const),
    test: fc.constant('is' as const),
    values: fc.subarray(['fmo', 'sample'], { minLength: 1 }),
  }),
  fc.record({
    of: fc.constant('day' as const),
    test: fc.constant('is' as const),
    values: fc.uniqueArray(fc.integer({ min: 1, max: 6 }).map(String), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    of: fc.constant({ keyword: '$CYT' }),
    test: fc.constant('contains' as const),
    values: fc.subarray(['anto', 'x'], { minLength: 1 }),
  }),
);
/** What a person may do with the groups `a`, `b` and `c`, which gate, and `seen`, which only shows. */
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    type: fc.constant('group/change' as const),
    group,
    criteria: fc.array(criterion, { maxLength: 2 }),
    samples: fc.uniqueArray(sample, { maxLength: 2 }),
  }),
  fc.record({ type: fc.constant('group/order' as const), groups: fc.shuffledSubarray(['a', 'b', 'c', 'seen'], { minLength: 4 }) }),
  fc.record({ type: fc.constant('gate/change' as const), gate, to: bound, scope: fc.record({ group, reason: fc.constant('because') }) }),
  fc.record({ type: fc.constant('gate/change' as const), gate, to: bound, scope: fc.record({ sample, reason: fc.constant('because') }) }),
  fc.record({ type: fc.constant('gate/change' as const), gate, to: bound, scope: fc.constant('protocol' as const) }),
  fc.record({
    type: fc.constant('compensation/set' as const),
    compensation: fc.constantFrom({ use: 'none' as const }, { use: 'file' as const }, null),
    scope: fc.record({ group }),
  }),
  fc.record({
    type: fc.constant('transform/set' as const),
    entry: fc.constantFrom('CD3', 'CD19'),
    transform: fc.constantFrom({ kind: 'arcsinh' as const, T: 1000, M: 4, A: 1 }, null, 'inherited' as const),
    scope: fc.record({ group }),
  }),
  fc.record({ type: fc.constant('gate/remove' as const), gate: fc.constant('gate-4') }),
  fc.record({
    type: fc.constant('sample/metadata' as const),
    sample,
    metadata: fc.record({ role: fc.constantFrom('fmo' as const, 'sample' as const) }),
  }),
);

const groupNamed = (id: string, kind: 'gating' | 'viewing' = 'gating'): Edit => ({
  type: 'group/add',
  group: { id, name: `Group ${id}`, kind, criteria: [], samples: [] },
  keywords: [{ sample: 's1', values: { $CYT: 'FACSCanto II' } }],
});
export const begun = (protocol: Protocol, samples: readonly Sample[]): History =>
  commitAll([
    { type: 'protocol/replace', protocol },
    { type: 'sample/add', samples: [...samples] },
    groupNamed('a'),
    groupNamed('b'),
    groupNamed('c'),
    groupNamed('seen', 'viewing'),
  ]);

/** Those that fit, one after the other. */
export const done = (from: History, edits: readonly Edit[]): History =>
  edits.reduce((history, wanted) => {
    try {
      return commit(history, wanted, stamp);
    } catch {
      return history;
    }
  }, from);
