import type { Frame, Point } from '../../../core/show/plot/frame.ts';
import { BINS } from '../../../core/statistics/histograms/plot-data.ts';

/** A place in a plot that keys move: parts of its data area, from the lower left. */
export type Cursor = Point;

export const middle: Cursor = [0.5, 0.5];

/** Arrows go by a bin of the plot, with Shift by ten, whatever its size on the screen. */
const STEP = 1 / BINS;
const LARGE = 10;

/** How far a key goes; undefined for one that goes nowhere. A plot of one channel knows only across. */
export function stepOf(key: string, isLarge: boolean, isOfOne: boolean): Point | undefined {
  const by = STEP * (isLarge ? LARGE : 1);
  if (key === 'ArrowRight') return [by, 0];
  if (key === 'ArrowLeft') return [-by, 0];
  if (isOfOne) return undefined;
  if (key === 'ArrowUp') return [0, by];
  return key === 'ArrowDown' ? [0, -by] : undefined;
}

/** Where a key leads: a step, or with Home and End to the edges, with Shift to those below and above. */
export function cursorAfter([x, y]: Cursor, key: string, isLarge: boolean, isOfOne: boolean): Cursor | undefined {
  if (key === 'Home' || key === 'End') {
    const edge = key === 'Home' ? 0 : 1;
    return isLarge && !isOfOne ? [x, edge] : [edge, y];
  }
  const step = stepOf(key, isLarge, isOfOne);
  return step && [within(x + step[0]), within(y + step[1])];
}

const within = (part: number): number => Math.max(0, Math.min(1, part));

/** In px of the plot, and back. */
export const placeOf = ([x, y]: Cursor, { box }: Frame): Point => [box.x + x * box.width, box.y + (1 - y) * box.height];
export const cursorAt = ([x, y]: Point, { box }: Frame): Cursor => [within((x - box.x) / box.width), within(1 - (y - box.y) / box.height)];
