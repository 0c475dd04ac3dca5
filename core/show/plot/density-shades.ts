import { blurred } from './blur.ts';

export interface ShadeLook {
  /** Standard deviation of the smoothing in bins; 0 leaves the counts. */
  readonly smoothing: number;
}

/** A density's picture before it has colours. */
export interface Shades {
  /** One a pixel: 0 to SHADES - 1 by the logarithm of 1 + density, or BACKGROUND. */
  readonly shades: Uint8Array;
  /** The density, in events a pixel, that takes the last shade. */
  readonly dense: number;
}

/** Shades of a density, from 0 (sparse) to the last (dense). With the background 256, so that a picture fits a palette. */
export const SHADES = 255;
/** Stands where no event is near. */
export const BACKGROUND = 255;

/** An empty bin is filled where its surroundings hold more than about this many events a bin: a hole there is chance, not shape. */
const NEAR_EVENTS = 0.6;

/**
 * One shade a pixel, row by row from the top, of bins x bins counts that stand row by row from the bottom: all of a density's picture
 * but its colours. The shade is of the smoothed density; an event alone is always drawn, and a bin far from any event is BACKGROUND.
 */
export function densityShades(
  counts: Uint32Array,
  bins: number,
  { smoothing }: ShadeLook,
  into: Uint8Array = new Uint8Array(bins * bins),
): Shades {
  if (counts.length !== bins * bins) throw new Error(`density: ${counts.length} counts for ${bins} x ${bins} bins`);
  const density = blurred(counts, bins, smoothing);
  const dense = denseLevel(counts, density, bins);
  const steps = stepsOf(dense);
  for (let row = 0; row < bins; row++) {
    const [to, from] = [(bins - 1 - row) * bins, row * bins];
    for (let column = 0; column < bins; column++) {
      const value = density[from + column]!;
      into[to + column] = counts[from + column]! > 0 || value > NEAR_EVENTS ? steps.shadeOf(value) : BACKGROUND;
    }
  }
  return { shades: into, dense };
}

/** The density that a shade stands for. */
export const densityOf = (shade: number, dense: number): number => Math.expm1((shade / (SHADES - 1)) * Math.log1p(dense));

/** Squares of these cut the densities into parts of about equal numbers of shades, of which the first is looked up and the rest counted. */
const LOOKUPS = 1024;

/** Which shade a density takes: where each shade begins is computed once, since a logarithm a pixel is what takes the time. */
function stepsOf(dense: number): { readonly shadeOf: (density: number) => number } {
  const begins = Float64Array.from({ length: SHADES }, (_, shade) =>
    shade === 0 ? Number.NEGATIVE_INFINITY : densityOf(shade - 0.5, dense),
  );
  const first = new Uint8Array(LOOKUPS + 1);
  for (let i = 1, shade = 0; i <= LOOKUPS; i++) {
    while (shade < SHADES - 1 && begins[shade + 1]! <= dense * (i / LOOKUPS) ** 2) shade++;
    first[i] = shade;
  }
  return {
    shadeOf(density) {
      const part = Math.sqrt(density / dense) * LOOKUPS;
      // one lower, for the rounding of the root
      let shade = first[part >= LOOKUPS ? LOOKUPS : part < 1 ? 0 : Math.floor(part) - 1]!;
      while (shade < SHADES - 1 && begins[shade + 1]! <= density) shade++;
      return shade;
    },
  };
}

/** The density that takes the ramp's top: a high quantile, so that events piled up on an edge do not darken the rest. */
function denseLevel(counts: Uint32Array, density: Float64Array, bins: number): number {
  const inner = new Float64Array(density.length);
  let size = 0;
  for (let row = 1; row < bins - 1; row++)
    for (let i = row * bins + 1; i < (row + 1) * bins - 1; i++) if (counts[i]! > 0) inner[size++] = density[i]!;
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
