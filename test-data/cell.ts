import { markers } from './populations.ts';

/** Truth of a cell, as bits. */
export const marks = { cd4: 1, cd8: 2, cd16: 4, cd69: 8, hlaDr: 16, blast: 32 } as const;

/** One particle before any detector: light scattered, molecules of dye as units of an 18-bit scale. */
export interface Cell {
  forward: number;
  side: number;
  /** Autofluorescence against a resting lymphocyte. */
  glow: number;
  /** One signal per marker, in the order of `markers`. */
  readonly signals: Float64Array;
  marks: number;
  dead: boolean;
}

export function emptyCell(): Cell {
  return { forward: 0, side: 0, glow: 0, signals: new Float64Array(markers.length), marks: 0, dead: false };
}
