/** A place in a plot, or a corner of a gate: positions on the display scales of two dimensions. */
export type Point = readonly [number, number];

/** A line through these places, one straight piece after another. */
export type Line = readonly Point[];

export interface Ends {
  readonly min: number;
  readonly max: number;
}

/** A part of two display scales, such as what a plot shows. */
export interface PlotWindow {
  readonly x: Ends;
  readonly y: Ends;
}

/** A range of one dimension; an absent bound is open. */
export interface Range {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** The range without its open bounds written out, as a gate is stored. */
export const closedBounds = ({ min, max }: Range): { min?: number; max?: number } => ({
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});

/** Pieces of an edge that is straight on its own scale and curved on another. */
const PIECES = 16;

/** The corners of a closed outline, each of its edges in pieces. */
export function inPieces(corners: Line): [number, number][] {
  return corners.flatMap(([x0, y0], i) => {
    const [x1, y1] = corners[(i + 1) % corners.length]!;
    return Array.from({ length: PIECES }, (_, piece): [number, number] => {
      const share = piece / PIECES;
      return [x0 + share * (x1 - x0), y0 + share * (y1 - y0)];
    });
  });
}

const ends = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
const known = (values: readonly (number | undefined)[]): readonly number[] => values.filter((value) => value !== undefined);

/** Lines without end at these values of x, or of y. */
export const uprights = (values: readonly (number | undefined)[]) => known(values).map((x): Line => ends.map((y) => [x, y] as const));
export const levels = (values: readonly (number | undefined)[]) => known(values).map((y): Line => ends.map((x) => [x, y] as const));
