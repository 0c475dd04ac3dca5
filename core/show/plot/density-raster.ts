import type { PlotAxis, PlotData } from '../../statistics/histograms/plot-data.ts';
import type { Contour } from './contour.ts';
import { type ShadeColours, shadePixels } from './density.ts';
import { densityShades, type Shades } from './density-shades.ts';
import type { RasterShape } from './drawing.ts';

/** Below this many events a bin of 1/256 of the frame would be a dot too small to see. */
const fewEvents = 8000;

/** A density's picture before it has colours: side x side shades, row by row from the top. */
export interface ShadedDensity extends Shades {
  readonly side: number;
}

/** A plot that needs only colours to be seen. */
export interface ShadedPlot extends PlotData {
  readonly shaded: ShadedDensity;
  /** Of a plot that has such lines. */
  readonly contours?: readonly Contour[];
  /** Of dots that have the colours of a third marker: its axis, and the shade of each. */
  readonly third?: { readonly axis: PlotAxis; readonly shaded: ShadedDensity };
}

/** The same axes with other events: lines of equal density and colours of a third marker are not theirs. */
export const withEvents = (
  { contours: _, third: __, ...plot }: ShadedPlot,
  events: Pick<ShadedPlot, 'count' | 'density' | 'shaded'>,
): ShadedPlot => ({
  ...plot,
  ...events,
});

export type Density = Pick<PlotData, 'density' | 'bins' | 'count'>;

/** How the events of a picture are drawn: as a smooth density, or each bin that holds any as a dot. */
export type ShadeKind = 'smooth' | 'dots';

/** With larger dots where events are few. Shades are written to the beginning of `into`, which holds bins x bins at least. */
export function shadeDensity(
  { density, bins, count }: Density,
  kind: ShadeKind = 'smooth',
  into: Uint8Array = new Uint8Array(bins * bins),
): ShadedDensity {
  const side = shadedSide(count, bins);
  const shades = into.subarray(0, side * side);
  const smoothing = kind === 'dots' ? 0 : smoothingOf(count, side);
  return { side, ...densityShades(side < bins ? coarsened(density, bins) : density, side, { smoothing }, shades) };
}

/** Pixels along a side of the picture of this many events. */
export const shadedSide = (count: number, bins: number): number => (count < fewEvents && bins >= 256 && bins % 2 === 0 ? bins / 2 : bins);

/**
 * Of a kernel density in two dimensions the best smoothing falls with the sixth root of the events (Scott 1992), here of clusters that are about a twentieth
 * of the picture wide; in bins.
 */
export const smoothingOf = (count: number, side: number): number => (side / 20) * Math.max(8, count) ** (-1 / 6);

/** The picture of a density. */
export function densityRaster(plot: Density, look: ShadeColours, kind?: ShadeKind): Pick<RasterShape, 'columns' | 'rows' | 'pixels'> {
  const shaded = shadeDensity(plot, kind);
  return { columns: shaded.side, rows: shaded.side, pixels: shadePixels(shaded, look) };
}

/** The same counts in bins twice as wide and high: dots that can be seen where events are few. */
export function coarsened(counts: Uint32Array, bins: number): Uint32Array {
  const half = bins >> 1;
  const merged = new Uint32Array(half * half);
  for (let row = 0; row < half * 2; row++) {
    for (let column = 0; column < half * 2; column++) merged[(row >> 1) * half + (column >> 1)]! += counts[row * bins + column]!;
  }
  return merged;
}
