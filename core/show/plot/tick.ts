import type { TextRun } from './drawing.ts';

/** A mark on an axis. A minor mark has no label. */
export interface Tick {
  /** On the display scale. */
  readonly position: number;
  readonly value: number;
  readonly label?: readonly TextRun[];
}

/** The part of the display scale that is shown, and the room there is: the axis' length and the size of its labels, in points. */
export interface TickSpace {
  readonly min: number;
  readonly max: number;
  readonly length: number;
  readonly labelSize: number;
  /** Labels stand beside each other on a horizontal axis, below each other on a vertical one. */
  readonly direction: 'horizontal' | 'vertical';
}

/** A mark before it has its place; the higher rank keeps its label where two collide. */
export interface Mark {
  readonly value: number;
  readonly label?: readonly TextRun[];
  readonly rank: number;
}
