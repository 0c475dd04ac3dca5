import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../core/base/problem.ts';
import type { Gate } from '../../core/gating/gates/gates.ts';
import { spiderQuadrant } from '../../core/gating/gates/spider-quadrant/schema.ts';
import { indexStrategy } from '../../core/gating/strategy/edit-tree.ts';
import { replayAudit } from '../../core/study/session/audit/audit.ts';
import { checkAudit } from '../../core/study/session/audit-check.ts';
import type { SessionDocument } from '../../core/study/session/document/session-document.ts';
import { checkDocument } from '../../core/study/session/edits/edit-check.ts';
import type { Edit } from '../../core/study/session/edits/edit-kinds.ts';
import { commit, emptyHistory, type History, openHistory, redo, sessionOf, undo } from '../../core/study/session/history.ts';
import { openSession, serialiseSession } from '../../core/study/session/session-text.ts';
import { countForProof, proofSeed } from '../proof.ts';
import { booleanNode, node, polygon, rectangle, sampleNumber, shipped, small, stamp } from '../unit/core/study/session/session-support.ts';

const parseSession = (text: string) => openSession(text).session;

const kinds = [
  'protocol/replace',
  'sample/add',
  'sample/remove',
  'sample/relink',
  'sample/metadata',
  'gate/add',
  'gate/add',
  'kinds',
  'kinds',
  'boolean',
  'boolean',
  'gate/change',
  'override',
  'override',
  'gate/rename',
  'gate/rename',
  'gate/remove',
  'gate/move',
  'gate/move',
  'gates/change',
  'gate/revert-override',
  'group/add',
  'group/add',
  'group/change',
  'group/remove',
  'group/order',
  'group/own',
  'group gate',
  'group gate',
  'gate/revert-group',
  'samples/metadata',
  'gate/review',
  'gate/review',
  'transform/set',
  'compensation/set',
  'profiles/set',
  'panel/pin',
  'undo',
  'undo',
  'redo',
  'reopen',
] as const;
const names = ['T', 'B', 'X', 'Cells', '__proto__', 'constructor', 'γδ', 'が', 'a/b', ''];
const wish = fc.record({
  kind: fc.constantFrom(...kinds),
  a: fc.nat(50),
  b: fc.nat(50),
  name: fc.constantFrom(...names),
  value: fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100),
});
type Wish = typeof wish extends fc.Arbitrary<infer W> ? W : never;

const pick = <T>(items: readonly T[], n: number): T | undefined => items[n % Math.max(1, items.length)];

