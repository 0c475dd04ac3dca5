import { useLayoutEffect, useRef } from 'react';
import type { PlotData } from '../../core/analysis.ts';
import { parseColour, type RampName, ramps } from '../../core/plot/colour.ts';
import { densityRaster } from '../../core/plot/density-raster.ts';
import type { Box } from '../../core/plot/drawing.ts';
import { plotThemes, type ThemeName } from '../design/theme.ts';

export interface DensityCanvasProps {
  readonly plot: PlotData;
  readonly box: Box;
  readonly ramp: RampName;
  readonly theme: ThemeName;
}

/** The density of all events of a population, one pixel a bin, stretched over the data area. */
export function DensityCanvas({ plot, box, ramp, theme }: DensityCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const { columns, rows, pixels } = densityRaster(plot, { ramp: ramps[ramp], background: parseColour(plotThemes[theme].background) });
    element.width = columns;
    element.height = rows;
    context.putImageData(new ImageData(new Uint8ClampedArray(pixels), columns, rows), 0, 0);
  }, [plot, ramp, theme]);
  return <canvas ref={canvas} className="tile-canvas" style={{ left: box.x, top: box.y, width: box.width, height: box.height }} />;
}
