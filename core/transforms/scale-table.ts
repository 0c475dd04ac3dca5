import type { Scale } from './transform.ts';

/** A scale by table, for columns of millions: within `tolerance` of the exact scale inside its reach, exact beyond. */
export interface ScaleTable {
  readonly scale: (value: number) => number;
  /** Largest distance from the exact scale that was found when the table was checked, at and between its entries. */
  readonly worst: number;
  readonly entries: number;
}

/** Of the scale: a tenth of what a display of ten million dots could show. */
export const TABLE_TOLERANCE = 1e-7;
const FEWEST_BITS = 8;
const MOST_BITS = 14;

const bits = new DataView(new ArrayBuffer(4));
const wordOf = (value: number): number => {
  bits.setFloat32(0, value);
  return bits.getUint32(0);
};
const floatOf = (word: number): number => {
  bits.setUint32(0, word);
  return bits.getFloat32(0);
};

/**
 * Tabulates a scale that is smooth through 0 (logicle, hyperlog, arcsinh, linear). Entries lie at values whose single-precision bits are
 * evenly spaced once `knee` is added, so that they are dense where the scale bends; straight lines lead from one to the next.
 * Each half of the table is built finer until every entry and the middle between any two is within the tolerance.
 */
export function tabulateScale(exact: Scale, top: number, tolerance: number = TABLE_TOLERANCE): ScaleTable | undefined {
  const knee = kneeOf(exact);
  if (!(knee > 0 && Number.isFinite(knee) && top > 0)) return undefined;
  for (let fine = FEWEST_BITS; fine <= MOST_BITS; fine++) {
    const table = build(exact, top, knee, fine);
    if (table.worst <= tolerance) return table;
  }
  return undefined;
}

/** Where the scale goes over from straight to logarithmic: the ratio of its slopes at 0 and at 1. */
function kneeOf({ scale, unscale }: Scale): number {
  const zero = scale(0);
  const step = 1e-7;
  const slopeAt = (position: number) => (unscale(position + step) - unscale(position - step)) / (2 * step);
  return (slopeAt(zero) * unscale(1)) / slopeAt(1);
}

function build({ scale }: Scale, top: number, knee: number, fine: number): ScaleTable {
  const shift = 23 - fine;
  const first = wordOf(knee) >>> shift;
  const last = (wordOf(top + knee) >>> shift) + 1;
  const nodes = Float64Array.from({ length: last - first + 1 }, (_, i) => (i === 0 ? 0 : floatOf((first + i) << shift) - knee));
  const above = nodes.map((node) => scale(node));
  const below = nodes.map((node) => scale(-node));
  const reach = nodes[nodes.length - 1]!;
  const lookup = (value: number): number => {
    const size = Math.abs(value);
    if (!(size < reach)) return scale(value);
    let entry = Math.max(0, (wordOf(size + knee) >>> shift) - first);
    // rounding to single precision can step over an entry
    if (size < nodes[entry]!) entry--;
    const [low, high] = [nodes[entry]!, nodes[entry + 1]!];
    const side = value < 0 ? below : above;
    return side[entry]! + ((size - low) / (high - low)) * (side[entry + 1]! - side[entry]!);
  };
  let worst = 0;
  for (let entry = 0; entry + 1 < nodes.length; entry++)
    for (const share of [0.3, 0.5, 0.7])
      for (const sign of [-1, 1]) {
        const value = sign * (nodes[entry]! + share * (nodes[entry + 1]! - nodes[entry]!));
        worst = Math.max(worst, Math.abs(lookup(value) - scale(value)));
      }
  return { scale: lookup, worst, entries: 2 * nodes.length };
}