/** What a person might try now: mostly something that is there, sometimes something that does not fit. */
function editOf({ present }: History, { kind, a, b, name, value }: Wish): Edit | undefined {
  const { gates, populations } = indexStrategy(present.protocol.strategy);
  const gate = pick(gates, a)?.node.id ?? 'none';
  const sample = pick(present.samples, b)?.id ?? 'none';
  const paths = ['', ...populations.map(({ path }) => path)];
  const boolean = booleanNode(name, pick(paths.slice(1), b) ?? 'none', pick(populations, a + b)?.node.name ?? 'none');
  const to = pick([rectangle(value), polygon(value), boolean.gate], b) ?? rectangle(value);
  const grouped = groupEditOf(present, { kind, a, b, name, value }, gate, rectangle(value));
  if (grouped !== undefined) return grouped;
  switch (kind) {
    case 'protocol/replace':
      return { type: kind, protocol: pick([small, { ...small, revision: 2 }, shipped, present.protocol], a) ?? small };
    case 'sample/add':
      return { type: kind, samples: [sampleNumber(a % 6)] };
    case 'sample/remove':
      return { type: kind, samples: [sample] };
    case 'sample/relink':
      return { type: kind, sample, file: { ...(pick(present.samples, b) ?? sampleNumber(a)).file, name: `moved-${a}` } };
    case 'sample/metadata':
      return { type: kind, sample, metadata: { role: 'sample', day: a % 5 } };
    case 'gate/add':
      return {
        type: kind,
        parent: pick(paths, a) ?? '',
        node: node(name, 'CD3', b % 3 === 0 ? [node('X', 'CD4')] : undefined),
        ...(b % 2 === 0 ? {} : { position: b % 4 }),
      };
    case 'kinds': {
      // kinds of one, two and four populations
      const x = { dimensions: ['CD3'], gate: { kind: 'dividers' as const, values: [[value]], cells: [[0], [1]] } };
      const y = { dimensions: ['CD3', 'CD4'], gate: spiderQuadrant([value, 0.5]) };
      const many = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `${name || 'P'}${i}`.replaceAll('/', '') }));
      const drawn = b % 2 === 0 ? { ...x, populations: many(2) } : { ...y, populations: many(4) };
      return { type: 'gate/add', parent: pick(paths, a) ?? '', node: drawn };
    }
    case 'boolean':
      return { type: 'gate/add', parent: pick(paths, a) ?? '', node: boolean };
    case 'gate/change':
      return { type: kind, gate, to, scope: 'protocol' };
    case 'override':
      return { type: 'gate/change', gate, to, scope: { sample, reason: 'because' } };
    case 'gate/rename':
      return { type: kind, population: pick(paths, a) ?? '', name };
    case 'gate/remove':
      return { type: kind, gate };
    case 'gate/move':
      return { type: kind, gate, parent: pick(paths, b) ?? '' };
    case 'gates/change':
      return {
        type: kind,
        edits: [
          { type: 'gate/change', gate, to, scope: b % 2 === 0 ? 'protocol' : { sample, reason: 'because' } },
          { type: 'gate/change', gate: pick(gates, b)?.node.id ?? 'none', to: rectangle(value), scope: { sample, reason: 'because' } },
          ...(a % 3 === 0 ? [{ type: 'gate/move' as const, gate, parent: pick(paths, a + b) ?? '' }] : []),
        ],
      };
    case 'gate/revert-override': {
      const override = pick(present.overrides, a);
      return { type: kind, gate: override?.gate ?? gate, sample };
    }
    case 'gate/review':
      return {
        type: kind,
        gate,
        verdict: pick(['accepted', 'returned', 'open'] as const, a) ?? 'open',
        samples: [{ sample, count: a, parentCount: 99 }],
        reason: b % 4 === 0 ? '' : 'because',
      };
    case 'profiles/set': {
      const { profiles } = shipped.classifier;
      return profiles && { type: kind, profiles: { ...profiles, revision: a + 1, methods: profiles.methods.slice(b % 5) } };
    }
    case 'transform/set':
      return {
        type: kind,
        entry: pick(present.protocol.panel.entries, a)?.id ?? name,
        transform: b % 3 === 0 ? null : { kind: 'arcsinh', T: 1000 + b, M: 4, A: 1 },
        ...(b % 2 === 0 ? {} : { scope: { group: pick(present.groups, a)?.id ?? 'none' } }),
      };
    case 'compensation/set':
      return {
        type: kind,
        ...(b % 2 === 0 ? {} : { scope: { group: pick(present.groups, a)?.id ?? 'none' } }),
        compensation:
          a % 2 === 0
            ? { use: 'none' }
            : {
                use: 'matrix',
                channels: ['A', 'B'],
                matrix: [
                  [1, value],
                  [0, 1],
                ],
              },
      };
    case 'panel/pin':
      return { type: kind, entry: pick(present.protocol.panel.entries, a)?.id ?? 'none', channel: b % 2 === 0 ? null : `FL${b}-A` };
    default:
      return undefined;
  }
}

/** The same of groups. */
function groupEditOf(present: SessionDocument, { kind, a, b, name }: Wish, gate: string, to: Gate): Edit | undefined {
  const group = pick(present.groups, a)?.id ?? 'none';
  const criteria = b % 3 === 0 ? [] : [{ of: 'day' as const, test: 'is' as const, values: [String(b % 5), String(a % 5)] }];
  switch (kind) {
    case 'group/add': {
      const samples = present.samples.slice(0, b % 2).map(({ id }) => id);
      const ofKind = a % 4 === 0 ? ('viewing' as const) : ('gating' as const);
      return { type: kind, group: { id: `g${a % 7}`, name: name || 'G', kind: ofKind, criteria, samples }, position: b % 3 };
    }
    case 'group/change':
      return { type: kind, group, ...(a % 2 === 0 ? { criteria } : { kind: b % 2 === 0 ? 'viewing' : 'gating' }) };
    case 'group/remove':
      return { type: kind, group };
    case 'group/order':
      return { type: kind, groups: present.groups.map(({ id }) => id).reverse() };
    case 'group/own':
      return { type: kind, group, report: b % 3 === 0 ? null : { keywords: [name] } };
    case 'group gate':
      return { type: 'gate/change', gate, to, scope: { group, reason: 'because' } };
    case 'gate/revert-group':
      return { type: kind, gate: pick(present.groups, a)?.own?.gates?.[0]?.gate ?? gate, group };
    case 'samples/metadata':
      return { type: kind, samples: present.samples.map(({ id }, i) => ({ sample: id, metadata: { role: 'sample', day: (a + i) % 5 } })) };
    default:
      return undefined;
  }
}

