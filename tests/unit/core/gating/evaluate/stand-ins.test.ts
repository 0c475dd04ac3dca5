import { describe, expect, it } from 'vitest';
import type { GateNode } from '../../../../../core/gating/strategy/strategy.ts';
import { layOutStrategy } from '../../../../../core/gating/strategy/strategy-layout.ts';

const rectangle = { kind: 'rectangle' as const, ranges: [{ min: 0.5 }] };
const strategy: readonly GateNode[] = [
  {
    dimensions: ['H'],
    gate: rectangle,
    optional: true,
    otherwise: { dimensions: ['W'], gate: rectangle, otherwise: { dimensions: ['S'], gate: rectangle } },
    populations: [{ name: 'Single' }],
  },
  { dimensions: ['CD56'], gate: rectangle, optional: true, populations: [{ name: 'NK' }] },
  {
    dimensions: [],
    gate: { kind: 'boolean', operation: 'or', operands: [{ population: 'NK', complement: true }] },
    otherwise: { dimensions: ['CD3'], gate: rectangle },
    populations: [{ name: 'CD3+' }],
  },
];
const layOutFor = (...channels: readonly string[]) =>
  layOutStrategy(strategy, ({ dimensions }) => dimensions.filter((name) => !channels.includes(name)));
const standing = (...channels: readonly string[]) =>
  layOutFor(...channels).populations.map(({ path, gate }) => [path, gate.node.dimensions]);

describe('a gate that names what stands in for it', () => {
  it('stands itself where the sample has everything', () =>
    expect(standing('H', 'W', 'CD56', 'CD3')).toEqual([
      ['Single', ['H']],
      ['NK', ['CD56']],
      ['CD3+', []],
    ]));

  it('gives way to the first stand-in that the sample has everything for', () => {
    expect(standing('W', 'S', 'CD56')[0]).toEqual(['Single', ['W']]);
    expect(standing('S', 'CD56')[0]).toEqual(['Single', ['S']]);
  });

  it('of a boolean gate, where one of its populations is not there', () =>
    expect(standing('H', 'CD3')).toEqual([
      ['Single', ['H']],
      ['CD3+', ['CD3']],
    ]));

  it('is as expected as the first way to gate, whatever could have stood in', () => {
    const cleaning: GateNode = {
      dimensions: ['FSC', 'SSC'],
      gate: { kind: 'singlets' } as GateNode['gate'],
      optional: true,
      otherwise: { dimensions: ['SSC'], gate: rectangle },
      populations: [
        { name: 'Lymphocytes', role: 'lymphocytes', gates: [{ dimensions: ['CD56'], gate: rectangle, populations: [{ name: 'NK' }] }] },
      ],
    };
    const { populations } = layOutStrategy([cleaning], ({ dimensions }) => dimensions.filter((name) => name !== 'CD56'));
    expect(populations.map(({ path, cautions }) => [path, ...cautions.map(({ code, light }) => `${code} ${light}`)])).toEqual([
      ['NK', 'without-gate amber'],
    ]);
  });

  it('is skipped by its own name where nothing stands in', () =>
    expect(layOutFor('CD56').skipped.map(({ missing }) => missing)).toEqual([['H']]));
});
