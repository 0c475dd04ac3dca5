import { describe, expect, it } from 'vitest';
import { indexStrategy } from '../../../../../core/gating/strategy/edit-tree.ts';
import type { Edit } from '../../../../../core/study/session/edits/edit-kinds.ts';
import { commit, type History } from '../../../../../core/study/session/history.ts';
import { protocolOf, strategyOf } from '../../../../../core/study/session/session-strategy.ts';
import {
  begun,
  booleanNode,
  commitAll,
  node,
  polygon,
  problemOf,
  rectangle,
  sampleNumber,
  shipped,
  small,
  stamp,
} from './session-support.ts';

const idOf = ({ present }: History, path: string): string =>
  indexStrategy(present.protocol.strategy).populations.find((population) => population.path === path)?.gate.id ?? '';
const pathsOf = ({ present }: History) => indexStrategy(present.protocol.strategy).populations.map(({ path }) => path);
const operandsOf = ({ present }: History, name: string) => {
  const found = indexStrategy(present.protocol.strategy).populations.find((population) => population.node.name === name);
  return found?.gate.gate.kind === 'boolean' ? found.gate.gate.operands.map(({ population }) => population) : undefined;
};
const override = (history: History, path: string, sample: string, min = 0.7): Edit => ({
  type: 'gate/change',
  gate: idOf(history, path),
  to: rectangle(min),
  scope: { sample, reason: 'dim stain' },
});
const refusal = (history: History, edit: Edit) => problemOf(() => commit(history, edit, stamp)).code;

describe('gates', () => {
  it('get ids that last, and never the same twice', () => {
    const first = begun();
    const added = commitAll([{ type: 'gate/add', parent: 'Cells/T', node: node('T4', 'CD4') }], first);
    const removed = commitAll([{ type: 'gate/remove', gate: idOf(added, 'Cells/T/T4') }], added);
    const again = commitAll([{ type: 'gate/add', parent: 'Cells/T', node: node('T4', 'CD4') }], removed);
    expect(idOf(first, 'Cells')).toBe('gate-1');
    expect(idOf(added, 'Cells/T/T4')).toBe('gate-6');
    expect(removed.present.protocol.strategy).toEqual(first.present.protocol.strategy);
    expect(idOf(again, 'Cells/T/T4')).toBe('gate-7');
  });

  it('are added in place, with what stands below them', () => {
    const history = commitAll(
      [
        { type: 'gate/add', parent: '', position: 0, node: node('Time', 'Time', [node('Early', 'Time')]) },
        { type: 'gate/add', parent: 'Cells', position: 1, node: node('NK', 'CD56') },
      ],
      begun(),
    );
    expect(pathsOf(history)).toEqual(['Time', 'Time/Early', 'Cells', 'Cells/T', 'Cells/NK', 'Cells/B', 'Cells/B/X', 'Cells/T and X']);
  });

  it('that do not fit are refused, by name', () => {
    const history = begun();
    const gate = idOf(history, 'Cells/T');
    expect(refusal(history, { type: 'gate/add', parent: 'Cells', node: node('T', 'CD3') })).toBe('sibling-name-taken');
    expect(refusal(history, { type: 'gate/add', parent: 'Nowhere', node: node('T', 'CD3') })).toBe('population-absent');
    expect(refusal(history, { type: 'gate/add', parent: '', node: { ...node('A', 'CD3'), id: gate } })).toBe('gate-id-taken');
    expect(refusal(history, { type: 'gate/add', parent: '', node: booleanNode('Z', 'Cells/Q') })).toBe('operand-unknown');
    expect(refusal(history, { type: 'gate/add', parent: '', node: node('a/b', 'CD3') })).toBe('edit-invalid');
    expect(refusal(history, { type: 'gate/change', gate: 'no', to: rectangle(0), scope: 'protocol' })).toBe('gate-unknown');
    expect(refusal(history, { type: 'gate/change', gate, to: polygon(0), scope: 'protocol' })).toBe('gate-unfit');
    expect(
      refusal(history, { type: 'gate/change', gate, to: { kind: 'quadrant', x: 0, y: [0, 0] }, dimensions: ['A', 'B'], scope: 'protocol' }),
    ).toBe('gate-unfit');
    expect(refusal(history, { type: 'gate/rename', population: 'Cells/T', name: 'B' })).toBe('sibling-name-taken');
    expect(refusal(history, { type: 'gate/rename', population: 'Cells/T', name: 'x/y' })).toBe('name-invalid');
    expect(
      refusal(history, { type: 'gate/change', gate, to: { kind: 'rectangle', ranges: [{ min: Number.NaN }] }, scope: 'protocol' }),
    ).toBe('edit-invalid');
  });

  it('names are compared as they look: composed and decomposed are the same', () => {
    const history = commitAll([{ type: 'gate/add', parent: '', node: node('が', 'CD3') }], begun());
    expect(refusal(history, { type: 'gate/add', parent: '', node: node('か\u3099', 'CD3') })).toBe('sibling-name-taken');
  });
});

