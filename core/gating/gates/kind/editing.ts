import type { Ends, PlotWindow, Point, Range } from './geometry.ts';

/** Something of a gate that a hand can take hold of, on the display scales. */
export interface Handle {
  readonly id: string;
  readonly at: Point;
  readonly cursor: 'move' | 'ew-resize' | 'ns-resize' | 'nwse-resize' | 'nesw-resize';
}

/** How a gate is taken hold of in a plot. */
export interface GateEditing<G> {
  /** An open end is held at the edge of the window. */
  readonly handles: (gate: G, window: PlotWindow) => readonly Handle[];
  /** With one handle held elsewhere. Ends that cross each other change their names. */
  readonly withHandle: (gate: G, id: string, at: Point) => G;
  /** It is moved as a whole where it is pressed: not one whose populations fill the plane, on which every press falls. */
  readonly movesWhole: boolean;
}

/** A gate on axes that are not those that it was drawn on. */
export interface GateTurn<G> {
  /** With x and y changed for each other; undefined where the mirror image is none of its kind. */
  readonly swapped: (gate: G) => G | undefined;
  /** Its own part numbers in the order of the swapped gate, where that is another. */
  readonly swappedParts?: readonly number[];
  /** A gate of one dimension in a plane, open along the other axis; and back. */
  readonly spread?: (gate: G, axis: 0 | 1) => G;
  readonly alongAxis?: (gate: G, axis: 0 | 1) => G;
}

/** One number that a gate stands on. `position` is on the display scale (0 to 1); undefined is an open end. */
export interface Bound {
  readonly id: string;
  /** Which of the gate's dimensions it is a value of. */
  readonly dimension: number;
  readonly kind: 'min' | 'max' | 'divider' | 'dividerLeft' | 'dividerRight' | 'vertex' | 'centre' | 'halfAxis' | 'angle';
  /** What is no value of a dimension: a length in parts of the axes as they are shown, or an angle in degrees from the first axis. */
  readonly unit?: 'part' | 'degrees';
  /** The vertex's place in the polygon, or that of an axis or an arm among the others, from 0. */
  readonly vertex?: number;
  readonly position: number | undefined;
}

/** The numbers of a gate, to be typed. */
export interface GateBounds<G> {
  /** In the order in which one reads them. */
  readonly of: (gate: G) => readonly Bound[];
  /** With one of them elsewhere. Only a range's end can be open: the gate stays as it is where another is. */
  readonly with: (gate: G, bound: Bound, position: number | undefined) => G;
}

/** What a hand does with a drawing tool, and the gate that comes of it, on the display scales. */
type Gesture<G> =
  /** Along the first axis; an end at the edge of the plot is open, since what lies off scale belongs. */
  | { readonly gesture: 'line'; readonly gateOf: (x: Range) => G }
  /** From one corner to the other, open at the edges of the plot. */
  | { readonly gesture: 'box'; readonly gateOf: (x: Range, y: Range) => G }
  /** Around the middle of a box. */
  | { readonly gesture: 'oval'; readonly gateOf: (x: Ends, y: Ends) => G }
  | { readonly gesture: 'corners' | 'freehand'; readonly gateOf: (corners: readonly Point[]) => G }
  /** One press on the first axis. */
  | { readonly gesture: 'cut'; readonly gateOf: (x: number) => G }
  | { readonly gesture: 'point'; readonly gateOf: (at: Point) => G };

/** A way to draw a gate of a kind in a plot. */
export type GateTool<G> = Gesture<G> & {
  /** The tool's, as a person takes it up. */
  readonly name: string;
};
