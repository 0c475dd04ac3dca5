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

export interface AbsoluteCount {
  /** Cells in a microlitre of the undiluted sample. */
  readonly perMicrolitre: number;
  /** Relative standard uncertainty: of counting, and of everything that was put in, added in squares. */
  readonly relativeUncertainty: number;
  readonly interval: { readonly low: number; readonly high: number; readonly confidence: number };
}

/**
 * Cells/µL = cells / beads x beads added / sample volume, or cells / volume; times the dilution. Undefined where nothing was counted
 * to measure by. With no cell the interval's upper end is that of 0 counts (3.0 at 95 %, the rule of three).
 */
export function absoluteCount(cells: number, method: AbsoluteMethod, dilution = 1, confidence = 0.95): AbsoluteCount | undefined {
  const { perCell, squares } = method.by === 'beads' ? byBeads(method) : byVolume(method);
  if (!(perCell > 0 && Number.isFinite(perCell))) return undefined;
  const value = cells * perCell * dilution;
  const relative = Math.sqrt(squares + (cells === 0 ? 0 : 1 / cells));
  if (cells === 0) {
    const high = -Math.log(1 - confidence) * perCell * dilution;
    return { perMicrolitre: 0, relativeUncertainty: Number.NaN, interval: { low: 0, high, confidence } };
  }
  const reach = Math.exp(normalQuantile(1 - (1 - confidence) / 2) * relative);
  return { perMicrolitre: value, relativeUncertainty: relative, interval: { low: value / reach, high: value * reach, confidence } };
}

function byBeads({ beadEvents, beadsAdded, beadsUncertainty, sampleVolume, volumeUncertainty }: Extract<AbsoluteMethod, { by: 'beads' }>) {
  return { perCell: beadsAdded / beadEvents / sampleVolume, squares: 1 / beadEvents + beadsUncertainty ** 2 + volumeUncertainty ** 2 };
}

const byVolume = ({ volume, volumeUncertainty }: Extract<AbsoluteMethod, { by: 'volume' }>) => ({
  perCell: 1 / volume,
  squares: volumeUncertainty ** 2,
});
