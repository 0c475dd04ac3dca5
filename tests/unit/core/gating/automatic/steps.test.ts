import { describe, expect, it } from 'vitest';
import { count, emptyMask } from '../../../../../core/data/events/bitmask.ts';
import { bright } from '../../../../../core/gating/automatic/bright/bright.ts';
import { cluster } from '../../../../../core/gating/automatic/cluster/cluster.ts';
import { debris } from '../../../../../core/gating/automatic/debris/debris.ts';
import type { StepInput } from '../../../../../core/gating/automatic/kind/step.ts';
import { lymphocytes } from '../../../../../core/gating/automatic/lymphocytes/lymphocytes.ts';
import { margins } from '../../../../../core/gating/automatic/margins/margins.ts';
import { singlets } from '../../../../../core/gating/automatic/singlets/singlets.ts';
import { updatePrior } from '../../../../../core/gating/automatic/update-prior.ts';
import { viability } from '../../../../../core/gating/automatic/viability/viability.ts';
import { evaluateGate, type Gate } from '../../../../../core/gating/gates/gates.ts';
import { seedRandom } from '../../../../../test-data/random.ts';
import { inputOf, stepInput } from './support-steps.ts';

function kept(gate: Gate, input: StepInput, drawn: number): number {
  const part = input.parts[0]!;
  const mask = emptyMask(part.eventCount);
  evaluateGate(gate, { columns: part.columns.slice(0, drawn), eventCount: part.eventCount, population: () => mask }, [mask]);
  return count(mask);
}

describe('singlets', () => {
  /** A relation that bends, as pulses of large cells do, and doublets of twice the area. */
  function pulses(doublets: number): StepInput {
    const random = seedRandom(3);
    const height = (area: number) => area * (0.9 - 0.25 * area);
    const [areas, heights] = [new Float64Array(10_000), new Float64Array(10_000)];
    for (let i = 0; i < 10_000; i++) {
      const area = Math.min(0.45, Math.max(0.08, 0.26 + 0.06 * random.normal()));
      const double = i < doublets;
      areas[i] = double ? 2 * area : area;
      heights[i] = height(area) * (double ? 1.06 : 1) * (1 + 0.02 * random.normal());
    }
    return stepInput([areas, heights]);
  }
  it.each([0, 500, 3000])('keeps single cells and drops %i doublets', (doublets) => {
    const input = pulses(doublets);
    const { gate, light } = singlets.place(singlets.schema.parse({ kind: 'singlets' }), input);
    expect(Math.abs(kept(gate, input, 2) - (10_000 - doublets))).toBeLessThan(150);
    expect(light).toBe('green');
  });
  it.each([0, 500, 3000])('does so by the width where no height was recorded (%i doublets)', (doublets) => {
    const [areas, heights] = pulses(doublets).parts[0]!.columns;
    const input = stepInput([areas!, areas!.map((area, i) => (0.25 * area) / heights![i]!)]);
    const { gate, light } = singlets.place(singlets.schema.parse({ kind: 'singlets', pulse: 'width' }), input);
    expect(Math.abs(kept(gate, input, 2) - (10_000 - doublets))).toBeLessThan(150);
    expect(light).toBe('green');
  });
});

describe('viability', () => {
  const step = viability.schema.parse({ kind: 'viability', prior: { low: 0.15, expected: 0.35, high: 0.55 } });
  it('stands in the valley to the dead cells', () => {
    const input = inputOf([
      { events: 9000, at: [[0.2, 0.05]] },
      { events: 1000, at: [[0.65, 0.06]] },
    ]);
    const { gate, light } = viability.place(step, input);
    expect(kept(gate, input, 1)).toBeCloseTo(9000, -1.3);
    expect(light).toBe('green');
  });
  it('keeps all cells where none is dead', () => {
    const input = inputOf([{ events: 9000, at: [[0.2, 0.05]] }]);
    expect(kept(viability.place(step, input).gate, input, 1)).toBeGreaterThan(8950);
  });
  it('is amber below 60 % live, and red without live cells', () => {
    expect(
      viability.place(
        step,
        inputOf([
          { events: 4000, at: [[0.2, 0.05]] },
          { events: 6000, at: [[0.65, 0.06]] },
        ]),
      ).light,
    ).toBe('amber');
    expect(viability.place(step, inputOf([{ events: 6000, at: [[0.8, 0.05]] }])).light).toBe('red');
  });
});

