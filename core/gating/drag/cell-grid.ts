import { cellsPerUnit } from '../gates/polygon/polygon-bands.ts';

/** Equal cells over the plane of two scaled channels. The cells at the rim reach out without end, so that every event has one. */
export interface CellGrid {
  readonly x: CellAxis;
  readonly y: CellAxis;
}

export interface CellAxis {
  readonly cells: number;
  readonly min: number;
  readonly perUnit: number;
}

/** One cell in the other dimension of a gate that is drawn in one. */
export const wholeAxis: CellAxis = { cells: 1, min: 0, perUnit: 0 };

/** Where a value lies, in cells; below 0 or beyond the last where it is in a cell at the rim. */
export const positionOn = ({ min, perUnit }: CellAxis, value: number): number => (value - min) * perUnit;

/** The cell of a value that is not NaN. */
export const cellOn = (axis: CellAxis, value: number): number => cellAt(axis, positionOn(axis, value));

/** The cell of a position. */
export const cellAt = ({ cells }: CellAxis, position: number): number => Math.max(0, Math.min(cells - 1, Math.floor(position)));

const SAMPLED = 4096;
/** Events beyond are in the cells at the rim. */
const RIM = 0.001;

/** Cells where most of the values lie. */
export function axisOver(values: Float64Array, cells: number): CellAxis {
  const step = Math.max(1, Math.floor(values.length / SAMPLED));
  const seen: number[] = [];
  for (let event = 0; event < values.length; event += step) if (Number.isFinite(values[event]!)) seen.push(values[event]!);
  const sorted = Float64Array.from(seen).sort();
  const low = sorted[Math.floor(sorted.length * RIM)] ?? 0;
  const high = sorted[Math.ceil(sorted.length * (1 - RIM)) - 1] ?? 1;
  return { cells, min: low, perUnit: cellsPerUnit(cells, low, high) || cells };
}
