import { describe, expect, it } from 'vitest';
import { compileTransform } from '../../../../core/data/transforms/transforms.ts';
import { onScales } from '../../../../core/gating/evaluate/gate-coordinates.ts';
import type { Gate } from '../../../../core/gating/gates/gates.ts';
import type { UsedChannel } from '../../../../core/gating/strategy/used-channels.ts';
import { settledGate, storedGate } from '../../../../renderer/store/stored-gate.ts';

const logicle = { kind: 'logicle', T: 262_144, W: 0.5, M: 4.5, A: 0 } as const;
const channel = (id: string): UsedChannel => ({ id, index: 1, name: id, compensated: false, transform: logicle });
const named = { dimensions: { 'from-flowjo': { panel: 'CD3', transform: logicle, coordinates: 'linear' as const } } };
const channels = [channel('from-flowjo'), channel('CD56')];

describe('a gate that a hand has moved', () => {
  it('is stored in linear values where its dimension holds them, and as it is where not', () => {
    const { scale } = compileTransform(logicle);
    const gate: Gate = { kind: 'rectangle', ranges: [{ min: scale(1000), max: scale(50_000) }, { min: 0.4 }] };
    const stored = storedGate(gate, ['from-flowjo', 'CD56'], named, channels);
    if (stored.kind !== 'rectangle') throw new Error('another kind');
    expect(stored.ranges[0]?.min).toBeCloseTo(1000, 6);
    expect(stored.ranges[0]?.max).toBeCloseTo(50_000, 6);
    expect(stored.ranges[1]).toEqual({ min: 0.4 });
    expect(storedGate(gate, ['CD56', 'CD56'], named, channels)).toBe(gate);
  });

  it('stands while it moves where events will be compared with it, to the last bit', () => {
    const gate: Gate = { kind: 'polygon', vertices: [0.1, 0.37, 0.711].map((at, i) => [at, 0.2 + (i % 2) / 3]) };
    const dimensions = ['from-flowjo', 'CD56'];
    const node = { dimensions, gate, populations: [{ name: 'P' }] };
    const asGated = [
      { index: 0, scale: compileTransform(logicle), coordinates: 'linear' as const },
      { index: 1, scale: compileTransform(logicle) },
    ];
    const settled = settledGate(gate, dimensions, named, channels);
    expect(settled).toEqual(onScales(node, storedGate(gate, dimensions, named, channels), asGated));
    if (settled.kind !== 'polygon') throw new Error('another kind');
    settled.vertices.forEach(([x, y], i) => {
      expect(x).toBeCloseTo([0.1, 0.37, 0.711][i]!, 9);
      expect(y).toBe(0.2 + (i % 2) / 3);
    });
  });

  it('is refused where it would not be of its kind there', () => {
    const ellipse: Gate = {
      kind: 'ellipsoid',
      mean: [0.5, 0.5],
      covariance: [
        [0.01, 0],
        [0, 0.01],
      ],
      distanceSquare: 1,
    };
    expect(() => storedGate(ellipse, ['from-flowjo', 'CD56'], named, channels)).toThrow(
      expect.objectContaining({ code: 'gate-unmappable' }),
    );
  });
});