describe('boolean gates', () => {
  it('name only what stands before them', () => {
    const edit = (position: number): Edit => ({ type: 'gate/add', parent: 'Cells', position, node: booleanNode('Early', 'T') });
    expect(refusal(begun(), edit(0))).toBe('operand-unknown');
    expect(operandsOf(commitAll([edit(1)], begun()), 'Early')).toEqual(['T']);
  });

  it('follow a rename of the population or of one above it', () => {
    const renamed = commitAll(
      [
        { type: 'gate/rename', population: 'Cells/T', name: 'T cells' },
        { type: 'gate/rename', population: 'Cells', name: 'All' },
      ],
      begun(),
    );
    expect(operandsOf(renamed, 'T and X')).toEqual(['All/T cells', 'All/B/X']);
  });

  it('are not caught by a new population of the same name', () => {
    const history = commitAll([{ type: 'gate/add', parent: '', position: 0, node: node('T', 'CD3') }], begun());
    expect(operandsOf(history, 'T and X')).toEqual(['Cells/T', 'Cells/B/X']);
  });

  it('keep what they need: its removal is refused by name', () => {
    const history = begun();
    const problem = problemOf(() => commit(history, { type: 'gate/remove', gate: idOf(history, 'Cells/B') }, stamp));
    expect(problem).toMatchObject({ code: 'population-needed', values: { population: 'Cells/B/X', gate: 'T and X' } });
    expect(problem.in('ja')).toContain('「Cells/B/X」');
    expect(pathsOf(commitAll([{ type: 'gate/remove', gate: idOf(history, 'Cells') }], history))).toEqual([]);
  });

  it('follow in overrides too', () => {
    const history = begun();
    const edit: Edit = {
      type: 'gate/change',
      gate: idOf(history, 'Cells/T and X'),
      to: { kind: 'boolean', operation: 'or', operands: [{ population: 'B', complement: false }] },
      scope: { sample: 's1', reason: 'r' },
    };
    const renamed = commitAll([edit, { type: 'gate/rename', population: 'Cells/B', name: 'B cells' }], history);
    expect(renamed.present.overrides[0]?.to).toMatchObject({ operands: [{ population: 'Cells/B cells' }] });
    const added = commitAll([edit], history);
    expect(refusal(added, { type: 'gate/remove', gate: idOf(added, 'Cells/B') })).toBe('population-needed');
  });
});

