import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Gate } from '../../../../../core/gating/gates/gates.ts';
import type { Frame } from '../../../../../core/show/plot/frame.ts';
import { overlap, placeLabels } from '../../../../../core/show/plot/gate-label.ts';
import { gateOutline } from '../../../../../core/show/plot/gate-outline.ts';
import { labelRequests } from '../../../../../core/show/plot/label-spots.ts';
import type { PlotGate } from '../../../../../core/statistics/histograms/plot-data.ts';

const frame: Frame = { box: { x: 10, y: 20, width: 100, height: 200 }, x: { min: 0, max: 1 }, y: { min: 0, max: 1 } };

describe('gate outlines', () => {
  it('draw a rectangle where it stands, y upwards', () => {
    const gate: Gate = {
      kind: 'rectangle',
      ranges: [
        { min: 0.2, max: 0.5 },
        { min: 0.1, max: 0.9 },
      ],
    };
    expect(gateOutline(gate, frame)).toEqual([
      ['move', 30, 200],
      ['line', 60, 200],
      ['line', 60, 40],
      ['line', 30, 40],
      ['line', 30, 200],
    ]);
  });

  it('draw only the closed sides of a half-open rectangle', () => {
    expect(gateOutline({ kind: 'rectangle', ranges: [{ min: 0.5 }, {}] }, frame)).toEqual([
      ['move', 60, 20],
      ['line', 60, 220],
    ]);
  });

  it('draw staggered dividers of a quadrant up to the frame', () => {
    const commands = gateOutline({ kind: 'quadrant', x: 0.5, y: [0.4, 0.6] }, frame);
    expect(commands).toEqual([
      ['move', 60, 220],
      ['line', 60, 20],
      ['move', 10, 140],
      ['line', 60, 140],
      ['move', 60, 100],
      ['line', 110, 100],
    ]);
  });

  it('draw nothing for combinations and for gates out of sight', () => {
    expect(gateOutline({ kind: 'boolean', operation: 'and', operands: [{ population: 'a', complement: false }] }, frame)).toEqual([]);
    expect(
      gateOutline(
        {
          kind: 'polygon',
          vertices: [
            [2, 2],
            [3, 2],
            [3, 3],
          ],
        },
        frame,
      ),
    ).toEqual([]);
  });

  it('never leave the frame', () => {
    const vertex = fc.tuple(fc.double({ min: -2, max: 3, noNaN: true }), fc.double({ min: -2, max: 3, noNaN: true }));
    fc.assert(
      fc.property(fc.array(vertex, { minLength: 3, maxLength: 12 }), (vertices) => {
        for (const command of gateOutline({ kind: 'polygon', vertices }, frame)) {
          if (command[0] === 'close') continue;
          expect(command[1]).toBeGreaterThanOrEqual(10 - 1e-6);
          expect(command[1]).toBeLessThanOrEqual(110 + 1e-6);
          expect(command[2]).toBeGreaterThanOrEqual(20 - 1e-6);
          expect(command[2]).toBeLessThanOrEqual(220 + 1e-6);
        }
      }),
    );
  });
});

describe('gate labels', () => {
  const wide: Frame = { ...frame, box: { x: 34, y: 14, width: 140, height: 140 } };
  const names = ['NK cells', 'CD3+CD56+ NKT-like cells of a very long name', 'T細胞（とても長い名前の集団、さらに長い）', '−'];
  const labelsOf = (gates: readonly PlotGate[]) =>
    placeLabels(
      gates.flatMap((gate) => labelRequests(gate, wide)),
      { frame: wide.box, size: 7, hidden: () => 0 },
    );
  const gateOf = (gate: Gate, count: number): PlotGate => ({
    gate,
    light: 'amber',
    populations: names.slice(0, count).map((name) => ({ name, percentOfParent: 12.345 })),
  });

  it.each([
    ['a quadrant', [gateOf({ kind: 'quadrant', x: 0.97, y: [0.02, 0.99] }, 4)]],
    ['a gate over everything', [gateOf({ kind: 'rectangle', ranges: [{}, {}] }, 1)]],
    [
      'crowded gates',
      [0.1, 0.15, 0.2, 0.25].map((min) =>
        gateOf(
          {
            kind: 'rectangle',
            ranges: [
              { min, max: min + 0.2 },
              { min, max: min + 0.2 },
            ],
          },
          1,
        ),
      ),
    ],
    [
      'a gate beyond the frame',
      [
        gateOf(
          {
            kind: 'polygon',
            vertices: [
              [1.5, 1.5],
              [2, 1.5],
              [2, 2],
            ],
          },
          1,
        ),
      ],
    ],
  ])('stay inside the frame and apart: %s', (_, gates) => {
    const boxes = labelsOf(gates).map(({ box }) => box);
    for (const box of boxes) {
      expect(box.x).toBeGreaterThanOrEqual(wide.box.x);
      expect(box.y).toBeGreaterThanOrEqual(wide.box.y);
      expect(box.x + box.width).toBeLessThanOrEqual(wide.box.x + wide.box.width);
      expect(box.y + box.height).toBeLessThanOrEqual(wide.box.y + wide.box.height);
    }
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(0);
    });
  });

  it('say the percentage with three digits and shorten long names', () => {
    const [first, second] = labelsOf([gateOf({ kind: 'quadrant', x: 0.5, y: [0.5, 0.5] }, 4)]);
    expect(first).toMatchObject({ name: 'NK cells', percent: '12.3%', light: 'amber' });
    expect(second?.name).toMatch(/…$/);
  });
});