describe('lymphocytes', () => {
  const prior = { low: 0.15, expected: 0.33, high: 0.5 };
  const step = lymphocytes.schema.parse({ kind: 'lymphocytes', markers: [prior, prior] });
  it('keeps blasts, which scatter more both ways, and drops debris and monocytes', () => {
    const input = inputOf([
      {
        events: 3000,
        at: [
          [0.26, 0.02],
          [0.12, 0.02],
          [0.6, 0.05],
          [0.2, 0.05],
        ],
      },
      {
        events: 3000,
        at: [
          [0.4, 0.04],
          [0.2, 0.03],
          [0.2, 0.05],
          [0.6, 0.05],
        ],
      },
      {
        events: 1000,
        at: [
          [0.42, 0.03],
          [0.6, 0.05],
          [0.2, 0.05],
          [0.2, 0.05],
        ],
      },
      {
        events: 2000,
        at: [
          [0.05, 0.02],
          [0.03, 0.01],
          [0.2, 0.05],
          [0.2, 0.05],
        ],
      },
    ]);
    const { gate, light } = lymphocytes.place(step, input);
    expect(Math.abs(kept(gate, input, 2) - 6000)).toBeLessThan(180);
    expect(light).toBe('green');
  });
  it('says amber without marker-positive cells', () =>
    expect(
      lymphocytes.place(
        step,
        inputOf([
          {
            events: 3000,
            at: [
              [0.26, 0.02],
              [0.12, 0.02],
              [0.2, 0.05],
              [0.2, 0.05],
            ],
          },
        ]),
      ).light,
    ).toBe('amber'));
});

describe('debris', () => {
  it('ends in the valley below the cells', () => {
    const input = inputOf([
      { events: 2000, at: [[0.05, 0.02]] },
      { events: 8000, at: [[0.35, 0.04]] },
    ]);
    const { gate, light } = debris.place(debris.schema.parse({ kind: 'debris' }), input);
    expect(Math.abs(kept(gate, input, 1) - 8000)).toBeLessThan(60);
    expect(light).toBe('green');
  });
});

describe('margins', () => {
  const step = margins.schema.parse({ kind: 'margins' });
  it('cuts a pile at the top and nothing else', () => {
    const input = inputOf([
      {
        events: 9000,
        at: [
          [0.4, 0.08],
          [0.4, 0.08],
        ],
      },
    ]);
    expect(kept(margins.place(step, input).gate, input, 2)).toBe(9000);
    const x = input.parts[0]!.columns[0]!;
    for (let i = 0; i < 900; i++) x[i] = 1;
    const { gate, light } = margins.place(step, input);
    expect(kept(gate, input, 2)).toBe(8100);
    expect(light).toBe('amber');
  });
});

describe('bright cells', () => {
  const step = bright.schema.parse({ kind: 'bright' });
  it('are above the valley, or amber without one', () => {
    const two = inputOf([
      { events: 4500, at: [[0.5, 0.05]] },
      { events: 500, at: [[0.78, 0.04]] },
    ]);
    const placed = bright.place(step, two);
    expect(Math.abs(kept(placed.gate, two, 1) - 500)).toBeLessThan(25);
    expect(placed.light).toBe('green');
    expect(bright.place(step, inputOf([{ events: 4500, at: [[0.5, 0.08]] }])).light).toBe('amber');
  });
});

describe('a cluster', () => {
  const blobs = [
    {
      events: 4000,
      at: [
        [0.3, 0.04],
        [0.3, 0.05],
      ],
    },
    {
      events: 2000,
      at: [
        [0.7, 0.05],
        [0.5, 0.04],
      ],
    },
  ] as const;
  it('is the nearest one, drawn as its contour', () => {
    const input = inputOf(blobs);
    const { gate, light } = cluster.place(cluster.schema.parse({ kind: 'cluster', near: [0.68, 0.52] }), input);
    expect(kept(gate, input, 2)).toBeGreaterThan(1800);
    expect(kept(gate, input, 2)).toBeLessThan(2020);
    expect(light).toBe('green');
  });
  it('is red far from its place', () =>
    expect(cluster.place(cluster.schema.parse({ kind: 'cluster', near: [1, 1] }), inputOf(blobs)).light).toBe('red'));
});

describe('teaching a prior', () => {
  it('moves the expected place towards what persons chose, and opens the window', () => {
    const taught = updatePrior({ kind: 'cut', keep: 'above', spread: 4, prior: { low: 0.2, expected: 0.3, high: 0.4 } }, [
      { gate: { kind: 'rectangle', ranges: [{ min: 0.575 }] }, zeros: [0.15] },
    ]);
    expect(taught).toMatchObject({ prior: { low: 0.2, high: expect.closeTo(0.5, 9) } });
    expect(taught.kind === 'cut' && taught.prior.expected).toBeCloseTo(0.3333, 3);
  });
});
