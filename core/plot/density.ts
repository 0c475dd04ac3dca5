import type { Ramp, Rgb } from './colour.ts';

export interface DensityLook {
  readonly ramp: Ramp;
  /** What stands where no event is. */
  readonly background: Rgb;
  /** Colour follows density to the power of 1 / exponent: larger shows more of the sparse parts. `log` is flatter still. */
  readonly exponent?: number | 'log';
  /** Standard deviation of the smoothing in bins; 0 leaves the counts. */
  readonly smoothing?: number;
}

/**
 * RGBA pixels, row by row from the top, of bins x bins counts that stand row by row from the bottom.
 * Colour is of the smoothed density; an event alone is always drawn, and a bin far from any event keeps the background.
 */
export function densityPixels(counts: Uint32Array, bins: number, look: DensityLook): Uint8ClampedArray {
  const { ramp, background, exponent = 1.9, smoothing = bins / 200 } = look;
  if (counts.length !== bins * bins) throw new Error(`density: ${counts.length} counts for ${bins} x ${bins} bins`);
  const density = smoothed(counts, bins, smoothing);
  const shade = shadeOf(denseLevel(counts, density, bins), exponent);
  const colours = packed([...Array.from({ length: shades }, (_, i) => ramp(i / (shades - 1))), background]);
  const pixels = new Uint32Array(bins * bins);
  for (let row = 0; row < bins; row++) {
    for (let column = 0; column < bins; column++) {
      const from = (bins - 1 - row) * bins + column;
      const isDrawn = counts[from]! > 0 || density[from]! > nearEvents;
      const colour = isDrawn ? Math.min(shades - 1, Math.round(shade(density[from]!) * (shades - 1))) : shades;
      pixels[row * bins + column] = colours[colour]!;
    }
  }
  return new Uint8ClampedArray(pixels.buffer);
}

/** Opaque colours as the four bytes of a pixel each, in the byte order of the machine. */
const packed = (colours: readonly Rgb[]): Uint32Array =>
  new Uint32Array(Uint8ClampedArray.from(colours.flatMap((rgb) => [...rgb, 255])).buffer);

/** The same counts in bins twice as wide and high: dots that can be seen where events are few. */
export function coarsened(counts: Uint32Array, bins: number): Uint32Array {
  const half = bins >> 1;
  const merged = new Uint32Array(half * half);
  for (let row = 0; row < half * 2; row++) {
    for (let column = 0; column < half * 2; column++) merged[(row >> 1) * half + (column >> 1)]! += counts[row * bins + column]!;
  }
  return merged;
}

/** With the background 256 colours, so that a picture fits a palette. */
const shades = 255;

/** An empty bin is filled where its surroundings hold more than about this many events a bin: a hole there is chance, not shape. */
const nearEvents = 0.6;

function shadeOf(dense: number, exponent: number | 'log'): (density: number) => number {
  if (exponent === 'log') return (density) => Math.log1p(density) / Math.log1p(dense);
  return (density) => (density / dense) ** (1 / exponent);
}

/** The density that takes the ramp's top: a high quantile, so that events piled up on an edge do not darken the rest. */
function denseLevel(counts: Uint32Array, density: Float64Array, bins: number): number {
  const inner = new Float64Array(density.length);
  let size = 0;
  for (let i = 0; i < density.length; i++) if (counts[i]! > 0 && !isEdge(i, bins)) inner[size++] = density[i]!;
  return Math.max(size === 0 ? 0 : ranked(inner.subarray(0, size), Math.floor(size * 0.998)), 1);
}

/** The value that would stand at a place if all were sorted; they are moved about. Hoare's selection. */
function ranked(values: Float64Array, place: number): number {
  let [from, to] = [0, values.length - 1];
  while (from < to) {
    const pivot = values[(from + to) >> 1]!;
    let [low, high] = [from, to];
    while (low <= high) {
      while (values[low]! < pivot) low++;
      while (values[high]! > pivot) high--;
      if (low > high) break;
      const value = values[low]!;
      values[low++] = values[high]!;
      values[high--] = value;
    }
    if (place <= high) to = high;
    else if (place >= low) from = low;
    else break;
  }
  return values[place]!;
}

const isEdge = (i: number, bins: number): boolean => i < bins || i >= bins * (bins - 1) || i % bins === 0 || i % bins === bins - 1;

/** A Gaussian blur, first along rows and then along columns; at the borders the weight outside is left out. */
function smoothed(counts: Uint32Array, bins: number, sigma: number): Float64Array {
  const values = new Float64Array(counts);
  if (sigma === 0) return values;
  const reach = Math.ceil(sigma * 3);
  const weights = Float64Array.from({ length: reach * 2 + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)));
  return blurred(blurred(values, bins, weights, bins, 1), bins, weights, 1, bins);
}

/** One direction of the blur. Each count is spread over its neighbours, so that the empty plane costs nothing. */
function blurred(values: Float64Array, bins: number, weights: Float64Array, lineStride: number, stride: number): Float64Array {
  const reach = (weights.length - 1) / 2;
  const result = new Float64Array(values.length);
  const inside = Float64Array.from({ length: bins }, (_, i) =>
    weights.subarray(Math.max(0, reach - i), reach + bins - i).reduce((sum, w) => sum + w, 0),
  );
  for (let lane = 0; lane < bins; lane++) {
    for (let i = 0; i < bins; i++) {
      const value = values[lane * lineStride + i * stride]!;
      if (value === 0) continue;
      for (let j = Math.max(0, i - reach); j <= Math.min(bins - 1, i + reach); j++) {
        result[lane * lineStride + j * stride]! += (weights[j - i + reach]! * value) / inside[j]!;
      }
    }
  }
  return result;
}