describe('overrides', () => {
  it('stand above the protocol in their sample only, through renames and changes of the protocol', () => {
    const history = begun();
    const changed = commitAll(
      [
        override(history, 'Cells/T', 's1'),
        { type: 'gate/rename', population: 'Cells/T', name: 'T cells' },
        { type: 'gate/change', gate: idOf(history, 'Cells/T'), to: rectangle(0.6), scope: 'protocol' },
      ],
      history,
    ).present;
    const [one, two] = [strategyOf(changed, sampleNumber(1)), strategyOf(changed, sampleNumber(2))];
    const gateIn = (strategy: typeof one.strategy) =>
      indexStrategy(strategy).populations.find(({ path }) => path === 'Cells/T cells')?.gate.gate;
    expect(gateIn(one.strategy)).toEqual(rectangle(0.7));
    expect(gateIn(two.strategy)).toEqual(rectangle(0.6));
    expect([...one.overriddenPopulations]).toEqual([
      ['Cells/T cells', expect.objectContaining({ by: stamp.by, at: stamp.at, reason: 'dim stain' })],
    ]);
    expect(two.strategy).toBe(changed.protocol.strategy);
    expect(protocolOf(changed, sampleNumber(1)).strategy).toEqual(one.strategy);
  });

  it('replace an earlier one, are reverted, and go with their gate or sample', () => {
    const history = begun();
    const twice = commitAll(
      [override(history, 'Cells/T', 's1', 0.7), override(history, 'Cells/T', 's1', 0.8), override(history, 'Cells/B/X', 's2')],
      history,
    );
    expect(twice.present.overrides.map(({ to }) => to)).toEqual([rectangle(0.8), rectangle(0.7)]);
    const revert: Edit = { type: 'gate/revert-override', gate: idOf(history, 'Cells/T'), sample: 's1' };
    const reverted = commitAll([revert], twice);
    expect(reverted.present.overrides).toHaveLength(1);
    expect(refusal(reverted, revert)).toBe('override-unknown');
    expect(commitAll([{ type: 'sample/remove', samples: ['s2'] }], reverted).present.overrides).toEqual([]);
    expect(commitAll([{ type: 'gate/remove', gate: idOf(history, 'Cells') }], reverted).present.overrides).toEqual([]);
  });

  it('are reverted in their sample only', () => {
    const history = begun();
    const both = commitAll([override(history, 'Cells/T', 's1'), override(history, 'Cells/T', 's2')], history);
    const { overrides } = commitAll([{ type: 'gate/revert-override', gate: idOf(history, 'Cells/T'), sample: 's1' }], both).present;
    expect(overrides.map(({ sha256 }) => sha256)).toEqual([sampleNumber(2).file.sha256]);
  });

  it('take the drawn dimensions of an automatic step, and are never a step', () => {
    const history = commitAll([
      { type: 'protocol/replace', protocol: shipped },
      { type: 'sample/add', samples: [sampleNumber(1)] },
    ]);
    const path = 'Singlets/Live/Lymphocytes';
    const gate = idOf(history, path);
    const placed = commitAll([{ type: 'gate/change', gate, to: polygon(0.2), scope: { sample: 's1', reason: 'r' } }], history);
    const { strategy } = strategyOf(placed.present, sampleNumber(1));
    expect(indexStrategy(strategy).gates.find((at) => at.node.id === gate)?.node).toMatchObject({
      dimensions: ['FSC', 'SSC'],
      gate: polygon(0.2),
    });
    const step = shipped.strategy[0]?.gate ?? polygon(0);
    expect(refusal(history, { type: 'gate/change', gate, to: step, scope: { sample: 's1', reason: 'r' } })).toBe('override-not-fixed');
  });

  it('hold the dimensions of their gate', () => {
    const history = begun();
    const placed = commitAll([override(history, 'Cells/T', 's1')], history);
    const edit: Edit = { type: 'gate/change', gate: idOf(history, 'Cells/T'), to: rectangle(0.1), dimensions: ['CD4'], scope: 'protocol' };
    expect(refusal(placed, edit)).toBe('overrides-in-the-way');
    expect(commitAll([{ ...edit, dimensions: ['CD3', 'CD4'] }], placed).present.overrides).toHaveLength(1);
  });

  it('survive a new revision of the protocol, not another protocol', () => {
    const history = begun();
    const placed = commitAll([override(history, 'Cells/T', 's1'), override(history, 'Cells/B/X', 's1')], history);
    const revision = { ...small, revision: 2, strategy: [node('Cells', 'FSC', [node('T', 'CD3')])] };
    const replaced = commitAll([{ type: 'protocol/replace', protocol: revision }], placed);
    expect(replaced.present.overrides.map(({ gate }) => gate)).toEqual([idOf(history, 'Cells/T')]);
    for (const other of [revision, placed.present.protocol])
      expect(commitAll([{ type: 'protocol/replace', protocol: { ...other, name: 'other' } }], placed).present.overrides).toEqual([]);
  });
});

