import type { Scale } from '../../data/transforms/kind/transform.ts';
import type { Gate } from '../../gating/gates/gates.ts';
import type { Ends, Line, Point } from '../../gating/gates/kind/geometry.ts';

/** The largest and the smallest positive number of 32 bits. */
const LARGEST = (2 - 2 ** -23) * 2 ** 127;
const SMALLEST = 2 ** -149;

/**
 * Polygons that have no end as ones that reach so many lengths of FlowJo's axes beyond them, and no farther than numbers of 32 bits do.
 * FlowJo takes what lies beyond an axis for its end, and so loses nothing. `own`: the scales of the polygons' coordinates.
 */
export function endedPieces(pieces: readonly Gate[], own: readonly Scale[], shown: readonly Scale[], lengths: number): readonly Gate[] {
  const ends = own.map((scale, i): Ends => {
    const linear = [-lengths, 1 + lengths].map((position) => Math.max(-LARGEST, Math.min(LARGEST, shown[i]!.unscale(position))));
    const [min, max] = linear.map((value) => scale.scale(value)) as [number, number];
    // a logarithm has no place for 0 and below
    return { min: Number.isFinite(min) ? min : scale.scale(SMALLEST), max };
  });
  return pieces.map((piece): Gate => {
    if (piece.kind !== 'polygon') return piece;
    const vertices = ends.reduce<Line>((line, side, axis) => cut(cut(line, axis, side.max, 1), axis, side.min, -1), piece.vertices);
    return { ...piece, vertices: vertices.map(([x, y]): [number, number] => [x, y]) };
  });
}

/** What of a closed outline lies on one side of an upright or level line (Sutherland and Hodgman); where it crosses is measured from inside. */
function cut(line: Line, axis: number, at: number, side: 1 | -1): Line {
  const isIn = (point: Point) => side * (point[axis]! - at) <= 0;
  return line.flatMap((to, i): readonly Point[] => {
    const from = line.at(i - 1)!;
    if (isIn(from) === isIn(to)) return isIn(to) ? [to] : [];
    const [inner, outer] = isIn(from) ? [from, to] : [to, from];
    const share = (at - inner[axis]!) / (outer[axis]! - inner[axis]!);
    const other = inner[1 - axis]! + share * (outer[1 - axis]! - inner[1 - axis]!);
    const crossing: Point = axis === 0 ? [at, other] : [other, at];
    return isIn(to) ? [crossing, to] : [crossing];
  });
}
