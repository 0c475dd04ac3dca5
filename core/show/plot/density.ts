import type { densityScalings } from '../../study/arrangement/session-preferences.ts';
import { type Ramp, type Rgb, rampOn } from './colour.ts';
import { BACKGROUND, densityOf, SHADES, type Shades } from './density-shades.ts';

/**
 * What a colour follows: the logarithm of the density, which keeps the shape of a picture however many events there are; the rank of a pixel among
 * all that are drawn, so that every colour fills as much of the picture; or the density itself.
 */
export type DensityScaling = (typeof densityScalings)[number];

export interface ShadeColours {
  readonly ramp: Ramp;
  /** What stands where no event is. */
  readonly background: Rgb;
  readonly scaling?: DensityScaling;
}

/** RGBA pixels of shades. */
export function shadePixels(
  { shades, dense }: Shades,
  { ramp, background, scaling = 'log' }: ShadeColours,
  into = new Uint8ClampedArray(4 * shades.length),
): Uint8ClampedArray {
  const shown = rampOn(ramp, background);
  const placeOf = placesOf(shades, dense, scaling);
  const colours = packed([...Array.from({ length: SHADES }, (_, shade) => shown(placeOf(shade))), background]);
  const pixels = new Uint32Array(into.buffer, into.byteOffset, shades.length);
  for (let i = 0; i < shades.length; i++) pixels[i] = colours[shades[i]!]!;
  return into;
}

/** Where on a ramp, 0 to 1, a shade stands. */
function placesOf(shades: Uint8Array, dense: number, scaling: DensityScaling): (shade: number) => number {
  if (scaling === 'linear') return (shade) => densityOf(shade, dense) / dense;
  if (scaling === 'log') return (shade) => shade / (SHADES - 1);
  const below = ranksOf(shades);
  const all = Math.max(1, below[SHADES]! - below[1]!);
  return (shade) => Math.max(0, below[shade + 1]! - below[1]!) / all;
}

/** How many pixels have a lower shade, by shade; those that are drawn. */
function ranksOf(shades: Uint8Array): Float64Array {
  const below = new Float64Array(SHADES + 1);
  for (const shade of shades) if (shade !== BACKGROUND) below[shade + 1]! += 1;
  for (let shade = 1; shade <= SHADES; shade++) below[shade]! += below[shade - 1]!;
  return below;
}

/** Opaque colours as the four bytes of a pixel each, in the byte order of the machine. */
const packed = (colours: readonly Rgb[]): Uint32Array =>
  new Uint32Array(Uint8ClampedArray.from(colours.flatMap((rgb) => [...rgb, 255])).buffer);
