import { invert, type Matrix, multiply } from '../../base/math/matrix.ts';
import { binAlong, quantileOf, slopeAmong, slopeFrom } from '../../base/math/robust-slope.ts';
import { compensateColumns } from './compensate-columns.ts';
import type { ControlEvents, SingleStain } from './control.ts';
import { splitControl } from './split-control.ts';

/** What is left in one detector of a stain that should be dark there, after compensation. */
export interface Residual {
  readonly stain: string;
  /** Place in the matrix. */
  readonly detector: number;
  /** Slope over the stain's own detector: 0 where compensation is right. */
  readonly slope: number;
  /** How far the positives' median lies from the negatives', as a part of the stain's own. */
  readonly shift: number;
  /** Beyond `LIMIT` either way. */
  readonly isOff: boolean;
}

/** One hundredth of the stain's own signal, as the limits of controls are usually set. */
const RESIDUAL_LIMIT = 0.01;

/** Checks a matrix from anywhere against single stains: every stain should be dark, and without slope, in every other detector. */
export function checkResiduals(matrix: Matrix, stains: readonly SingleStain[], universal: ControlEvents | undefined): readonly Residual[] {
  const inverse = invert(matrix);
  if (inverse === undefined) return [];
  return stains.flatMap((stain) => {
    const { positives, negative } = splitControl(stain, universal);
    const columns = compensateColumns(stain.columns, inverse);
    const own = columns[stain.primary]!;
    const order = positives.slice().sort((a, b) => own[a]! - own[b]!);
    const dark = negative === undefined ? undefined : multiply([negative], inverse)[0]!;
    const middle = (channel: number) =>
      quantileOf(
        Float64Array.from(order, (event) => columns[channel]![event]!),
        0.5,
      );
    const reach = middle(stain.primary) - (dark?.[stain.primary] ?? 0);
    return columns.flatMap((column, detector): Residual[] => {
      if (detector === stain.primary) return [];
      const bins = binAlong(order, own, column);
      const { slope } =
        dark === undefined ? slopeAmong(bins) : slopeFrom({ primary: dark[stain.primary]!, secondary: dark[detector]! }, bins);
      const shift = dark === undefined ? Number.NaN : (middle(detector) - dark[detector]!) / reach;
      return [{ stain: stain.name, detector, slope, shift, isOff: Math.abs(slope) > RESIDUAL_LIMIT || Math.abs(shift) > RESIDUAL_LIMIT }];
    });
  });
}
