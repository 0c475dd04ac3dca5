import { biexponentialTable, entryOf, TABLE_CHANNELS } from '../../data/transforms/biexponential/biexponential.ts';
import { compileTransform, type Transform } from '../../data/transforms/transforms.ts';
import type { CoordinateMap } from '../gates/kind/gate.ts';

/** Channels of FlowJo's gate grid: every polygon of its workspaces says gateResolution 256. */
export const GRID_CHANNELS = 256;

/**
 * One axis of the grid that FlowJo counts polygons on. An event lies in a cell, off-scale ones in the first or last; a vertex is
 * rounded the same way, but on a linear or log axis not held inside. The rules were worked out by others from memberships that FlowJo
 * exported; axes other than linear, log and biexponential are taken by the rule of the linear one and have not been compared.
 */
export interface GridAxis {
  readonly cells: number;
  /** The cell of each linear value, -1 for none that is a number; made once a column. */
  readonly eventCells: (linear: Float64Array) => Int16Array;
  readonly vertexCell: CoordinateMap;
  /** Bounds beyond these are no bounds: an event at the end of the axis may lie anywhere beyond it. */
  readonly lowest: number;
  readonly highest: number;
}

/** From linear values. */
export function gridAxis(transform: Transform): GridAxis {
  if (transform.kind === 'biexponential') return biexponentialAxis(transform);
  const { scale, unscale } = compileTransform(transform);
  const rounded = (value: number): number => Math.floor(scale(value) * GRID_CHANNELS + 0.5);
  const isLinear = transform.kind === 'flowjo-linear' || transform.kind === 'linear';
  return {
    cells: GRID_CHANNELS,
    eventCells: cellsOnce((value) => Math.max(0, Math.min(rounded(value), GRID_CHANNELS - 1))),
    // a log axis has no place for 0: such a vertex lies far below it, or on its floor where the scale puts it there
    vertexCell: (value) => Math.max(rounded(value), -1e9),
    lowest: isLinear || transform.kind === 'flowjo-log' ? unscale(0) : Number.NEGATIVE_INFINITY,
    highest: isLinear ? unscale(1) : Number.POSITIVE_INFINITY,
  };
}

function cellsOnce(cellOf: CoordinateMap): GridAxis['eventCells'] {
  const made = new WeakMap<Float64Array, Int16Array>();
  return (linear) => {
    const known = made.get(linear);
    if (known !== undefined) return known;
    const cells = Int16Array.from(linear, (value) => (Number.isNaN(value) ? -1 : cellOf(value)));
    made.set(linear, cells);
    return cells;
  };
}

/** The table's last entry is a channel of its own. */
function biexponentialAxis(transform: Extract<Transform, { kind: 'biexponential' }>): GridAxis {
  const table = biexponentialTable(transform);
  const step = TABLE_CHANNELS / GRID_CHANNELS;
  const cell = (value: number): number => (Number.isNaN(value) ? value : Math.max(0, Math.floor(entryOf(table, value) / step)));
  return { cells: GRID_CHANNELS + 1, eventCells: cellsOnce(cell), vertexCell: cell, lowest: table[0]!, highest: Number.POSITIVE_INFINITY };
}
