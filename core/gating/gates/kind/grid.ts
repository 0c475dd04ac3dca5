/**
 * One axis of the grid that FlowJo counts polygons on. An event lies in a cell, off-scale ones in the first or last; a vertex is
 * rounded the same way, but on a linear or log axis not held inside.
 */
export interface GridAxis {
  readonly cells: number;
  /** The cell of each linear value, -1 for none that is a number; made once a column. */
  readonly eventCells: (linear: Float64Array) => Int16Array;
  readonly vertexCell: (linear: number) => number;
  /** Bounds beyond these are no bounds: an event at the end of the axis may lie anywhere beyond it. */
  readonly lowest: number;
  readonly highest: number;
}

export type GridAxes = readonly (GridAxis | undefined)[];

/** What FlowJo's grid counts: linear values of a gate's dimensions. */
export interface GridInput<G> {
  readonly linear: () => readonly Float64Array[];
  readonly eventCount: number;
  /** Every event of the linear values compared where it lies. */
  readonly evaluateLinear: (gate: G) => void;
}
