import type { Point } from './frame.ts';

/** A line around the densest part of the events. */
export interface Contour {
  /** The share of the events outside of it, 0 to 1. */
  readonly outside: number;
  /** Closed lines in parts of the picture's sides from its lower left; those of holes run the other way round. */
  readonly rings: readonly (readonly Point[])[];
}
