import { type Ramp, type Rgb, rampOn } from './colour.ts';
import { SHADES, type ShadeLook } from './density-shades.ts';

export interface DensityLook extends ShadeLook, ShadeColours {}

export interface ShadeColours {
  readonly ramp: Ramp;
  /** What stands where no event is. */
  readonly background: Rgb;
}

/** RGBA pixels of shades. */
export function shadePixels(
  shades: Uint8Array,
  { ramp, background }: ShadeColours,
  into = new Uint8ClampedArray(4 * shades.length),
): Uint8ClampedArray {
  const shown = rampOn(ramp, background);
  const colours = packed([...Array.from({ length: SHADES }, (_, i) => shown(i / (SHADES - 1))), background]);
  const pixels = new Uint32Array(into.buffer, into.byteOffset, shades.length);
  for (let i = 0; i < shades.length; i++) pixels[i] = colours[shades[i]!]!;
  return into;
}

/** Opaque colours as the four bytes of a pixel each, in the byte order of the machine. */
const packed = (colours: readonly Rgb[]): Uint32Array =>
  new Uint32Array(Uint8ClampedArray.from(colours.flatMap((rgb) => [...rgb, 255])).buffer);
