import { useLayoutEffect, useRef } from 'react';
import { parseColour, type RampName, ramps } from '../../../core/show/plot/colour.ts';
import { shadePixels } from '../../../core/show/plot/density.ts';
import type { ShadedDensity } from '../../../core/show/plot/density-raster.ts';
import type { Box } from '../../../core/show/plot/drawing.ts';
import { plotThemes, type ThemeName } from '../theme.ts';

export interface DensityCanvasProps {
  readonly shaded: ShadedDensity;
  readonly box: Box;
  readonly ramp: RampName;
  readonly theme: ThemeName;
}

/** The density of all events of a population, one pixel a bin, stretched over the data area. Its shades were made by a worker. */
export function DensityCanvas({ shaded, box, ramp, theme }: DensityCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const image = useRef<ImageData>(undefined);
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const { side, shades } = shaded;
    // a size that is set anew costs the canvas its memory
    if (element.width !== side) element.width = side;
    if (element.height !== side) element.height = side;
    if (image.current?.width !== side) image.current = new ImageData(side, side);
    shadePixels(shades, { ramp: ramps[ramp], background: parseColour(plotThemes[theme].background) }, image.current.data);
    context.putImageData(image.current, 0, 0);
  }, [shaded, ramp, theme]);
  return <canvas ref={canvas} className="tile-canvas" style={{ left: box.x, top: box.y, width: box.width, height: box.height }} />;
}