const counts = { done: 0, refused: 0, boolean: 0, codes: new Set<string>() };

function act(history: History, wanted: Wish): History {
  if (wanted.kind === 'undo') return undo(history, stamp);
  if (wanted.kind === 'redo') return redo(history, stamp);
  if (wanted.kind === 'reopen') return openHistory(parseSession(serialiseSession(sessionOf(history))));
  const edit = editOf(history, wanted);
  if (edit === undefined) return history;
  try {
    const next = commit(history, edit, stamp);
    expect(undo(next, stamp).present).toBe(history.present);
    checkDocument(next.present);
    if (!/^(gate\/change|protocol)/.test(edit.type)) keepMeanings(history, next);
    counts.boolean += meaningsOf(next).size;
    counts.done++;
    return next;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    counts.refused++;
    counts.codes.add(error.code);
    return history;
  }
}

/** What each boolean gate means: the populations of its operands by gate and part, whatever they are called. */
function meaningsOf({ present }: History): ReadonlyMap<string, string> {
  const { gates, populations } = indexStrategy(present.protocol.strategy);
  return new Map(
    gates.flatMap(({ node, parent, before }) => {
      if (node.gate.kind !== 'boolean') return [];
      const meant = node.gate.operands.map(({ population }) => {
        const earlier = populations.slice(0, before);
        const beside = parent === '' ? population : `${parent}/${population}`;
        const found = earlier.find(({ path }) => path === population) ?? earlier.find(({ path }) => path === beside);
        return `${found?.gate.id} ${found?.part}`;
      });
      return [[node.id ?? '', meant.join(', ')] as const];
    }),
  );
}

function keepMeanings(before: History, after: History): void {
  const now = meaningsOf(after);
  for (const [gate, meant] of meaningsOf(before)) if (now.has(gate)) expect(now.get(gate)).toBe(meant);
}

describe('any sequence of edits, undo, redo and reopening', () => {
  const start = commit(emptyHistory, { type: 'protocol/replace', protocol: small }, stamp);

  it('is told by the audit: replaying it gives the present document; saved and read back it is the same', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
        const history = wishes.reduce(act, start);
        expect(replayAudit(history.audit)).toEqual(history.present);
        const text = serialiseSession(sessionOf(history));
        expect(openSession(text)).toMatchObject({ session: sessionOf(history), trust: { seal: 'sealed', findings: [] } });
        expect(serialiseSession(parseSession(text))).toBe(text);
        expect(checkAudit(sessionOf(history))).toEqual([]);
      }),
      { seed: proofSeed, numRuns: 120 },
    );
    expect(counts.done).toBeGreaterThan(counts.refused / 4);
    expect(counts.boolean).toBeGreaterThan(100);
    expect(counts.codes.size).toBeGreaterThan(5);
    countForProof('replayed', 120);
    countForProof('edits', counts.done);
    countForProof('refused', counts.refused);
  });

  it('undone to the end is the empty document, and redone it is the present one', () => {
    fc.assert(
      fc.property(
        fc.array(
          wish.filter(({ kind }) => kind !== 'reopen'),
          { maxLength: 25 },
        ),
        (wishes) => {
          const history = wishes.reduce(act, start);
          let back = history;
          while (back.past.length > 0) back = undo(back, stamp);
          expect(back.present).toBe(emptyHistory.present);
          while (back.future.length > history.future.length) back = redo(back, stamp);
          expect(back.present).toBe(history.present);
          expect(replayAudit(back.audit)).toEqual(history.present);
        },
      ),
      { seed: proofSeed, numRuns: 60 },
    );
    countForProof('undone', 60);
  });
});
