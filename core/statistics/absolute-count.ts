import { betaQuantile } from '../base/math/beta.ts';
import { gammaQuantile } from '../base/math/gamma.ts';
import { normalQuantile } from '../base/math/normal.ts';

/** How cells become a concentration: by counting beads of a known number beside them, or by the volume that was drawn. */
export type AbsoluteMethod =
  | {
      readonly by: 'beads';
      /** Bead events counted. */
      readonly beadEvents: number;
      /** Beads put into the tube, and the relative standard uncertainty of that number (from the lot's sheet). */
      readonly beadsAdded: number;
      readonly beadsUncertainty: number;
      /** Sample put into the tube, in microlitres, and the relative standard uncertainty of pipetting it. */
      readonly sampleVolume: number;
      readonly volumeUncertainty: number;
    }
  | {
      readonly by: 'volume';
      /** Drawn and counted, in microlitres. */
      readonly volume: number;
      readonly volumeUncertainty: number;
    };

/**
 * How the counting part of an interval is found, exactly however few cells there are: `poisson` limits of a count (Garwood), or those of the
 * ratio of two counts from the binomial share of one in both (Clopper and Pearson).
 */
type CountingLimits = 'poisson' | 'binomial';

export interface AbsoluteCount {
  /** Cells in a microlitre of the undiluted sample. */
  readonly perMicrolitre: number;
  /** Relative standard uncertainty: of counting, and of everything that was put in, added in squares; undefined with no cell. */
  readonly relativeUncertainty: number | undefined;
  readonly interval: { readonly low: number; readonly high: number; readonly confidence: number; readonly counting: CountingLimits };
}

/**
 * Cells/µL = cells / beads x beads added / sample volume, or cells / volume; times the dilution. Undefined where nothing was counted
 * to measure by. The limits of counting are exact; what was put in widens each in the logarithm, in squares. With no cell the
 * upper end is that of 0 counts alone, one-sided (3.0 cells at 95 %, the rule of three, where there are many beads).
 */
export function absoluteCount(cells: number, method: AbsoluteMethod, dilution = 1, confidence = 0.95): AbsoluteCount | undefined {
  const { perUnit, units, squares, limits, counting, countingSquares } = method.by === 'beads' ? byBeads(method) : byVolume(method);
  if (!(perUnit > 0 && Number.isFinite(perUnit))) return undefined;
  const scale = perUnit * dilution;
  const [low, high] = limits(cells, cells === 0 ? 2 * (1 - confidence) : 1 - confidence);
  const [perMicrolitre, most] = [(cells / units) * scale, high * scale];
  if (cells === 0) return { perMicrolitre, relativeUncertainty: undefined, interval: { low: 0, high: most, confidence, counting } };
  const spread = normalQuantile(1 - (1 - confidence) / 2) * Math.sqrt(squares);
  const least = low * scale;
  return {
    perMicrolitre,
    relativeUncertainty: Math.sqrt(squares + countingSquares + 1 / cells),
    interval: {
      low: perMicrolitre * Math.exp(-Math.hypot(Math.log(perMicrolitre / least), spread)),
      high: perMicrolitre * Math.exp(Math.hypot(Math.log(most / perMicrolitre), spread)),
      confidence,
      counting,
    },
  };
}

type Bounds = readonly [low: number, high: number];

/** What a count is divided by, what one unit of that stands for, and the limits of that quotient. */
interface Measure {
  readonly units: number;
  readonly perUnit: number;
  /** Of what was put in. */
  readonly squares: number;
  /** Of counting what is divided by. */
  readonly countingSquares: number;
  readonly limits: (cells: number, alpha: number) => Bounds;
  readonly counting: CountingLimits;
}

const byBeads = ({
  beadEvents,
  beadsAdded,
  beadsUncertainty,
  sampleVolume,
  volumeUncertainty,
}: Extract<AbsoluteMethod, { by: 'beads' }>): Measure => ({
  units: beadEvents,
  perUnit: beadEvents > 0 ? beadsAdded / sampleVolume : Number.NaN,
  squares: beadsUncertainty ** 2 + volumeUncertainty ** 2,
  countingSquares: 1 / beadEvents,
  limits: (cells, alpha) => ratioLimits(cells, beadEvents, alpha),
  counting: 'binomial',
});

const byVolume = ({ volume, volumeUncertainty }: Extract<AbsoluteMethod, { by: 'volume' }>): Measure => ({
  units: 1,
  perUnit: 1 / volume,
  squares: volumeUncertainty ** 2,
  countingSquares: 0,
  limits: poissonLimits,
  counting: 'poisson',
});

/** Limits of the mean of a count (Garwood 1936). */
const poissonLimits = (count: number, alpha: number): Bounds => [
  count === 0 ? 0 : gammaQuantile(alpha / 2, count),
  gammaQuantile(1 - alpha / 2, count + 1),
];

/** Limits of the ratio of the means of two counts: given their sum, one is a binomial share of it (Clopper and Pearson 1934). */
function ratioLimits(a: number, b: number, alpha: number): Bounds {
  const low = a === 0 ? 0 : betaQuantile(alpha / 2, a, b + 1);
  // of the other share, so that a bound near 1 loses no digits
  const rest = betaQuantile(alpha / 2, b, a + 1);
  return [low / (1 - low), (1 - rest) / rest];
}
