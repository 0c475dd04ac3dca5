import type { PlotData } from '../analysis.ts';
import { coarsened, type DensityLook, densityPixels } from './density.ts';
import type { RasterShape } from './drawing.ts';

/** Below this many events a bin of 1/256 of the frame would be a dot too small to see. */
const fewEvents = 2500;

/** The picture of a density, with larger dots where events are few. */
export function densityRaster(
  { density, bins, count }: Pick<PlotData, 'density' | 'bins' | 'count'>,
  look: DensityLook,
): Pick<RasterShape, 'columns' | 'rows' | 'pixels'> {
  const isCoarse = count < fewEvents && bins >= 256 && bins % 2 === 0;
  const side = isCoarse ? bins / 2 : bins;
  return { columns: side, rows: side, pixels: densityPixels(isCoarse ? coarsened(density, bins) : density, side, look) };
}
