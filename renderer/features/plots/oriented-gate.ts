import { type Gate, kindOf, populationCount } from '../../../core/gating/gates/gates.ts';

export interface PlotAxes {
  readonly x: string;
  /** Undefined on a histogram. */
  readonly y: string | undefined;
}

/** A gate as a plot shows it, its first dimension across; `parts` are the gate's own part numbers in the order of the shown gate. */
export interface OrientedGate {
  readonly gate: Gate;
  readonly parts: readonly number[];
}

/** The gate in the coordinates of a plot; undefined where the plot does not show its dimensions. */
export function orientGate(gate: Gate, dimensions: readonly string[], { x, y }: PlotAxes): OrientedGate | undefined {
  const [first, second] = dimensions;
  if (first === undefined || dimensions.length > 2) return undefined;
  if (second === undefined) return orientRange(gate, first, { x, y });
  if (first === x && second === y) return { gate, parts: partsOf(gate) };
  if (first !== y || second !== x) return undefined;
  const { turn } = kindOf(gate);
  const swapped = turn?.swapped(gate);
  return swapped && { gate: swapped, parts: turn?.swappedParts ?? partsOf(gate) };
}

/** Back from the coordinates of the plot into the gate's own. */
export function ownGate(shown: Gate, dimensions: readonly string[], { x, y }: PlotAxes): Gate {
  const [first, second] = dimensions;
  const { turn } = kindOf(shown);
  if (second === undefined) return turn?.alongAxis?.(shown, first === x ? 0 : 1) ?? shown;
  return first === y && second === x ? (turn?.swapped(shown) ?? shown) : shown;
}

const partsOf = (gate: Gate): readonly number[] => Array.from({ length: populationCount(gate) }, (_, part) => part);

function orientRange(gate: Gate, dimension: string, { x, y }: PlotAxes): OrientedGate | undefined {
  const spread = kindOf(gate).turn?.spread;
  if (spread === undefined || (dimension !== x && dimension !== y)) return undefined;
  return { gate: dimension === x && y === undefined ? gate : spread(gate, dimension === x ? 0 : 1), parts: partsOf(gate) };
}
