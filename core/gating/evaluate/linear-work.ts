import type { GateTask, GateWork } from '../../data/events/gate-kernels.ts';
import type { Scale } from '../../data/transforms/kind/transform.ts';
import type { Gate } from '../gates/gates.ts';
import { type QuadrantGate, quadrantOf } from '../gates/quadrant/quadrant.ts';
import type { RectangleGate } from '../gates/rectangle/rectangle.ts';

/**
 * A gate whose edges are bounds of single channels compares linear values: those of the few events near a bound alone are put on the scale, and
 * then the gate says what it says of positions. Scales rise, so that beyond a bracket about a bound there is no doubt.
 */
export interface LinearWork extends GateWork {
  /** Of which dimensions linear values are wanted. */
  readonly isLinear: readonly boolean[];
}

/** Undefined where no dimension gains by it. */
export function linearWork(gate: Gate, scales: readonly Scale[]): LinearWork | undefined {
  if (gate.kind === 'rectangle') return ofRectangle(gate, scales);
  return gate.kind === 'quadrant' ? ofQuadrant(gate, scales) : undefined;
}

/** All values at or below the first are below the bound on the scale, all at or above the second are not. */
type Bracket = readonly [below: number, above: number];

/** Far more than the last places in which a scale summed from pieces may fall back. */
const MARGIN = 1e-11;

/** Undefined where the scale costs nothing, or is too flat for a bracket. */
function bracketOf({ scale, unscale, pieces }: Scale, bound: number): Bracket | undefined {
  if (pieces === undefined) return undefined;
  const [below, above] = [unscale(bound - MARGIN), unscale(bound + MARGIN)];
  if (!(Number.isFinite(below) && Number.isFinite(above) && below < above)) return undefined;
  return scale(below) < bound - MARGIN / 2 && scale(above) > bound + MARGIN / 2 ? [below, above] : undefined;
}

/** A bracket without doubt, for the positions themselves. */
const itself = (bound: number): Bracket => [bound, bound];

interface RangeBrackets {
  readonly isLinear: boolean;
  readonly min: Bracket;
  readonly max: Bracket;
}

function ofRectangle(gate: RectangleGate, scales: readonly Scale[]): LinearWork | undefined {
  const { ranges, outside = false } = gate;
  const brackets = ranges.map(({ min, max }, i): RangeBrackets => {
    const [low, high] = [min, max].map((bound) => bound !== undefined && bracketOf(scales[i]!, bound));
    const isLinear = low !== undefined && high !== undefined && scales[i]!.pieces !== undefined;
    const [least, most] = [min ?? Number.NEGATIVE_INFINITY, max ?? Number.NaN];
    return isLinear
      ? { isLinear, min: low || itself(least), max: high || itself(most) }
      : { isLinear, min: itself(least), max: itself(most) };
  });
  if (!brackets.some(({ isLinear }) => isLinear)) return undefined;
  const scaled = scalesOf(brackets, scales);
  const isInside = (values: readonly number[]): boolean =>
    ranges.every(({ min = Number.NEGATIVE_INFINITY, max = Number.NaN }, i) => values[i]! >= min && !(values[i]! >= max));
  return {
    isLinear: brackets.map(({ isLinear }) => isLinear),
    run(task) {
      const { kernels, columns, events, words, spare } = task;
      const [sure, maybe] = [words[0]!, spare[0]!];
      sure.fill(0xffff_ffff);
      maybe.fill(0xffff_ffff);
      brackets.forEach(({ min, max }, i) => {
        kernels.keepInRange(columns[i]!, events, min[1], max[0], sure.byteOffset);
        kernels.keepInRange(columns[i]!, events, min[0], max[1], maybe.byteOffset);
      });
      settle(task, scaled, [sure], [maybe], (values) => (isInside(values) ? 0 : undefined));
      if (!outside) return;
      for (let i = 0; i < sure.length; i++) sure[i] = ~sure[i]!;
      for (const column of columns) kernels.keepInRange(column, events, Number.NEGATIVE_INFINITY, Number.NaN, sure.byteOffset);
    },
  };
}

function ofQuadrant(gate: QuadrantGate, scales: readonly Scale[]): LinearWork | undefined {
  const [ofX, ofY] = scales as readonly [Scale, Scale];
  const x = bracketOf(ofX, gate.x);
  const y = [bracketOf(ofY, gate.y[0]), bracketOf(ofY, gate.y[1])] as const;
  const isLinear = [x !== undefined, y[0] !== undefined && y[1] !== undefined];
  if (!isLinear.includes(true)) return undefined;
  const scaled = scalesOf(
    isLinear.map((linear) => ({ isLinear: linear })),
    scales,
  );
  const at = (side: 0 | 1) => ({
    x: x?.[side] ?? gate.x,
    left: isLinear[1] ? y[0]![side] : gate.y[0],
    right: isLinear[1] ? y[1]![side] : gate.y[1],
  });
  const sides = [at(0), at(1)] as const;
  return {
    isLinear,
    run(task) {
      const { kernels, columns, events, words, spare } = task;
      for (const [side, into] of [words, spare].entries()) {
        const { x: cut, left, right } = sides[side]!;
        const [first, second, third, fourth] = into.map(({ byteOffset }) => byteOffset) as [number, number, number, number];
        kernels.inQuadrants(columns[0]!, columns[1]!, events, cut, left, right, first, second, third, fourth);
      }
      settle(task, scaled, words, spare, ([px, py]) => quadrantOf(gate, px!, py!));
    },
  };
}

const scalesOf = (dimensions: readonly { readonly isLinear: boolean }[], scales: readonly Scale[]) =>
  dimensions.map(({ isLinear }, i) => (isLinear ? scales[i]!.scale : (value: number) => value));

/** Where two readings of the bounds differ, an event is put on the scales: its part is set in `words`. */
function settle(
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
