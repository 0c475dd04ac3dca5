import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTransform, type Transform } from '../../../../../core/data/transforms/transforms.ts';
import { gateOnScales } from '../../../../../core/gating/strategy/gate-on-scale.ts';
import { isInside } from '../../../../fixtures/in-polygon.ts';

const logicle = compileTransform({ kind: 'logicle', T: 262_144, W: 0.5, M: 4.5, A: 0 });
const shown: readonly Transform[] = [
  { kind: 'arcsinh', T: 262_144, M: 4.5, A: 0.5 },
  { kind: 'linear', T: 262_144, A: 0 },
];
const triangle: [number, number][] = [
  [0.3, 0.3],
  [0.9, 0.4],
  [0.5, 0.8],
];

describe('a gate on axes of other scales', () => {
  it.each(shown)('holds on $kind what it holds on its own, but for a hair along its edges', (transform) => {
    const other = compileTransform(transform);
    const looks = gateOnScales({ kind: 'polygon', vertices: triangle }, [logicle, logicle], [other, logicle]);
    if (looks?.kind !== 'polygon') throw new Error('no polygon');
    let [both, only] = [0, 0];
    fc.assert(
      fc.property(fc.double({ min: 0.25, max: 0.95, noNaN: true }), fc.double({ min: 0.25, max: 0.85, noNaN: true }), (x, y) => {
        const own = isInside(triangle, x, y);
        if (own === isInside(looks.vertices, other.scale(logicle.unscale(x)), y)) both++;
        else only++;
      }),
      { numRuns: 2000 },
    );
    expect(only / both).toBeLessThan(0.005);
  });

  it('keeps bounds of ranges at their linear values; on its own scale it is itself', () => {
    const linear = compileTransform({ kind: 'linear', T: 262_144, A: 0 });
    const gate = { kind: 'rectangle' as const, ranges: [{ min: 0.5 }, { max: 0.7 }] };
    const looks = gateOnScales(gate, [logicle, logicle], [linear, logicle]);
    expect(looks).toMatchObject({ kind: 'rectangle', ranges: [{ min: logicle.unscale(0.5) / 262_144 }, { max: 0.7 }] });
    expect(gateOnScales(gate, [logicle, logicle], [logicle, logicle])).toBe(gate);
  });

  it('has a place even where a log axis has none', () => {
    const log = compileTransform({ kind: 'log', T: 262_144, M: 4 });
    const looks = gateOnScales({ kind: 'polygon', vertices: [[0, 0], ...triangle.slice(1)] }, [logicle, logicle], [log, log]);
    if (looks?.kind !== 'polygon') throw new Error('no polygon');
    expect(looks.vertices.flat().every(Number.isFinite)).toBe(true);
    const ellipse = {
      kind: 'ellipsoid' as const,
      mean: [0.5, 0.5],
      covariance: [
        [0.01, 0],
        [0, 0.01],
      ],
      distanceSquare: 1,
    };
    expect(gateOnScales(ellipse, [logicle, logicle], [log, log])?.kind).toBe('polygon');
  });
});
