import { type Gate, populationCount } from '../../../core/gating/gates/gates.ts';

export interface PlotAxes {
  readonly x: string;
  /** Undefined on a histogram. */
  readonly y: string | undefined;
}

/** Where the populations of a gate stand when its two axes are swapped: those of a quadrant change corners. */
const swappedParts = [2, 1, 0, 3] as const;

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
  const swapped = swapGate(gate);
  return swapped && { gate: swapped, parts: gate.kind === 'quadrant' ? swappedParts : partsOf(gate) };
}

/** Back from the coordinates of the plot into the gate's own. */
export function ownGate(shown: Gate, dimensions: readonly string[], { x, y }: PlotAxes): Gate {
  const [first, second] = dimensions;
  if (second === undefined && shown.kind === 'rectangle') {
    const range = shown.ranges[first === x ? 0 : 1] ?? {};
    return { ...shown, ranges: [range] };
  }
  return first === y && second === x ? (swapGate(shown) ?? shown) : shown;
}

const partsOf = (gate: Gate): readonly number[] => Array.from({ length: populationCount(gate) }, (_, part) => part);

function orientRange(gate: Gate, dimension: string, { x, y }: PlotAxes): OrientedGate | undefined {
  if (gate.kind !== 'rectangle') return undefined;
  if (dimension === x) return { gate: y === undefined ? gate : { ...gate, ranges: [gate.ranges[0] ?? {}, {}] }, parts: [0] };
  return dimension === y ? { gate: { ...gate, ranges: [{}, gate.ranges[0] ?? {}] }, parts: [0] } : undefined;
}

/** A staggered quadrant has no mirror image of its own kind. */
function swapGate(gate: Gate): Gate | undefined {
  if (gate.kind === 'rectangle') return { ...gate, ranges: [...gate.ranges].reverse() };
  if (gate.kind === 'polygon') return { ...gate, vertices: gate.vertices.map(([a, b]) => [b, a]) };
  if (gate.kind === 'quadrant' && gate.y[0] === gate.y[1]) return { ...gate, x: gate.y[0], y: [gate.x, gate.x] };
  if (gate.kind === 'ellipsoid' && gate.mean.length === 2) {
    const [[xx = 1, xy = 0] = [], [, yy = 1] = []] = gate.covariance;
    return {
      ...gate,
      mean: [...gate.mean].reverse(),
      covariance: [
        [yy, xy],
        [xy, xx],
      ],
    };
  }
  return undefined;
}
