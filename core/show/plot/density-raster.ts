import type { PlotData } from '../../statistics/histograms/plot-data.ts';
import { type DensityLook, shadePixels } from './density.ts';
import { densityShades, type ShadeLook } from './density-shades.ts';
import type { RasterShape } from './drawing.ts';

/** Below this many events a bin of 1/256 of the frame would be a dot too small to see. */
const fewEvents = 2500;

/** A density's picture before it has colours: side x side shades, row by row from the top. */
export interface ShadedDensity {
  readonly side: number;
  readonly shades: Uint8Array;
}

/** A plot that needs only colours to be seen. */
export interface ShadedPlot extends PlotData {
  readonly shaded: ShadedDensity;
}

type Density = Pick<PlotData, 'density' | 'bins' | 'count'>;

/** With larger dots where events are few. Shades are written to the beginning of `into`, which holds bins x bins at least. */
export function shadeDensity(
  { density, bins, count }: Density,
  look: ShadeLook = {},
  into: Uint8Array = new Uint8Array(bins * bins),
): ShadedDensity {
  const side = shadedSide(count, bins);
  const shades = into.subarray(0, side * side);
  return { side, shades: densityShades(side < bins ? coarsened(density, bins) : density, side, look, shades) };
}

/** Pixels along a side of the picture of this many events. */
export const shadedSide = (count: number, bins: number): number => (count < fewEvents && bins >= 256 && bins % 2 === 0 ? bins / 2 : bins);

/** The picture of a density. */
export function densityRaster(plot: Density, look: DensityLook): Pick<RasterShape, 'columns' | 'rows' | 'pixels'> {
  const { side, shades } = shadeDensity(plot, look);
  return { columns: side, rows: side, pixels: shadePixels(shades, look) };
}

/** The same counts in bins twice as wide and high: dots that can be seen where events are few. */
function coarsened(counts: Uint32Array, bins: number): Uint32Array {
  const half = bins >> 1;
  const merged = new Uint32Array(half * half);
  for (let row = 0; row < half * 2; row++) {
    for (let column = 0; column < half * 2; column++) merged[(row >> 1) * half + (column >> 1)]! += counts[row * bins + column]!;
  }
  return merged;
}
