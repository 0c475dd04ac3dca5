import fc from 'fast-check';
import { type Bitmask, emptyMask, has } from '../../../../../core/data/events/bitmask.ts';
import type { ScaledColumn } from '../../../../../core/data/events/event-table.ts';
import { type GateKernels, gateKernelBytes, openGateKernels } from '../../../../../core/data/events/gate-kernels.ts';
import { createMemoryPool } from '../../../../../core/data/memory/memory-pool.ts';
import { dimensionCount, evaluateGate, type Gate, populationCount } from '../../../../../core/gating/gates/gates.ts';
import { builtKernels } from '../../../../kernel-module.ts';

/** One example of every kind of gate that looks at events; the compiler asks for a new kind's. */
export const gateExamples: { readonly [Kind in Exclude<Gate['kind'], 'boolean'>]: Gate } = {
  rectangle: { kind: 'rectangle', ranges: [{ min: 0.2, max: 0.7 }, { min: 0.1 }] },
  polygon: {
    kind: 'polygon',
    vertices: [
      [0.1, 0.1],
      [0.5, 0.9],
      [0.9, 0.2],
      [0.4, 0.4],
    ],
  },
  ellipsoid: {
    kind: 'ellipsoid',
    mean: [0.4, 0.5],
    covariance: [
      [0.04, 0.015],
      [0.015, 0.02],
    ],
    distanceSquare: 1.5,
  },
  quadrant: { kind: 'quadrant', x: 0.5, y: [0.4, 0.6] },
  dividers: {
    kind: 'dividers',
    values: [[0.3, 0.6], [0.5]],
    cells: [
      [0, 0],
      [0, 1],
      [1, null],
      [2, 0],
      [2, 1],
    ],
  },
  'curly-quadrant': { kind: 'curly-quadrant', x: 0.4, y: 0.5 },
  'spider-quadrant': {
    kind: 'spider-quadrant',
    x: 0.4,
    y: 0.5,
    arms: [
      [0.1, 0.4],
      [0.5, 0.8],
      [0.7, 0.5],
      [0.4, 0.2],
    ],
  },
};

const scaled = (values: readonly number[]) => Float64Array.from(values) as ScaledColumn;

/** Plain TypeScript, the referenceKernels of the kernels, and the compiled kernels. */
export const waysToEvaluate: readonly (GateKernels | undefined)[] = [
  undefined,
  openGateKernels(createMemoryPool(2 ** 24).acquire(gateKernelBytes)),
  openGateKernels(createMemoryPool(2 ** 24, builtKernels()).acquire(gateKernelBytes)),
];

/** Columns by dimension. */
export function evaluate(
  gate: Gate,
  columns: readonly (readonly number[])[],
  populations: { readonly [path: string]: Bitmask } = {},
  gateKernels?: GateKernels,
): readonly Bitmask[] {
  const eventCount = columns[0]?.length ?? 0;
  const members = Array.from({ length: populationCount(gate) }, () => emptyMask(eventCount));
  const population = (path: string) => populations[path] as Bitmask;
  evaluateGate(gate, { columns: columns.map(scaled), eventCount, population, ...(gateKernels && { gateKernels }) }, members);
  return members;
}

export const events = (mask: Bitmask | undefined, n: number) =>
  Array.from({ length: n }, (_, event) => mask !== undefined && has(mask, event));

/** Points in as many dimensions as a gate has. */
export const pointsOf = (gate: Gate) => {
  const coordinate = fc.double({ min: -0.5, max: 1.5, noNaN: true });
  return fc.array(fc.array(coordinate, { minLength: dimensionCount(gate), maxLength: dimensionCount(gate) }), {
    minLength: 1,
    maxLength: 100,
  });
};

export const columnsOf = (points: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  (points[0] ?? []).map((_, dimension) => points.map((point) => point[dimension] ?? Number.NaN));
