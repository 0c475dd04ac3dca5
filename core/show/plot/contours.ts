import { contours } from 'd3-contour';
import type { PlotAxis } from '../../statistics/histograms/plot-data.ts';
import { blurred } from './blur.ts';
import type { Contour } from './contour.ts';
import { coarsened, type Density, type ShadedDensity, smoothingOf } from './density-raster.ts';
import type { PathCommand } from './drawing.ts';
import { type Frame, type Point, toPage } from './frame.ts';

/** From the outermost to the innermost line, in shares of the events: FlowJo's 5 %. */
const STEP = 0.05;
/** Bins along a side that lines are drawn through: finer ones cost time and are not seen in a smooth line. */
const SIDE = 128;
/** Lines are smoother than colours. */
const SMOOTHER = 1.6;

/**
 * Lines of equal density with 5 %, 10 % … 95 % of the events outside, of bins x bins counts that stand row by row from the bottom. What lies
 * off scale, in the outermost bins, has no density. From 0 to 19 lines: where few events are, several steps are one line.
 */
export function contoursOf({ density, bins, count }: Density): readonly Contour[] {
  const side = bins > SIDE && bins % 2 === 0 ? bins / 2 : bins;
  const onScale = withoutEdges(density, bins);
  const smooth = blurred(side < bins ? coarsened(onScale, bins) : onScale, side, SMOOTHER * smoothingOf(count, side));
  const levels = levelsOf(smooth);
  const draw = contours().size([side, side]).smooth(true);
  return levels.map(({ outside, level }) => ({
    outside,
    rings: draw
      .contour(smooth as unknown as number[], level)
      .coordinates.flatMap((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]): Point => [x / side, y / side]))),
  }));
}

function withoutEdges(density: Uint32Array, bins: number): Uint32Array {
  const inner = density.slice();
  const last = bins - 1;
  for (let i = 0; i < bins; i++) inner[i] = inner[last * bins + i] = inner[i * bins] = inner[i * bins + last] = 0;
  return inner;
}

interface Level {
  readonly outside: number;
  readonly level: number;
}

/** The densities that leave so many events outside; rising. */
function levelsOf(smooth: Float64Array): readonly Level[] {
  const rising = smooth.filter((value) => value > 0).sort();
  const total = rising.reduce((sum, value) => sum + value, 0);
  const levels: Level[] = [];
  let [sum, at] = [0, 0];
  for (let step = 1; step < Math.round(1 / STEP); step++) {
    while (at < rising.length && sum < step * STEP * total) sum += rising[at++]!;
    const level = rising[Math.max(0, at - 1)];
    if (level !== undefined && level > (levels.at(-1)?.level ?? 0)) levels.push({ outside: step * STEP, level });
  }
  return levels;
}

/** A contour on the page. */
export function contourPath({ rings }: Contour, frame: Frame): readonly PathCommand[] {
  const { x, y } = frame;
  return rings.flatMap((ring) => {
    const points = ring.map(([px, py]) => toPage(frame, [x.min + px * (x.max - x.min), y.min + py * (y.max - y.min)]));
    return [...points.map(([px, py], i): PathCommand => [i === 0 ? 'move' : 'line', px, py]), ['close'] as const];
  });
}

/** A density whose contours may be known already, or whose dots have the colours of a third marker. */
export interface ContouredPlot extends Density {
  readonly contours?: readonly Contour[];
  readonly third?: { readonly axis: PlotAxis; readonly shaded: ShadedDensity };
}
