import { useLayoutEffect, useRef } from 'react';
import { type ShadeColours, shadePixels } from '../../../core/show/plot/density.ts';
import type { ShadedDensity } from '../../../core/show/plot/density-raster.ts';
import type { Box } from '../../../core/show/plot/drawing.ts';
import { classes } from '../classes.ts';

export interface DensityCanvasProps {
  readonly shaded: ShadedDensity;
  readonly box: Box;
  /** The same object as long as they are the same. */
  readonly colours: ShadeColours;
  /** Dots keep their edges; a density is drawn smoothly between its bins. */
  readonly isOfDots?: boolean;
}

/** The density of all events of a population, one pixel a bin, stretched over the data area. Its shades were made by a worker. */
export function DensityCanvas({ shaded, box, colours, isOfDots = false }: DensityCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const image = useRef<ImageData>(undefined);
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const { side } = shaded;
    // a size that is set anew costs the canvas its memory
    if (element.width !== side) element.width = side;
    if (element.height !== side) element.height = side;
    if (image.current?.width !== side) image.current = new ImageData(side, side);
    shadePixels(shaded, colours, image.current.data);
    context.putImageData(image.current, 0, 0);
  }, [shaded, colours]);
  return (
    <canvas
      ref={canvas}
      className={classes('tile-canvas', isOfDots && 'is-of-dots')}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
    />
  );
}
