import type { DragPlan } from '../../core/gating/drag/drag-plan.ts';
import { type ShadedDensity, type ShadeKind, shadeDensity, shadedSide } from '../../core/show/plot/density-raster.ts';
import { BINS } from '../../core/statistics/histograms/plot-data.ts';

/**
 * Shared memory between the window and the workers of one drag: a move's answer is written here and never copied. Each worker counts its
 * own range of events; when all have, they share the pictures among them.
 */
export interface DragBoard {
  /** How many times a range was ready with its counts. */
  readonly ready: Int32Array;
  /** How many pictures of a sheet have been taken to be drawn. */
  readonly taken: Int32Array;
  readonly ranges: readonly RangeBoard[];
  /** The sums of all ranges, written in turns: the window draws one while the other is being written. */
  readonly sheets: readonly (readonly PictureSheet[])[];
  /** For each picture, how its events are drawn. */
  readonly kinds: readonly ShadeKind[];
}

interface RangeBoard {
  /** For each follower of the plan. */
  readonly counts: Float64Array;
  /** For each picture. */
  readonly events: readonly Uint32Array[];
}

interface PictureSheet {
  readonly events: Uint32Array;
  /** Undefined on a histogram. */
  readonly shades: Uint8Array | undefined;
  /** One number: the density of the last shade. */
  readonly dense: Float64Array;
}

/** A picture as it is after a move. */
export interface MovedPicture {
  readonly events: Uint32Array;
  readonly shaded: ShadedDensity | undefined;
}

export const isDensity = (binCount: number): boolean => binCount === BINS * BINS;

export function createBoard({ followers, pictures }: DragPlan, ranges: number, kindOf: (plot: string) => ShadeKind): DragBoard {
  const events = () => pictures.map(({ binCount }) => new Uint32Array(new SharedArrayBuffer(4 * binCount)));
  const sheet = (): readonly PictureSheet[] =>
    pictures.map(({ binCount }) => ({
      events: new Uint32Array(new SharedArrayBuffer(4 * binCount)),
      shades: isDensity(binCount) ? new Uint8Array(new SharedArrayBuffer(binCount)) : undefined,
      dense: new Float64Array(new SharedArrayBuffer(8)),
    }));
  return {
    ready: new Int32Array(new SharedArrayBuffer(4)),
    taken: new Int32Array(new SharedArrayBuffer(8)),
    ranges: Array.from({ length: ranges }, () => ({
      counts: new Float64Array(new SharedArrayBuffer(8 * followers.length)),
      events: events(),
    })),
    sheets: [sheet(), sheet()],
    kinds: pictures.map(({ id }) => kindOf(id)),
  };
}

const sheetOf = ({ sheets }: DragBoard, move: number): readonly PictureSheet[] => sheets[move % 2]!;

/** Members of a follower over all ranges. */
const countOf = ({ ranges }: DragBoard, follower: number): number => ranges.reduce((sum, { counts }) => sum + counts[follower]!, 0);

/** Of every follower. */
export const countsOn = (board: DragBoard): Float64Array =>
  Float64Array.from(board.ranges[0]!.counts, (_, follower) => countOf(board, follower));

/** A picture that every range has counted, and that one of the workers has drawn. */
export function pictureOf(board: DragBoard, { pictures }: DragPlan, place: number, move: number): MovedPicture {
  const { events, shades, dense } = sheetOf(board, move)[place]!;
  const side = shadedSide(countOf(board, pictures[place]!.follower), BINS);
  return { events, shaded: shades && { side, shades: shades.subarray(0, side * side), dense: dense[0]! } };
}

/** In a worker: sums a picture of all ranges and gives it its shades. */
function drawPicture(board: DragBoard, { pictures }: DragPlan, place: number, move: number): void {
  const { events, shades, dense } = sheetOf(board, move)[place]!;
  const [first, ...others] = board.ranges.map((range) => range.events[place]!);
  events.set(first!);
  for (const other of others) for (let bin = 0; bin < events.length; bin++) events[bin]! += other[bin]!;
  if (shades !== undefined)
    dense[0] = shadeDensity(
      { density: events, bins: BINS, count: countOf(board, pictures[place]!.follower) },
      board.kinds[place],
      shades,
    ).dense;
}

/** How long a worker waits for the others to share the drawing with them, ms: about as long as drawing takes. */
const PATIENCE = 1.5;

/**
 * In a worker whose range is counted: draws pictures, one after another, as long as there are any that nobody has taken. Only when all ranges are
 * counted; who has to wait too long leaves it to the last one, so that no worker ever depends on another.
 */
export function shareDrawing(board: DragBoard, plan: DragPlan, move: number): void {
  const { ready, taken, ranges } = board;
  const all = move * ranges.length;
  if (Atomics.add(ready, 0, 1) + 1 >= all) Atomics.notify(ready, 0);
  const start = performance.now();
  for (let count = Atomics.load(ready, 0); count < all; count = Atomics.load(ready, 0)) {
    const rest = PATIENCE - (performance.now() - start);
    if (rest <= 0) return;
    Atomics.wait(ready, 0, count, rest);
  }
  for (let place = Atomics.add(taken, move % 2, 1); place < plan.pictures.length; place = Atomics.add(taken, move % 2, 1))
    drawPicture(board, plan, place, move);
}

/** In the window, before the workers are told of a move: none of its pictures is taken. */
export const beginMove = ({ taken }: DragBoard, move: number): void => void Atomics.store(taken, move % 2, 0);
