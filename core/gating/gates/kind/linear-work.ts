import type { GateTask, GateWork } from '../../../data/events/gate-kernels.ts';

/**
 * A gate whose edges are bounds of single channels compares linear values: those of the few events near a bound alone are put on the scale, and
 * then the gate says what it says of positions. Scales rise, so that beyond a bracket about a bound there is no doubt.
 */
export interface LinearWork extends GateWork {
  /** Of which dimensions linear values are wanted. */
  readonly isLinear: readonly boolean[];
}

/** A display scale as far as bounds are concerned; without `pieces` it costs nothing to put every event on it. */
export interface BoundScale {
  readonly scale: (linear: number) => number;
  readonly unscale: (position: number) => number;
  readonly pieces?: object | undefined;
}

/** All values at or below the first are below the bound on the scale, all at or above the second are not. */
export type Bracket = readonly [below: number, above: number];

/** Far more than the last places in which a scale summed from pieces may fall back. */
const MARGIN = 1e-11;

/** Undefined where the scale costs nothing, or is too flat for a bracket. */
export function bracketOf({ scale, unscale, pieces }: BoundScale, bound: number): Bracket | undefined {
  if (pieces === undefined) return undefined;
  const [below, above] = [unscale(bound - MARGIN), unscale(bound + MARGIN)];
  if (!(Number.isFinite(below) && Number.isFinite(above) && below < above)) return undefined;
  return scale(below) < bound - MARGIN / 2 && scale(above) > bound + MARGIN / 2 ? [below, above] : undefined;
}

/** For each dimension, from what is compared to positions. */
export const positionsOf = (isLinear: readonly boolean[], scales: readonly BoundScale[]) =>
  isLinear.map((linear, i) => (linear ? scales[i]!.scale : (value: number) => value));

/** Where two readings of the bounds differ, an event is put on the scales: its part is set in `words`. */
export function settle(
  { values, start }: GateTask,
  scaled: readonly ((value: number) => number)[],
  words: readonly Uint32Array[],
  others: readonly Uint32Array[],
  partOf: (positions: readonly number[]) => number | undefined,
): void {
  const { length } = words[0]!;
  for (let at = 0; at < length; at++) {
    let doubt = 0;
    for (let part = 0; part < words.length; part++) doubt |= words[part]![at]! ^ others[part]![at]!;
    for (; doubt !== 0; doubt &= doubt - 1) {
      const bit = doubt & -doubt;
      const event = start + 32 * at + 31 - Math.clz32(bit);
      const own = partOf(scaled.map((scale, i) => scale(values[i]![event]!)));
      for (let part = 0; part < words.length; part++) words[part]![at] = part === own ? words[part]![at]! | bit : words[part]![at]! & ~bit;
    }
  }
}
