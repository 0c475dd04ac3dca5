import { type ShadeColours, shadePixels } from './density.ts';
import { densityShades } from './density-shades.ts';

/** Small pictures in a square of rows and columns, RGBA row by row from the top. */
export interface PairAtlas {
  /** Pixels along a side of the whole. */
  readonly side: number;
  readonly pixels: Uint8ClampedArray;
}

/** All pairs of `count` channels as one picture: in row i and column j channel i across and j upwards; nothing where both are the same. */
export function pairAtlas(count: number, cell: number, countsOf: (x: number, y: number) => Uint32Array, colours: ShadeColours): PairAtlas {
  const side = count * cell;
  const pixels = new Uint8ClampedArray(4 * side * side);
  const all = new Uint32Array(pixels.buffer);
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++) {
      if (row === column) continue;
      const picture = new Uint32Array(shadePixels(densityShades(countsOf(row, column), cell, { smoothing: 0 }), colours).buffer);
      for (let line = 0; line < cell; line++)
        all.set(picture.subarray(line * cell, (line + 1) * cell), (row * cell + line) * side + column * cell);
    }
  return { side, pixels };
}