describe('lots', () => {
  const of = (n: number, metadata: object) => ({ ...sampleNumber(n), metadata: { role: 'sample' as const, ...metadata } });
  const describing = (n: number, metadata: object): Edit => ({
    type: 'sample/metadata',
    sample: sampleNumber(n).id,
    metadata: { role: 'sample', ...metadata },
  });
  const history = () =>
    commitAll([
      { type: 'sample/add', samples: [of(101, { lot: 'A', donor: 'D1' }), of(102, { lot: 'A' }), of(103, { lot: 'B', donor: 'D2' })] },
    ]);

  it('have one donor', () => {
    expect(refusal(history(), describing(102, { lot: 'A', donor: 'D2' }))).toBe('lot-other-donor');
    expect(refusal(history(), describing(103, { lot: 'A', donor: 'D2' }))).toBe('lot-other-donor');
    expect(refusal(history(), { type: 'sample/add', samples: [of(104, { lot: 'B', donor: 'D1' })] })).toBe('lot-other-donor');
    expect(
      refusal(history(), { type: 'sample/add', samples: [of(104, { lot: 'C', donor: 'D1' }), of(105, { lot: 'C', donor: 'D2' })] }),
    ).toBe('lot-other-donor');
  });

  it('are corrected once no other sample names the donor', () => {
    const corrected = commitAll([describing(101, { lot: 'A', donor: 'D3' }), describing(102, { lot: 'A', donor: 'D3' })], history());
    expect(corrected.present.samples.map(({ metadata }) => metadata.donor)).toEqual(['D3', 'D3', 'D2']);
  });

  it('that had two donors in an older session stay editable', () => {
    const begun = history();
    const samples = begun.present.samples.map((sample) => ({ ...sample, metadata: { ...sample.metadata, lot: 'A' } }));
    const old: History = { ...begun, present: { ...begun.present, samples } };
    expect(commit(old, describing(103, { lot: 'A', donor: 'D2', day: 3 }), stamp).present.samples[2]?.metadata.day).toBe(3);
    expect(refusal(old, describing(102, { lot: 'A', donor: 'D3' }))).toBe('lot-other-donor');
  });
});

describe('an approved protocol', () => {
  const approved = { by: 'Sato', on: '2026-09-01' } as const;
  const taken = (): History =>
    commitAll([
      { type: 'protocol/replace', protocol: { ...small, approved } },
      { type: 'sample/add', samples: [sampleNumber(1)] },
    ]);
  const gate = (history: History) => idOf(history, 'Cells/T');

  it('stays approved as it is, with one sample gated by hand, and with other metadata', () => {
    const history = taken();
    expect(history.present.protocol.approved).toEqual(approved);
    expect(commitAll([override(history, 'Cells/T', 's1')], history).present.protocol.approved).toEqual(approved);
    expect(
      commitAll([{ type: 'sample/metadata', sample: 's1', metadata: { role: 'sample', lot: 'L' } }], history).present.protocol.approved,
    ).toEqual(approved);
  });

  it.each<readonly [string, (history: History) => Edit]>([
    ['a gate moved', (history) => ({ type: 'gate/change', gate: gate(history), to: rectangle(0.9), scope: 'protocol' })],
    ['a gate added', () => ({ type: 'gate/add', parent: 'Cells', node: node('NK', 'CD56') })],
    ['a gate removed', (history) => ({ type: 'gate/remove', gate: idOf(history, 'Cells/T and X') })],
    ['another compensation', () => ({ type: 'compensation/set', compensation: { use: 'none' } })],
  ])('is approved by nobody after %s', (_, edit) => {
    const history = taken();
    expect(commitAll([edit(history)], history).present.protocol.approved).toBeUndefined();
  });
});
