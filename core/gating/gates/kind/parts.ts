import type { Line } from './geometry.ts';

/** Which population of a gate an event at (x, y) belongs to, from 1; 0 is none of them. Neither number is NaN. */
export type PartTest = (x: number, y: number) => number;

/** Where the populations of a gate meet: off these lines and outside of `unsure` an event's neighbours are in its population. */
export interface PartEdges {
  /** Straight pieces; those with infinite ends are upright or level. */
  readonly lines: readonly Line[];
  /** How far the true outline may lie from the lines, in each dimension. */
  readonly margin: number;
  /** No line is known here: right of x and above y. */
  readonly unsure?: { readonly x: number; readonly y: number };
  /** Events without end, which are in the cells at the rim, are not in the population of their neighbours: their distance is no number. */
  readonly isRimUnsure?: true;
}

/** The plane as a gate of one or two dimensions parts it; its populations share no event. */
export interface GateParts {
  /** The same arithmetic as the gate's own evaluation, event by event: what is moved in steps equals what is computed as a whole. */
  readonly test: PartTest;
  readonly edges: () => PartEdges;
}
